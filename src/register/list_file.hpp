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
  /// The column that a heading names, where there are more ways to write it than `headings` can
  /// list; nothing for one that means nothing.
  std::optional<std::size_t> (*heading)(std::string_view) = nullptr;
  /// How many rows may stand above the headings; those are then the first row that names most
  /// columns, a word in the row above them being the beginning of theirs.
  std::size_t titles = 0;
};

/// Why a cell is no day, and what to write instead.
struct UnreadDay {
  Phrase title;
  Phrase hint;
};

/// A list that people keep in a spreadsheet: headings in the first row or below some titles, one
/// thing a row, commas, semicolons or tabs between the cells.
class ListFile {
 public:
  /// Reads all rows below the headings. What is not known is in `ignored`.
  ListFile(const SourcePtr& source, const ListShape& shape, Diagnostics& diagnostics);

  bool usable() const { return usable_; }
  bool has(std::size_t column) const { return places_[column].has_value(); }
  std::size_t size() const { return rows_.size(); }
  /// The cell of a row; empty where the row or the file has none.
  std::string text(std::size_t row, std::size_t column) const;
  /// All its cells, known or not.
  const std::vector<csv::Field>& cells(std::size_t row) const { return rows_[row].fields; }
  Span where(std::size_t row) const { return rows_[row].where; }
  /// The number of a row in the file or the sheet, from 1.
  std::uint32_t number(std::size_t row) const;
  /// The address of a cell as a spreadsheet has it: "C5"; "5" where there is no such column.
  std::string address(std::size_t row, std::size_t column) const;
  /// The heading of a column, as written.
  const std::string& heading(std::size_t column) const { return headings_[column]; }
  Span where(std::size_t row, std::size_t column) const;
  /// A day of a column. Whether the day or the month stands first is what the other cells of the
  /// column tell, else the other columns of days where these agree; nothing for a cell that can
  /// still be read in two ways, and for one that contradicts an earlier cell of its column.
  std::optional<Date> day(std::size_t row, std::size_t column) const;
  /// "15-07", "1-7", "1 juli", or a whole date: read as `day` reads.
  std::optional<MonthDay> day_of_year(std::size_t row, std::size_t column) const;
  /// Why one of these two gives nothing.
  UnreadDay unread_day(std::size_t row, std::size_t column) const;
  /// Whether no cell tells what stands first in a day.
  bool order_untold() const;
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
  using Places = std::vector<std::optional<std::size_t>>;
  /// Which columns the headings of a row are, with the words above them; and their texts.
  Places places_in(std::size_t row, const ListShape& shape, std::vector<std::string>& headings,
                   std::vector<std::string>& ignored) const;
  void find_headings(const ListShape& shape);
  void find_order(std::size_t column);
  std::optional<DateOrder> order_of_ambiguous(std::size_t column) const;
  template <class Day>
  std::optional<Day> chosen(const std::optional<Day>& day_first,
                            const std::optional<Day>& month_first, std::size_t column) const;

  SourcePtr source_;
  std::vector<csv::Row> rows_;
  Places places_;
  std::vector<std::string> headings_;
  std::vector<std::optional<Order>> orders_;
  std::vector<std::string> ignored_;
  bool usable_ = false;
};

}  // namespace pricetalk
