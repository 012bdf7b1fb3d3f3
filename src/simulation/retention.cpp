#include <algorithm>

#include "explain/worksheet.hpp"
#include "simulation/beside.hpp"
#include "simulation/surcharge_total.hpp"

namespace pricetalk {

namespace {

/// The row of one clause: what the supplier bears of the surcharges that the invoices hold.
class RetentionRow {
 public:
  RetentionRow(const LedgerRequest& request, const Clause& clause)
      : request_(request), contract_(*request.contract), clause_(clause) {
    const SurchargeTotal before = surcharges_to_date(contract_, *request.schedules, clause,
                                                     request.periods.front().first.plus_days(-1));
    total_ = before.value;
    fixity_ = before.fixity;
    for (const Line& line : contract_.lines)
      if (bears(line)) lines_.push_back({&line, LinePrices(request, line)});
  }

  NodeId amount(Worksheet& sheet, std::size_t i) {
    const LedgerPeriod& period = request_.periods[i];
    const NodeId before =
        given(sheet, total_, {"surcharges before", "toeslagen ervoor"}, "before", period);
    const NodeId own =
        sheet.sum(amounts(sheet, i), {"surcharges of the period", "toeslagen van de periode"});
    const NodeId after = sheet.add(before, own, {"surcharges to date", "toeslagen tot nu toe"});
    const NodeId due_before = due(sheet, total_, {"due before", "te betalen ervoor"}, period);
    total_ = sheet.value(after);
    const NodeId due_after = due(sheet, total_, {"due to date", "te betalen tot nu toe"}, period);
    const NodeId kept = sheet.sub(sheet.sub(due_after, due_before), own);
    return sheet.round(kept, contract_.currency.rounding(), words(LedgerKind::retention));
  }

 private:
  NodeId given(Worksheet& sheet, const Outcome<Ratio>& value, const Phrase& label,
               const std::string& what, const LedgerPeriod& period) const {
    return sheet.given(value, label,
                       {.kind = InputSource::Kind::earlier_price,
                        .text = label,
                        .figure = {},
                        .where = clause_.where,
                        .address = amount_address(request_, clause_.id, period, what),
                        .fixity = fixity_});
  }

  NodeId due(Worksheet& sheet, const Outcome<Ratio>& total, const Phrase& label,
             const LedgerPeriod& period) const {
    const InputSource source{.kind = InputSource::Kind::earlier_price,
                             .text = label,
                             .figure = {},
                             .where = {},
                             .address = {},
                             .fixity = fixity_};
    return given(sheet, due_of(contract_, clause_, total, source).due, label, "due", period);
  }

  std::vector<NodeId> amounts(Worksheet& sheet, std::size_t i) {
    std::vector<NodeId> made;
    const LedgerPeriod& period = request_.periods[i];
    for (auto& [line, prices] : lines_) {
      ChargeRequest asked = prices.charge_of(i);
      asked.what = {false, &clause_};
      Worksheet own(contract_.currency);
      const auto one = charge(own, asked);
      if (!one) continue;
      fixity_ = std::max(fixity_, one->fixity);
      made.push_back(sheet.given(
          own.value(one->amount), same(line->title),
          {.kind = InputSource::Kind::earlier_price,
           .text = same(line->title),
           .figure = {},
           .where = {},
           .address = amount_address(request_, line->id, period, "surcharge/" + clause_.id),
           .fixity = one->fixity}));
    }
    return made;
  }

  bool bears(const Line& line) const {
    return std::any_of(line.surcharges.begin(), line.surcharges.end(),
                       [&](std::size_t s) { return &contract_.clauses[s] == &clause_; });
  }

  /// A line with the surcharge; its prices are made once for all periods.
  struct Bearing {
    const Line* line;
    LinePrices prices;
  };

  const LedgerRequest& request_;
  const Contract& contract_;
  const Clause& clause_;
  std::vector<Bearing> lines_;
  Outcome<Ratio> total_;
  Fixity fixity_ = Fixity::fixed;
};

bool borne(const Contract& contract, const Clause& clause) {
  return std::any_of(contract.lines.begin(), contract.lines.end(), [&](const Line& line) {
    return std::any_of(line.surcharges.begin(), line.surcharges.end(),
                       [&](std::size_t s) { return &contract.clauses[s] == &clause; });
  });
}

}  // namespace

void add_retention(const LedgerRequest& request, RowRecipes& rows) {
  for (const Clause& clause : request.contract->clauses) {
    if (!clause.retention || !borne(*request.contract, clause) || request.periods.empty()) continue;
    const auto row = std::make_shared<RetentionRow>(request, clause);
    rows.push_back({{LedgerKind::retention, clause.id, words(LedgerKind::retention), {}, {}, {}},
                    "retention",
                    [row](Worksheet& sheet, std::size_t i) { return row->amount(sheet, i); },
                    true});
  }
}

}  // namespace pricetalk
