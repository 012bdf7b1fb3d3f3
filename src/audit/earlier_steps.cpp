#include <algorithm>

#include "audit/line_audit.hpp"
#include "pricing/fold.hpp"
#include "pricing/timeline.hpp"

// The compounding effect of an early error: the contract's own steps of a year, made from the price
// that was charged before it, instead of the allowed one.

namespace pricetalk {

/// The prices of a year as the contract's own steps give them from what was charged until then. A
/// tier of which nothing was charged until then has none.
TierPrices LineAudit::steps_of_year(int year, const std::vector<std::size_t>& rows,
                                    Date last) const {
  const Date first = Period::containing(last, Unit::year).plus(year - last.year()).first_day();
  TierPrices made(line_.prices.size());
  for (std::size_t tier = 0; tier < made.size(); ++tier) {
    const InvoiceLine* before = nullptr;
    for (const std::size_t i : rows) {
      const InvoiceLine& row = audit_.rows[i].charged;
      if (row.kind == InvoiceKind::credit || row.quantity.is_zero() || row.from >= first ||
          !taken_[i] || !audit_.rows[i].lump_sum.empty() || !audit_.rows[i].question.empty())
        continue;
      const auto parts = tier_parts(line_, *taken_[i]);
      if (parts.size() != 1 || parts.front().tier != tier) continue;
      if (before == nullptr || row.to > before->to) before = &row;
    }
    if (before == nullptr) continue;
    const PricingContext context{&contract_, &line_, tier, &coverage_};
    State state = begin(context).first;
    bool charged = false;
    const auto take_charged = [&] {
      state.price = state.exact = before->unit_price
                                      ? Ratio(*before->unit_price)
                                      : Ratio(before->amount) / Ratio(before->quantity);
      made[tier].push_back({first, state.price, Fixity::fixed, {}, nullptr});
      charged = true;
    };
    for (const Occasion& occasion : timeline(contract_, line_, last)) {
      if (!charged && occasion.day >= first) take_charged();
      auto [next, entry] = step(context, state, occasion);
      state = std::move(next);
      if (charged) made[tier].push_back({entry.from, entry.price, entry.fixity, {}, nullptr});
    }
    if (!charged) take_charged();
  }
  return made;
}

void LineAudit::earlier_steps(const std::vector<std::size_t>& rows) {
  if (!line_.parts.empty() || !line_.surcharges.empty() || line_.discount) return;
  Worksheet& sheet = book_.sheet();
  std::optional<int> of_year;
  TierPrices prices;
  for (Open& open : periods_) {
    if (!positive(open.over) && !positive(open.under)) continue;
    if (of_year != open.from.year()) {
      Date last = open.to;
      for (const Open& other : periods_)
        if (other.from.year() == open.from.year()) last = std::max(last, other.to);
      prices = steps_of_year(open.from.year(), rows, last);
      of_year = open.from.year();
    }
    NodeId earlier = book_.zero();
    for (const std::size_t i : open.rows) {
      const InvoiceLine& row = audit_.rows[i].charged;
      if (row.kind == InvoiceKind::credit || !taken_[i]) continue;
      const auto parts = tier_parts(line_, *taken_[i]);
      if (std::any_of(parts.begin(), parts.end(),
                      [&](const TierPart& part) { return prices[part.tier].empty(); }))
        continue;
      const NodeId own = as_printed(charge_at(prices, row, *taken_[i]).amount, row);
      if (!sheet.value(own) || !sheet.value(rights_[i])) continue;
      earlier = sheet.add(
          earlier,
          sheet.sub(own, rights_[i],
                    {"the contract's own steps from what was charged before, minus allowed",
                     "de stappen van het contract vanaf wat eerder is gerekend, min "
                     "toegestaan"}));
    }
    const auto within = [&](NodeId part, NodeId most) {
      return sheet.min(sheet.max(part, book_.zero()), most);
    };
    open.over_earlier = within(earlier, open.over);
    open.under_earlier = within(sheet.sub(book_.zero(), earlier), open.under);
  }
}

}  // namespace pricetalk
