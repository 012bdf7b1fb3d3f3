#include "answer/other_meaning.hpp"

#include <algorithm>
#include <vector>

#include "billing/quantity.hpp"
#include "billing/yearly.hpp"
#include "invoice/unit_apart.hpp"
#include "invoice/vat_rates.hpp"
#include "pricetalk/explain/format.hpp"

namespace pricetalk {

namespace {

/// What the contract buys of a line in some days.
struct Bought {
  Days days;
  Ratio quantity;
};

/// Of the billing period, the month and the year that a day begins, where that is clearly another
/// number than one.
std::vector<Bought> bought_from(const Contract& contract, const Line& line, Date on) {
  std::vector<Bought> made;
  const Date month = on.plus_days(1 - on.day());
  const Days month_of = {month, (month + Duration{1, Unit::month}).plus_days(-1)};
  for (const Days& days : {billing_period(contract, on), month_of, year_from(on)}) {
    const Outcome<Ratio> bought = line.quantity ? quantity_of(line, days) : Ratio(0);
    if (bought && bought->sign() > 0 && !(Ratio::of(2, 3) < *bought && *bought < Ratio::of(3, 2)))
      made.push_back({days, *bought});
  }
  return made;
}

/// Whether a sum is a price times a quantity, to a cent for each, and of less than one to a cent.
bool is_sum_of(const Ratio& sum, const Ratio& price, const Ratio& quantity) {
  return abs(sum - price * quantity) <= Ratio::of(1, 100) * std::max(quantity, Ratio(1));
}

/// "64 × €48.92, what the contract buys in that period".
Phrase asks_for_a_sum(const Contract& contract, const Line& line, const OtherMeaning& sum) {
  const int decimals = line.price_decimals(contract.currency, 0);
  const auto shortest = sum.quantity.exact_decimal();
  const Decimal quantity = shortest ? *shortest : as_decimal(sum.quantity, 2);
  const auto product = [&](Language language) {
    return decimal_text(quantity, language) + " × " +
           money_text({as_decimal(sum.price, decimals), contract.currency}, language);
  };
  return {product(Language::en) + (sum.of_now ? ", the price of now" : ", the contract's price") +
              " times what it buys in a period: is it a sum for that period?",
          product(Language::nl) +
              (sum.of_now ? ", de prijs van nu" : ", de prijs volgens het contract") +
              " maal wat het in een periode koopt: is het een bedrag voor die periode?"};
}

}  // namespace

std::optional<OtherMeaning> other_meaning(const Contract& contract, const Line& line,
                                          const Decimal& stated, const Ratio& allowed,
                                          const Outcome<Ratio>& before, Date on) {
  using Kind = OtherMeaning::Kind;
  if (allowed.sign() <= 0 || stated.is_zero()) return std::nullopt;
  const Ratio amount(stated);
  for (const Bought& bought : bought_from(contract, line, on)) {
    const bool by_contract = is_sum_of(amount, allowed, bought.quantity);
    if (!by_contract && !(before && is_sum_of(amount, *before, bought.quantity))) continue;
    OtherMeaning made{
        Kind::sum, by_contract ? allowed : *before, !by_contract, bought.quantity, bought.days, {}};
    made.question = asks_for_a_sum(contract, line, made);
    return made;
  }
  OtherMeaning made;
  if (invoices::counts_a_larger_unit(amount, allowed)) {
    made.kind = Kind::larger;
    made.question = {
        "so far above the contract's price that it may be a sum for a period, or "
        "of another unit",
        "zo ver boven de contractprijs dat het een bedrag voor een periode kan "
        "zijn, of in een andere eenheid"};
    return made;
  }
  if (invoices::counts_a_larger_unit(allowed, amount)) {
    made.kind = Kind::smaller;
    made.question = {
        "so far below the contract's price that it may be of a shorter period, or "
        "of another unit",
        "zo ver onder de contractprijs dat het een bedrag voor een kortere "
        "periode kan zijn, of in een andere eenheid"};
    return made;
  }
  const auto holds_vat = [&](const Ratio& whole, const Ratio& net) {
    const int decimals = std::max(contract.currency.minor_decimals(), stated.scale());
    return vat::is_with_service_vat(whole, net, contract.jurisdiction, Ratio(Decimal(1, decimals)));
  };
  if (contract.vat == Vat::included) {
    if (!holds_vat(allowed, amount)) return std::nullopt;
    made.kind = Kind::without_vat;
    made.price = allowed;
    made.question = {"the contract's price less its VAT: is it a price without VAT?",
                     "de contractprijs zonder de btw: is het een prijs zonder btw?"};
    return made;
  }
  const bool on_allowed = holds_vat(amount, allowed);
  if (!on_allowed && !(before && holds_vat(amount, *before))) return std::nullopt;
  made.kind = Kind::with_vat;
  made.price = on_allowed ? allowed : *before;
  made.of_now = !on_allowed;
  made.question = on_allowed
                      ? Phrase{"the contract's price with VAT on top: is it a price with VAT?",
                               "de contractprijs met btw erbij: is het een prijs met btw?"}
                      : Phrase{"the price of now with VAT on top: is it a price with VAT?",
                               "de prijs van nu met btw erbij: is het een prijs met btw?"};
  return made;
}

}  // namespace pricetalk
