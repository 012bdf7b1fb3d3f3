#include "pricing/later_figures.hpp"

#include <algorithm>

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

}  // namespace pricetalk
