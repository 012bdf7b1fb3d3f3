#include <algorithm>

#include "document/words.hpp"
#include "index/publication/cells.hpp"
#include "index/publication/figure_text.hpp"
#include "index/publication/formats.hpp"
#include "index/publication/units.hpp"

/// BIS bulk download, layout "col": a row a series, a column a period (all months, then quarters or
/// years). Codes stand with their labels: `M:Monthly`, `NL:Netherlands`, `628:Index, 2010 = 100`.
/// The column before the first period holds the key of the series, "M:NL:628". The name of the data
/// set is not in the file; consumer prices (WS_LONG_CPI) are known by their dimensions and units.
/// Nothing says whether a figure is provisional.
namespace pricetalk::publication {

namespace {

using document::lower;

std::string_view code_of(std::string_view cell) { return cell.substr(0, cell.find(':')); }

std::string_view label_of(std::string_view cell) {
  const auto at = cell.find(':');
  return document::trimmed(at == std::string_view::npos ? cell : cell.substr(at + 1));
}

class BisReader {
 public:
  BisReader(Collector& into, Diagnostics& diagnostics) : into_(into), diagnostics_(diagnostics) {}

  void read(const csv::Row& row) {
    if (!headed_) return in_heading(row);
    if (first_ == 0) return;
    if (!has_its_cells(row, first_ + periods_.size(), diagnostics_)) return;
    Head head;
    if (!head_of(row, head)) return;
    ColumnSeries series(into_.open(head), 0);
    for (std::size_t i = 0; i < periods_.size(); ++i) {
      const csv::Field& cell = row.fields[first_ + i];
      // Months and years share the columns of the table, and a row fills those of its frequency.
      const bool of_row = periods_[i].unit() == unit_of(row);
      if (!of_row && cell.text.empty()) continue;
      PublishedRow made{periods_[i], read_number(cell.text, DecimalMark::point),
                        FigureStatus::definitive, std::nullopt, cell.where};
      if (made.value || cell.text.empty())
        series.add(std::move(made), into_);
      else
        not_a_figure(cell, {"BIS writes 130.4303, or nothing", "BIS schrijft 130.4303, of niets"},
                     diagnostics_);
    }
  }

 private:
  void in_heading(const csv::Row& row) {
    headed_ = true;
    for (std::size_t i = 0; i < row.fields.size(); ++i) {
      const auto period = read_period(row.fields[i].text);
      if (!period && first_ == 0) continue;
      if (!period) {
        not_a_period(row.fields[i], {"BIS writes 1913-01 or 2019", "BIS schrijft 1913-01 of 2019"},
                     diagnostics_);
        periods_.clear();
        first_ = 0;
        return;
      }
      if (first_ == 0) first_ = i;
      periods_.push_back(*period);
    }
    unit_column_ = column_of(row, "Unit of measure");
    decimals_column_ = column_of(row, "Decimals");
    title_column_ = column_of(row, "Title (tseries level)");
    if (unit_column_ && first_ > 0) return;
    no_column(row.where, first_ == 0 ? "2022-03" : "Unit of measure", diagnostics_);
    first_ = 0;
  }

  Unit unit_of(const csv::Row& row) const {
    const std::string_view frequency = code_of(row.fields[0].text);
    return frequency == "A" ? Unit::year : frequency == "Q" ? Unit::quarter : Unit::month;
  }

  bool head_of(const csv::Row& row, Head& head) {
    const std::string& unit = row.fields[*unit_column_].text;
    const std::string& key = row.fields[first_ - 1].text;
    const std::string label = lower(label_of(unit));
    if (label.find("per cent") != std::string::npos || label.find('%') != std::string::npos) {
      head.unit = SeriesUnit::percent;
    } else if (label.starts_with("index")) {
      head.base = base_in(label_of(unit));
    } else {
      into_.remark(left_out("BIS " + key, unit));
      return false;
    }
    const bool consumer_prices = *unit_column_ == 2 &&
                                 (code_of(unit) == "628" || code_of(unit) == "771") &&
                                 std::count(key.begin(), key.end(), ':') == 2;
    head.publisher = "BIS";
    head.table = (consumer_prices ? "WS_LONG_CPI " : "") + key;
    if (title_column_) head.title = row.fields[*title_column_].text;
    if (head.title.empty())
      head.title = std::string(label_of(row.fields[1].text)) + ", " + std::string(label_of(unit));
    if (decimals_column_) {
      const std::string_view decimals = code_of(row.fields[*decimals_column_].text);
      if (decimals.size() == 1 && document::is_digit(decimals[0])) {
        head.decimals = decimals[0] - '0';
        head.loses_zeros = true;
      }
    }
    head.states_status = false;
    return true;
  }

  Collector& into_;
  Diagnostics& diagnostics_;
  std::vector<Period> periods_;
  std::size_t first_ = 0;  ///< column of the first period
  bool headed_ = false;
  std::optional<std::size_t> unit_column_;
  std::optional<std::size_t> decimals_column_;
  std::optional<std::size_t> title_column_;
};

}  // namespace

bool is_bis_csv(std::string_view bytes) {
  const auto lines = first_lines(bytes.substr(0, 4096), 1);
  if (lines.empty()) return false;
  return (lines[0].starts_with("\"Frequency\",\"Reference area\"") ||
          lines[0].starts_with("Frequency,Reference area")) &&
         lines[0].find("Time Period") != std::string_view::npos;
}

void read_bis_csv(const Files& files, Collector& into, Diagnostics& diagnostics) {
  for (const SourcePtr& file : files) {
    csv::RowReader rows(*file, {',', "I0305"}, diagnostics);
    BisReader reader(into, diagnostics);
    const std::size_t before = diagnostics.list().size();
    for (csv::Row row; rows.next(row);) {
      reader.read(row);
      if (diagnostics.list().size() >= before + enough_problems) return;
    }
  }
}

}  // namespace pricetalk::publication
