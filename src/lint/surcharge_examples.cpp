#include "lint/surcharge_examples.hpp"

namespace pricetalk {

std::optional<SurchargeFigure> surcharge_figure(const PriceSchedule& prices, Date day,
                                                const std::string& what) {
  if (what == "charged" || what == "surcharge") {
    const ChargedPrice charged = charged_on(prices, day);
    // One surcharge explains itself; several are a sum.
    if (what == "surcharge" && charged.surcharges.size() == 1 && charged.surcharges.front().why)
      return SurchargeFigure{charged.surcharge, charged.surcharges.front().why,
                             charged.surcharges.front().answer};
    return what == "charged" ? SurchargeFigure{charged.charged, charged.why, charged.answer}
                             : SurchargeFigure{charged.surcharge, charged.why, charged.sum};
  }
  for (const Surcharge& one : surcharges_on(prices, day)) {
    if (!one.why) continue;
    const Calculation& c = *one.why.calculation;
    const NodeId node = what == "formula" ? c.outputs.formula : c.find(what);
    if (node != no_node) return SurchargeFigure{one.why.tape.at(node), one.why, node};
  }
  return std::nullopt;
}

std::optional<SurchargeFigure> surcharge_sum(const Contract& contract, const Coverage& coverage,
                                             Date day, const std::string& what) {
  const bool due = what.starts_with("due ");
  if (!due && !what.starts_with("sum ")) return std::nullopt;
  const Clause* clause = contract.find_clause(std::string_view(what).substr(4));
  if (clause == nullptr || !clause->surcharge) return std::nullopt;
  const SurchargeTotal total =
      surcharges_to_date(contract, schedule(contract, coverage, day), *clause, day);
  if (!due) return SurchargeFigure{total.value, total.why, total.answer};
  const Phrase to_date{"surcharges to date", "toeslagen tot nu toe"};
  const SurchargesDue paid =
      due_of(contract, *clause, total.value,
             {.kind = InputSource::Kind::earlier_price,
              .text = to_date,
              .figure = {},
              .where = {},
              .address = contract.id + "/" + day.text() + "/sum/" + clause->id,
              .fixity = total.fixity});
  return SurchargeFigure{paid.due, paid.why, paid.answer};
}

}  // namespace pricetalk
