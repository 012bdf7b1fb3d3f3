#include <map>

#include "document/words.hpp"
#include "index/publication/cells.hpp"
#include "index/publication/figure_text.hpp"
#include "index/publication/formats.hpp"
#include "index/publication/typed_period.hpp"
#include "index/publication/units.hpp"

/// Time series workbooks of the Australian Bureau of Statistics, a sheet as text: a column a
/// series, ten rows of facts above (titles, Unit, Series Type, Frequency, … Series ID), and then a
/// row a period with the month in which it ends. Index figures stand without their base.
namespace pricetalk::publication {

namespace {

struct AbsColumn {
  std::string title;
  std::string unit;
  std::string type;
  std::string frequency;
};

class AbsReader {
 public:
  AbsReader(Collector& into, Diagnostics& diagnostics) : into_(into), diagnostics_(diagnostics) {}

  void read(const csv::Row& row) {
    if (series_.empty() && left_out_.empty()) return in_facts(row);
    const csv::Field& label = row.fields[0];
    const TypedPeriods found = typed_periods({label.text, "2000-01-01", "2000-02-01"}, true);
    if (!found.periods[0])
      return not_a_period(label,
                          {"ABS writes the month in which the period ends",
                           "het ABS schrijft de maand waarin de periode eindigt"},
                          diagnostics_);
    for (auto& [column, unit] : series_) {
      if (column.column() >= row.fields.size()) continue;
      const csv::Field& cell = row.fields[column.column()];
      PublishedRow made;
      made.period = Period::containing(found.periods[0]->first_day(), unit);
      made.where = cell.where;
      made.value = ungrouped(cell.text);
      if (made.value || cell.text.empty())
        column.add(std::move(made), into_);
      else
        not_a_figure(cell, {"ABS writes 131.2, or nothing", "het ABS schrijft 131.2, of niets"},
                     diagnostics_);
    }
  }
  bool has_series() const { return !series_.empty() || !left_out_.empty(); }

 private:
  void in_facts(const csv::Row& row) {
    const std::string& name = row.fields[0].text;
    if (name == "Series ID") return open(row);
    columns_.resize(std::max(columns_.size(), row.fields.size()));
    for (std::size_t i = 1; i < row.fields.size(); ++i) {
      const std::string& text = row.fields[i].text;
      if (name.empty()) columns_[i].title = text;
      if (name == "Unit") columns_[i].unit = text;
      if (name == "Series Type") columns_[i].type = text;
      if (name == "Frequency") columns_[i].frequency = text;
    }
  }

  void open(const csv::Row& ids) {
    for (std::size_t i = 1; i < ids.fields.size() && i < columns_.size(); ++i) {
      const AbsColumn& column = columns_[i];
      const std::string& id = ids.fields[i].text;
      if (id.empty()) continue;
      Head head;
      head.publisher = "ABS";
      head.table = id;
      head.title = column.title + (column.type.empty() ? "" : " " + column.type);
      head.loses_zeros = true;
      head.states_status = false;
      const bool index = document::lower(column.unit).starts_with("index");
      if (index || take_unit(column.unit, head)) {
        series_.emplace_back(ColumnSeries(into_.open(head), i), unit_of(column.frequency));
      } else {
        left_out_ = column.unit;
        into_.remark(left_out("ABS", column.unit));
      }
    }
    if (!has_series()) no_column(ids.where, "Series ID", diagnostics_);
  }
  static Unit unit_of(const std::string& frequency) {
    if (frequency == "Quarter") return Unit::quarter;
    return frequency == "Annual" || frequency == "Year" ? Unit::year : Unit::month;
  }

  Collector& into_;
  Diagnostics& diagnostics_;
  std::vector<AbsColumn> columns_;
  std::vector<std::pair<ColumnSeries, Unit>> series_;
  std::string left_out_;
};

}  // namespace

bool is_abs_sheet(std::string_view bytes) {
  bool type = false;
  for (const std::string_view line : first_lines(bytes, 16)) {
    type = type || line.starts_with("Series Type,");
    if (line.starts_with("Series ID,")) return type;
  }
  return false;
}

void read_abs_sheet(const Files& files, Collector& into, Diagnostics& diagnostics) {
  for (const SourcePtr& file : files) {
    csv::RowReader rows(*file, {',', "I0305"}, diagnostics);
    AbsReader reader(into, diagnostics);
    const std::size_t before = diagnostics.list().size();
    for (csv::Row row; rows.next(row);) {
      reader.read(row);
      if (diagnostics.list().size() >= before + enough_problems) return;
    }
  }
}

}  // namespace pricetalk::publication
