#include <algorithm>
#include <utility>

#include "pricetalk/index/series.hpp"

namespace pricetalk {
namespace {

/// What stands before the first for which `holds` is false. REQUIRES: after that none holds.
template <class T, class Holds>
std::span<const T> beginning(std::span<const T> all, Holds holds) {
  return {all.begin(), std::partition_point(all.begin(), all.end(), holds)};
}

}  // namespace

void Records::push_back(Observation record) {
  const auto id = static_cast<RecordId>(all_.size());
  const Date soonest = record.published.value_or(record.period.last_day());
  Shelf& shelf = shelves_[static_cast<std::size_t>(record.period.unit())];
  const auto later = std::upper_bound(
      shelf.order.begin(), shelf.order.end(), record.period.ordinal(),
      [&](std::int32_t ordinal, RecordId other) { return ordinal < all_[other].period.ordinal(); });
  const auto at = later - shelf.order.begin();
  shelf.order.insert(later, id);
  const auto behind = shelf.soonest.begin() + at;
  shelf.soonest.insert(behind,
                       behind == shelf.soonest.end() ? soonest : std::min(soonest, *behind));
  for (auto before = shelf.soonest.begin() + at; before != shelf.soonest.begin();) {
    if (*--before <= soonest) break;
    *before = soonest;
  }
  all_.push_back(std::move(record));
}

std::span<const RecordId> Records::of(const Period& period) const {
  const auto until = beginning(of(period.unit()), [&](RecordId id) {
    return all_[id].period.ordinal() <= period.ordinal();
  });
  const auto before =
      beginning(until, [&](RecordId id) { return all_[id].period.ordinal() < period.ordinal(); });
  return until.subspan(before.size());
}

std::span<const RecordId> Records::public_by(Date day, Unit unit) const {
  const std::vector<Date>& soonest = shelf(unit).soonest;
  return of(unit).first(
      beginning(std::span(soonest), [&](Date first) { return first <= day; }).size());
}

std::span<const RecordId> Records::begun_by(Date day, Unit unit) const {
  return beginning(of(unit), [&](RecordId id) { return all_[id].period.first_day() <= day; });
}

std::span<const RecordId> Records::inside(Date first, Date last, Unit unit) const {
  const auto until =
      beginning(of(unit), [&](RecordId id) { return all_[id].period.last_day() <= last; });
  const auto before =
      beginning(until, [&](RecordId id) { return all_[id].period.first_day() < first; });
  return until.subspan(before.size());
}

}  // namespace pricetalk
