#include "pricing/figures.hpp"

#include <algorithm>
#include <limits>

namespace pricetalk {

Lookup Figures::look_up(const FigureRequest& request) const {
  return pricetalk::look_up(library(), request.series, request.period, request.which,
                            from(request.reading_day));
}

bool Figures::sees(const FigureRequest& request) const {
  return std::holds_alternative<Seen>(look_up(request));
}

bool Figures::records(std::string_view series, const Period& period) const {
  const Series* found = library().find(series);
  return found != nullptr && !found->records.of(period).empty();
}

bool Figures::any_day_from(std::string_view series, Date day) const {
  const Series* found = library().find(series);
  if (found == nullptr) return false;
  const auto days = found->records.of(Unit::day);
  return !days.empty() && found->records[days.back()].period.first_day() >= day;
}

bool Figures::any_day_until(std::string_view series, Date day) const {
  const Series* found = library().find(series);
  return found != nullptr && !found->records.begun_by(day, Unit::day).empty();
}

bool Figures::hole(std::string_view series, const Period& period) const {
  const Series* found = library().find(series);
  return found != nullptr && found->hole(period) != nullptr;
}

std::optional<KnownSince> Figures::known_since(const FigureRequest& request) const {
  const Date never = Date::from_days(std::numeric_limits<std::int32_t>::max());
  FigureRequest at_last = request;
  at_last.reading_day = never;
  if (!sees(at_last)) return std::nullopt;
  const Series* series = library().find(request.series);
  std::optional<KnownSince> first;
  for (const RecordId id : series->records.of(request.period)) {
    const Observation& o = series->records[id];
    if (o.status == FigureStatus::withdrawn) continue;
    if (request.which == Which::definitive &&
        (o.status == FigureStatus::provisional || o.status == FigureStatus::estimate))
      continue;
    const KnownSince since = o.published ? KnownSince{*o.published, true}
                                         : KnownSince{o.retrieved.value_or(never), false};
    if (!first || since.day < first->day) first = since;
  }
  return first;
}

std::vector<Period> Figures::periods_inside(std::string_view series, const PeriodSpan& span) const {
  const Series* found = library().find(series);
  return found == nullptr ? std::vector<Period>{} : pricetalk::periods_inside(*found, span);
}

std::optional<Unit> Figures::frequency(std::string_view series) const {
  const Series* found = library().find(series);
  return found == nullptr ? std::nullopt : found->frequency;
}

std::optional<Period> Figures::latest(std::string_view series, Which which,
                                      Date reading_day) const {
  return latest_period(library(), series, which, from(reading_day));
}

std::optional<Period> Figures::last_definitive(std::string_view a, std::string_view b,
                                               Date reading_day) const {
  const Series* first = library().find(a);
  std::optional<Period> last;
  if (first == nullptr) return last;
  for (const Unit unit : all_units) {
    const auto known = first->records.of(unit);
    for (auto id = known.rbegin(); id != known.rend(); ++id) {
      const Period& period = first->records[*id].period;
      if (last && period <= *last) break;
      const auto definitive = [&](std::string_view series) {
        return sees({std::string(series), period, Which::definitive, reading_day});
      };
      if (!definitive(a) || !definitive(b)) continue;
      last = period;
      break;
    }
  }
  return last;
}

bool Figures::percent(std::string_view series) const {
  const Series* found = library().find(series);
  return found != nullptr && found->unit == SeriesUnit::percent;
}

}  // namespace pricetalk
