#include "answer/tender_levels.hpp"

#include <algorithm>

namespace pricetalk {

namespace {

/// The price as a level of the market of that day, so that it moves as one.
std::optional<Amount> moved_to_today(const Dossier& d, const PriceLevelTerms* as,
                                     const TenderRow& row) {
  PriceLevelTerms level;
  if (as != nullptr) level = *as;
  level.as_of.value = row.day;
  level.span = row.where;
  auto made = market_price(d, level, row.price, {"price of a tender", "prijs uit een aanbesteding"},
                           d.today);
  if (made && !made->price) return std::nullopt;
  return made;
}

void find_quarters(TenderLevels& made, int decimals) {
  std::vector<Ratio> sorted;
  for (const MovedTender& each : made.all)
    if (each.today) sorted.push_back(*each.today->price);
  made.counted = sorted.size();
  if (sorted.size() < fewest_tenders) return;
  std::sort(sorted.begin(), sorted.end());
  const Ratio lower = quantile(sorted, Ratio::of(1, 4));
  const Ratio upper = quantile(sorted, Ratio::of(3, 4));
  const auto rounded = [&](const Ratio& value) {
    return Ratio(round(value, Rounding::decimals(decimals)));
  };
  made.lower = rounded(lower);
  made.middle = rounded(quantile(sorted, Ratio::of(1, 2)));
  made.upper = rounded(upper);
  const Ratio room = (upper - lower) * Ratio::of(3, 2);
  for (MovedTender& each : made.all)
    each.outlier =
        each.today && (*each.today->price < lower - room || *each.today->price > upper + room);
}

}  // namespace

Ratio quantile(const std::vector<Ratio>& sorted, const Ratio& p) {
  const Ratio place = Ratio(static_cast<std::int64_t>(sorted.size()) - 1) * p;
  std::size_t below = 0;
  while (below + 1 < sorted.size() && Ratio(static_cast<std::int64_t>(below) + 1) <= place) ++below;
  if (below + 1 == sorted.size()) return sorted.back();
  const Ratio part = place - Ratio(static_cast<std::int64_t>(below));
  return sorted[below] + (sorted[below + 1] - sorted[below]) * part;
}

std::vector<TenderLevels> tender_levels(const Dossier& d, const std::vector<TenderRow>& rows) {
  std::vector<TenderLevels> made;
  for (const Line& line : d.contract->lines) {
    TenderLevels one;
    one.line = &line;
    const PriceLevelTerms* level = market_level(*d.contract, line, d.today);
    if (level != nullptr && level->moved_by) one.moved_as = level;
    for (const TenderRow& row : rows)
      if (row.line == &line) one.all.push_back({row, moved_to_today(d, one.moved_as, row)});
    if (one.all.empty()) continue;
    std::stable_sort(
        one.all.begin(), one.all.end(),
        [](const MovedTender& a, const MovedTender& b) { return a.row.day < b.row.day; });
    find_quarters(one, line.price_decimals(d.contract->currency));
    if (const auto paid = paid_on(d, line, d.today))
      one.cheaper = static_cast<std::size_t>(
          std::count_if(one.all.begin(), one.all.end(), [&](const MovedTender& each) {
            return each.today && *each.today->price < *paid->price;
          }));
    made.push_back(std::move(one));
  }
  return made;
}

}  // namespace pricetalk
