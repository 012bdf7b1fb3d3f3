#include "pricing/shown_step.hpp"

#include "explain/worksheet.hpp"

namespace pricetalk {

namespace {

/// What the last rounding of a price may hide: one of its last decimal, two where the step began
/// with a price that was not rounded.
Ratio unseen(const PriceSchedule& prices, const PriceEntry& entry) {
  const int decimals = prices.line->price_decimals(prices.contract->currency, prices.price);
  const Ratio one(Decimal(1, decimals));
  const bool exact = entry.clause != nullptr &&
                     entry.clause->ladder_on(entry.date).rounding.carry.value == Carry::exact;
  return exact ? one * Ratio(2) : one;
}

}  // namespace

bool cut_in_money(const PriceEntry& entry) {
  if (!entry.why) return false;
  const Calculation& all = *entry.why.calculation;
  for (NodeId node = 0; node < all.nodes.size(); ++node) {
    if (all.notes[node].role != Role::limited_price || all.nodes[node].op != Op::min) continue;
    const Outcome<Ratio> within = entry.why.tape.at(node);
    const Outcome<Ratio> wanted = entry.why.tape.at(all.nodes[node].a);
    if (within && wanted && *within < *wanted) return true;
  }
  return false;
}

ShownStep shown_step(const PriceSchedule& prices, const PriceEntry& entry) {
  const Outcome<Ratio> own = entry.change();
  if (!own || !entry.before || !entry.price || entry.before->is_zero()) return {own};
  const InputSource source{.kind = InputSource::Kind::earlier_price,
                           .text = {"price", "prijs"},
                           .figure = {},
                           .where = prices.line->where,
                           .address = entry.address.text,
                           .fixity = entry.fixity};
  Worksheet sheet(prices.contract->currency);
  const NodeId before = sheet.given(entry.before, {"price before it", "prijs ervoor"}, source);
  const NodeId moved =
      sheet.sub(sheet.given(entry.price, {"price after it", "prijs erna"}, source), before);
  const Outcome<Ratio> left = sheet.value(
      sheet.sub(moved, sheet.mul(before, sheet.given(own, {"own change", "eigen verandering"},
                                                     source, Form::percent))));
  const Ratio hidden = unseen(prices, entry);
  if (!left || (*left < hidden && -hidden < *left)) return {own};
  return {sheet.value(sheet.div(moved, before)), *own};
}

}  // namespace pricetalk
