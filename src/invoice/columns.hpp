#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

#include "pricetalk/document/values.hpp"
#include "pricetalk/number/money.hpp"

namespace pricetalk {

/// How the bytes of a file are letters; without a column file it is detected.
enum class TextEncoding : std::uint8_t { utf8, utf16, windows_1252, latin_1 };
/// In which order day, month and year are written.
enum class DateOrder : std::uint8_t { day_month_year, month_day_year, year_month_day };
/// How a period follows from the day of an invoice that states none.
enum class PeriodOf : std::uint8_t { month_of_date, month_before_date };
/// Whether the amounts of a file hold VAT.
enum class AmountIs : std::uint8_t { without_vat, with_vat };
/// What stands in a column of VAT.
enum class VatIs : std::uint8_t { amount, rate };
/// What a period with a number and no name of a month is: "periode 3 2025".
enum class NumberedPeriods : std::uint8_t { months, four_weeks };

/// `[columns]` of a column file: what each column is called in the heading; capitals and signs do
/// not count. Without a name a column is found by one of the names that are usual for it; a name
/// that the heading does not have is an error (A0112).
struct ColumnNames : TableBase {
  /// As in the heading.
  using Name = std::optional<Stated<std::string>>;
  Name invoice;     ///< number of the invoice
  Name date;        ///< day of the invoice
  Name line;        ///< what is charged: id, alias or title of a price line
  Name item;        ///< article number, a second name of what is charged
  Name part;        ///< part or surcharge of the price line
  Name from;        ///< first day of what is charged
  Name to;          ///< last day of what is charged
  Name period;      ///< instead of from and to: 2025-01, januari 2025, Q1 2025
  Name quantity;    ///< how much
  Name unit_price;  ///< price of one
  Name discount;    ///< taken off the price or the row: percents, or money
  Name amount;      ///< amount of the row, with or without VAT as the contract says
  Name credit;      ///< amount given back, where that has a column of its own
  Name vat;         ///< VAT on the row
  Name kind;        ///< invoice or credit
  Name unit;        ///< unit of the quantity, in words or as a code
  Name currency;    ///< currency of the row
  Name contract;    ///< contract that the row is for
  Name order;       ///< order that the row is for
  Name supplier;    ///< number of the supplier
  Name customer;    ///< number of the customer
  Name paid;        ///< day on which the customer paid: for interest
  Name due;         ///< last day of payment, for rows without a day of payment
};

/// `[fixed]` of a column file: what holds for every row and has no column. Absent: nothing does.
struct FixedCells : TableBase {
  /// As a cell would have it.
  using Text = std::optional<Stated<std::string>>;
  Text invoice;                              ///< number of the invoice
  Text line;                                 ///< price line of every row
  Text part;                                 ///< part of the price line
  Text period;                               ///< period of every row
  std::optional<Stated<Decimal>> quantity;   ///< how much
  std::optional<Stated<Currency>> currency;  ///< currency of every row; default: the contract's
  Text contract;                             ///< contract of every row
  Text order;                                ///< order of every row
};

/// A column file: how an invoice CSV of another layout is read. What it does not say is detected.
struct ColumnTerms : TableBase {
  Stated<int> schema;  ///< format number; needed
  /// Between columns: a comma, a semicolon, a bar, or the word tab; default: detected.
  std::optional<Stated<std::string>> delimiter;
  std::optional<Stated<TextEncoding>> encoding;  ///< how letters are stored; default: detected
  /// Mark before the decimals: a comma or a point; default: detected.
  std::optional<Stated<std::string>> decimal;
  /// Mark between thousands; default: the other one.
  std::optional<Stated<std::string>> thousands;
  /// Mark before the decimals of quantities; default: detected.
  std::optional<Stated<std::string>> quantity_decimal;
  std::optional<Stated<DateOrder>> dates;     ///< order of a date; default: detected
  std::optional<Stated<PeriodOf>> period_of;  ///< period of a row or e-invoice that states none
  std::optional<Stated<NumberedPeriods>>
      periods;  ///< what "periode 3 2025" is; default: a question
  /// Whether amounts hold VAT; with it the VAT is taken off, as the row states it. Default:
  /// detected.
  std::optional<Stated<AmountIs>> amount_is;
  std::optional<Stated<VatIs>> vat_is;  ///< what the column of VAT holds; default: detected
  std::optional<Stated<std::string>>
      credit_word;  ///< word of the column `kind` that marks a credit
  std::vector<Stated<std::string>>
      fill_down;                            ///< keys of columns that stand once for the rows below
  std::vector<Stated<std::string>> ignore;  ///< headings of columns that say nothing
  std::optional<Stated<int>> skip;          ///< lines above the heading; default: found
  ColumnNames columns;                      ///< what the columns are called in the heading
  FixedCells fixed;                         ///< what holds for every row and has no column
};

}  // namespace pricetalk
