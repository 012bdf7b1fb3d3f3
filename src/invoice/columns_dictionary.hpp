#pragma once

#include <array>
#include <string_view>
#include <tuple>

#include "document/reader.hpp"
#include "invoice/columns.hpp"

namespace pricetalk {

template <>
struct Dictionary<TextEncoding> {
  static constexpr auto words =
      word_table<TextEncoding>({{"utf-8", TextEncoding::utf8},
                                {"utf-16", TextEncoding::utf16},
                                {"windows-1252", TextEncoding::windows_1252},
                                {"latin-1", TextEncoding::latin_1}});
};
template <>
struct Dictionary<DateOrder> {
  static constexpr auto words =
      word_table<DateOrder>({{"day-month-year", DateOrder::day_month_year},
                             {"month-day-year", DateOrder::month_day_year},
                             {"year-month-day", DateOrder::year_month_day}});
};
template <>
struct Dictionary<PeriodOf> {
  static constexpr auto words =
      word_table<PeriodOf>({{"month-of-date", PeriodOf::month_of_date},
                            {"month-before-date", PeriodOf::month_before_date}});
};

template <>
struct Dictionary<AmountIs> {
  static constexpr auto words = word_table<AmountIs>(
      {{"without-vat", AmountIs::without_vat}, {"with-vat", AmountIs::with_vat}});
};
template <>
struct Dictionary<VatIs> {
  static constexpr auto words =
      word_table<VatIs>({{"amount", VatIs::amount}, {"rate", VatIs::rate}});
};
template <>
struct Dictionary<NumberedPeriods> {
  static constexpr auto words = word_table<NumberedPeriods>(
      {{"months", NumberedPeriods::months}, {"four-weeks", NumberedPeriods::four_weeks}});
};

template <>
struct Dictionary<ColumnNames> {
  static constexpr std::string_view name = "columns";
  static constexpr auto fields = std::tuple{
      field("invoice", &ColumnNames::invoice, Need::optional, "found by its name",
            "number of the invoice", R"("Factuurnr")"),
      field("date", &ColumnNames::date, Need::optional, "found by its name", "day of the invoice",
            R"("Factuurdatum")"),
      field("line", &ColumnNames::line, Need::optional, "found by its name",
            "what is charged: id, alias or title of a price line", R"("Omschrijving")"),
      field("item", &ColumnNames::item, Need::optional, "found by its name",
            "article number, a second name of what is charged", R"("Artikelcode")"),
      field("part", &ColumnNames::part, Need::optional, "found by its name",
            "part or surcharge of the price line", R"("Deel")"),
      field("from", &ColumnNames::from, Need::optional, "found by its name",
            "first day of what is charged", R"("Van")"),
      field("to", &ColumnNames::to, Need::optional, "found by its name",
            "last day of what is charged", R"("T/m")"),
      field("period", &ColumnNames::period, Need::optional, "found by its name",
            "instead of from and to: 2025-01, januari 2025, Q1 2025", R"("Periode")"),
      field("quantity", &ColumnNames::quantity, Need::optional, "found by its name", "how much",
            R"("Aantal")"),
      field("unit_price", &ColumnNames::unit_price, Need::optional, "found by its name",
            "price of one", R"("Prijs")"),
      field("discount", &ColumnNames::discount, Need::optional, "found by its name",
            "taken off the price or the row: percents, or money", R"("Korting %")"),
      field("amount", &ColumnNames::amount, Need::optional, "found by its name",
            "amount of the row, with or without VAT as the contract says", R"("Bedrag excl. btw")"),
      field("credit", &ColumnNames::credit, Need::optional, "",
            "amount given back, where that has a column of its own", R"("Credit")"),
      field("vat", &ColumnNames::vat, Need::optional, "found by its name", "VAT on the row",
            R"("Btw-bedrag")"),
      field("kind", &ColumnNames::kind, Need::optional, "found by its name", "invoice or credit",
            R"("Soort")"),
      field("unit", &ColumnNames::unit, Need::optional, "found by its name",
            "unit of the quantity, in words or as a code: uur, HUR", R"("Eenheid")"),
      field("currency", &ColumnNames::currency, Need::optional, "found by its name",
            "currency of the row", R"("Valuta")"),
      field("contract", &ColumnNames::contract, Need::optional, "found by its name",
            "contract that the row is for", R"("Contractnr")"),
      field("order", &ColumnNames::order, Need::optional, "found by its name",
            "order that the row is for", R"("Bestelnummer")"),
      field("supplier", &ColumnNames::supplier, Need::optional, "", "number of the supplier",
            R"("Kvk leverancier")"),
      field("customer", &ColumnNames::customer, Need::optional, "", "number of the customer",
            R"("Kvk klant")"),
      field("paid", &ColumnNames::paid, Need::optional, "found by its name",
            "day on which the customer paid: for interest", R"("Betaaldatum")"),
      field("due", &ColumnNames::due, Need::optional, "found by its name",
            "last day of payment, for rows without a day of payment", R"("Vervaldatum")"),
  };
};

template <>
struct Dictionary<FixedCells> {
  static constexpr std::string_view name = "fixed";
  static constexpr auto fields = std::tuple{
      field("invoice", &FixedCells::invoice, Need::optional, "", "number of the invoice",
            R"("F2025-0101")"),
      field("line", &FixedCells::line, Need::optional, "", "price line of every row",
            R"("stadskantoor")"),
      field("part", &FixedCells::part, Need::optional, "", "part of the price line", R"("loon")"),
      field("period", &FixedCells::period, Need::optional, "", "period of every row",
            R"("2025-01")"),
      field("quantity", &FixedCells::quantity, Need::optional, "", "how much", "1"),
      field("currency", &FixedCells::currency, Need::optional, "the contract's",
            "currency of every row", R"("EUR")"),
      field("contract", &FixedCells::contract, Need::optional, "", "contract of every row",
            R"("FM-2024-031")"),
      field("order", &FixedCells::order, Need::optional, "", "order of every row",
            R"("4500012345")"),
  };
};

template <>
struct Dictionary<ColumnTerms> {
  static constexpr std::string_view name = "column file";
  static constexpr bool free_table = true;
  static constexpr auto fields = std::tuple{
      field("schema", &ColumnTerms::schema, Need::required, "", "format number", "1"),
      field("delimiter", &ColumnTerms::delimiter, Need::optional, "detected",
            "between columns: a comma, a semicolon, a bar, or the word tab", R"(";")"),
      field("encoding", &ColumnTerms::encoding, Need::optional, "detected",
            "how letters are stored", R"("windows-1252")"),
      field("decimal", &ColumnTerms::decimal, Need::optional, "detected",
            "mark before the decimals: a comma or a point", R"(",")"),
      field("thousands", &ColumnTerms::thousands, Need::optional, "the other one",
            "mark between thousands", R"(".")"),
      field("quantity_decimal", &ColumnTerms::quantity_decimal, Need::optional, "detected",
            "mark before the decimals of quantities", R"(",")"),
      field("dates", &ColumnTerms::dates, Need::optional, "detected", "order of a date",
            R"("day-month-year")"),
      field("period_of", &ColumnTerms::period_of, Need::optional, "",
            "period of a row or e-invoice that states none", R"("month-of-date")"),
      field("periods", &ColumnTerms::periods, Need::optional, "a question",
            "what a period with a number is (periode 3 2025)", R"("four-weeks")"),
      field("amount_is", &ColumnTerms::amount_is, Need::optional, "detected",
            "whether amounts hold VAT; that is taken off, as the row states it", R"("with-vat")"),
      field("vat_is", &ColumnTerms::vat_is, Need::optional, "detected",
            "what the column of VAT holds", R"("rate")"),
      field("credit_word", &ColumnTerms::credit_word, Need::optional, "",
            "word in the column `kind` that marks a credit; any other is a charge", R"("C")"),
      field("fill_down", &ColumnTerms::fill_down, Need::optional, "",
            "columns whose cell also counts for empty ones below it", R"(["invoice", "date"])"),
      field("ignore", &ColumnTerms::ignore, Need::optional, "",
            "headings of columns that say nothing", R"(["D/C"])"),
      field("skip", &ColumnTerms::skip, Need::optional, "found", "lines above the heading", "2"),
      field("columns", &ColumnTerms::columns, Need::optional, "",
            "what the columns are called in the heading", R"({ invoice = "Factuurnr" })"),
      field("fixed", &ColumnTerms::fixed, Need::optional, "",
            "what holds for every row and has no column", R"({ line = "stadskantoor" })"),
  };
};

}  // namespace pricetalk
