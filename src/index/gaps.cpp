#include "index/gaps.hpp"

#include <optional>

namespace pricetalk {

std::vector<PeriodGap> gaps_in(const Series& series, Unit unit, int distance) {
  std::vector<PeriodGap> found;
  const Observation* before = nullptr;
  for (const RecordId id : series.records.of(unit)) {
    const Observation& figure = series.records[id];
    std::optional<Period> first;
    Period last;
    std::int64_t count = 0;
    if (before != nullptr)
      for (Period period = before->period.plus(distance); period < figure.period;
           period = period.plus(distance)) {
        if (series.hole(period) != nullptr) continue;
        if (!first) first = period;
        last = period;
        ++count;
      }
    if (first) found.push_back({{*first, last}, count, &figure});
    before = &figure;
  }
  return found;
}

}  // namespace pricetalk
