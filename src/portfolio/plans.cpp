#include "portfolio/plans.hpp"

#include <algorithm>

#include "number/wide.hpp"
#include "pricing/plan_kernel.hpp"

namespace pricetalk {

namespace {

/// The power of ten that no number of the range reaches; at most eighteen nines.
std::int64_t beyond(std::int64_t magnitude) {
  constexpr auto& powers = wide::powers_of_ten;
  return std::min(*std::upper_bound(powers.begin(), powers.end() - 1, magnitude),
                  Decimal::largest_mantissa);
}

std::string key_of(const Specialised& made, const std::vector<ColumnRange>& ranges) {
  std::string key = *made.shape;
  for (const ColumnRange& range : ranges)
    key += '/' + std::to_string(range.low) + ' ' + std::to_string(range.high) + ' ' +
           std::to_string(range.scale);
  return key;
}

}  // namespace

ColumnRange ColumnRange::of(std::span<const std::int64_t> values, int scale) {
  const auto [low, high] = range_of(values);
  return {low, high, scale};
}

ColumnRange ColumnRange::of(const Decimal& value) {
  return {value.mantissa(), value.mantissa(), value.scale()};
}

ColumnRange ColumnRange::wider() const {
  const std::int64_t end = beyond(std::max(std::abs(low), std::abs(high)));
  ColumnRange made{-end, end, scale};
  if (low >= 0) made.low = low > 0 ? 1 : 0;
  if (high <= 0) made.high = high < 0 ? -1 : 0;
  return made;
}

bool Plans::is(const Asked& asked, std::span<const ColumnRanges> ranges) {
  return std::equal(asked.wide.begin(), asked.wide.end(), ranges.begin(), ranges.end(),
                    [](const ColumnRange& a, const ColumnRanges& b) { return a == b.wide; });
}

const std::variant<Plan, NotPlanned>& Plans::plan_of(const Specialised& made,
                                                     std::span<const ColumnRanges> ranges) {
  for (const Asked& asked : asked_)
    if (asked.shape == made.shape && is(asked, ranges)) return *asked.plan;
  for (Asked& asked : asked_)
    if (made.of_shape(asked.shape) && is(asked, ranges)) {
      asked.shape = made.shape;  // the next step shares it
      return *asked.plan;
    }
  std::vector<ColumnRange> wide;
  std::vector<ColumnRange> own;
  for (const ColumnRanges& range : ranges) {
    wide.push_back(range.wide);
    own.push_back(range.own);
  }
  const auto& shared = kept(made, wide);
  if (!std::holds_alternative<Plan>(shared)) return kept(made, own);
  asked_[next_] = {made.shape, std::move(wide), &shared};
  next_ = (next_ + 1) % asked_.size();
  return shared;
}

const std::variant<Plan, NotPlanned>& Plans::kept(const Specialised& made,
                                                  const std::vector<ColumnRange>& ranges) {
  const auto [found, fresh] = plans_.try_emplace(key_of(made, ranges), NotPlanned{});
  if (fresh) {
    std::vector<Bound> bounds;
    for (const ColumnRange& range : ranges)
      bounds.push_back(
          {Decimal(range.low, range.scale), Decimal(range.high, range.scale), range.scale});
    found->second = plan(made.calculation, bounds, {});
  }
  return found->second;
}

}  // namespace pricetalk
