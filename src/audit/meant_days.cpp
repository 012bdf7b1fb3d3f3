#include <algorithm>

#include "audit/charged_twice.hpp"
#include "billing/quantity.hpp"
#include "billing/yearly.hpp"

// Which days an invoice means: months are written 1 to 30, or 1 to 28, and billed from the 26th to
// the 25th. A period means what is nearest to the quantity that it charges.
namespace pricetalk {

namespace {

Date end_of_month(Date day) { return Period::containing(day, Unit::month).last_day(); }

/// How many months the days are, counted from a day that does not begin one; nothing where they are
/// none, or begin a month.
std::optional<std::int64_t> own_months(const Days& days) {
  if (days.first.day() == 1) return std::nullopt;
  constexpr int most = 12;
  for (int months = 1; months <= most; ++months) {
    const Date end = (days.first + Duration{months, Unit::month}).plus_days(-1);
    if (end == days.last) return months;
    if (days.last < end) break;
  }
  return std::nullopt;
}

}  // namespace

/// The days, or whole months where they lack a few days at the end that nobody else charges.
Days ChargedPeriods::meant_days(const Period& period, const Days& own) const {
  const Days whole{own.first, end_of_month(own.last)};
  if (own.first.day() != 1 || own.last == whole.last || !nearly_same_days(own, whole)) return own;
  const Days left{own.last.plus_days(1), whole.last};
  for (const auto& [key, other] : parts_.begin()->second)
    if (!other.all.credit && common({other.all.from, other.all.to}, left)) return own;
  const Ratio of_own = abs(period.all.quantity - regular_quantity(*line_, own));
  const Ratio of_whole = abs(period.all.quantity - regular_quantity(*line_, whole));
  return of_whole < of_own ? whole : own;
}

/// What the contract buys in months that begin on a day of their own; nothing of other days, or
/// where it buys another quantity in each month.
std::optional<Ratio> ChargedPeriods::of_own_months(const Period& period, const Days& days) const {
  const auto months = own_months(days);
  const auto& rates = line_->quantity->value.rates;
  if (!months || line_->prices.size() > 1 || rates.size() != 1 ||
      rates.front().rate.values.size() != 1 || rates.front().rate.per == QuantityRate::Per::once ||
      !(days_alive(*line_, days) == days))
    return std::nullopt;
  for (const auto& [key, other] : parts_.begin()->second)
    if (&other != &period && !other.all.credit && common({other.all.from, other.all.to}, days))
      return std::nullopt;
  const QuantityRate& rate = rates.front().rate;
  const Ratio bought = Ratio(rate.values.front()) * Ratio(*months) / Ratio(months_of(rate.per));
  const Ratio by_days = regular_quantity(*line_, days);
  const Ratio charged = period.all.quantity;
  return abs(charged - bought) < abs(charged - by_days) ? std::optional(bought) : std::nullopt;
}

/// What the contract buys in a period.
Ratio ChargedPeriods::bought_in(const Period& period) const {
  const Days days = meant_days(period, {period.all.from, period.all.to});
  if (const auto months = of_own_months(period, days)) return *months;
  return regular_quantity(*line_, days);
}

}  // namespace pricetalk
