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

/// What a kind of list looks like.
struct ListShape {
  std::span<const ListHeading> headings;
  std::size_t columns = 0;
  std::vector<std::size_t> days;  ///< the columns of days
  const char* code = "";          ///< of the errors of such a list
};

/// Why a cell is no day, and what to write instead.
struct UnreadDay {
  Phrase title;
  Phrase hint;
};

/// A list that people keep in a spreadsheet: headings in the first row, one thing a row, commas,
/// semicolons or tabs between the cells.
class ListFile {
 public:
  /// Reads all rows. What is not known is in `ignored`.
  ListFile(const SourcePtr& source, const ListShape& shape, Diagnostics& diagnostics);

  bool usable() const { return usable_; }
  bool has(std::size_t column) const { return places_[column].has_value(); }
  std::size_t size() const { return rows_.size(); }
  /// The cell of a row; empty where the row or the file has none.
  std::string text(std::size_t row, std::size_t column) const;
  Span where(std::size_t row) const { return rows_[row].where; }
  Span where(std::size_t row, std::size_t column) const;
  /// A day of a column. Whether the day or the month stands first is what the other cells of the
  /// column tell, else the other columns of days where these agree; nothing for a cell that can
  /// still be read in two ways, and for one that contradicts an earlier cell of its column.
  std::optional<Date> day(std::size_t row, std::size_t column) const;
  /// "15-07", "1-7", "1 juli", or a whole date: read as `day` reads.
  std::optional<MonthDay> day_of_year(std::size_t row, std::size_t column) const;
  /// Why one of these two gives nothing.
  UnreadDay unread_day(std::size_t row, std::size_t column) const;
  /// Headings that mean nothing here, as written.
  const std::vector<std::string>& ignored() const { return ignored_; }

 private:
  /// What stands first in the days of a column.
  struct Order {
    DateOrder order = DateOrder::day_month_year;
    std::size_t row = 0;     ///< the first that tells
    bool with_year = false;  ///< a whole date tells
    bool contested = false;  ///< another cell tells the opposite
  };
  void find_order(std::size_t column);
  std::optional<DateOrder> order_of_ambiguous(std::size_t column) const;
  template <class Day>
  std::optional<Day> chosen(const std::optional<Day>& day_first,
                            const std::optional<Day>& month_first, std::size_t column) const;

  SourcePtr source_;
  std::vector<csv::Row> rows_;
  std::vector<std::optional<std::size_t>> places_;
  std::vector<std::optional<Order>> orders_;
  std::vector<std::string> ignored_;
  bool usable_ = false;
};

}  // namespace pricetalk
