#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "invoice/columns.hpp"
#include "pricetalk/calendar/date.hpp"
#include "pricetalk/number/decimal.hpp"

/// Numbers, dates and periods as bookkeeping programs write them.
namespace pricetalk::cells {

/// The marks in a number; the thousands mark may be 0: none.
struct NumberMarks {
  char decimal = '.';
  char thousands = ',';
};
inline bool same_decimal(NumberMarks a, NumberMarks b) { return a.decimal == b.decimal; }

/// What one number says about the marks: the decimal mark, or that either could be meant ("1,234").
struct MarkEvidence {
  enum class Says : std::uint8_t { nothing, point, comma, either };
  Says says = Says::nothing;
};
MarkEvidence mark_evidence(std::string_view cell);

/// `1.234,50-`, `(1.234,50)`, `€ 1.234,50`, `1 234,50 CR`, `12,-`. Nothing for what is no number
/// under these marks: groups of thousands have three digits.
std::optional<Decimal> number(std::string_view cell, NumberMarks marks);

/// What one date says about the order of day and month.
enum class OrderEvidence : std::uint8_t { nothing, day_first, month_first, either };
OrderEvidence order_evidence(std::string_view cell);

/// `1-10-25`, `01/10/2025`, `1.10.2025`, `2025-10-01`, `20251001`, `1 okt 2025`, each also with a
/// time behind it. A year of four digits in front needs no order. Years 80 to 99 are 19xx.
std::optional<Date> date(std::string_view cell, std::optional<DateOrder> order);

/// First and last day of `2025-01`, `202501`, `01-2025`, `januari 2025`, `Q1 2025`, `2025`, or of
/// two dates with `t/m` between them. A period that is `numbered_period` is none.
std::optional<std::pair<Date, Date>> period(std::string_view cell, std::optional<DateOrder> order);

/// The opposite of an amount, with its decimals.
inline Decimal negative(const Decimal& value) { return Decimal(-value.mantissa(), value.scale()); }

/// The number and year of "periode 3 2025", "P03-2025", "2025 per. 3": a month to one, four weeks
/// to another.
struct NumberedPeriod {
  int number = 0;
  int year = 0;
};
std::optional<NumberedPeriod> numbered_period(std::string_view cell);
/// Its days as a month; nothing above 12.
std::optional<std::pair<Date, Date>> as_month(NumberedPeriod period);
/// Its days as one of thirteen periods of four weeks, from the Monday of week 1; the last one ends
/// with the weeks of its year. Nothing above 13.
std::optional<std::pair<Date, Date>> as_four_weeks(NumberedPeriod period);

/// Letters and digits only, in small letters, without accents: "Prijs (excl. BTW)" is
/// "prijsexclbtw".
std::string folded(std::string_view text);

/// Whether a cell that may be empty says that there is nothing: "-", "n.v.t.", "n/a".
bool says_nothing(std::string_view text);

/// Whether a cell for a number says that nothing is charged: "gratis", "n/c".
bool says_free(std::string_view text);

}  // namespace pricetalk::cells
