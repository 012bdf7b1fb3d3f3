#include "pricetalk/pricing/coverage.hpp"

#include <algorithm>

namespace pricetalk {

Lookup Coverage::look_up(const FigureRequest& request) const {
  return pricetalk::look_up(*library_, request.series, request.period, request.which,
                            from(request.reading_day));
}

bool Coverage::sees(const FigureRequest& request) const {
  return std::holds_alternative<Seen>(look_up(request));
}

bool Coverage::records(std::string_view series, const Period& period) const {
  const Series* found = library_->find(series);
  return found != nullptr && std::any_of(found->records.begin(), found->records.end(),
                                         [&](const Observation& o) { return o.period == period; });
}

std::vector<Period> Coverage::periods_inside(std::string_view series,
                                             const PeriodSpan& span) const {
  const Series* found = library_->find(series);
  return found == nullptr ? std::vector<Period>{} : pricetalk::periods_inside(*found, span);
}

std::optional<Unit> Coverage::frequency(std::string_view series) const {
  const Series* found = library_->find(series);
  return found == nullptr ? std::nullopt : found->frequency;
}

std::optional<Period> Coverage::latest(std::string_view series, Which which,
                                       Date reading_day) const {
  return latest_period(*library_, series, which, from(reading_day));
}

std::optional<Period> Coverage::last_definitive(std::string_view a, std::string_view b,
                                                Date reading_day) const {
  const Series* first = library_->find(a);
  std::optional<Period> last;
  if (first == nullptr) return last;
  for (const Observation& o : first->records) {
    if (last && o.period <= *last) continue;
    const auto definitive = [&](std::string_view series) {
      return sees({std::string(series), o.period, Which::definitive, reading_day});
    };
    if (definitive(a) && definitive(b)) last = o.period;
  }
  return last;
}

bool Coverage::percent(std::string_view series) const {
  const Series* found = library_->find(series);
  return found != nullptr && found->unit == SeriesUnit::percent;
}

}  // namespace pricetalk
