#include "portfolio/column_run.hpp"

#include <algorithm>

#include "number/wide.hpp"
#include "pricing/plan_kernel.hpp"

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
      {lines_.prices, ColumnRanges(ColumnRange::of(lines_.prices, lines_.price_scale))});
  price_at_ = {0};
  for (const auto& numbers : lines_.numbers)
    number_ranges_.emplace_back(ColumnRange::of(numbers, lines_.number_scale));
  for (const CourseStep& step : course.steps) {
    if (!step.made) {
      price_at_.push_back(price_at_.back());
      continue;
    }
    inputs_.clear();
    ranges_.clear();
    for (const Slot slot : step.reads) {
      const Prices& read = prices_[slot == Slot::original ? 0 : price_at_.back()];
      inputs_.push_back({read.values.data(), 0});
      ranges_.push_back(read.ranges);
    }
    add_known(*step.made);
    const Plan* plan = plan_of(*step.made);
    if (plan == nullptr) return;
    std::vector<std::int64_t> values(lines_.size());
    if (!run(*plan, inputs_, lines_.size(), values.data()))
      return refuse({"a table of bands", "een tabel met schijven"});
    const ColumnRange range = ColumnRange::of(values, plan->price_scale());
    prices_.push_back({std::move(values), ColumnRanges(range)});
    mark(course, step, prices_[price_at_.back()], prices_.back());
    price_at_.push_back(prices_.size() - 1);
    steps_ += lines_.size();
  }
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
      inputs_.push_back({price.values.data(), 0});
      ranges_.push_back(price.ranges);
    } else {
      inputs_.push_back({lines_.numbers[each.at].data(), 0});
      ranges_.push_back(number_ranges_[each.at]);
    }
  }
  add_known(*amount.made);
  return plan_of(*amount.made);
}

void ColumnRun::charge(const AmountCourse& course, std::span<const std::size_t> parts, int decimals,
                       std::vector<std::vector<std::int64_t>>& sums) {
  for (std::size_t at = 0; at < course.periods.size() && refused_.empty();) {
    if (!course.periods[at].made) {
      ++at;
      continue;
    }
    std::vector<std::int64_t>& sum = sums[parts[at]];
    if (sum.empty()) sum.resize(lines_.size());
    if (all_products(course, parts, decimals, at, sum)) continue;
    const Plan* plan = read(course.periods[at]);
    if (plan != nullptr) add_one(*plan, decimals, sum);
    ++at;
  }
}

/// All columns from `at` on that are one price times a number each, and go into one sum; `at` is
/// then behind them. False when the first is no such product.
bool ColumnRun::all_products(const AmountCourse& course, std::span<const std::size_t> parts,
                             int decimals, std::size_t& at, std::vector<std::int64_t>& sum) {
  const std::size_t part = parts[at];
  const std::int64_t* price = nullptr;
  int dropped = 0;
  numbers_.clear();
  std::size_t next = at;
  for (; next < course.periods.size() && parts[next] == part; ++next) {
    const CourseAmount& amount = course.periods[next];
    if (!amount.made || amount.reads.size() != 2 || amount.reads[0].price == amount.reads[1].price)
      break;
    const Plan* plan = read(amount);
    if (plan == nullptr) return false;
    const auto& product = plan->rounded_product();
    if (!product || plan->price_scale() != decimals) break;
    const Column& one = inputs_[amount.reads[0].price ? 0 : 1];
    const Column& other = inputs_[amount.reads[0].price ? 1 : 0];
    if (price != nullptr && (price != one.values || dropped != product->decimals)) break;
    if (!stays_small(ranges_[amount.reads[0].price ? 0 : 1].wide,
                     ranges_[amount.reads[0].price ? 1 : 0].wide, product->decimals))
      break;
    price = one.values;
    dropped = product->decimals;
    numbers_.push_back(other);
  }
  if (numbers_.empty()) return false;
  add_products_half_up({price, 0}, numbers_, dropped, lines_.size(), sum.data());
  charged_ += numbers_.size() * lines_.size();
  at = next;
  return true;
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
