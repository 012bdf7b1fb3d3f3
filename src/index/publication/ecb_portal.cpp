#include "document/words.hpp"
#include "index/publication/cells.hpp"
#include "index/publication/figure_text.hpp"
#include "index/publication/formats.hpp"
#include "index/publication/other_periods.hpp"
#include "index/publication/typed_period.hpp"

/// "Download CSV" of the ECB data portal: `DATE,TIME PERIOD` and a column a series, the key of
/// which stands behind its title: `HICP - Overall index (ICP.M.NL.N.000000.4.INX)`. DATE is the
/// last day of the period, `2026Jul` or `2026Q3` the period itself. Neither unit nor base nor
/// status stands in the file; the last part of the key tells an index (INX) from a rate of change
/// (ANR).
namespace pricetalk::publication {

namespace {

class PortalReader {
 public:
  PortalReader(Collector& into, Diagnostics& diagnostics)
      : into_(into), diagnostics_(diagnostics) {}

  void heading(const csv::Row& row) {
    width_ = row.fields.size();
    for (std::size_t i = 2; i < width_; ++i) open(row.fields[i].text, i);
  }

  void read(const csv::Row& row) {
    if (!has_its_cells(row, width_, diagnostics_)) return;
    const csv::Field& label = row.fields[1];
    auto period = typed_period(label.text);
    if (!period) period = Period::parse(label.text);  // a day
    if (!period) {
      if (const auto kind = left_out_period(label.text)) return into_.remark(*kind);
      return not_a_period(
          label,
          {"the ECB writes 2026Jul, 2026Q3 or 2026", "de ECB schrijft 2026Jul, 2026Q3 of 2026"},
          diagnostics_);
    }
    for (ColumnSeries& each : series_) {
      const csv::Field& cell = row.fields[each.column()];
      PublishedRow made{*period, ungrouped(cell.text), FigureStatus::definitive, std::nullopt,
                        cell.where};
      if (made.value || cell.text.empty() || cell.text == "-")
        each.add(std::move(made), into_);
      else
        not_a_figure(cell,
                     {"the ECB writes 135.20, or nothing", "de ECB schrijft 135.20, of niets"},
                     diagnostics_);
    }
  }

 private:
  void open(const std::string& name, std::size_t column) {
    Head head;
    head.publisher = "ECB";
    head.states_status = false;
    const auto mark = name.rfind('(');
    const bool keyed = mark != std::string::npos && name.ends_with(')');
    head.table = keyed ? name.substr(mark + 1, name.size() - mark - 2) : name;
    head.title = document::trimmed(std::string_view(name).substr(0, keyed ? mark : name.size()));
    head.base = base_in(head.title);
    const std::string measure = head.table.substr(head.table.rfind('.') + 1);
    if (measure == "ANR" || measure == "MOR") head.unit = SeriesUnit::percent;
    const std::string shown = "ECB " + head.table;
    if (head.unit == SeriesUnit::index && head.base.empty())
      into_.remark({shown + ": the file states no base and no status; take them from the portal",
                    shown + ": in het bestand staan geen basis en geen status; neem die over van "
                            "het portaal"});
    series_.emplace_back(into_.open(head), column);
  }

  Collector& into_;
  Diagnostics& diagnostics_;
  std::size_t width_ = 0;
  std::vector<ColumnSeries> series_;
};

}  // namespace

bool is_ecb_portal(std::string_view bytes) {
  const auto lines = first_lines(bytes.substr(0, 16'384), 1);
  if (lines.empty()) return false;
  const auto cells = heading_cells(lines[0], separator_of(lines[0]));
  return cells.size() >= 3 && cells[0] == "DATE" && cells[1] == "TIME PERIOD";
}

void read_ecb_portal(const Files& files, Collector& into, Diagnostics& diagnostics) {
  for (const SourcePtr& file : files) {
    std::optional<PortalReader> reader;
    each_row(*file, diagnostics, [&](const csv::Row& row) {
      if (reader)
        reader->read(row);
      else
        reader.emplace(into, diagnostics).heading(row);
    });
  }
}

}  // namespace pricetalk::publication
