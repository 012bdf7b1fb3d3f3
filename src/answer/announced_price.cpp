#include "answer/announced_price.hpp"

#include <algorithm>

#include "explain/rounded.hpp"
#include "pricing/announced.hpp"

namespace pricetalk {

std::optional<AnnouncedPrice> announced_by_percentage(const Percent& change,
                                                      const PriceSchedule& prices,
                                                      const PriceEntry& entry,
                                                      const Outcome<Ratio>& before) {
  Worksheet sheet(prices.contract->currency);
  const auto price_at = [&](const Ratio& fraction) {
    return sheet.value(price_by_letter(
        sheet, {&prices, before, entry.address.text, entry.fixity, fraction, Span{}}));
  };
  const Ratio half = half_a_digit(change);
  const Outcome<Ratio> low = price_at(change.as_fraction() - half);
  const Outcome<Ratio> high = price_at(change.as_fraction() + half);
  const Outcome<Ratio> stated = price_at(change.as_fraction());
  if (!low || !high || !stated) return std::nullopt;
  return AnnouncedPrice{
      *low, *high,
      as_decimal(*stated, prices.line->price_decimals(prices.contract->currency, prices.price))};
}

AnnouncedPrice announced_as_price(const Decimal& price) {
  return {Ratio(price), Ratio(price), price};
}

BesideAllowed beside_step(const Percent& change, const AnnouncedPrice& announced,
                          const DayStep& day, const Ratio& allowed) {
  const Ratio half = half_a_digit(change);
  const Ratio stated = change.as_fraction();
  const auto rounds_to_it = [&](const Ratio& step) {
    return stated - half <= step && step <= stated + half;
  };
  if (announced.can_be(allowed)) return BesideAllowed::equal;
  if (day.change && rounds_to_it(*day.change)) return BesideAllowed::equal;
  const bool own = std::any_of(day.causes.begin(), day.causes.end(), [&](const PriceEntry* cause) {
    return is_own_change(change, *cause);
  });
  if (own) return BesideAllowed::equal;
  return announced.high < allowed ? BesideAllowed::below : BesideAllowed::above;
}

BesideAllowed beside_price(const Decimal& announced, const Ratio& allowed,
                           const Currency& currency) {
  const auto shortest = Ratio(announced).exact_decimal();
  const int decimals =
      std::max(currency.minor_decimals(), shortest ? shortest->scale() : announced.scale());
  const Outcome<Decimal> comparable = rounded(allowed, Rounding::decimals(decimals));
  const Ratio right = comparable ? Ratio(*comparable) : allowed;
  if (Ratio(announced) == right) return BesideAllowed::equal;
  return Ratio(announced) < right ? BesideAllowed::below : BesideAllowed::above;
}

}  // namespace pricetalk
