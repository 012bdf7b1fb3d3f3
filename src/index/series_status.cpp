#include "index/series_status.hpp"

#include <algorithm>
#include <array>
#include <vector>

#include "index/gaps.hpp"
#include "index/usual_lag.hpp"

namespace pricetalk {

namespace {

Unit frequency_of(const Series& series) {
  if (series.frequency) return *series.frequency;
  return *std::max_element(all_units.begin(), all_units.end(), [&](Unit a, Unit b) {
    return series.records.of(a).size() < series.records.of(b).size();
  });
}

bool is_over(const Series& series, const Period& last, const Period& next) {
  return series.stopped && (next > *series.stopped || last >= *series.stopped);
}

}  // namespace

const Phrase& words(SeriesState state) {
  static const std::array<Phrase, 5> all{
      {{"up to date", "bij"},
       {"not published yet", "nog niet gepubliceerd"},
       {"published, not in the library", "gepubliceerd, niet in de bibliotheek"},
       {"ended", "gestopt"},
       {"no such series in the library", "geen reeks met deze naam"}}};
  return all[static_cast<std::size_t>(state)];
}

std::string_view word(SeriesState state) {
  static constexpr std::array<std::string_view, 5> table = {"up_to_date", "due", "late", "ended",
                                                            "absent"};
  return table[static_cast<std::size_t>(state)];
}

SeriesStatus status_of(const Series& series, Date today) {
  SeriesStatus made;
  made.state = SeriesState::late;
  const Unit unit = frequency_of(series);
  const auto known = series.records.of(unit);
  if (known.empty()) return made;
  const Observation& last = series.records[known.back()];
  made.last = last.period;
  made.brought_in = last.retrieved;
  const int distance = usual_distance(series, unit);
  if (series.derived.empty())
    for (const PeriodGap& gap : gaps_in(series, unit, distance)) made.gaps.push_back(gap.periods);
  const Period next = last.period.plus(distance);
  if (is_over(series, last.period, next)) {
    made.state = SeriesState::ended;
    return made;
  }
  made.next = next;
  made.expected = series.publication_day(next);
  made.stated = made.expected.has_value();
  if (!made.expected)
    if (const auto lag = usual_lag(series.records))
      made.expected = Date::from_days(next.last_day().days() + *lag);
  if (still_awaited(series, next, today)) {
    made.state = next.last_day() < today ? SeriesState::due : SeriesState::up_to_date;
    return made;
  }
  for (Period period = next; !still_awaited(series, period, today);
       period = period.plus(distance)) {
    if (series.stopped && period > *series.stopped) break;
    made.out_until = period;
  }
  return made;
}

}  // namespace pricetalk
