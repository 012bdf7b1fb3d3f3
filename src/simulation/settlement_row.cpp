#include <algorithm>

#include "billing/days_text.hpp"
#include "explain/worksheet.hpp"
#include "simulation/beside.hpp"
#include "simulation/settlement.hpp"

namespace pricetalk {

namespace {

bool may_be_late(const Contract& contract, const Line& line) {
  const auto late = [&](std::size_t position) {
    const auto reads = contract.clauses[position].all_reads();
    return std::any_of(reads.begin(), reads.end(), [](const IndexRead* read) {
      return read->if_missing.value == IfMissing::latest_and_true_up;
    });
  };
  return std::any_of(line.clauses.begin(), line.clauses.end(), late) ||
         std::any_of(line.surcharges.begin(), line.surcharges.end(), late);
}

/// Where no day is recorded, the amount is undetermined from the first period on.
bool falls_in(const Settlement& one, const LedgerPeriod& period, bool is_first) {
  if (!one.known) return is_first;
  return period.first <= *one.known && *one.known <= period.last;
}

NodeId given(Worksheet& sheet, const Settlement& one) {
  const Outcome<Ratio> amount =
      one.amount ? Outcome<Ratio>(Ratio(one.amount->amount)) : Outcome<Ratio>(one.amount.why());
  const Phrase days = days_text({one.first, one.last});
  return sheet.given(amount, {"settlement of " + days.en, "verrekening van " + days.nl},
                     {.kind = InputSource::Kind::earlier_price,
                      .text = {"see " + one.address.text, "zie " + one.address.text},
                      .figure = {},
                      .where = {},
                      .address = one.address.text,
                      .fixity = one.why ? fixity(one.why, one.answer) : Fixity::fixed});
}

}  // namespace

/// The prices of the periods are the true ones, so inside the ledger provisional amounts and their
/// settlement cancel out. What is left is settled there for periods before the first one.
void add_settlements(const LedgerRequest& request, RowRecipes& rows) {
  const Coverage coverage(*request.library, std::nullopt);
  const Date first = request.periods.front().first;
  for (const Line& line : request.contract->lines) {
    if (!may_be_late(*request.contract, line)) continue;
    const auto all = std::make_shared<const std::vector<Settlement>>(
        settlements(*request.contract, line, coverage, first.plus_days(-1), first));
    const auto falls = [&request, all](const Settlement& one, std::size_t i) {
      return falls_in(one, request.periods[i], i == 0);
    };
    const bool any = std::any_of(all->begin(), all->end(), [&](const Settlement& one) {
      for (std::size_t i = 0; i < request.periods.size(); ++i)
        if (falls(one, i)) return true;
      return false;
    });
    if (!any) continue;
    rows.push_back({{LedgerKind::settlement, line.id, same(line.title), {}, {}, {}},
                    "settlement",
                    [all, falls](Worksheet& sheet, std::size_t i) {
                      std::vector<NodeId> parts;
                      for (const Settlement& one : *all)
                        if (falls(one, i)) parts.push_back(given(sheet, one));
                      return parts.empty() ? no_node
                                           : sheet.sum(parts, words(LedgerKind::settlement));
                    }});
  }
}

}  // namespace pricetalk
