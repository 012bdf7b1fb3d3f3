#include "index/publication/ons.hpp"

#include <optional>

#include "document/words.hpp"
#include "index/publication/cells.hpp"
#include "index/publication/figure_text.hpp"
#include "index/publication/formats.hpp"
#include "index/publication/units.hpp"

/// ONS "download full time series as CSV": rows of a name and a text (Title, CDID, Source dataset
/// ID, PreUnit, Unit, Release date, Next release, Important notes), then years, quarters and months
/// below each other in one column. A whole dataset (MM23) has the same rows with a column a series.
/// Nothing says whether a figure is provisional.
namespace pricetalk::publication {

using document::lower;

bool take_ons_unit(const std::string& title, const std::string& stated, Head& head) {
  const std::string unit = lower(stated);
  if (unit.starts_with("index") || unit.empty()) {
    head.base = base_in(title);
    if (head.base.empty()) head.base = base_in(stated);
    if (!head.base.empty() && !document::is_digit(head.base.front())) head.base.clear();
    return !unit.empty() || !head.base.empty();
  }
  head.unit = SeriesUnit::percent;
  return unit == "%" || unit.find("per cent") != std::string::npos ||
         unit.find("percent") != std::string::npos;
}

namespace {

struct Column {
  std::string title;
  std::string cdid;
  std::string dataset;
  std::string pre_unit;
  std::string unit;
  std::optional<Date> released;
};

class OnsReader {
 public:
  OnsReader(Collector& into, Diagnostics& diagnostics) : into_(into), diagnostics_(diagnostics) {}

  void read(const csv::Row& row) {
    const csv::Field& name = row.fields[0];
    const auto period = read_period(name.text);
    if (!period) return in_head(row);
    if (!opened_) open(row);
    if (!has_its_cells(row, columns_.size() + 1, diagnostics_)) return;
    for (ColumnSeries& each : series_) {
      const csv::Field& cell = row.fields[each.column()];
      PublishedRow made{*period, read_number(cell.text, DecimalMark::point),
                        FigureStatus::definitive, std::nullopt, cell.where};
      if (made.value || cell.text.empty())
        each.add(std::move(made), into_);
      else
        not_a_figure(cell, {"ONS writes 139.5", "ONS schrijft 139.5"}, diagnostics_);
    }
  }

 private:
  /// A row above the figures; below them only periods stand.
  void in_head(const csv::Row& row) {
    if (opened_)
      return not_a_period(
          row.fields[0],
          {"ONS writes 1987, 1987 Q1 or 1987 JAN", "ONS schrijft 1987, 1987 Q1 of 1987 JAN"},
          diagnostics_);
    const std::string name = lower(row.fields[0].text);
    for (std::size_t i = 1; i < row.fields.size(); ++i) {
      if (columns_.size() < i) columns_.emplace_back();
      Column& column = columns_[i - 1];
      const csv::Field& cell = row.fields[i];
      if (name == "title") column.title = cell.text;
      if (name == "cdid") column.cdid = cell.text;
      if (name == "source dataset id") column.dataset = cell.text;
      if (name == "preunit") column.pre_unit = cell.text;
      if (name == "unit") column.unit = cell.text;
      if (name == "release date" && !cell.text.empty()) {
        column.released = day_month_year(cell.text);
        if (!column.released) not_a_day(cell, diagnostics_);
      }
    }
  }

  void open(const csv::Row& row) {
    opened_ = true;
    for (std::size_t i = 0; i < columns_.size(); ++i) {
      const Column& column = columns_[i];
      if (column.cdid.empty()) {
        no_column(row.where, "CDID", diagnostics_);
        continue;
      }
      Head head;
      if (!take_ons_unit(column.title, column.unit, head)) {
        into_.remark(left_out("ONS " + column.cdid, column.pre_unit + column.unit));
        continue;
      }
      head.publisher = "ONS";
      head.table = column.dataset + (column.dataset.empty() ? "" : " ") + column.cdid;
      head.title = column.title;
      head.released = column.released;
      head.states_status = false;
      series_.emplace_back(into_.open(head), i + 1);
    }
  }

  Collector& into_;
  Diagnostics& diagnostics_;
  std::vector<Column> columns_;
  std::vector<ColumnSeries> series_;
  bool opened_ = false;
};

}  // namespace

bool is_ons_csv(std::string_view bytes) {
  const auto lines = first_lines(bytes, 2);
  const auto starts = [&](std::size_t line, std::string_view name) {
    return lines.size() > line && (lines[line].starts_with("\"" + std::string(name) + "\",") ||
                                   lines[line].starts_with(std::string(name) + ","));
  };
  return starts(0, "Title") && starts(1, "CDID");
}

void read_ons_csv(const Files& files, Collector& into, Diagnostics& diagnostics) {
  for (const SourcePtr& file : files) {
    csv::RowReader rows(*file, {',', "I0305"}, diagnostics);
    OnsReader reader(into, diagnostics);
    const std::size_t before = diagnostics.list().size();
    for (csv::Row row; rows.next(row);) {
      reader.read(row);
      if (diagnostics.list().size() >= before + enough_problems) return;
    }
  }
}

}  // namespace pricetalk::publication
