#include "portfolio/column_run.hpp"

#include <algorithm>
#include <array>

#include "number/wide.hpp"

namespace pricetalk {

namespace {

/// Amounts up to this are added up over the longest simulation without leaving 64 bits.
constexpr std::int64_t largest_amount = 1'000'000'000'000'000;
/// So many amounts at most go into one part: the days of a year.
constexpr std::int64_t most_amounts = 366;
constexpr std::int64_t small = std::int64_t{1} << 51;

}  // namespace

void ColumnRun::add_known(const Specialised& made) {
  for (const Decimal& number : made.known) {
    inputs_.push_back({nullptr, number.mantissa()});
    ranges_.emplace_back(ColumnRange::of(number));
  }
}

const Plan* ColumnRun::plan_of(const Specialised& made) {
  const auto& found = plans_.plan_of(made, ranges_);
  if (const auto* not_planned = std::get_if<NotPlanned>(&found)) {
    refuse(not_planned->why);
    return nullptr;
  }
  return &std::get<Plan>(found);
}

void ColumnRun::follow(const PriceCourse& course) {
  own_way_.assign(lines_.size(), false);
  prices_.reserve(course.steps.size() + 1);
  prices_.push_back(
      {lines_.prices.data(), ColumnRanges(ColumnRange::of(lines_.prices, lines_.price_scale))});
  room_ = std::make_unique_for_overwrite<std::int64_t[]>(course.steps.size() * lines_.size());
  price_at_ = {0};
  for (const CourseStep& step : course.steps) {
    if (step.made && !take(step)) return;
    price_at_.push_back(step.made ? prices_.size() - 1 : price_at_.back());
  }
  run_steps();
  mark(course);
}

/// The prices after a step; those of a product are computed together with the next ones.
bool ColumnRun::take(const CourseStep& step) {
  inputs_.clear();
  ranges_.clear();
  for (const Slot slot : step.reads) {
    const Prices& read = prices_[slot == Slot::original ? 0 : price_at_.back()];
    inputs_.push_back({read.values, 0});
    ranges_.push_back(read.ranges);
  }
  add_known(*step.made);
  const Plan* plan = plan_of(*step.made);
  if (plan == nullptr || !(one_product(step, *plan) || run_whole(*plan))) return false;
  steps_ += lines_.size();
  return true;
}

/// A step that multiplies the last prices by one number. Rounding keeps their order, so the ends of
/// what comes out are what the ends come to.
bool ColumnRun::one_product(const CourseStep& step, const Plan& plan) {
  const auto& product = plan.rounded_product();
  if (!product || step.reads.size() != 1 || inputs_.size() != 2 || product->a == product->b ||
      inputs_[0].values != prices_.back().values)
    return false;
  const StepHalfUp made{inputs_[1].same, product->decimals};
  const ColumnRange& before = ranges_[0].own;
  std::array<std::int64_t, 2> ends{before.low, before.high};
  product_half_up({ends.data(), 0}, {nullptr, made.by}, made.decimals, 2, ends.data());
  const auto [low, high] = std::minmax(ends[0], ends[1]);
  prices_.push_back(
      {room(prices_.size()), ColumnRanges(ColumnRange{low, high, plan.price_scale()})});
  steps_open_.push_back(made);
  return true;
}

bool ColumnRun::run_whole(const Plan& plan) {
  run_steps();
  std::int64_t* values = room(prices_.size());
  if (!run(plan, inputs_, lines_.size(), values)) {
    refuse({"a table of bands", "een tabel met schijven"});
    return false;
  }
  const ColumnRange range = ColumnRange::of({values, lines_.size()}, plan.price_scale());
  prices_.push_back({values, ColumnRanges(range)});
  return true;
}

void ColumnRun::run_steps() {
  if (steps_open_.empty()) return;
  const std::size_t first = prices_.size() - steps_open_.size();
  steps_half_up(prices_[first - 1].values, steps_open_, lines_.size(), room(first));
  steps_open_.clear();
}

void ColumnRun::mark(const PriceCourse& course) {
  for (std::size_t i = 0; i < course.steps.size(); ++i)
    if (course.steps[i].made)
      mark(course, course.steps[i], prices_[price_at_[i]], prices_[price_at_[i + 1]]);
}

/// A price that fell to zero stays there, whatever its clause gives; and where the fold asks
/// whether a step moved the price, only lines of which that is sure go on together.
void ColumnRun::mark(const PriceCourse& course, const CourseStep& step, const Prices& before,
                     const Prices& now) {
  const ColumnRange& range = now.ranges.own;
  if (range.low <= 0 && range.high >= 0)
    for (std::size_t line = 0; line < lines_.size(); ++line)
      if (now.values[line] == 0 && lines_.prices[line] != 0) own_way_[line] = true;
  if (!course.remembers_moves) return;
  for (std::size_t line = 0; line < lines_.size(); ++line) {
    const bool moved = Decimal(now.values[line], range.scale) !=
                       Decimal(before.values[line], before.ranges.own.scale);
    if (!moved || !step.moved) own_way_[line] = true;
  }
}

/// The columns that an amount reads, and its plan.
const Plan* ColumnRun::read(const CourseAmount& amount) {
  inputs_.clear();
  ranges_.clear();
  for (const CourseAmount::Read& each : amount.reads) {
    if (each.price) {
      const Prices& price = prices_[price_at_[each.at]];
      inputs_.push_back({price.values, 0});
      ranges_.push_back(price.ranges);
    } else {
      inputs_.push_back({lines_.numbers[each.at].data(), 0});
      ranges_.push_back(lines_.number_ranges[each.at]);
    }
  }
  add_known(*amount.made);
  return plan_of(*amount.made);
}

void ColumnRun::charge(const AmountCourse& course, const SummedAmounts& summed, int decimals,
                       std::vector<std::vector<std::int64_t>>& sums) {
  for (const SummedAmounts::Stretch& stretch : summed.stretches) {
    std::vector<std::int64_t>& sum = sums[stretch.part];
    if (sum.empty()) sum.resize(lines_.size());
    const CourseAmount& first = course.periods[stretch.first];
    std::optional<int> dropped;
    if (stretch.products)
      dropped = dropped_of(stretch, first, summed.numbers[stretch.numbers], decimals);
    if (!dropped) {
      for (std::size_t at = stretch.first; at < stretch.end && refused_.empty(); ++at)
        charge_one(course.periods[at], decimals, sum);
      if (!refused_.empty()) return;
      continue;
    }
    if (stretch.numbers != open_numbers_ || *dropped != open_dropped_) charge_open(summed);
    open_numbers_ = stretch.numbers;
    open_dropped_ = *dropped;
    open_.push_back({prices_[price_at_[stretch.price]].values, sum.data()});
    charged_ += (stretch.end - stretch.first) * lines_.size();
  }
  charge_open(summed);
}

/// How many decimals go from the products of a stretch; nothing where they are something else than
/// rounded products, or may be too large to be added up in the widest registers.
std::optional<int> ColumnRun::dropped_of(const SummedAmounts::Stretch& stretch,
                                         const CourseAmount& first,
                                         std::span<const std::size_t> numbers, int decimals) {
  const ColumnRange& price = prices_[price_at_[stretch.price]].ranges.wide;
  if (asked_.shape != first.made->shape || asked_.price != price ||
      asked_.numbers != stretch.numbers)
    asked_ = {first.made->shape, price, stretch.numbers, ask(stretch, first, numbers, decimals)};
  return asked_.dropped;
}

std::optional<int> ColumnRun::ask(const SummedAmounts::Stretch& stretch, const CourseAmount& first,
                                  std::span<const std::size_t> numbers, int decimals) {
  ColumnRange all = lines_.number_ranges[numbers.front()].own;
  for (const std::size_t number : numbers) {
    all.low = std::min(all.low, lines_.number_ranges[number].own.low);
    all.high = std::max(all.high, lines_.number_ranges[number].own.high);
  }
  const ColumnRanges number(all);
  const ColumnRanges& price = prices_[price_at_[stretch.price]].ranges;
  ranges_ = stretch.price_first ? std::vector{price, number} : std::vector{number, price};
  const auto* plan = std::get_if<Plan>(&plans_.plan_of(*first.made, ranges_));
  if (plan == nullptr || !plan->rounded_product() || plan->price_scale() != decimals)
    return std::nullopt;
  const int dropped = plan->rounded_product()->decimals;
  if (!stays_small(price.wide, number.wide, dropped)) return std::nullopt;
  return dropped;
}

void ColumnRun::charge_open(const SummedAmounts& summed) {
  if (open_.empty()) return;
  std::size_t first = 0;
  const auto add = [&](std::size_t lines, const auto& column) {
    by_.clear();
    for (const std::size_t number : summed.numbers[open_numbers_]) {
      const std::int64_t* numbers = column(number);
      const auto known = std::find_if(by_.begin(), by_.end(), [&](const RepeatedColumn& each) {
        return each.numbers == numbers;
      });
      if (known == by_.end())
        by_.push_back({numbers, 1});
      else
        ++known->times;
    }
    add_products_half_up(open_, by_, open_dropped_, first, lines);
    first += lines;
  };
  for (const LineColumns::Alike& some : lines_.alike)
    add(some.lines,
        [&](std::size_t number) { return some.numbers.data() + some.which[number] * some.lines; });
  if (lines_.alike.empty())
    add(lines_.size(), [&](std::size_t number) { return lines_.numbers[number].data(); });
  open_.clear();
}

void ColumnRun::charge_one(const CourseAmount& amount, int decimals,
                           std::vector<std::int64_t>& sum) {
  const Plan* plan = read(amount);
  if (plan != nullptr) add_one(*plan, decimals, sum);
}

/// Whether a year of such amounts can be added up in the widest registers. REQUIRES: a rounded
/// product, so that the numbers multiplied stay below 2^51.
bool ColumnRun::stays_small(const ColumnRange& price, const ColumnRange& number, int decimals) {
  const std::int64_t product =
      std::max(price.high, -price.low) * std::max(number.high, -number.low);
  return (product / wide::power_of_ten(decimals) + 1) * most_amounts < small;
}

void ColumnRun::add_one(const Plan& plan, int decimals, std::vector<std::int64_t>& sum) {
  amounts_.resize(lines_.size());
  if (!run(plan, inputs_, lines_.size(), amounts_.data()))
    return refuse({"a table of bands", "een tabel met schijven"});
  const std::int64_t up = wide::power_of_ten(std::max(0, decimals - plan.price_scale()));
  for (std::size_t line = 0; line < amounts_.size(); ++line) {
    const std::int64_t amount = amounts_[line];
    if (amount > largest_amount / up || amount < -largest_amount / up)
      return refuse({"amounts that are too large to be added up together",
                     "bedragen die te groot zijn om samen op te tellen"});
    sum[line] += amount * up;
  }
  charged_ += lines_.size();
}

}  // namespace pricetalk
