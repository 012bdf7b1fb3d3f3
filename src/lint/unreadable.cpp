#include "lint/unreadable.hpp"

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

bool asks_a_day(const PeriodRule& rule) {
  if (std::holds_alternative<PeriodRule::DayIn>(rule.what)) return true;
  const auto* before = std::get_if<PeriodRule::Before>(&rule.what);
  return before != nullptr && before->unit == Unit::day && !before->window;
}

bool has_longer_periods(const IndexRead& read, const Library& library) {
  const Series* series = library.find(read.series.value.value);
  return series != nullptr && series->frequency && *series->frequency != Unit::day &&
         read.interpolation.value == Interpolation::none;
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

std::optional<Answer> why_not(const Rule& rule, const IndexRead& read, const PriceEntry& entry,
                              const Contract& contract, const Library& library) {
  if (rule.value.text.empty()) return std::nullopt;  // the contract does not say it
  if (counts_from_the_bid(rule.value) && !contract.bid)
    return Answer{{"the contract does not state the day of the bid",
                   "het contract noemt de dag van de inschrijving niet"},
                  {"write it in [contract], bid = 2024-01-15",
                   "schrijf haar in [contract], bid = 2024-01-15"}};
  if (asks_a_day(rule.value) && has_longer_periods(read, library))
    return Answer{{"`" + rule.value.text + "` names a day, and " + read.series.value.value +
                       " has no figures of days",
                   "`" + rule.value.text + "` noemt een dag, en " + read.series.value.value +
                       " heeft geen cijfers van dagen"},
                  {"name a period that the series has, or interpolation = \"linear\"",
                   "noem een periode die de reeks heeft, of interpolation = \"linear\""}};
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

}  // namespace

std::optional<Unreadable> unreadable(const PriceEntry& entry, const Contract& contract,
                                     const Library& library) {
  if (entry.price || entry.clause == nullptr) return std::nullopt;
  for (const IndexRead& read : entry.clause->reads)
    for (const Rule* rule : {&read.use, &read.base})
      if (auto answer = why_not(*rule, read, entry, contract, library))
        return Unreadable{rule->where.value_or(read.where), std::move(answer->why),
                          std::move(answer->remedy)};
  return std::nullopt;
}

}  // namespace pricetalk
