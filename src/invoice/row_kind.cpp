#include <algorithm>
#include <array>
#include <span>
#include <string>

#include "document/words.hpp"
#include "invoice/heading.hpp"
#include "invoice/layout.hpp"

/// Rows that charge nothing: what spreadsheets and printed lists put between the rows that do.
namespace pricetalk::invoices {

namespace {

bool has_digit(std::string_view text) {
  return std::any_of(text.begin(), text.end(), document::is_digit);
}

/// Whether a cell begins with one of these words.
bool begins_with(std::string_view cell, std::span<const std::string_view> words) {
  const auto end = std::find_if_not(cell.begin(), cell.end(), document::is_letter);
  const std::string first =
      cells::folded(cell.substr(0, static_cast<std::size_t>(end - cell.begin())));
  return std::find(words.begin(), words.end(), first) != words.end();
}

/// "Totaal", "Subtotaal excl. btw:"; not "Totaalonderhoud lift".
bool names_a_total(std::string_view cell) {
  constexpr std::array<std::string_view, 8> words{
      "totaal", "subtotaal", "eindtotaal", "total", "subtotal", "gesamt", "summe", "zwischensumme"};
  return begins_with(cell, words) || cells::folded(cell).starts_with("grandtotal");
}

/// "Btw 21%" below a total.
bool names_vat(std::string_view cell) {
  constexpr std::array<std::string_view, 6> words{"btw",          "mwst", "ust",
                                                  "umsatzsteuer", "vat",  "tva"};
  return begins_with(cell, words);
}

bool filled(const csv::Row& row, const Layout& layout, Column column) {
  const auto at = layout.at(column);
  return at && *at < row.fields.size() && !row.fields[*at].text.empty();
}

bool is_heading(const csv::Row& row, const Layout& layout) {
  for (std::size_t i = 0; i < row.fields.size(); ++i)
    if (cells::folded(row.fields[i].text) != cells::folded(layout.heading[i])) return false;
  return true;
}

/// A total is of no days, or of no quantity.
bool is_total(const csv::Row& row, const Layout& layout) {
  const auto any = [&](bool (*says)(std::string_view)) {
    return std::any_of(row.fields.begin(), row.fields.end(),
                       [&](const csv::Field& field) { return says(field.text); });
  };
  if (!any(names_a_total)) {
    // The VAT at the foot of a list is of no invoice; one of an invoice may be a charge of it.
    return any(names_vat) && !filled(row, layout, Column::invoice) &&
           !filled(row, layout, Column::date) && !filled(row, layout, Column::quantity) &&
           !filled(row, layout, Column::unit_price);
  }
  const bool days = layout.at(Column::from) || layout.at(Column::period);
  const Column day = !days ? Column::date : layout.at(Column::from) ? Column::from : Column::period;
  if (layout.at(day) && !filled(row, layout, day)) return true;
  return layout.at(Column::quantity) && !filled(row, layout, Column::quantity) &&
         !filled(row, layout, Column::unit_price);
}

}  // namespace

RowKind kind_of(const csv::Row& row, const Layout& layout) {
  std::size_t cells_filled = 0;
  const csv::Field* only = nullptr;
  for (const csv::Field& field : row.fields) {
    if (field.text.empty()) continue;
    ++cells_filled;
    only = &field;
  }
  if (cells_filled == 0) return RowKind::empty;
  const bool whole = row.fields.size() == layout.width;
  if (whole && is_heading(row, layout)) return RowKind::heading;
  if (whole && is_total(row, layout)) return RowKind::total;
  if (cells_filled == 1) {
    if (names_a_total(only->text)) return RowKind::total;
    const bool in_amount =
        whole && layout.at(Column::amount) && only == &row.fields[*layout.at(Column::amount)];
    const bool page = cells::folded(only->text).starts_with("pag") ||
                      cells::folded(only->text).starts_with("seite");
    // One cell with a figure may be what is left of a charge.
    if (!in_amount && (page || !has_digit(only->text) || whole)) return RowKind::text;
  }
  return RowKind::charge;
}

}  // namespace pricetalk::invoices
