#include "report/json_actuals.hpp"

#include "portfolio/totals.hpp"

namespace pricetalk {

namespace {

Json row_sum_json(const RowSum& sum, const std::string& currency) {
  const auto known = Currency::parse(currency);
  const Decimal amount =
      known ? as_written(sum.amount, *known) : round(sum.amount, Rounding::decimals(2));
  return {{"rows", sum.rows}, {"amount", amount.text()}};
}

}  // namespace

Json actuals_json(const ActualRows& rows) {
  Json made;
  made["sums"] = Json::array();
  for (const auto& [currency, sums] : rows.sums)
    made["sums"].push_back({{"currency", currency},
                            {"read", row_sum_json(sums.all, currency)},
                            {"of_a_line", row_sum_json(sums.counted, currency)},
                            {"counted_nowhere", row_sum_json(sums.left, currency)}});
  made["counted_nowhere"] = Json::array();
  for (const LeftRow& row : rows.left)
    made["counted_nowhere"].push_back({{"place", row.place},
                                       {"invoice", row.invoice},
                                       {"line", row.name},
                                       {"amount", row.amount.text()},
                                       {"why", sentence_json(row.why)}});
  made["found_by_likeness"] = rows.alike;
  return made;
}

}  // namespace pricetalk
