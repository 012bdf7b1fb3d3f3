#include "billing/period.hpp"

#include <algorithm>

namespace pricetalk {

namespace {

/// The day from which periods are counted.
Date anchor_of(const Contract& contract) {
  const bool calendar = contract.billing.aligned.value == Aligned::calendar;
  return *Date::make(contract.start.year(), calendar ? 1 : contract.start.month(), 1);
}

}  // namespace

std::optional<Days> common(const Days& a, const Days& b) {
  const Days both{std::max(a.first, b.first), std::min(a.last, b.last)};
  if (both.last < both.first) return std::nullopt;
  return both;
}

Days year_from(Date first) { return {first, shift(first, {1, Unit::year}).plus_days(-1)}; }

int months_of_period(const Contract& contract) {
  return std::max(1, contract.billing.period.value.months().value_or(1));
}

Days billing_period(const Contract& contract, Date day) {
  const int step = months_of_period(contract);
  const Date anchor = anchor_of(contract);
  const int months = (day.year() - anchor.year()) * 12 + day.month() - anchor.month();
  const int position = months >= 0 ? months / step : (months - step + 1) / step;
  const auto at = [&](int i) { return shift(anchor, {step, Unit::month}, i); };
  return {at(position), at(position + 1).plus_days(-1)};
}

std::vector<Days> billing_periods_over(const Contract& contract, const Days& days) {
  std::vector<Days> made;
  for (Date day = days.first; day <= days.last; day = made.back().last.plus_days(1))
    made.push_back(billing_period(contract, day));
  return made;
}

Ratio months_between(Date first, Date last) {
  Ratio months(0);
  for (Date day = first; day <= last;) {
    const Date end = std::min(Period::containing(day, Unit::month).last_day(), last);
    months =
        months + Ratio::of(end.days() - day.days() + 1, days_in_month(day.year(), day.month()));
    day = end.plus_days(1);
  }
  return months;
}

Date next_month_start(Date day) {
  return day.day() == 1 ? day : Period::containing(day, Unit::month).last_day().plus_days(1);
}

}  // namespace pricetalk
