#pragma once

#include <array>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "document/csv.hpp"
#include "index/publication/collector.hpp"

/// What the readers of tables have in common: cells that cannot be read, columns found by name.
namespace pricetalk::publication {

/// The first lines of a file, without their ends and a byte order mark; as many as there are.
std::vector<std::string_view> first_lines(std::string_view bytes, std::size_t count);

/// I0307: what stands in a cell is not a period, figure, status or day.
void not_a_period(const csv::Field& cell, Phrase hint, Diagnostics& diagnostics);
void not_a_figure(const csv::Field& cell, Phrase hint, Diagnostics& diagnostics);
void not_a_status(const csv::Field& cell, Phrase hint, Diagnostics& diagnostics);
void not_a_day(const csv::Field& cell, Diagnostics& diagnostics);
/// I0305: a row with fewer cells than the heading has, as in a download that broke off.
void row_too_short(const csv::Row& row, std::size_t wanted, Diagnostics& diagnostics);
/// I0305: a row with something in a cell beyond its heading, as a comma in a figure makes one.
void row_too_long(const csv::Row& row, Diagnostics& diagnostics);
/// False for a row that is too short, or too long, which is told. Empty cells at its end are none.
bool has_its_cells(const csv::Row& row, std::size_t wanted, Diagnostics& diagnostics);
/// I0313: a column that the format needs. The span is the heading.
void no_column(Span heading, const std::string& name, Diagnostics& diagnostics);

/// I0305, a warning: the last line of the file has no end, so its last cell may be cut.
void warn_of_open_end(const SourceText& source, Diagnostics& diagnostics);

/// The sign between the cells of a line: a semicolon or tab where there is one, else a comma.
char separator_of(std::string_view line);
/// The cells of a heading, without blanks and quotes around them.
std::vector<std::string> heading_cells(std::string_view line, char separator);
/// A figure of which the publisher never groups thousands: point or comma is its decimal sign.
std::optional<Decimal> ungrouped(std::string_view text);

/// Hands out the rows of a file, the heading first, until there are enough problems. Unless
/// stated, the sign between the cells is that of the heading. A last line without an end is warned
/// of when all else is well.
void each_row(const SourceText& source, Diagnostics& diagnostics,
              const std::function<void(const csv::Row&)>& told,
              std::optional<char> separator = std::nullopt);

/// The place of a column by its name; nothing when it is not there.
std::optional<std::size_t> column_of(const csv::Row& heading, std::string_view name);

/// The day in `22.11.2024` or `22-07-2026`; nothing for any other text.
std::optional<Date> day_month_year(std::string_view text);

/// A series in a column of its own. Cells above its first figure are outside it; an empty cell
/// further down is a period that is listed without a figure.
class ColumnSeries {
 public:
  ColumnSeries(std::size_t series, std::size_t column) : series_(series), column_(column) {}
  std::size_t column() const { return column_; }
  void add(PublishedRow row, Collector& into) {
    bool& begun = begun_[static_cast<std::size_t>(row.period.unit())];
    begun = begun || row.value.has_value();
    if (begun) into.add(series_, std::move(row));
  }

 private:
  std::size_t series_;
  std::size_t column_;
  std::array<bool, 5> begun_{};  ///< by unit of the period
};

}  // namespace pricetalk::publication
