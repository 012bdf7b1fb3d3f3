#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "document/csv.hpp"
#include "invoice/columns.hpp"
#include "pricetalk/calendar/date.hpp"

namespace pricetalk {

/// A heading of a list as people write it, folded ("datum ontvangen" is "datumontvangen"), and
/// which column it is.
struct ListHeading {
  std::string_view folded;
  std::size_t column = 0;
};

/// A list that people keep in a spreadsheet: headings in the first row, one thing a row, commas,
/// semicolons or tabs between the cells.
class ListFile {
 public:
  /// Reads all rows. `code`: of a file without headings. What is not known is in `ignored`.
  ListFile(const SourcePtr& source, std::span<const ListHeading> headings, std::size_t columns,
           const char* code, Diagnostics& diagnostics);

  bool usable() const { return usable_; }
  bool has(std::size_t column) const { return places_[column].has_value(); }
  std::size_t size() const { return rows_.size(); }
  /// The cell of a row; empty where the row or the file has none.
  std::string text(std::size_t row, std::size_t column) const;
  Span where(std::size_t row) const { return rows_[row].where; }
  Span where(std::size_t row, std::size_t column) const;
  /// A day of a column: where day and month can be told apart in no cell of it, only one that is
  /// the same both ways.
  std::optional<Date> day(std::size_t row, std::size_t column) const;
  /// Headings that mean nothing here, as written.
  const std::vector<std::string>& ignored() const { return ignored_; }

 private:
  void find_order();

  SourcePtr source_;
  std::vector<csv::Row> rows_;
  std::vector<std::optional<std::size_t>> places_;
  std::vector<std::optional<DateOrder>> orders_;
  std::vector<std::string> ignored_;
  bool usable_ = false;
};

}  // namespace pricetalk
