#include "pricing/later_figures.hpp"

#include <algorithm>

#include "pricetalk/explain/format.hpp"
#include "pricing/timeline.hpp"

namespace pricetalk {

namespace {

bool reads_latest(const Clause& clause) {
  return std::any_of(clause.reads.begin(), clause.reads.end(), [](const IndexRead& read) {
    return std::holds_alternative<PeriodRule::Latest>(read.use.value.what);
  });
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
