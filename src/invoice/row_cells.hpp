#pragma once

#include <optional>
#include <string>
#include <utility>

#include "document/csv.hpp"
#include "invoice/columns.hpp"
#include "invoice/layout.hpp"
#include "pricetalk/invoice/invoice.hpp"

namespace pricetalk::invoices {

/// The cells of one row after another, read in one layout: what cannot be read is told.
class RowCells {
 protected:
  RowCells(Layout layout, Diagnostics& diagnostics)
      : layout_(std::move(layout)), diagnostics_(&diagnostics) {}

  std::optional<std::pair<Date, Date>> period_in(const std::string& text) const;
  void wrong_width();
  void wrong(std::string code, const csv::Field& field, Phrase title, Phrase hint = {});
  const csv::Field* field(Column column) const;
  /// What to do about a cell that is empty because the one above it counts for it.
  Phrase stands_once(Column column) const;
  /// The field, or nothing when it is empty; reports an empty field that is needed.
  const csv::Field* filled(Column column, bool may_be_empty = false);
  std::string text(Column column, const std::optional<Stated<std::string>>& fixed);
  /// A date that may be left out.
  std::optional<Date> day_of(Column column);
  Date date(Column column);
  /// From two columns, from one, from the column file, or from the date.
  void period(InvoiceLine& line);
  std::string heading(Column column) const;
  std::optional<Decimal> number(Column column, bool may_be_empty = false);
  /// Where the unit begins in "1200 m2", which reads as a number without it; else 0.
  std::size_t begin_of_unit(const std::string& written) const;
  static Phrase unit_apart(const std::string& written, std::size_t unit);

  Layout layout_;
  Diagnostics* diagnostics_;
  FixedCells fixed_;
  std::optional<std::pair<Date, Date>> fixed_period_;
  csv::Row row_;
  bool good_ = true;  ///< no cell of the row was wrong so far
};

}  // namespace pricetalk::invoices
