#include "simulation/surcharge_total.hpp"

#include <algorithm>

#include "billing/days_text.hpp"
#include "explain/worksheet.hpp"

namespace pricetalk {

namespace {

bool bears(const Contract& contract, const Line& line, const Clause& clause) {
  return std::any_of(line.surcharges.begin(), line.surcharges.end(),
                     [&](std::size_t i) { return &contract.clauses[i] == &clause; });
}

/// The invoices from the contract's start until a day; the running one as far as it has come.
std::vector<Days> invoices_until(const Contract& contract, Date day) {
  std::vector<Days> made;
  if (day < contract.start) return made;
  made = billing_periods_over(contract, {contract.start, day});
  made.back().last = day;
  return made;
}

}  // namespace

SurchargeTotal surcharges_to_date(const Contract& contract,
                                  const std::vector<PriceSchedule>& schedules, const Clause& clause,
                                  Date day) {
  Worksheet sheet(contract.currency);
  SurchargeTotal made;
  std::vector<NodeId> amounts;
  for (const Line& line : contract.lines) {
    if (!bears(contract, line, clause)) continue;
    for (const Days& invoice : invoices_until(contract, day)) {
      const Outcome<Ratio> quantity = quantity_of(line, invoice);
      if (quantity && quantity->is_zero()) continue;
      const TierPrices prices = dated_prices(schedules, line, invoice);
      Worksheet own(contract.currency);
      const auto one = charge(own, {.contract = &contract,
                                    .line = &line,
                                    .prices = &prices,
                                    .invoice = invoice,
                                    .what = {false, &clause}});
      if (!one) continue;
      const std::string month = Period::containing(invoice.first, Unit::month).text();
      const Phrase days = days_text(invoice);
      const Phrase label{line.title + ", " + days.en, line.title + ", " + days.nl};
      amounts.push_back(sheet.given(
          own.value(one->amount), label,
          {.kind = InputSource::Kind::earlier_price,
           .text = label,
           .figure = {},
           .where = {},
           .address = contract.id + "/" + line.id + "/" + month + "/surcharge/" + clause.id,
           .fixity = one->fixity}));
      made.fixity = std::max(made.fixity, one->fixity);
    }
  }
  made.answer = sheet.sum(
      amounts, {"surcharges to date, " + clause.id, "toeslagen tot nu toe, " + clause.id});
  made.value = sheet.value(made.answer);
  made.why = sheet.derivation();
  return made;
}

}  // namespace pricetalk
