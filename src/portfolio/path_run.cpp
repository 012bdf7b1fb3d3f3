#include "portfolio/path_run.hpp"

#include <algorithm>

#include "number/wide.hpp"

namespace pricetalk {

namespace {

/// Amounts up to this are added up over the longest simulation without leaving 64 bits.
constexpr std::int64_t largest_amount_of_a_path = 1'000'000'000'000'000;
constexpr std::int64_t small_sum = std::int64_t{1} << 51;

PathColumn same_on_all(const Decimal& number) {
  PathColumn made;
  made.same = number.mantissa();
  made.ranges = ColumnRanges(ColumnRange::of(number));
  return made;
}

}  // namespace

void PathRun::follow(const PathCourse& course) {
  course_ = &course;
  own_way_.assign(columns_.size(), false);
  prices_.reserve(course.steps.size() + 1);
  prices_.push_back(same_on_all(line_.price));
  price_at_ = {0};
  kept_.resize(course.steps.size());
  for (std::size_t at = 0; at < course.steps.size(); ++at) {
    const PathStep& step = course.steps[at];
    if (step.passes) {
      PathColumn passes;
      if (!compute(*step.passes, passes)) return;
      for (std::size_t path = 0; path < columns_.size(); ++path)
        if ((passes.at(path) != 0) != step.passed) go_own_way(path);
    }
    for (const PathNumber& number : step.kept)
      if (!compute(number, kept_[at].emplace_back())) return;
    if (!step.price) {
      price_at_.push_back(price_at_.back());
      continue;
    }
    PathColumn now;
    if (!compute(*step.price, now)) return;
    prices_.push_back(std::move(now));
    mark(course, step, prices_[price_at_.back()], prices_.back());
    price_at_.push_back(prices_.size() - 1);
  }
}

/// A number of a step on every path; of what is the same on all it is computed once.
bool PathRun::compute(const PathNumber& number, PathColumn& into) {
  inputs_.clear();
  ranges_.clear();
  rooms_.resize(std::max(rooms_.size(), number.reads.size()));
  bool differs = false;
  for (std::size_t i = 0; i < number.reads.size(); ++i) {
    const PathColumn* found = read(number.reads[i], i);
    if (found == nullptr) return false;
    differs = differs || found->differs();
    inputs_.push_back(found->column());
    ranges_.push_back(found->ranges);
  }
  for (const Decimal& known : number.made.known) {
    inputs_.push_back({nullptr, known.mantissa()});
    ranges_.emplace_back(ColumnRange::of(known));
  }
  const auto& planned = plans_.plan_of(number.made, ranges_);
  if (const auto* not_planned = std::get_if<NotPlanned>(&planned)) {
    refuse(not_planned->why);
    return false;
  }
  const Plan& plan = std::get<Plan>(planned);
  into.own.resize(differs ? columns_.size() : 1);
  if (!run(plan, inputs_, into.own.size(), into.own.data())) {
    refuse(no_bands());
    return false;
  }
  into.ranges = ColumnRanges(ColumnRange::of(into.own, plan.price_scale()));
  into.same = into.own.front();
  into.values = differs ? into.own.data() : nullptr;
  return true;
}

const PathColumn* PathRun::read(const PathRead& read, std::size_t at) {
  switch (read.from) {
    case PathRead::From::start:
      return prices_.data();
    case PathRead::From::price:
      return &prices_[price_at_[read.at + 1]];
    case PathRead::From::kept:
      return &kept_[read.at][read.kept];
    case PathRead::From::value:
      break;
  }
  const PathColumn* found = columns_.of(*course_->values[read.at], rooms_[at]);
  if (found == nullptr) refuse(columns_.refused());
  return found;
}

/// A price that fell to zero stays there, whatever its clause gives; and where the fold asks
/// whether a step moved the price, only paths of which that is sure go on together. A step that is
/// the same on all paths of its own line needs no look: it is the very one of the schedule.
void PathRun::mark(const PathCourse& course, const PathStep& step, const PathColumn& before,
                   const PathColumn& now) {
  if (line_.own && !now.differs() && !before.differs()) return;
  const ColumnRange& range = now.ranges.own;
  if (range.low <= 0 && range.high >= 0 && !line_.price.is_zero())
    for (std::size_t path = 0; path < columns_.size(); ++path)
      if (now.at(path) == 0) go_own_way(path);
  if (!course.remembers_moves) return;
  for (std::size_t path = 0; path < columns_.size(); ++path) {
    const bool moved =
        Decimal(now.at(path), range.scale) != Decimal(before.at(path), before.ranges.own.scale);
    if (!moved || !step.moved) go_own_way(path);
  }
}

void PathRun::go_own_way(std::size_t path) {
  own_way_[path] = true;
  any_own_way_ = true;
}

const PathColumn& PathRun::read_of(const CourseAmount::Read& read) const {
  return read.price ? prices_[price_at_[read.at]] : numbers_[read.at];
}

const Plan* PathRun::plan_of(const CourseAmount& amount, const ColumnRanges* numbers) {
  inputs_.clear();
  ranges_.clear();
  for (const CourseAmount::Read& each : amount.reads) {
    inputs_.push_back(read_of(each).column());
    ranges_.push_back(!each.price && numbers != nullptr ? *numbers : read_of(each).ranges);
  }
  for (const Decimal& known : amount.made->known) {
    inputs_.push_back({nullptr, known.mantissa()});
    ranges_.emplace_back(ColumnRange::of(known));
  }
  const auto& planned = plans_.plan_of(*amount.made, ranges_);
  const Plan* plan = std::get_if<Plan>(&planned);
  if (plan == nullptr && numbers == nullptr) refuse(std::get<NotPlanned>(planned).why);
  return plan;
}

bool PathRun::prepare(const AmountCourse& course, std::span<const std::size_t> parts,
                      int decimals) {
  products_.clear();
  others_.clear();
  numbers_.clear();
  for (const Decimal& number : line_.numbers) numbers_.push_back(same_on_all(number));
  for (std::size_t at = 0; at < course.periods.size();) {
    const std::size_t end = prepare_products(course, parts, decimals, at);
    if (end == at && course.periods[at].made) {
      const CourseAmount& amount = course.periods[at];
      const Plan* plan = plan_of(amount, nullptr);
      if (plan == nullptr) return false;
      others_.push_back({plan, &amount, parts[at]});
    }
    at = std::max(end, at + 1);
  }
  return true;
}

/// The price of an amount that is one price times one number; null where it is something else.
const PathColumn* PathRun::price_in(const CourseAmount& amount) const {
  if (!amount.made || amount.reads.size() != 2 || !amount.made->known.empty() ||
      amount.reads[0].price == amount.reads[1].price)
    return nullptr;
  return &read_of(amount.reads[amount.reads[0].price ? 0 : 1]);
}

const PathColumn& PathRun::number_in(const CourseAmount& amount) const {
  return read_of(amount.reads[amount.reads[0].price ? 1 : 0]);
}

/// All amounts from `at` on that are the same price times a number each and go into one part, which
/// the kernel adds up; where they end. One plan is proven for the largest of the numbers.
std::size_t PathRun::prepare_products(const AmountCourse& course,
                                      std::span<const std::size_t> parts, int decimals,
                                      std::size_t at) {
  const CourseAmount& first = course.periods[at];
  const PathColumn* price = price_in(first);
  if (price == nullptr || !price->differs()) return at;
  ColumnRange range = number_in(first).ranges.own;
  std::size_t end = at + 1;
  for (; end < course.periods.size() && parts[end] == parts[at]; ++end) {
    const CourseAmount& amount = course.periods[end];
    if (price_in(amount) != price || amount.made->shape != first.made->shape) break;
    const ColumnRange& own = number_in(amount).ranges.own;
    if (own.scale != range.scale) break;
    range.low = std::min(range.low, own.low);
    range.high = std::max(range.high, own.high);
  }
  const ColumnRanges numbers(range);
  const Plan* plan = plan_of(first, &numbers);
  if (plan == nullptr || !plan->rounded_product() || plan->price_scale() != decimals) return at;
  const int dropped = plan->rounded_product()->decimals;
  const ColumnRange& of_price = price->ranges.own;
  const std::int64_t largest = std::max(of_price.high, -of_price.low) *
                                   std::max(range.high, -range.low) / wide::power_of_ten(dropped) +
                               1;
  if (largest * static_cast<std::int64_t>(end - at) >= small_sum) return at;
  products_.push_back({price, parts[at], dropped, {}});
  std::vector<Repeated>& by = products_.back().by;
  for (std::size_t i = at; i < end; ++i) {
    const std::int64_t number = number_in(course.periods[i]).same;
    const auto known = std::find_if(by.begin(), by.end(),
                                    [&](const Repeated& each) { return each.number == number; });
    if (known == by.end())
      by.push_back({number, 1});
    else
      ++known->times;
  }
  return end;
}

void PathRun::charge(const AmountCourse& course, std::span<const std::size_t> parts, int decimals,
                     std::span<const std::span<std::int64_t>> sums) {
  if (!prepare(course, parts, decimals)) return;
  std::vector<std::int64_t> same(sums.size(), 0);
  std::vector<std::vector<std::int64_t>> beside(sums.size());
  for (const Other& other : others_)
    if (!add_other(other, decimals, same[other.part], beside[other.part])) return;
  for (std::size_t part = 0; part < sums.size(); ++part) {
    if (same[part] != 0)
      for (std::int64_t& sum : sums[part]) sum += same[part];
    for (std::size_t path = 0; path < beside[part].size(); ++path)
      sums[part][path] += beside[part][path];
  }
  for (const Products& each : products_)
    add_repeated_half_up(each.price->values, each.by, each.dropped, columns_.size(),
                         sums[each.part].data());
}

/// An amount that the kernel does not add up: into `same` where it is the same on all paths.
bool PathRun::add_other(const Other& other, int decimals, std::int64_t& same,
                        std::vector<std::int64_t>& sum) {
  inputs_.clear();
  bool differs = false;
  for (const CourseAmount::Read& each : other.amount->reads) {
    inputs_.push_back(read_of(each).column());
    differs = differs || inputs_.back().values != nullptr;
  }
  for (const Decimal& known : other.amount->made->known)
    inputs_.push_back({nullptr, known.mantissa()});
  amounts_.resize(differs ? columns_.size() : 1);
  if (!run(*other.plan, inputs_, amounts_.size(), amounts_.data())) {
    refuse(no_bands());
    return false;
  }
  const std::int64_t up = wide::power_of_ten(std::max(0, decimals - other.plan->price_scale()));
  const auto [low, high] = range_of(amounts_);
  if (high > largest_amount_of_a_path / up || low < -largest_amount_of_a_path / up) {
    refuse({"amounts that are too large to be added up together",
            "bedragen die te groot zijn om samen op te tellen"});
    return false;
  }
  if (!differs) {
    same += amounts_.front() * up;
    return true;
  }
  sum.resize(columns_.size());
  for (std::size_t path = 0; path < sum.size(); ++path) sum[path] += amounts_[path] * up;
  return true;
}

}  // namespace pricetalk
