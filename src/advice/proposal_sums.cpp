#include <algorithm>

#include "advice/future_name.hpp"
#include "advice/propose.hpp"
#include "pricetalk/advice/redface.hpp"
#include "pricetalk/explain/format.hpp"
#include "pricing/timeline.hpp"

namespace pricetalk {

Phrase future_name(const std::string& id) {
  constexpr std::string_view known[][2] = {
      {"low", "laag"}, {"expected", "verwacht"}, {"high", "hoog"}};
  for (const auto& [en, nl] : known)
    if (id == en || id == nl) return {std::string(en), std::string(nl)};
  return same(id);
}

Phrase ProposalYear::name() const {
  const bool calendar_year =
      from.month() == 1 && from.day() == 1 && until == *Date::make(from.year(), 12, 31);
  if (calendar_year) return same(std::to_string(from.year()));
  const auto month = [](const Date& date, Language language) {
    return month_name(date.month(), language) + " " + std::to_string(date.year());
  };
  const bool one = from.year() == until.year() && from.month() == until.month();
  if (one) return {month(from, Language::en), month(from, Language::nl)};
  const auto first = [&](Language language) {
    return from.year() == until.year() ? month_name(from.month(), language) : month(from, language);
  };
  return {first(Language::en) + " to " + month(until, Language::en),
          first(Language::nl) + " tot en met " + month(until, Language::nl)};
}

PriceSums price_sums(const Simulation& ways) {
  PriceSums sums;
  for (const std::string& id : ways.futures) {
    const Run* with = ways.find(id, as_it_is);
    const Run* without = ways.find(id, way_waived);
    if (with == nullptr || without == nullptr) continue;
    const bool first = sums.futures.empty();
    PriceFuture future{id, future_name(id), {}, {}};
    for (std::size_t i = 0; i < with->running_years.size() && i < without->running_years.size();
         ++i) {
      const YearTotal& year = with->running_years[i];
      if (year.total.months_contracted == 0) continue;
      if (first) {
        const Date end = ways.contract_end.value_or(year.last);
        sums.years.push_back({year.first, std::min(year.last, end)});
      }
      future.enforced.push_back(year.total.contracted.figure);
      future.waived.push_back(without->running_years[i].total.contracted.figure);
    }
    sums.futures.push_back(std::move(future));
  }
  return sums;
}

std::optional<Date> adjustment_under_discussion(const Contract& contract, Date today) {
  std::optional<Date> found;
  const Date horizon = shift(today, Duration{1, Unit::year}, 10);
  for (const Line& line : contract.lines)
    for (const Occasion& occasion : timeline(contract, line, horizon)) {
      // What comes later because it was announced late is still the step of its own date.
      const Date day = occasion.kind == Occasion::Kind::late ? occasion.date : occasion.day;
      if (occasion.kind != Occasion::Kind::agreed && day > today && (!found || day < *found))
        found = day;
    }
  return found;
}

int relation_years(const Contract& contract, Date today) {
  const Date since = contract.customer_since;
  const int years = today.year() - since.year();
  return shift(since, Duration{1, Unit::year}, years) > today ? years - 1 : years;
}

}  // namespace pricetalk
