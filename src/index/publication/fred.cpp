#include "document/words.hpp"
#include "index/publication/cells.hpp"
#include "index/publication/day_spacing.hpp"
#include "index/publication/figure_text.hpp"
#include "index/publication/formats.hpp"
#include "index/publication/typed_period.hpp"

/// FRED fredgraph.csv: `observation_date` (older files: `DATE`) and a column a series. The first
/// day of a month, quarter or year stands for it; which of them only the spacing tells. A missing
/// figure is `.` or empty. No unit, base or status stands in the file, and 68.70 is written 68.7. A
/// spreadsheet saves it again with semicolons, decimal commas and `01-08-2026`.
namespace pricetalk::publication {

namespace {

struct Line {
  Date day;
  std::vector<csv::Field> cells;
};

class FredReader {
 public:
  FredReader(bool resaved, Collector& into, Diagnostics& diagnostics)
      : resaved_(resaved), into_(into), diagnostics_(diagnostics) {}

  void read(const csv::Row& row) {
    if (heading_.fields.empty()) {
      heading_ = row;
      return;
    }
    auto day = Date::parse(row.fields[0].text);
    if (!day && resaved_) day = day_first(row.fields[0].text);
    if (has_its_cells(row, heading_.fields.size(), diagnostics_) && !day)
      not_a_day(row.fields[0], diagnostics_);
    if (!day) return;
    // A row that breaks off still tells how far apart the days are.
    lines_.push_back({*day, {row.fields.begin() + 1, row.fields.end()}});
    lines_.back().cells.resize(heading_.fields.size() - 1);
  }

  void finish() {
    std::vector<Date> days;
    for (const Line& line : lines_) days.push_back(line.day);
    const auto unit = unit_of_days(std::move(days));
    if (!unit && !lines_.empty()) {
      diagnostics_.error(
          "I0313", heading_.where,
          {"whether these are months, quarters or years cannot be told from the days",
           "aan de dagen is niet te zien of dit maanden, kwartalen of jaren zijn"},
          {"download at least two successive periods; weekly and half-yearly series are not read",
           "download ten minste twee opeenvolgende perioden; week- en halfjaarreeksen worden niet "
           "gelezen"});
      return;
    }
    for (std::size_t i = 1; unit && i < heading_.fields.size(); ++i) read_column(i, *unit);
  }

 private:
  void read_column(std::size_t column, Unit unit) {
    Head head;
    head.publisher = "FRED";
    head.table = heading_.fields[column].text;
    head.title = head.table;
    head.loses_zeros = true;
    head.states_status = false;
    into_.remark(
        {"FRED " + head.table +
             ": the file states no unit, no base and no status; take them from the publisher",
         "FRED " + head.table +
             ": in het bestand staan geen eenheid, basis en status; neem die over van de uitgever "
             "zelf"});
    ColumnSeries series(into_.open(head), column);
    for (const Line& line : lines_) {
      const csv::Field& cell = line.cells[column - 1];
      PublishedRow made{
          Period::containing(line.day, unit),
          resaved_ ? ungrouped(cell.text) : read_number(cell.text, DecimalMark::point),
          FigureStatus::definitive, std::nullopt, cell.where};
      if (made.value || cell.text.empty() || cell.text == "." || cell.text == "#N/A")
        series.add(std::move(made), into_);
      else
        not_a_figure(cell,
                     {"FRED writes 135.72, or a dot for no figure",
                      "FRED schrijft 135.72, of een punt als er geen cijfer is"},
                     diagnostics_);
    }
  }

  bool resaved_;
  Collector& into_;
  Diagnostics& diagnostics_;
  csv::Row heading_;
  std::vector<Line> lines_;
};

}  // namespace

bool is_fred_csv(std::string_view bytes) {
  const auto lines = first_lines(bytes, 1);
  if (lines.empty()) return false;
  const auto cells = heading_cells(lines[0], separator_of(lines[0]));
  if (cells.size() < 2 || cells[1].empty()) return false;
  // An id of FRED has no blanks; the ECB's portal writes DATE,TIME PERIOD.
  return cells[0] == "observation_date" ||
         (cells[0] == "DATE" && cells[1].find(' ') == std::string::npos);
}

void read_fred_csv(const Files& files, Collector& into, Diagnostics& diagnostics) {
  for (const SourcePtr& file : files) {
    const auto lines = first_lines(file->bytes(), 1);
    const char separator = separator_of(lines.empty() ? "" : lines[0]);
    csv::RowReader rows(*file, {separator, "I0305"}, diagnostics);
    FredReader reader(separator != ',', into, diagnostics);
    const std::size_t before = diagnostics.list().size();
    for (csv::Row row; rows.next(row);) {
      reader.read(row);
      if (diagnostics.list().size() >= before + enough_problems) return;
    }
    if (diagnostics.list().size() == before) warn_of_open_end(*file, diagnostics);
    reader.finish();
  }
}

}  // namespace pricetalk::publication
