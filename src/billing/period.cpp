#include "billing/period.hpp"

#include <algorithm>

namespace pricetalk {

namespace {

/// Which period of `days` days from `anchor` holds a day; the first is 0.
int position_of(Date day, Date anchor, int days) {
  const int passed = day.days() - anchor.days();
  return passed >= 0 ? passed / days : (passed - days + 1) / days;
}

}  // namespace

std::optional<Days> common(const Days& a, const Days& b) {
  const Days both{std::max(a.first, b.first), std::min(a.last, b.last)};
  if (both.last < both.first) return std::nullopt;
  return both;
}

Days year_from(Date first) { return {first, shift(first, {1, Unit::year}).plus_days(-1)}; }

Days billing_period(const Contract& contract, Date day) {
  const Duration& period = contract.billing.period.value;
  if (!period.months()) {
    const int step = std::max(1, (contract.start + period).days() - contract.start.days());
    const Date first = contract.start.plus_days(step * position_of(day, contract.start, step));
    return {first, first.plus_days(step - 1)};
  }
  const int step = std::max(1, *period.months());
  const bool calendar = contract.billing.aligned.value == Aligned::calendar;
  const Date anchor = *Date::make(contract.start.year(), calendar ? 1 : contract.start.month(), 1);
  const int months = (day.year() - anchor.year()) * 12 + day.month() - anchor.month();
  const int position = months >= 0 ? months / step : (months - step + 1) / step;
  const auto at = [&](int i) { return shift(anchor, {step, Unit::month}, i); };
  return {at(position), at(position + 1).plus_days(-1)};
}

Days contract_invoice(const Contract& contract, Date day) {
  Days made = billing_period(contract, day);
  if (!contract.end || *contract.end < made.first || made.last <= *contract.end) return made;
  if (day <= *contract.end)
    made.last = *contract.end;
  else
    made.first = contract.end->plus_days(1);
  return made;
}

std::vector<Days> billing_periods_over(const Contract& contract, const Days& days) {
  std::vector<Days> made;
  for (Date day = days.first; day <= days.last; day = made.back().last.plus_days(1))
    made.push_back(billing_period(contract, day));
  return made;
}

Days invoice_period(const Contract& contract, const Days& invoice, Date day) {
  const Days own = billing_period(contract, day);
  if (billing_period(contract, invoice.first).first == invoice.first) return own;
  const auto begin = [&](int i) { return shift(invoice.first, contract.billing.period.value, i); };
  int whole = 1;
  while (begin(whole) <= invoice.last && begin(whole) < begin(whole + 1)) ++whole;
  if (begin(whole).plus_days(-1) != invoice.last) return own;
  int at = 0;
  while (begin(at + 1) <= day) ++at;
  return {begin(at), begin(at + 1).plus_days(-1)};
}

std::vector<MonthPiece> month_pieces(Date first, Date last) {
  std::vector<MonthPiece> pieces;
  for (Date day = first; day <= last;) {
    const Date end = std::min(Period::containing(day, Unit::month).last_day(), last);
    const int days = end.days() - day.days() + 1;
    const int of = days_in_month(day.year(), day.month());
    if (days < of)
      pieces.push_back({day, days, of});
    else if (!pieces.empty() && pieces.back().of == 0)
      ++pieces.back().count;
    else
      pieces.push_back({day, 1, 0});
    day = end.plus_days(1);
  }
  return pieces;
}

Ratio months_between(Date first, Date last) {
  Ratio months(0);
  for (const MonthPiece& piece : month_pieces(first, last))
    months = months + (piece.of == 0 ? Ratio(piece.count) : Ratio::of(piece.count, piece.of));
  return months;
}

Date next_month_start(Date day) {
  return day.day() == 1 ? day : Period::containing(day, Unit::month).last_day().plus_days(1);
}

}  // namespace pricetalk
