#include "register/register_file.hpp"

#include <algorithm>
#include <array>

#include "document/currency_word.hpp"
#include "document/words.hpp"
#include "invoice/cells.hpp"
#include "pricetalk/explain/figure.hpp"
#include "pricetalk/explain/format.hpp"
#include "register/row_values.hpp"
#include "register/written_values.hpp"

namespace pricetalk {

namespace {

using Column = RegisterColumn::Column;

constexpr std::size_t most_titles = 20;

constexpr auto amounts =
    std::to_array<Column>({Column::price, Column::hour_rate, Column::amount_a_month,
                           Column::amount_a_quarter, Column::amount_a_year});

/// With at least two decimals, and no more noughts behind those than were written.
Decimal as_price(const Decimal& value) {
  constexpr int cents = 2;
  Decimal made = value;
  while (made.scale() > cents && made.mantissa() % 10 == 0)
    made = Decimal(made.mantissa() / 10, made.scale() - 1);
  return made.scale() < cents ? as_decimal(Ratio(made), cents) : made;
}

}  // namespace

RegisterFile::RegisterFile(const SourcePtr& source, Diagnostics& diagnostics, bool workbook)
    : list_(source, register_shape(most_titles), diagnostics) {
  if (!list_.usable()) return;
  bool vat_contested = false;
  int dutch_headings = 0;
  for (std::size_t column = 0; column < Column::count; ++column) {
    if (!list_.has(column)) continue;
    if (is_dutch_heading(list_.heading(column))) ++dutch_headings;
    const auto heading = register_heading(list_.heading(column));
    if (!heading || !heading->with_vat) continue;
    vat_contested = vat_contested || (with_vat_ && *with_vat_ != *heading->with_vat);
    with_vat_ = heading->with_vat;
  }
  // One word may be borrowed.
  dutch_ = dutch_headings > 1;
  if (vat_contested) with_vat_.reset();
  // Numbers of a workbook have a point whatever people write in its texts.
  if (workbook) return;
  // "1.250" is a thousand where other amounts have their cents behind a comma.
  using Says = cells::MarkEvidence::Says;
  bool comma = false;
  bool point = false;
  for (const Column column : amounts)
    for (std::size_t row = 0; row < list_.size() && list_.has(column); ++row) {
      const Says says = cells::mark_evidence(list_.text(row, column)).says;
      comma = comma || says == Says::comma;
      point = point || says == Says::point;
    }
  if (comma != point) decimal_sign_ = comma ? ',' : '.';
}

bool RegisterFile::is_register() const {
  if (!list_.usable() || !list_.has(Column::contract)) return false;
  return list_.has(Column::start) || std::any_of(amounts.begin(), amounts.end(),
                                                 [&](Column column) { return list_.has(column); });
}

std::string RegisterFile::text(std::size_t row, Column column) const {
  std::string text(document::trimmed(list_.text(row, column)));
  if (column != Column::contract && cells::says_nothing(text)) text.clear();
  return text;
}

bool RegisterFile::is_total(std::size_t row) const {
  const auto& fields = list_.cells(row);
  const auto first = std::find_if(fields.begin(), fields.end(), [](const csv::Field& field) {
    return !document::trimmed(field.text).empty();
  });
  if (first == fields.end()) return true;
  const std::string_view said = document::trimmed(first->text);
  // A supplier may be called Totaal; a row with the number of a contract is one.
  const std::string number = text(row, Column::contract);
  if (!number.empty() && number != said) return false;
  const std::string folded = cells::folded(said.substr(0, said.find_first_of(" :(")));
  return folded == "totaal" || folded == "subtotaal" || folded == "totalen" ||
         folded == "eindtotaal" || folded == "total" || folded == "subtotal" || folded == "som" ||
         folded == "sum" || folded == "totals";
}

void RegisterFile::ask(std::size_t row, Column column, Phrase what, ImportedRow& made) const {
  made.questions.push_back({address(row, column), std::move(what)});
}

std::optional<Date> RegisterFile::day(std::size_t row, Column column, ImportedRow& made) const {
  const std::string cell = text(row, column);
  if (cell.empty()) return std::nullopt;
  if (const auto found = list_.day(row, column)) return found;
  if (const auto counted = day_of_number(cell)) {
    made.assumptions.push_back(
        {address(row, column),
         {"'" + cell + "' is the number of a day, " + date_text(*counted, Language::en),
          "'" + cell + "' is het nummer van een dag, " + date_text(*counted, Language::nl)}});
    return counted;
  }
  const auto day_first = cells::date(cell, DateOrder::day_month_year);
  if (day_first && list_.order_untold() && cell.find('/') == std::string::npos) {
    made.assumptions.push_back(
        {address(row, column),
         {"'" + cell + "' is " + date_text(*day_first, Language::en) + ": the day stands first",
          "'" + cell + "' is " + date_text(*day_first, Language::nl) + ": de dag staat voorop"}});
    return day_first;
  }
  const UnreadDay why = list_.unread_day(row, column);
  ask(row, column, {why.title.en + "; " + why.hint.en, why.title.nl + "; " + why.hint.nl}, made);
  return std::nullopt;
}

std::optional<Date> RegisterFile::price_day(std::size_t row, ImportedRow& made) const {
  const std::string cell = text(row, Column::price_date);
  if (cell.empty()) return std::nullopt;
  if (!list_.day(row, Column::price_date) && !day_of_number(cell))
    if (const auto period = cells::period(cell, std::nullopt)) {
      made.assumptions.push_back({address(row, Column::price_date),
                                  {"a price of '" + cell + "' is of its first day, " +
                                       date_text(period->first, Language::en),
                                   "prijspeil '" + cell + "' is dat van de eerste dag, " +
                                       date_text(period->first, Language::nl)}});
      return period->first;
    }
  return day(row, Column::price_date, made);
}

std::optional<Decimal> RegisterFile::amount(std::size_t row, Column column,
                                            ImportedRow& made) const {
  std::string cell = text(row, column);
  if (cell.empty()) return std::nullopt;
  const std::string written = cell;
  if (const auto currency = currency_in(row, column))
    cell = std::string(document::trimmed(
        std::string_view(cell).substr(std::min(cell.find_first_of("0123456789-("), cell.size()))));
  auto value = written_price(cell);
  if (!value && decimal_sign_ != 0)
    value = cells::number(
        cell, decimal_sign_ == ',' ? cells::NumberMarks{',', '.'} : cells::NumberMarks{'.', ','});
  if (!value) {
    const bool either = cells::mark_evidence(cell).says == cells::MarkEvidence::Says::either;
    if (either)
      ask(row, column,
          {"'" + written + "' can be thousands or decimals; write 1.037,00 or 1,04",
           "'" + written + "' kan duizenden of decimalen hebben; schrijf 1.037,00 of 1,04"},
          made);
    else
      ask(row, column,
          {"'" + written + "' is no amount; write 1037.63",
           "'" + written + "' is geen bedrag; schrijf 1037,63"},
          made);
    return std::nullopt;
  }
  if (value->is_negative() || value->is_zero()) {
    ask(row, column,
        {"'" + written + "' is not above zero; fill in what is paid",
         "'" + written + "' is niet hoger dan nul; vul in wat er wordt betaald"},
        made);
    return std::nullopt;
  }
  return as_price(*value);
}

std::optional<Percent> RegisterFile::percentage(std::size_t row, Column column,
                                                ImportedRow& made) const {
  const std::string cell = text(row, column);
  const std::string folded = cells::folded(cell);
  if (cell.empty() || folded == "geen" || folded == "none" || folded == "onbeperkt")
    return std::nullopt;
  const auto value = written_percentage(cell);
  if (value && !may_be_fraction(cell)) return value;
  if (!value) {
    ask(row, column,
        {"'" + cell + "' is no percentage; write 3%",
         "'" + cell + "' is geen percentage; schrijf 3%"},
        made);
    return std::nullopt;
  }
  const Phrase either = either_percentage(*value, fraction_as_percentage(*value));
  ask(row, column,
      {"'" + cell + "' can be a percentage or a fraction; " + either.en,
       "'" + cell + "' kan een percentage zijn, of een breuk; " + either.nl},
      made);
  return std::nullopt;
}

std::optional<Currency> RegisterFile::currency_in(std::size_t row, Column column) const {
  const std::string cell = text(row, column);
  const std::size_t digits = cell.find_first_of("0123456789-(");
  const std::string_view word =
      document::trimmed(std::string_view(cell).substr(0, std::min(digits, cell.size())));
  if (word.empty() || digits == std::string::npos) return std::nullopt;
  if (word == "\xC2\xA3") return Currency::parse("GBP");
  return document::currency_named(word);
}

}  // namespace pricetalk
