#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>

#include "pricetalk/diagnostic/diagnostic.hpp"
#include "pricetalk/document/values.hpp"
#include "pricetalk/number/money.hpp"

namespace pricetalk {

enum class TextEncoding : std::uint8_t { utf8, utf16, windows_1252, latin_1 };
enum class DateOrder : std::uint8_t { day_month_year, month_day_year, year_month_day };
/// How a period follows from the day of an invoice that states none.
enum class PeriodOf : std::uint8_t { month_of_date, month_before_date };

/// `[columns]` of a column file: what each column is called in the heading.
struct ColumnNames : TableBase {
  using Name = std::optional<Stated<std::string>>;
  Name invoice, date, line, item, part, from, to, period, quantity, unit_price, amount, vat, kind,
      currency, contract, order, supplier, customer, paid, due;
};

/// `[fixed]` of a column file: what holds for every row and has no column.
struct FixedCells : TableBase {
  using Text = std::optional<Stated<std::string>>;
  Text invoice, line, part, period, contract, order;
  std::optional<Stated<Decimal>> quantity;
  std::optional<Stated<Currency>> currency;
};

/// A column file: how an invoice CSV of another layout is read. What it does not say is detected.
struct ColumnTerms : TableBase {
  Stated<int> schema;
  std::optional<Stated<std::string>> delimiter;
  std::optional<Stated<TextEncoding>> encoding;
  std::optional<Stated<std::string>> decimal;
  std::optional<Stated<std::string>> thousands;
  std::optional<Stated<DateOrder>> dates;
  std::optional<Stated<PeriodOf>> period_of;
  std::optional<Stated<int>> skip;
  ColumnNames columns;
  FixedCells fixed;
};

/// Bytes of a column file to terms; all problems at once (codes T, and A0110 to A0119).
Loaded<ColumnTerms> read_columns(const SourcePtr& source);

}  // namespace pricetalk
