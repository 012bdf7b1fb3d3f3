#include <algorithm>

#include "contract/resolve_clause.hpp"

namespace pricetalk {

namespace {

/// Whether stated days lie a year apart, so that "in a year" and "at one adjustment" are the same.
bool a_year_apart(const std::vector<Stated<Date>>& dates) {
  for (std::size_t i = 1; i < dates.size(); ++i)
    if (dates[i - 1].value + Duration{1, Unit::year} != dates[i].value) return false;
  return dates.size() > 1;
}

}  // namespace

void check_yearly_limits(const Clause& clause, Diagnostics& diagnostics) {
  const Schedule& when = clause.when;
  const int months = when.every ? when.every->value.months().value_or(0) : 0;
  const bool odd = months > 12 && months % 12 != 0;
  if (!odd && (when.dates.empty() || a_year_apart(when.dates))) return;
  for (const DatedLadder& dated : clause.ladders) {
    const Limits& limits = dated.ladder.limits;
    if (limits.per.value != LimitPer::year || !limits.per.where ||
        (limits.cap.empty() && limits.floor.empty()))
      continue;
    Phrase title{
        "at each of these dates the limit holds once, against the price of a year before, "
        "however long ago the last adjustment was",
        "op elk van deze dagen geldt de grens één keer, tegenover de prijs van een jaar "
        "eerder, hoe lang geleden de vorige aanpassing ook was"};
    if (odd) {
      const std::string whole = std::to_string(months / 12);
      const std::string rest = std::to_string(months % 12);
      title = {"in " + std::to_string(months) + " months the limit holds " + whole +
                   (months < 24 ? " time" : " times") + "; the other " + rest +
                   " months give no room",
               "in " + std::to_string(months) + " maanden geldt de grens " + whole +
                   " keer; de overige " + rest + " maanden geven geen ruimte"};
    }
    return diagnostics.warning(
        "C0236", *limits.per.where, std::move(title),
        {"where the whole time gives room, write per = \"adjustment\" and the limit for that time",
         "geeft de hele tijd ruimte, schrijf dan per = \"adjustment\" en de grens voor die tijd"});
  }
}

}  // namespace pricetalk
