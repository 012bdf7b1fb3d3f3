#include "audit/rate_times.hpp"

#include "billing/quantity.hpp"
#include "billing/yearly.hpp"

namespace pricetalk {

namespace {

/// A price that is off by more than this is not read as that of another time.
const Ratio near_enough = Ratio::of(1, 10);
/// Times between these may as well be a price that is wrong.
const Ratio far_below = Ratio::of(3, 4);
const Ratio far_above = Ratio::of(3, 2);

/// More rows of one invoice are no shares of departments.
constexpr int most_shares = 50;

}  // namespace

std::optional<Ratio> times_of_rate(const Line& line, const Days& days) {
  const QuantityRate* rate = rate_on(line, days.first);
  if (rate == nullptr || rate->per == QuantityRate::Per::once || !bought_by_time(line) ||
      rate_on(line, days.last) != rate)
    return std::nullopt;
  const Ratio times = months_between(days.first, days.last) / Ratio(months_of(rate->per));
  if (times == Ratio(1) || times.sign() <= 0) return std::nullopt;
  return times;
}

bool is_by_rounded_price(const InvoiceLine& row, const Ratio& exact) {
  if (!row.unit_price) return false;
  const Ratio quantity = abs(Ratio(row.quantity));
  const Ratio step = Ratio(Decimal(1, row.unit_price->scale()));
  const Ratio cent = Ratio(Decimal(1, row.amount.scale()));
  const Ratio amount = abs(Ratio(row.amount));
  return abs(quantity * abs(Ratio(*row.unit_price)) - amount) * Ratio(2) <= cent &&
         abs(amount - abs(exact)) * Ratio(2) <= quantity * step + cent;
}

bool is_by_times(const InvoiceLine& row, const Ratio& times, const Ratio& amount) {
  const Ratio right = abs(amount) * times;
  const Ratio off = abs(abs(Ratio(row.amount)) - right);
  const Ratio cent = Ratio(Decimal(1, row.amount.scale()));
  if (off * Ratio(2) <= cent || is_by_rounded_price(row, right)) return true;
  return row.unit_price && (times <= far_below || far_above <= times) && off <= right * near_enough;
}

bool is_part_of_period(const Line& line, const InvoiceLine& row, const Ratio& times,
                       const Ratio& amount) {
  if (times >= Ratio(1) ||
      !(regular_quantity(line, {row.from, row.to}) == abs(Ratio(row.quantity)) * times))
    return false;
  const Ratio off = abs(abs(Ratio(row.amount)) - abs(amount) * times);
  return off * Ratio(2) > Ratio(Decimal(1, row.amount.scale()));
}

std::optional<int> equal_shares(const Line& line, const InvoiceLine& row) {
  if (row.quantity <= Decimal() || row.kind == InvoiceKind::credit || !bought_by_time(line))
    return std::nullopt;
  const auto all = (regular_quantity(line, {row.from, row.to}) / Ratio(row.quantity));
  const auto whole = all.exact_decimal();
  if (!whole || all < Ratio(2) || Ratio(most_shares) < all) return std::nullopt;
  const int shares = static_cast<int>(round(all, Rounding::decimals(0)).mantissa());
  return all == Ratio(shares) ? std::optional(shares) : std::nullopt;
}

}  // namespace pricetalk
