#pragma once

#include <vector>

#include "pricetalk/contract/contract.hpp"
#include "pricetalk/number/ratio.hpp"

namespace pricetalk {

/// Some days, both ends included.
struct Days {
  Date first;
  Date last;
  int count() const { return last.days() - first.days() + 1; }
  bool hold(Date day) const { return first <= day && day <= last; }
  friend bool operator==(const Days&, const Days&) = default;
};

/// The days that both have; nothing where there are none.
std::optional<Days> common(const Days& a, const Days& b);

/// A year from a day on, to the day before its anniversary.
Days year_from(Date first);

/// The billing period that holds a day. Months, quarters and years are counted from the month in
/// which the contract starts, or from January with `billing.aligned = "calendar"`; weeks and days
/// from the day on which it starts.
Days billing_period(const Contract& contract, Date day);

/// The invoice that holds a day: the billing period, where the end of the contract cuts it the days
/// up to that end, or those after it.
Days contract_invoice(const Contract& contract, Date day);

/// The billing periods that have a day among these, in order; whole ones.
std::vector<Days> billing_periods_over(const Contract& contract, const Days& days);

/// The period of an invoice that holds a day. An invoice of whole billing periods that begins on a
/// day of its own (16 December to 15 January, by months) has its own ones, counted from its first
/// day; any other is inside those of the contract.
Days invoice_period(const Contract& contract, const Days& invoice, Date day);
/// Whole calendar months in a row, or some days of one month.
struct MonthPiece {
  Date first;
  int count = 0;  ///< months, or days
  int of = 0;     ///< days of that month; 0: whole months
};
/// The days between two days as an invoice cuts them, in order.
std::vector<MonthPiece> month_pieces(Date first, Date last);

/// Calendar months between two days, a part of a month by its days: 2026-04-16 to 2026-05-31
/// is 1.5.
Ratio months_between(Date first, Date last);

/// The first day of a month after the day, or the day itself when it is one.
Date next_month_start(Date day);

}  // namespace pricetalk
