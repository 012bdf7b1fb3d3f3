#include "lint/spread_a_year.hpp"

#include "billing/yearly.hpp"
#include "explain/rounded.hpp"

namespace pricetalk {

std::optional<Money> spread_a_year(const Contract& contract, const Line& line,
                                   const PriceSpread& spread) {
  if (line.prices.size() > 1 || !bought_by_time(line)) return std::nullopt;
  const auto side = [](const Ratio& price, const Phrase& label) {
    InputSource source;
    source.text = label;
    return one_price(price, std::move(source));
  };
  Worksheet sheet(contract.currency);
  const NodeId answer = invoiced_difference(
      sheet, contract, line, side(spread.high, spread.highest), side(spread.low, spread.lowest),
      year_from(spread.on), {"difference a year", "verschil per jaar"});
  const Outcome<Ratio> value = sheet.value(answer);
  if (!value) return std::nullopt;
  return Money{as_decimal(*value, contract.currency.minor_decimals()), contract.currency};
}

}  // namespace pricetalk
