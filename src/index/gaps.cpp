#include "index/gaps.hpp"

#include <algorithm>
#include <cstddef>
#include <optional>

namespace pricetalk {

int usual_distance(const Series& series, Unit unit) {
  std::vector<std::int32_t> numbers;
  for (const RecordId id : series.records.of(unit))
    numbers.push_back(series.records[id].period.ordinal());
  numbers.erase(std::unique(numbers.begin(), numbers.end()), numbers.end());
  std::vector<std::int32_t> apart;
  for (std::size_t i = numbers.size(); i > 1 && apart.size() < 12; --i)
    apart.push_back(numbers[i - 1] - numbers[i - 2]);
  if (apart.empty()) return 1;
  const auto middle = apart.begin() + static_cast<std::ptrdiff_t>((apart.size() - 1) / 2);
  std::nth_element(apart.begin(), middle, apart.end());
  return *middle;
}

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
