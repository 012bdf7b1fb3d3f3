#include "pricing/later_figures.hpp"

#include <algorithm>

#include "index/look_up.hpp"
#include "pricetalk/explain/format.hpp"
#include "pricetalk/pricing/surcharge.hpp"
#include "pricing/timeline.hpp"

namespace pricetalk {

namespace {

bool reads_latest(const Clause& clause) {
  return std::any_of(clause.reads.begin(), clause.reads.end(), [](const IndexRead& read) {
    return std::holds_alternative<PeriodRule::Latest>(read.use.value.what);
  });
}

/// The record behind a figure, where a person entered it.
const Observation* entered(const PublishedFigure& figure, const Library& library) {
  const Series* series = library.find(figure.series);
  if (series == nullptr) return nullptr;
  for (const RecordId id : series->records.of(figure.about)) {
    const Observation& o = series->records[id];
    if (o.by_hand && o.value == figure.value) return &o;
  }
  return nullptr;
}

void add_entered(const Derivation& why, const Library& library, std::vector<EnteredFigure>& to) {
  if (!why) return;
  for (const InputSource& source : why.inputs) {
    const Observation* o = source.figure ? entered(*source.figure, library) : nullptr;
    if (o == nullptr) continue;
    EnteredFigure made{source.figure->series, source.figure->about, source.figure->value,
                       source.figure->percent, status_of(*o)};
    if (std::find(to.begin(), to.end(), made) == to.end()) to.push_back(std::move(made));
  }
}

bool waits(const PriceEntry& entry) {
  return std::any_of(entry.late.begin(), entry.late.end(),
                     [](const LateFigure& late) { return !late.came; });
}

}  // namespace

bool may_still_change(const PriceSchedule& prices, const PriceEntry& entry, Date today) {
  return std::any_of(prices.entries.begin(), prices.entries.end(), [&](const PriceEntry& each) {
    if (each.clause == nullptr || each.from > entry.from || each.verdict == Verdict::waived)
      return false;
    if (waits(each)) return true;
    if (reading_day(*prices.contract, *each.clause, each.date) <= today) return false;
    return reads_latest(*each.clause) || each.fixity == Fixity::provisional;
  });
}

Phrase in_words(const EnteredFigure& figure) {
  const auto text = [&](Language language) {
    return period_text(figure.period, language) + say(language, " of ", " van ") + figure.series +
           ": " + decimal_text(figure.value, language) + (figure.percent ? "%" : "") + ", " +
           figure.who.in(language);
  };
  return {text(Language::en), text(Language::nl)};
}

std::vector<EnteredFigure> entered_figures(const PriceSchedule& prices, Date on,
                                           const Library& library) {
  std::vector<EnteredFigure> made;
  const PriceEntry* entry = prices.on(on);
  if (entry == nullptr) return made;
  for (const PriceEntry& each : prices.entries)
    if (each.from <= entry->from && each.verdict != Verdict::waived)
      add_entered(each.why, library, made);
  for (const Surcharge& each : charged_on(prices, on).surcharges)
    add_entered(each.why, library, made);
  return made;
}

std::optional<Phrase> latest_so_far(const Contract& contract, const PriceEntry& entry, Date today) {
  if (entry.clause == nullptr || !entry.price || !reads_latest(*entry.clause)) return std::nullopt;
  const Date day = reading_day(contract, *entry.clause, entry.date);
  if (day <= today) return std::nullopt;
  return Phrase{"Provisional: reckoned with the latest figure of today; on " +
                    date_text(day, Language::en) + " the latest figure of that day counts.",
                "Voorlopig: gerekend is met het laatste cijfer dat er nu is; op " +
                    date_text(day, Language::nl) + " telt het laatste cijfer van die dag."};
}

}  // namespace pricetalk
