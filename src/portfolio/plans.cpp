#include "portfolio/plans.hpp"

#include <algorithm>

namespace pricetalk {

namespace {

/// The power of ten that no number of the range reaches; at most eighteen nines.
std::int64_t beyond(std::int64_t magnitude) {
  std::int64_t power = 1;
  while (power <= magnitude && power <= Decimal::largest_mantissa / 10) power *= 10;
  return power > magnitude ? power : Decimal::largest_mantissa;
}

/// A range that many columns share: up to a power of ten, on the same sides of zero.
ColumnRange wider(const ColumnRange& range) {
  const std::int64_t end = beyond(std::max(std::abs(range.low), std::abs(range.high)));
  ColumnRange made{-end, end, range.scale};
  if (range.low >= 0) made.low = range.low > 0 ? 1 : 0;
  if (range.high <= 0) made.high = range.high < 0 ? -1 : 0;
  return made;
}

std::string key_of(const Specialised& made, const std::vector<ColumnRange>& ranges) {
  std::string key = made.shape;
  for (const ColumnRange& range : ranges)
    key += '/' + std::to_string(range.low) + ' ' + std::to_string(range.high) + ' ' +
           std::to_string(range.scale);
  return key;
}

}  // namespace

ColumnRange ColumnRange::of(std::span<const std::int64_t> values, int scale) {
  const auto [low, high] = std::minmax_element(values.begin(), values.end());
  return {*low, *high, scale};
}

ColumnRange ColumnRange::of(const Decimal& value) {
  return {value.mantissa(), value.mantissa(), value.scale()};
}

const std::variant<Plan, NotPlanned>& Plans::plan_of(const Specialised& made,
                                                     std::span<const ColumnRange> ranges) {
  std::vector<ColumnRange> wide;
  for (const ColumnRange& range : ranges) wide.push_back(wider(range));
  const auto& shared = kept(made, wide);
  if (std::holds_alternative<Plan>(shared)) return shared;
  return kept(made, {ranges.begin(), ranges.end()});
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
