#include "simulation/settlement.hpp"

#include <algorithm>
#include <map>

#include "billing/charge.hpp"
#include "billing/days_text.hpp"
#include "explain/rounded.hpp"
#include "explain/worksheet.hpp"

namespace pricetalk {

namespace {

/// The prices as they were charged: until the day what was known then, afterwards what is due.
PriceSchedule as_charged(const TrueUp& one, Date known) {
  PriceSchedule made = one.charged;
  for (const PriceEntry& entry : one.due.entries)
    if (entry.from >= known) made.entries.push_back(entry);
  if (const PriceEntry* on = one.due.on(known); on != nullptr && on->from < known) {
    PriceEntry entry = *on;
    entry.from = known;
    const auto after = std::find_if(made.entries.begin(), made.entries.end(),
                                    [&](const PriceEntry& each) { return each.from >= known; });
    made.entries.insert(after, std::move(entry));
  }
  made.late_by.insert(made.late_by.end(), {{known, known}});
  return made;
}

/// The amount of one invoice with these prices.
NodeId invoiced(Worksheet& sheet, const Contract& contract, const Line& line, const Days& invoice,
                const std::vector<PriceSchedule>& schedules, const Phrase& label) {
  const TierPrices prices = dated_prices(schedules, line, invoice);
  Worksheet own(contract.currency);
  const auto made =
      charge(own, {.contract = &contract, .line = &line, .prices = &prices, .invoice = invoice});
  if (!made) return sheet.constant(Decimal(0, 0), Form::money);
  const std::string days = invoice.first.text() + " - " + invoice.last.text();
  const Phrase when = days_text(invoice);
  return sheet.given(own.value(made->amount),
                     {label.en + ", " + when.en, label.nl + ", " + when.nl},
                     {.kind = InputSource::Kind::given,
                      .text = {"invoice line", "factuurregel"},
                      .figure = {},
                      .where = {},
                      .address = contract.id + "/" + line.id + "/" + days + "/amount",
                      .fixity = made->fixity});
}

Undetermined no_day(const LateFigure& figure) {
  const std::string what = figure.series + " " + figure.asked.text();
  return Undetermined(Reason{.kind = Reason::Kind::not_stated,
                             .key = "publication day " + what,
                             .text = {"the day on which " + what + " became known is not recorded",
                                      "de dag waarop " + what + " bekend werd, is niet vastgelegd"},
                             .series = figure.series,
                             .period = figure.asked,
                             .expected = {},
                             .source = {}});
}

Settlement settled(const Contract& contract, const Line& line, std::vector<TrueUp> prices,
                   const Coverage& coverage, Date until, std::optional<Date> before) {
  Settlement made;
  made.known = prices.front().known;
  made.recorded = prices.front().recorded;
  made.first = prices.front().parts.front().first;
  made.last = prices.front().parts.back().last;
  for (const TrueUp& one : prices) {
    made.first = std::min(made.first, one.parts.front().first);
    made.last = std::max(made.last, one.parts.back().last);
  }
  made.address = {contract.id + "/" + line.id + "/" + made.first.text() + "/true-up"};
  if (!made.known) {
    made.amount = no_day(prices.front().figures.front());
  } else {
    std::vector<PriceSchedule> charged;
    std::vector<PriceSchedule> due;
    for (std::size_t tier = 0; tier < line.prices.size(); ++tier) {
      const auto found = std::find_if(prices.begin(), prices.end(),
                                      [&](const TrueUp& one) { return one.price == tier; });
      if (found != prices.end()) {
        charged.push_back(as_charged(*found, *made.known));
        due.push_back(found->due);
      } else {  // a tier that does not move is the same on both sides
        due.push_back(schedule({&contract, &line, tier, &coverage}, until));
        charged.push_back(due.back());
      }
    }
    Worksheet sheet(contract.currency);
    std::vector<NodeId> gaps;
    for (const Days& period : billing_periods_over(contract, {made.first, made.last})) {
      if (before && period.first >= *before) break;
      const NodeId right =
          invoiced(sheet, contract, line, period, due, {"should have been", "had moeten zijn"});
      const NodeId paid = invoiced(sheet, contract, line, period, charged,
                                   {"charged provisionally", "voorlopig gerekend"});
      gaps.push_back(sheet.sub(right, paid, {"difference", "verschil"}));
    }
    const NodeId sum = sheet.sum(gaps, {"to be settled", "te verrekenen"});
    const NodeId total = sheet.round(sum, contract.currency.rounding(),
                                     {"to be settled, in whole cents", "te verrekenen, in centen"});
    made.why = sheet.derivation();
    made.answer = total;
    const Outcome<Ratio> value = sheet.value(total);
    const Outcome<Decimal> amount =
        value ? rounded(*value, contract.currency.rounding()) : Outcome<Decimal>(value.why());
    if (amount)
      made.amount = Money{*amount, contract.currency};
    else
      made.amount = amount.why();
  }
  made.prices = std::move(prices);
  return made;
}

}  // namespace

std::vector<Settlement> settlements(const Contract& contract, const Line& line,
                                    const Coverage& coverage, Date until,
                                    std::optional<Date> before) {
  std::map<std::pair<Date, bool>, std::vector<TrueUp>> by_day;
  const Date never = *Date::make(9999, 12, 31);
  for (std::size_t tier = 0; tier < line.prices.size(); ++tier)
    for (TrueUp& one : true_ups({&contract, &line, tier, &coverage}, until))
      by_day[{one.known.value_or(never), one.recorded}].push_back(std::move(one));
  std::vector<Settlement> made;
  for (auto& [day, prices] : by_day)
    made.push_back(settled(contract, line, std::move(prices), coverage, until, before));
  return made;
}

}  // namespace pricetalk
