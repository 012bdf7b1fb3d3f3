#include "lint/unreadable.hpp"

#include <algorithm>

#include "calendar/counts.hpp"
#include "document/time_words.hpp"
#include "pricetalk/explain/format.hpp"

namespace pricetalk {

namespace {

/// A rule of an index, as `use` or as `base`.
using Rule = Stated<PeriodRule>;

const PeriodRule::Before* counted(const PeriodRule& rule) {
  if (const auto* before = std::get_if<PeriodRule::Before>(&rule.what)) return before;
  const auto* day = std::get_if<PeriodRule::DayIn>(&rule.what);
  return day == nullptr ? nullptr : std::get_if<PeriodRule::Before>(&day->in);
}

bool counts_from_the_bid(const PeriodRule& rule) {
  const PeriodRule::Before* before = counted(rule);
  return before != nullptr && before->event == Event::bid;
}

/// What kind of period a rule reads one figure of; nothing where several make it up, or where it
/// follows another rule.
std::optional<Unit> asked_unit(const PeriodRule& rule) {
  if (rule.reading != PeriodRule::Reading::figure) return std::nullopt;
  if (std::holds_alternative<PeriodRule::DayIn>(rule.what)) return Unit::day;
  if (const auto* fixed = std::get_if<PeriodRule::Fixed>(&rule.what))
    return fixed->span.first.unit();
  if (const auto* named = std::get_if<PeriodRule::Named>(&rule.what)) return named->unit;
  const auto* before = std::get_if<PeriodRule::Before>(&rule.what);
  return before == nullptr || before->window ? std::nullopt : std::optional(before->unit);
}

/// The longest periods that a series has figures of; nothing where it has those that are asked for,
/// or where other series go on from it.
std::optional<Unit> other_unit(const IndexRead& read, Unit asked, const Library& library) {
  const Series* series = library.find(read.series.value.value);
  if (series == nullptr || !read.links.empty() || series->frequency == asked) return std::nullopt;
  if (!series->records.of(asked).empty() || !series->derived.empty()) return std::nullopt;
  for (auto unit = all_units.rbegin(); unit != all_units.rend(); ++unit)
    if (!series->records.of(*unit).empty()) return *unit;
  return std::nullopt;
}

/// The month after the start from which a reference is read.
std::optional<Date> after_the_start(const PeriodRule& rule, const Contract& contract) {
  const auto* before = std::get_if<PeriodRule::Before>(&rule.what);
  if (before == nullptr || before->event != Event::start || before->count >= 0) return std::nullopt;
  return Period::containing(contract.start, before->unit).plus(-before->count).first_day();
}

/// Why not, and what to write.
struct Answer {
  Phrase why;
  Phrase remedy;
};

/// "years", "jaren": without a number before it.
Phrase several(Unit unit) { return unit == Unit::year ? Phrase{"years", "jaren"} : words(unit, 2); }

/// Nothing is converted silently: a year of a series of months has no figure of its own.
Answer of_other_periods(const std::string& rule, Unit asked, Unit there,
                        const std::string& series) {
  const Phrase one = words(asked, 1);
  const Phrase many = several(asked);
  const Phrase have = several(there);
  Answer made{{"`" + rule + "` names a " + one.en + ", and " + series + " has no figures of " +
                   many.en + " but of " + have.en,
               "`" + rule + "` noemt een " + one.nl + ", en " + series +
                   " heeft geen cijfers van " + many.nl + " maar van " + have.nl},
              {}};
  if (asked == Unit::day)
    made.remedy = {
        "name the " + words(there, 1).en +
            ", for example \"month of adjustment\"; interpolation = \"linear\" then "
            "counts the days inside a month",
        "noem de " + words(there, 1).nl +
            ", bijvoorbeeld \"month of adjustment\"; interpolation = \"linear\" telt dan "
            "de dagen binnen een maand"};
  else if (there < asked)
    made.remedy = {
        "write the mean of its " + have.en + ", \"average of " + rule + "\", or name one of them",
        "schrijf het gemiddelde van de " + have.nl + ", \"average of " + rule +
            "\", of noem er een"};
  else
    made.remedy = {"name a " + words(there, 1).en + ", or a series that has " + many.en,
                   "noem een " + words(there, 1).nl + ", of een reeks die " + many.nl + " heeft"};
  return made;
}

/// The first day of the period that a rule names on a date, where it can be told from the date
/// alone.
std::optional<Date> first_day_of(const PeriodRule& rule, Date date) {
  if (const auto* named = std::get_if<PeriodRule::Named>(&rule.what)) {
    const int year = date.year() - named->years_before;
    return (named->unit == Unit::month ? Period::month(year, named->first)
                                       : Period::quarter(year, named->first))
        .first_day();
  }
  const auto* before = std::get_if<PeriodRule::Before>(&rule.what);
  if (before == nullptr || before->event != Event::adjustment) return std::nullopt;
  return Period::containing(date, before->unit).plus(-before->count).first_day();
}

/// A figure of a period that only begins after the price holds.
std::optional<Answer> after_the_date(const Rule& rule, const PriceEntry& entry) {
  const auto first = first_day_of(rule.value, entry.date);
  if (!first || *first <= std::max(entry.date, entry.from)) return std::nullopt;
  const int months = std::max(calendar_months_between(entry.date, *first), 1);
  const Phrase unit = words(Unit::month, months);
  const auto text = [&](Language language) {
    return "`" + rule.value.text + "`" + say(language, " is ", " is ") +
           period_text(Period::containing(*first, Unit::month), language) + ", " +
           std::to_string(months) + " " + say(language, unit.en, unit.nl) +
           say(language, " after that date", " na die datum");
  };
  return Answer{
      {text(Language::en), text(Language::nl)},
      {"name a period before the date, as `october of previous year` or `3 months before`",
       "noem een periode voor de datum, zoals `october of previous year` of `3 months "
       "before`"}};
}

std::optional<Answer> why_not(const Rule& rule, const IndexRead& read, const PriceEntry& entry,
                              const Contract& contract, const Library& library) {
  if (rule.value.text.empty()) return std::nullopt;  // the contract does not say it
  if (counts_from_the_bid(rule.value) && !contract.bid)
    return Answer{{"the contract does not state the day of the bid",
                   "het contract noemt de dag van de inschrijving niet"},
                  {"write it in [contract], bid = 2024-01-15",
                   "schrijf haar in [contract], bid = 2024-01-15"}};
  if (const auto asked = asked_unit(rule.value))
    if (const auto unit = other_unit(read, *asked, library))
      return of_other_periods(rule.value.text, *asked, *unit, read.series.value.value);
  const auto later = after_the_start(rule.value, contract);
  if (later && entry.date < *later)
    return Answer{{"`" + rule.value.text + "` is a period after that date",
                   "`" + rule.value.text + "` is een periode na die datum"},
                  {"let the first adjustment come later, adjust = { first = ... }, or name an "
                   "earlier reference",
                   "laat de eerste aanpassing later komen, adjust = { first = ... }, of noem een "
                   "eerdere referentie"}};
  return std::nullopt;
}

/// The unit of which a series has figures, where it has none of the one that is asked.
std::optional<Unit> unit_instead_of(const Series& series, Unit asked) {
  if (series.records.empty() || !series.records.of(asked).empty() || !series.derived.empty())
    return std::nullopt;
  for (auto unit = all_units.rbegin(); unit != all_units.rend(); ++unit)
    if (!series.records.of(*unit).empty()) return *unit;
  return std::nullopt;
}

/// A period in which both series of a link are compared, and never will be.
std::optional<Answer> never_linked(const LinkTerms& link, const IndexRead& read,
                                   const PriceEntry& entry, const Library& library) {
  if (!link.at || !link.at->where || !link.at->value.period) return std::nullopt;
  const Period at = *link.at->value.period;
  const Series* here = library.find(read.series.value.value);
  const Series* next = library.find(link.next.value.value);
  if (here == nullptr || next == nullptr) return std::nullopt;
  const auto last_common = [&]() -> std::optional<Period> {
    std::optional<Period> found;
    for (const Observation& each : here->records)
      if (!next->records.of(each.period).empty() && (!found || *found < each.period))
        found = each.period;
    return found;
  };
  const auto remedy = [&]() -> Phrase {
    const auto period = last_common();
    const std::string text = period ? period->text() : "2025-06";
    return {"write a period of which both have a figure, at = \"" + text +
                "\", or the coefficient that the publisher states",
            "schrijf een periode waarvan beide een cijfer hebben, at = \"" + text +
                "\", of de coëfficiënt die de uitgever noemt"};
  };
  for (const Series* series : {here, next})
    if (const auto unit = unit_instead_of(*series, at.unit())) {
      Answer made = of_other_periods(at.text(), at.unit(), *unit, series->id);
      made.remedy = remedy();
      return made;
    }
  const bool over = here->stopped && *here->stopped < at;
  if (over)
    return Answer{{here->id + " ends with " + here->stopped->text() + ", and the link is made in " +
                       at.text(),
                   here->id + " eindigt met " + here->stopped->text() +
                       ", en de koppeling ligt in " + at.text()},
                  remedy()};
  if (std::max(entry.date, entry.from) < at.first_day())
    return Answer{{"both series are only linked in " + at.text() + ", after that date",
                   "beide reeksen worden pas in " + at.text() + " gekoppeld, na die datum"},
                  remedy()};
  return std::nullopt;
}

/// "compound of" multiplies changes; the levels of an index are none.
std::optional<Answer> compounds_levels(const IndexRead& read, const Library& library) {
  static constexpr std::string_view begin = "compound of ";
  const Series* series = library.find(read.series.value.value);
  const std::string& text = read.use.value.text;
  if (series == nullptr || series->unit == SeriesUnit::percent || !text.starts_with(begin) ||
      read.use.value.reading != PeriodRule::Reading::compound || series->records.empty() ||
      series->records.back().value < Decimal(20, 0))
    return std::nullopt;
  const std::string symbol = read.symbol;
  const std::string ratio = symbol + "/" + symbol + "0";
  return Answer{{"`" + text + "` multiplies changes in percent, and " + series->id +
                     " holds the levels of an index",
                 "`" + text + "` vermenigvuldigt veranderingen in procenten, en " + series->id +
                     " bevat standen van een index"},
                {"compare the levels, formula = \"" + ratio + "\" with use = \"average of " +
                     text.substr(begin.size()) + "\", or name a series of changes",
                 "vergelijk de standen, formula = \"" + ratio + "\" met use = \"average of " +
                     text.substr(begin.size()) + "\", of noem een reeks van veranderingen"}};
}

}  // namespace

std::optional<Unreadable> unreadable(const PriceEntry& entry, const Contract& contract,
                                     const Library& library) {
  if (entry.clause == nullptr || entry.verdict == Verdict::start ||
      entry.verdict == Verdict::agreed)
    return std::nullopt;
  for (const IndexRead& read : entry.clause->reads)
    if (auto answer = after_the_date(read.use, entry))
      return Unreadable{read.use.where.value_or(read.where), std::move(answer->why),
                        std::move(answer->remedy)};
  if (entry.price) return std::nullopt;
  for (const IndexRead& read : entry.clause->reads) {
    if (auto answer = compounds_levels(read, library))
      return Unreadable{read.use.where.value_or(read.where), std::move(answer->why),
                        std::move(answer->remedy)};
    for (const LinkTerms& link : read.links)
      if (auto answer = never_linked(link, read, entry, library))
        return Unreadable{*link.at->where, std::move(answer->why), std::move(answer->remedy)};
  }
  for (const IndexRead& read : entry.clause->reads)
    for (const Rule* rule : {&read.use, &read.base})
      if (auto answer = why_not(*rule, read, entry, contract, library))
        return Unreadable{rule->where.value_or(read.where), std::move(answer->why),
                          std::move(answer->remedy)};
  return std::nullopt;
}

}  // namespace pricetalk
