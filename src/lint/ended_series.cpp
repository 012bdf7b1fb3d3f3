#include "lint/ended_series.hpp"

#include <algorithm>

#include "contract/accepted.hpp"
#include "index/import_command.hpp"
#include "pricetalk/explain/format.hpp"
#include "pricing/fold.hpp"

namespace pricetalk {

namespace {

constexpr const char* code_of_ended = "W0137";

/// `link = { next = "cbs/cpi-2025", coefficient = 1.2345 }`.
std::string link_text(const Series& series) {
  const std::string next = "link = { next = \"" + series.successor + "\", ";
  for (const SeriesLink& each : series.links)
    if (each.next == series.successor)
      return next + (each.to_next ? "coefficient_to_next = " : "coefficient = ") +
             each.coefficient.text() + " }";
  return next + "at = \"last definitive\" }";
}

/// Whether a price waits for a figure that comes after the last one of the series.
bool waits_for_ever(const PriceEntry& entry, const Series& series) {
  if (entry.price) return false;
  const auto& reasons = entry.price.why().reasons();
  return std::any_of(reasons.begin(), reasons.end(), [&](const Reason& reason) {
    return reason.kind == Reason::Kind::missing && reason.series == series.id && reason.period &&
           series.stopped->last_day() < reason.period->last.first_day();
  });
}

/// The first step of a line for which a clause would need a figure after the last one.
const PriceEntry* first_without(const PriceSchedule& prices, const Clause& clause,
                                const Series& series) {
  const auto found =
      std::find_if(prices.entries.begin(), prices.entries.end(), [&](const PriceEntry& entry) {
        return entry.clause == &clause && waits_for_ever(entry, series);
      });
  return found == prices.entries.end() ? nullptr : &*found;
}

/// Whether the step before it has a price: else it lacks one for another reason already.
bool is_first_unknown(const PriceSchedule& prices, const PriceEntry& step) {
  return std::all_of(prices.entries.begin(), prices.entries.end(), [&](const PriceEntry& entry) {
    return step.date <= entry.date || entry.price;
  });
}

Doubt in_words(const Series& series, const IndexRead& read, const PriceSchedule& prices,
               const PriceEntry& step, const Library& library) {
  const std::string& name = series.title.empty() ? series.id : series.title;
  const bool first = is_first_unknown(prices, step);
  const auto title = [&](Language language) {
    return (first ? say(language, "from the step of ", "vanaf de aanpassing van ")
                  : say(language, "the step of ", "de aanpassing van ")) +
           date_text(step.date, language) +
           (first ? say(language, " no price can be determined: ", " is er geen prijs te bepalen: ")
                  : say(language, " asks for a figure that never comes: ",
                        " vraagt een cijfer dat er nooit komt: ")) +
           name + say(language, " stops with ", " stopt met ") +
           period_text(*series.stopped, language) +
           say(language, ", and the contract names no series after it",
               ", en het contract noemt geen reeks daarna");
  };
  return {code_of_ended,
          read.where,
          {title(Language::en), title(Language::nl)},
          unless_accepted(code_of_ended, what_follows(series, library))};
}

}  // namespace

Phrase what_follows(const Series& series, const Library& library) {
  const Phrase agree{"agree on what follows", "spreek af wat daarna geldt"};
  if (series.successor.empty())
    return {agree.en +
                ", and name that series: link = { next = \"its id\", at = \"last "
                "definitive\" }",
            agree.nl +
                ", en noem die reeks: link = { next = \"haar id\", at = \"last "
                "definitive\" }"};
  const std::string link = link_text(series);
  if (library.find(series.successor) != nullptr)
    return {agree.en + ", and write it: " + link, agree.nl + ", en schrijf het op: " + link};
  const auto import = [&](Language language) {
    return "`" + import_command(series.successor, &series, language) + "`";
  };
  return {agree.en + "; if that is " + series.successor +
              ", which is not in the library yet, bring it in first, " + import(Language::en) +
              ", and then write: " + link,
          agree.nl + "; als dat " + series.successor +
              " is, die nog niet in de bibliotheek staat, haal die dan eerst binnen, " +
              import(Language::nl) + ", en schrijf daarna: " + link};
}

std::vector<Doubt> prices_without_a_successor(const Contract& contract, const Coverage& coverage) {
  std::vector<Doubt> found;
  const Library& library = coverage.library();
  for (const Line& line : contract.lines)
    for (const std::size_t position : line.clauses) {
      const Clause& clause = contract.clauses[position];
      if (accepts(clause.accepts, code_of_ended)) continue;
      for (const IndexRead* read : clause.all_reads()) {
        const Series* series = library.find(read->series.value.value);
        const bool told = std::any_of(found.begin(), found.end(),
                                      [&](const Doubt& each) { return each.where == read->where; });
        if (series == nullptr || !series->stopped || !read->links.empty() || told) continue;
        const Date until = series->stopped->last_day() + Duration{3, Unit::year};
        const PriceSchedule prices =
            schedule(PricingContext{&contract, &line, 0, &coverage},
                     contract.end ? std::min(until, *contract.end) : until);
        if (const PriceEntry* step = first_without(prices, clause, *series))
          found.push_back(in_words(*series, *read, prices, *step, library));
      }
    }
  return found;
}

}  // namespace pricetalk
