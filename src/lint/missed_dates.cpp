#include "lint/missed_dates.hpp"

#include <algorithm>

#include "contract/accepted.hpp"
#include "contract/scheduled_dates.hpp"
#include "pricetalk/explain/format.hpp"

namespace pricetalk {

namespace {

constexpr const char* code_of_missed_dates = "W0134";

/// The dates around a period in which none falls; nothing on a side where there is none.
struct AroundPeriod {
  std::optional<Date> before;
  std::optional<Date> after;
};

/// The dates of one clause over all lines that it moves.
class ClauseDates {
 public:
  ClauseDates(const Contract& contract, const Clause& clause)
      : contract_(contract), clause_(clause) {
    for (const Line& line : contract.lines)
      for (const std::size_t position : line.clauses)
        if (&contract.clauses[position] == &clause) lines_.push_back(&line);
  }

  bool moves_a_line() const { return !lines_.empty(); }

  /// The first adjustment date of all lines.
  std::optional<Date> first() const {
    std::optional<Date> first;
    for (const Line* line : lines_) {
      const Date priced = std::max(line->from.value, line->price_date);
      const auto date = next_date(contract_, *line, clause_, priced.plus_days(1));
      if (date && (!first || *date < *first)) first = date;
    }
    return first;
  }

  /// Nothing where a date falls in the period, or where that cannot be told.
  std::optional<AroundPeriod> around(Date from, Date until) const {
    AroundPeriod around;
    for (const Line* line : lines_) {
      const auto after = next_date(contract_, *line, clause_, from);
      const auto before = last_date(contract_, *line, clause_, from.plus_days(-1));
      if (!before && !after) return std::nullopt;
      if (after && *after <= until) return std::nullopt;
      if (before && (!around.before || *around.before < *before)) around.before = before;
      if (after && (!around.after || *after < *around.after)) around.after = after;
    }
    return around;
  }

 private:
  const Contract& contract_;
  const Clause& clause_;
  std::vector<const Line*> lines_;
};

Phrase advice_on(const AroundPeriod& around) {
  const auto text = [&](Language language) {
    const std::string after =
        around.after ? say(language, " and on ", " en op ") + date_text(*around.after, language)
                     : "";
    return say(language, "look at the days: adjustments come on ",
               "controleer de dagen: aanpassingen komen op ") +
           date_text(*around.before, language) + after;
  };
  return {text(Language::en), text(Language::nl)};
}

std::optional<Doubt> of_period(const ClauseDates& dates, const DuringTerms& terms, Date start) {
  if (!terms.from || !terms.until || !terms.from->where) return std::nullopt;
  const Date from = terms.from->value;
  const Date until = terms.until->value;
  if (until < from) return std::nullopt;
  const auto around = dates.around(from, until);
  // Terms of the years before the first adjustment were written for others beside it.
  if (!around || !around->before || *around->before < start) return std::nullopt;
  const auto title = [&](Language language) {
    return say(language, "no adjustment falls in the period from ",
               "er valt geen aanpassing in de periode van ") +
           date_text(from, language) + say(language, " to ", " tot en met ") +
           date_text(until, language) +
           say(language, ": these terms never hold", ": deze voorwaarden gelden nooit");
  };
  return Doubt{code_of_missed_dates,
               *terms.from->where,
               {title(Language::en), title(Language::nl)},
               unless_accepted(code_of_missed_dates, advice_on(*around))};
}

std::optional<Doubt> of_constant(const std::string& name, const Stated<ConstantValue>& constant,
                                 Date first) {
  const auto& rows = constant.value.values;
  if (rows.empty() || !rows.front().from || *rows.front().from <= first || !constant.where)
    return std::nullopt;
  const Date begins = *rows.front().from;
  const auto title = [&](Language language) {
    return "`" + name + "` " + say(language, "begins on ", "begint op ") +
           date_text(begins, language) +
           say(language, ", and the first adjustment is on ", ", en de eerste aanpassing is op ") +
           date_text(first, language) +
           say(language, ": the price of that day can never be determined",
               ": de prijs van die dag is nooit te bepalen");
  };
  const std::string row = "{ from = " + first.text() + ", value = ";
  return Doubt{code_of_missed_dates,
               *constant.where,
               {title(Language::en), title(Language::nl)},
               {"add what held on that day: " + row +
                    "… }, or write `first` where adjustments "
                    "begin later",
                "voeg toe wat op die dag gold: " + row +
                    "… }, of schrijf `first` als de aanpassingen later beginnen"}};
}

std::vector<Doubt> of_clause(const Contract& contract, const Clause& clause) {
  std::vector<Doubt> found;
  const ClauseDates dates(contract, clause);
  if (!dates.moves_a_line()) return found;
  const auto keep = [&](std::optional<Doubt> doubt) {
    if (doubt) found.push_back(std::move(*doubt));
  };
  for (const auto& each : contract.terms.clause) {
    if (each.id != clause.id) continue;
    for (const DuringTerms& terms : each.terms.during)
      keep(of_period(dates, terms, contract.start));
  }
  const auto first = dates.first();
  if (first)
    for (const auto& [name, constant] : clause.ladder_on(*first).constants)
      keep(of_constant(name, constant, *first));
  return found;
}

}  // namespace

std::vector<Doubt> terms_that_miss_the_dates(const Contract& contract) {
  std::vector<Doubt> found;
  for (const Clause& clause : contract.clauses) {
    // A clause of a shared file is written for more contracts than this one.
    if (clause.where.source != contract.sources.front().get()) continue;
    if (accepts(clause.accepts, code_of_missed_dates)) continue;
    for (Doubt& each : of_clause(contract, clause)) found.push_back(std::move(each));
  }
  return found;
}

}  // namespace pricetalk
