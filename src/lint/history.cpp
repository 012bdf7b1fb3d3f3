#include "lint/history.hpp"

#include "calendar/counts.hpp"

namespace pricetalk {

namespace {

Unit unit_of(const Series& series) { return series.frequency.value_or(Unit::month); }

/// Whether its figures are levels, and so many of them lie in each year.
bool has_years(const Series& series) {
  const Unit unit = unit_of(series);
  return unit != Unit::week && unit != Unit::day && series.unit != SeriesUnit::percent;
}

bool counts(const Observation& record, Date today) {
  return record.status != FigureStatus::withdrawn && record.status != FigureStatus::projected &&
         record.period.last_day() <= today && (!record.published || *record.published <= today) &&
         record.value > Decimal(0, 0);
}

/// The last version of a period's figure that is known on the day.
std::optional<Ratio> figure_of(const Series& series, const Period& period, Date today) {
  std::optional<Ratio> found;
  for (const RecordId id : series.records.of(period))
    if (counts(series.records[id], today)) found = Ratio(series.records[id].value);
  return found;
}

std::optional<Movement> between(const Series& series, const Period& from, const Period& to,
                                Date today) {
  const auto before = figure_of(series, from, today);
  const auto after = figure_of(series, to, today);
  if (!before || !after) return std::nullopt;
  return Movement{from, to, *after / *before};
}

}  // namespace

std::optional<Movement> movement(const Series& series, int years, Date today) {
  if (!has_years(series)) return std::nullopt;
  const auto all = series.records.of(unit_of(series));
  for (auto id = all.rbegin(); id != all.rend(); ++id) {
    if (!counts(series.records[*id], today)) continue;
    const Period last = series.records[*id].period;
    return between(series, last.plus(-years * periods_in_a_year(last.unit())), last, today);
  }
  return std::nullopt;
}

Falls falls(const Series& series, Date today) {
  Falls made;
  if (!has_years(series)) return made;
  std::optional<Period> before;
  for (const RecordId id : series.records.of(unit_of(series))) {
    const Period period = series.records[id].period;
    if (before && *before == period) continue;
    before = period;
    const Period a_year_ago = period.plus(-periods_in_a_year(period.unit()));
    const auto year = between(series, a_year_ago, period, today);
    if (!year) continue;
    ++made.of;
    if (year->factor >= Ratio(1)) continue;
    ++made.fell;
    if (!made.deepest || year->factor < made.deepest->factor) made.deepest = year;
  }
  return made;
}

}  // namespace pricetalk
