#include "invoice/row_cells.hpp"

#include <algorithm>

#include "invoice/column_advice.hpp"
#include "invoice/einvoice.hpp"

namespace pricetalk::invoices {

namespace {

/// "31-01-2025" and "1.234,56" as they should have been written in the documented layout.
std::string better_date(const std::string& text) {
  const auto found = cells::date(text, DateOrder::day_month_year);
  return found ? found->text() : std::string();
}
std::string better_number(const std::string& text) {
  const auto found = cells::number(text, {',', '.'});
  return found ? found->text() : std::string();
}

}  // namespace

std::optional<std::pair<Date, Date>> RowCells::period_in(const std::string& text) const {
  if (layout_.numbered_months || layout_.numbered_four_weeks)
    if (const auto found = cells::numbered_period(text))
      return layout_.numbered_months ? cells::as_month(*found) : cells::as_four_weeks(*found);
  return cells::period(text, layout_.order);
}

void RowCells::wrong_width() {
  const bool one = row_.fields.size() == 1;
  const std::string found = std::to_string(row_.fields.size());
  const std::string wanted = std::to_string(layout_.width);
  Phrase hint{"put a field with a comma between quotes, or write the number with a point",
              "zet een veld met een komma tussen aanhalingstekens, of schrijf het getal met een "
              "punt"};
  if (layout_.separator != ',')
    hint = {"put a field with such a mark between quotes",
            "zet een veld met dat teken tussen aanhalingstekens"};
  diagnostics_->error(
      "A0103", row_.where,
      {"this row has " + found + (one ? " field" : " fields") + ", the heading " + wanted,
       "deze regel heeft " + found + (one ? " veld" : " velden") + ", de kopregel " + wanted},
      std::move(hint));
}

void RowCells::wrong(std::string code, const csv::Field& field, Phrase title, Phrase hint) {
  good_ = false;
  Span where = field.where;
  if (where.begin == where.end) where = row_.where;
  diagnostics_->error(std::move(code), where, std::move(title), std::move(hint));
}

const csv::Field* RowCells::field(Column column) const {
  const auto position = layout_.at(column);
  return position ? &row_.fields[*position] : nullptr;
}

Phrase RowCells::stands_once(Column column) const {
  const bool can = column == Column::invoice || column == Column::date || column == Column::line;
  if (!can || layout_.documented) return {};
  const std::string key(invoices::name(column));
  return in_column_file({"does the cell above it count? Write fill_down = [\"" + key + "\"]",
                         "geldt de cel erboven? Schrijf fill_down = [\"" + key + "\"]"});
}

const csv::Field* RowCells::filled(Column column, bool may_be_empty) {
  const csv::Field* found = field(column);
  const bool nothing = may_be_empty && found != nullptr && column != Column::vat &&
                       column != Column::kind && cells::says_nothing(found->text);
  if (found != nullptr && !found->text.empty() && !nothing) return found;
  if (!may_be_empty && found != nullptr) {
    const std::string name(invoices::name(column));
    wrong("A0104", *found, {"`" + name + "` is empty", "`" + name + "` is leeg"},
          stands_once(column));
  }
  return nullptr;
}

std::string RowCells::text(Column column, const std::optional<Stated<std::string>>& fixed) {
  const csv::Field* found = filled(column, fixed.has_value());
  if (found != nullptr) return found->text;
  return fixed ? fixed->value : std::string();
}

std::optional<Date> RowCells::day_of(Column column) {
  if (filled(column, true) == nullptr) return std::nullopt;
  return date(column);
}

Date RowCells::date(Column column) {
  const csv::Field* found = filled(column);
  if (found == nullptr) return {};
  const auto read =
      layout_.documented ? Date::parse(found->text) : cells::date(found->text, layout_.order);
  if (read) return *read;
  const std::string better = layout_.documented ? better_date(found->text) : std::string();
  Phrase hint{"write year-month-day: 2025-06-30", "schrijf jaar-maand-dag: 2025-06-30"};
  if (!better.empty()) hint = {"write " + better, "schrijf " + better};
  wrong("A0106", *found,
        {"'" + found->text + "' is not a date", "'" + found->text + "' is geen datum"},
        std::move(hint));
  return {};
}

void RowCells::period(InvoiceLine& line) {
  if (layout_.at(Column::from) && layout_.at(Column::to)) {
    line.from = date(Column::from);
    line.to = date(Column::to);
    if (good_ && line.to < line.from) {
      const csv::Field& from = *field(Column::from);
      wrong("A0107", *field(Column::to),
            {"this period ends before it begins", "deze periode eindigt voordat ze begint"},
            {"`" + heading(Column::from) + "` is " + from.text,
             "`" + heading(Column::from) + "` is " + from.text});
    }
    return;
  }
  if (layout_.at(Column::period)) {
    const csv::Field* found = filled(Column::period);
    if (found == nullptr) return;
    const auto read = period_in(found->text);
    if (!read)
      wrong("A0116", *found,
            {"'" + found->text + "' is no period", "'" + found->text + "' is geen periode"},
            {"write for example 2025-01 or 2025-Q1", "schrijf bijvoorbeeld 2025-01 of 2025-Q1"});
    else if (read->second < read->first)
      wrong("A0107", *found,
            {"this period ends before it begins", "deze periode eindigt voordat ze begint"});
    else
      std::tie(line.from, line.to) = *read;
    return;
  }
  if (fixed_period_)
    std::tie(line.from, line.to) = *fixed_period_;
  else if (layout_.terms != nullptr && layout_.terms->period_of)
    std::tie(line.from, line.to) =
        einvoice::period_of_date(line.date, layout_.terms->period_of->value);
}

std::string RowCells::heading(Column column) const { return std::string(invoices::name(column)); }

std::optional<Decimal> RowCells::number(Column column, bool may_be_empty) {
  const csv::Field* found = filled(column, may_be_empty);
  if (found == nullptr) return std::nullopt;
  if (cells::says_free(found->text)) return Decimal();
  const auto value = layout_.documented ? Decimal::parse(found->text)
                                        : cells::number(found->text, column == Column::quantity
                                                                         ? layout_.quantity_marks
                                                                         : layout_.marks);
  if (value) return value;
  constexpr std::size_t most_digits = 18;
  const std::string& written = found->text;
  if (written.find_first_not_of("+-0123456789.,") == std::string::npos &&
      std::count_if(written.begin(), written.end(), [](char c) { return '0' <= c && c <= '9'; }) >
          static_cast<std::ptrdiff_t>(most_digits)) {
    wrong("A0105", *found,
          {"a number has at most 18 digits", "een getal heeft hoogstens 18 cijfers"},
          {"check quantity, price and amount", "controleer aantal, prijs en bedrag"});
    return std::nullopt;
  }
  const std::string better = layout_.documented ? better_number(found->text) : std::string();
  Phrase hint{"write a point and no thousands marks: 54027.00",
              "schrijf een punt en geen scheiding van duizendtallen: 54027.00"};
  if (!layout_.documented && layout_.marks.decimal == ',')
    hint = {"this file writes a comma before the decimals: 54.027,00",
            "dit bestand schrijft een komma voor de decimalen: 54.027,00"};
  if (!better.empty()) hint = {"write " + better, "schrijf " + better};
  if (const std::size_t unit = column == Column::quantity ? begin_of_unit(written) : 0; unit > 0)
    hint = unit_apart(written, unit);
  wrong("A0105", *found,
        {"'" + found->text + "' is not a number", "'" + found->text + "' is geen getal"},
        std::move(hint));
  return std::nullopt;
}

std::size_t RowCells::begin_of_unit(const std::string& written) const {
  const std::size_t end = written.find_first_not_of("+-0123456789.,");
  if (end == std::string::npos || end == 0) return 0;
  const std::size_t unit = written.find_first_not_of(' ', end);
  return unit != std::string::npos && cells::number(written.substr(0, end), layout_.quantity_marks)
             ? unit
             : 0;
}

Phrase RowCells::unit_apart(const std::string& written, std::size_t unit) {
  const std::string name = written.substr(unit);
  const std::string number = written.substr(0, written.find_first_not_of("+-0123456789.,"));
  return {"write " + number + "; the unit '" + name + "' stands in a column of its own (unit)",
          "schrijf " + number + "; de eenheid '" + name + "' staat in een eigen kolom (unit)"};
}

}  // namespace pricetalk::invoices
