#include "simulation/surcharge_total.hpp"

#include <algorithm>

#include "pricetalk/explain/worksheet.hpp"
#include "simulation/quantity.hpp"

namespace pricetalk {

namespace {

bool bears(const Contract& contract, const Line& line, const Clause& clause) {
  return std::any_of(line.surcharges.begin(), line.surcharges.end(),
                     [&](std::size_t i) { return &contract.clauses[i] == &clause; });
}

std::vector<LedgerPeriod> periods_until(const Contract& contract, Date day) {
  const Date first = *Date::make(contract.start.year(), contract.start.month(), 1);
  const int months = (day.year() - first.year()) * 12 + day.month() - first.month() + 1;
  std::vector<LedgerPeriod> made;
  for (LedgerPeriod period : billing_periods(contract, first, std::max(months, 0))) {
    if (day < period.first) break;
    period.last = std::min(period.last, day);
    made.push_back(period);
  }
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
    std::vector<const PriceSchedule*> prices;
    for (const PriceSchedule& one : schedules)
      if (one.line == &line) prices.push_back(&one);
    for (const LedgerPeriod& period : periods_until(contract, day)) {
      const auto parts = price_parts(contract, line, prices, period);
      const Outcome<Ratio> quantity = quantity_of(line, period);
      if (parts.empty() || (quantity && quantity->is_zero())) continue;
      const LineAmount one = surcharge_amount(
          contract, line, &clause,
          {quantity,
           {.kind = InputSource::Kind::contract,
            .text = {"quantity of " + period.text(), "hoeveelheid van " + period.text()},
            .figure = {},
            .where = line.quantity ? line.quantity->where.value_or(line.where) : line.where,
            .address = {},
            .fixity = Fixity::fixed}},
          std::nullopt, parts);
      const Fixity fixity_of_one = fixity(one.why, one.answer);
      const Phrase label{line.title + ", " + period.text(), line.title + ", " + period.text()};
      amounts.push_back(
          sheet.given(one.why.tape.at(one.answer), label,
                      {.kind = InputSource::Kind::earlier_price,
                       .text = label,
                       .figure = {},
                       .where = {},
                       .address = contract.id + "/" + line.id + "/" +
                                  Period::containing(period.first, Unit::month).text() +
                                  "/surcharge/" + clause.id,
                       .fixity = fixity_of_one}));
      made.fixity = std::max(made.fixity, fixity_of_one);
    }
  }
  made.answer = sheet.sum(
      amounts, {"surcharges to date, " + clause.id, "toeslagen tot nu toe, " + clause.id});
  made.value = sheet.value(made.answer);
  made.why = sheet.derivation();
  return made;
}

}  // namespace pricetalk
