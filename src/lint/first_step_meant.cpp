#include "lint/first_step_meant.hpp"

#include <algorithm>

#include "calendar/counts.hpp"
#include "contract/accepted.hpp"
#include "contract/scheduled_dates.hpp"
#include "document/time_words.hpp"
#include "pricetalk/explain/format.hpp"

namespace pricetalk {

namespace {

constexpr const char* code_of_first_steps = "W0133";

/// "1 year", "11 months"; in whole years where it is.
Phrase months_in_words(int months) {
  const bool years = months % 12 == 0;
  const int count = years ? months / 12 : months;
  const Phrase unit = words(years ? Unit::year : Unit::month, count);
  return {std::to_string(count) + " " + unit.en, std::to_string(count) + " " + unit.nl};
}

/// The first day after the price that lies whole intervals before a date.
Date first_in_line(Date date, Date priced, const Duration& every) {
  while (priced < date - every) date = date - every;
  return date;
}

std::string month_and_day(int month, int day) {
  const auto two = [](int number) { return (number < 10 ? "0" : "") + std::to_string(number); };
  return two(month) + "-" + two(day);
}

/// `on = "01-07"` of a contract that begins on 1 January: a first step within days, where 1 July
/// was meant, or the next year.
std::optional<Doubt> within_days(const Contract& contract, const Line& line, const Clause& clause) {
  const Schedule& when = clause.when;
  const auto& day = when.on.value.day;
  if (day->day == 1) return std::nullopt;
  const Date priced = std::max(line.from.value, line.price_date);
  const auto first = next_date(contract, line, clause, priced.plus_days(1));
  if (!first || priced.plus_days(31) < *first) return std::nullopt;
  const bool turns = day->day <= 12 && day->day != day->month;
  const std::string turned = month_and_day(day->day, day->month);
  const auto title = [&](Language language) {
    return say(language, "the first step comes on ", "de eerste aanpassing komt op ") +
           date_text(*first, language) +
           say(language, ", within a month of the price of ",
               ", binnen een maand na de prijs van ") +
           date_text(priced, language);
  };
  const std::string next = (*first + Duration{1, Unit::year}).text();
  const Phrase year{"write the first date: first = " + next + ", or first = " + first->text() +
                        " where the contract says so",
                    "schrijf de eerste datum op: first = " + next +
                        ", of first = " + first->text() + " als het contract dat zegt"};
  const Phrase remedy = turns ? Phrase{"`on` is month-day: write on = \"" + turned +
                                           "\" if that is meant; else " + year.en,
                                       "`on` is maand-dag: schrijf on = \"" + turned +
                                           "\" als dat is bedoeld; anders: " + year.nl}
                              : year;
  return Doubt{
      code_of_first_steps, *when.on.where, {title(Language::en), title(Language::nl)}, remedy};
}

/// `on = "01-07"` of a contract that begins on 1 July.
std::optional<Doubt> turned(const Contract& contract, const Clause& clause) {
  const MonthDay& day = *clause.when.on.value.day;
  if (day.day > 12 || day.day == day.month || contract.start.month() != day.day ||
      contract.start.day() != day.month)
    return std::nullopt;
  const auto title = [&](Language language) {
    return say(language, "the contract begins on ", "het contract begint op ") +
           date_text(contract.start, language) +
           say(language, ", and each step comes on ", ", en elke aanpassing komt op ") +
           std::to_string(day.day) + " " + month_name(day.month, language);
  };
  const std::string meant = month_and_day(day.day, day.month);
  return Doubt{code_of_first_steps,
               *clause.when.on.where,
               {title(Language::en), title(Language::nl)},
               {"`on` is month-day: write on = \"" + meant + "\" if that is meant",
                "`on` is maand-dag: schrijf on = \"" + meant + "\" als dat is bedoeld"}};
}

/// An interval of years that the contract does not last.
std::optional<Doubt> never_comes(const Contract& contract, const Line& line, const Clause& clause,
                                 int months) {
  const Stated<Duration>& every = *clause.when.every;
  if (months <= 12 || !contract.end || !every.where) return std::nullopt;
  const Date priced = std::max(line.from.value, line.price_date);
  const auto first = next_date(contract, line, clause, priced.plus_days(1));
  if (!first || *first <= *contract.end) return std::nullopt;
  const auto title = [&](Language language) {
    return say(language, "the first step comes on ", "de eerste aanpassing komt op ") +
           date_text(*first, language) +
           say(language, ", and the contract ends on ", ", en het contract eindigt op ") +
           date_text(*contract.end, language) +
           say(language, ": no step falls in it", ": er valt geen aanpassing in");
  };
  return Doubt{code_of_first_steps,
               *every.where,
               {title(Language::en), title(Language::nl)},
               {"look at the interval, and at the end; a rise of each year is every = \"year\"",
                "kijk naar het interval, en naar het einde; een stijging per jaar is every = "
                "\"year\""}};
}

std::optional<Doubt> of_line(const Contract& contract, const Line& line, const Clause& clause) {
  const Schedule& when = clause.when;
  const int months = when.every ? when.every->value.months().value_or(0) : 0;
  if (auto never = never_comes(contract, line, clause, months)) return never;
  if (months == 0 || when.first || !when.on.value.day || !when.on.where) return std::nullopt;
  if (months == 12) {
    if (auto other = turned(contract, clause)) return other;
    return within_days(contract, line, clause);
  }
  const Duration every{months, Unit::month};
  const Date priced = std::max(line.from.value, line.price_date);
  const auto first = next_date(contract, line, clause, priced.plus_days(1));
  if (!first) return std::nullopt;
  const int waited = calendar_months_between(priced, *first);
  const bool sooner = 12 < months && waited < months;
  if (!sooner && !(months < 12 && months < waited)) return std::nullopt;
  const Date whole = sooner ? *first + Duration{12 * ((months - waited + 11) / 12), Unit::month}
                            : first_in_line(*first, priced, every);
  const auto title = [&](Language language) {
    const Money price{line.prices.front().original.value, contract.currency};
    const Phrase interval = months_in_words(months);
    const Phrase wait = months_in_words(waited);
    const std::string day = date_text(*first, language);
    const std::string unchanged = money_text(price, language);
    return say(language,
               "the interval is " + interval.en + ", and the first step comes on " + day +
                   ", after " + wait.en +
                   (sooner ? "" : ": until then " + unchanged + " stays what it is"),
               "het interval is " + interval.nl + ", en de eerste aanpassing komt op " + day +
                   ", na " + wait.nl + (sooner ? "" : ": tot dan blijft de prijs " + unchanged));
  };
  const std::string expected = whole.text();
  const Phrase remedy{"write the first date: first = " + expected +
                          ", or first = " + first->text() + " where the contract says so",
                      "schrijf de eerste datum op: first = " + expected +
                          ", of first = " + first->text() + " als het contract dat zegt"};
  return Doubt{
      code_of_first_steps, *when.on.where, {title(Language::en), title(Language::nl)}, remedy};
}

}  // namespace

std::vector<Doubt> unexpected_first_steps(const Contract& contract) {
  std::vector<Doubt> found;
  for (const Line& line : contract.lines)
    for (const std::size_t position : line.clauses) {
      const Clause& clause = contract.clauses[position];
      auto one = of_line(contract, line, clause);
      const auto same = [&](const Doubt& each) { return each.where == one->where; };
      if (!one || accepts(clause.accepts, code_of_first_steps) ||
          std::any_of(found.begin(), found.end(), same))
        continue;
      found.push_back(std::move(*one));
    }
  return found;
}

}  // namespace pricetalk
