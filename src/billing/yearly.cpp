#include "billing/yearly.hpp"

#include <algorithm>

namespace pricetalk {

namespace {

/// What an invoice comes to, and how many others come to the same.
struct Alike {
  NodeId node = no_node;
  Outcome<Ratio> amount;
  std::int64_t count = 1;
};

ChargeRequest request(const Contract& contract, const Line& line, const TierPrices& prices,
                      const Days& invoice, const std::optional<Days>& part) {
  return {
      .contract = &contract, .line = &line, .prices = &prices, .invoice = invoice, .part = part};
}

}  // namespace

bool bought_by_time(const Line& line) {
  return line.quantity &&
         std::any_of(line.quantity->value.rates.begin(), line.quantity->value.rates.end(),
                     [](const QuantityValue::From& each) {
                       return each.rate.per != QuantityRate::Per::once;
                     });
}

NodeId invoiced(Worksheet& sheet, const Contract& contract, const Line& line,
                const TierPrices& prices, const Days& days, const Phrase& label) {
  const Line always = going_on(line);
  std::vector<Alike> invoices;
  for (const Days& invoice : billing_periods_over(contract, days)) {
    const std::optional<Days> inside = common(invoice, days);
    const std::optional<Days> part = *inside == invoice ? std::nullopt : inside;
    const auto made = charge(sheet, request(contract, always, prices, invoice, part));
    if (!made) continue;
    const Outcome<Ratio> amount = sheet.value(made->amount);
    const auto known = std::find_if(invoices.begin(), invoices.end(), [&](const Alike& each) {
      return amount && each.amount && *each.amount == *amount;
    });
    if (known != invoices.end())
      ++known->count;
    else
      invoices.push_back({made->amount, amount});
  }
  std::vector<NodeId> sums;
  for (const Alike& each : invoices) {
    if (each.count == 1) {
      sums.push_back(each.node);
      continue;
    }
    const Phrase count{"invoices that come to this", "facturen met dit bedrag"};
    InputSource source;
    source.text = count;
    sums.push_back(
        sheet.mul(each.node, sheet.given(Ratio(each.count), count, source, Form::plain)));
  }
  if (sums.empty()) return sheet.named(sheet.constant(Decimal(0, 0), Form::money), label);
  return sheet.sum(sums, label);
}

NodeId invoiced_difference(Worksheet& sheet, const Contract& contract, const Line& line,
                           const TierPrices& high, const TierPrices& low, const Days& days,
                           const Phrase& label) {
  const auto called = [&](const TierPrices& prices) {
    const DatedPrice& first = prices.front().front();
    if (first.source == nullptr) return Phrase{"invoiced", "gefactureerd"};
    const Phrase& name = first.source->text;
    if (days == year_from(days.first))
      return Phrase{"a year at the " + name.en, "een jaar tegen de " + name.nl};
    return Phrase{"invoiced at the " + name.en, "gefactureerd tegen de " + name.nl};
  };
  const NodeId more = invoiced(sheet, contract, line, high, days, called(high));
  const NodeId less = invoiced(sheet, contract, line, low, days, called(low));
  return sheet.sub(more, less, label);
}

}  // namespace pricetalk
