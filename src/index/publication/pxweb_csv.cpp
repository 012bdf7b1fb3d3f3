#include <algorithm>
#include <map>

#include "document/words.hpp"
#include "index/publication/cells.hpp"
#include "index/publication/figure_text.hpp"
#include "index/publication/formats.hpp"
#include "index/publication/other_periods.hpp"
#include "index/publication/plain_layout.hpp"
#include "index/publication/typed_period.hpp"
#include "index/publication/units.hpp"

/// CSV of PxWeb (Norway, Sweden, Denmark, Finland and others): columns of labels, and then figures.
/// The period is one of the labels, `"varugrupp","månad","KPI, 1980=100"`, or stands behind the
/// name of each column of figures, `"varugrupp","KPI 2026M07","KPI 2026M08"`. Nothing says which
/// office it is of.
namespace pricetalk::publication {

using document::trimmed;

namespace {

struct PxColumn {
  std::size_t index = 0;
  std::string measure;
  std::optional<Period> period;
};

struct PxLayout {
  char separator = ',';
  std::vector<std::size_t> labels;
  std::optional<std::size_t> period;
  std::vector<PxColumn> figures;
};

bool is_figure_or_mark(std::string_view cell) {
  return cell == "." || cell == ".." || cell == ":" || cell == "-" || ungrouped(cell).has_value();
}

/// `KPI 2026M07` taken apart; the whole name where no period stands behind it.
PxColumn px_column(const std::string& name, std::size_t index) {
  const auto blank = name.rfind(' ');
  PxColumn made{index, name, std::nullopt};
  const auto period = typed_period(blank == std::string::npos ? name : name.substr(blank + 1));
  if (!period) return made;
  made.period = period;
  made.measure = blank == std::string::npos ? "" : name.substr(0, blank);
  return made;
}

std::optional<PxLayout> px_layout(std::string_view bytes) {
  const auto lines = first_lines(bytes.substr(0, 16'384), 2);
  if (lines.size() < 2) return std::nullopt;
  PxLayout made;
  made.separator = separator_of(lines[0]);
  const auto heading = heading_cells(lines[0], made.separator);
  const auto first = heading_cells(lines[1], made.separator);
  if (heading.size() < 2 || first.size() != heading.size()) return std::nullopt;
  // Year and month in columns of their own are another layout.
  if (std::count_if(heading.begin(), heading.end(), names_a_period) > 1) return std::nullopt;
  std::size_t labels = heading.size();
  while (labels > 0 && is_figure_or_mark(first[labels - 1]) && !names_a_period(heading[labels - 1]))
    --labels;
  for (std::size_t i = 0; i < labels; ++i) {
    // Numbers before the period are no names of anything.
    if (heading[i].empty() || (!names_a_period(heading[i]) && is_figure_or_mark(first[i])))
      return std::nullopt;
    const bool dated = names_a_period(heading[i]) && typed_period(first[i]).has_value();
    if (dated && !made.period)
      made.period = i;
    else
      made.labels.push_back(i);
  }
  for (std::size_t i = labels; i < heading.size(); ++i)
    made.figures.push_back(made.period ? PxColumn{i, heading[i], std::nullopt}
                                       : px_column(heading[i], i));
  const bool each_dated =
      std::all_of(made.figures.begin(), made.figures.end(),
                  [](const PxColumn& column) { return column.period.has_value(); });
  const bool dated = made.period ? true : each_dated;
  if (made.labels.empty() || made.figures.empty() || !dated) return std::nullopt;
  return made;
}

class PxReader {
 public:
  PxReader(PxLayout layout, Collector& into, Diagnostics& diagnostics)
      : layout_(std::move(layout)), into_(into), diagnostics_(diagnostics) {}

  void read(const csv::Row& row) {
    const std::size_t width = layout_.figures.back().index + 1;
    if (!has_its_cells(row, width, diagnostics_)) return;
    std::optional<Period> own;
    if (layout_.period) {
      const csv::Field& cell = row.fields[*layout_.period];
      own = typed_period(cell.text);
      if (!own) {
        if (const auto kind = left_out_period(cell.text)) return into_.remark(*kind);
        return not_a_period(cell,
                            {"months, quarters and years are read, as in 2025M07, 2025K3 and 2025",
                             "maanden, kwartalen en jaren worden gelezen, zoals 2025M07, 2025K3 en "
                             "2025"},
                            diagnostics_);
      }
    }
    for (const PxColumn& each : layout_.figures) figure(row, each, own ? *own : *each.period);
  }

 private:
  void figure(const csv::Row& row, const PxColumn& column, const Period& period) {
    const csv::Field& cell = row.fields[column.index];
    PublishedRow made{period, ungrouped(cell.text), FigureStatus::definitive, std::nullopt,
                      cell.where};
    if (!made.value && !is_figure_or_mark(cell.text) && !cell.text.empty())
      return not_a_figure(cell,
                          {"PxWeb writes 421.33, or .. for no figure",
                           "PxWeb schrijft 421.33, of .. als er geen cijfer is"},
                          diagnostics_);
    Head head;
    for (const std::size_t each : layout_.labels)
      head.table += (head.table.empty() ? "" : ", ") + row.fields[each].text;
    if (!column.measure.empty()) head.table += ", " + column.measure;
    head.title = head.table;
    head.states_status = false;
    head.loses_zeros = true;
    head.base = base_in(column.measure);
    if (head.base.empty() && says_percent(head.table)) head.unit = SeriesUnit::percent;
    const std::size_t series = into_.open(head);
    columns_.try_emplace(series, series, column.index).first->second.add(std::move(made), into_);
  }

  PxLayout layout_;
  Collector& into_;
  Diagnostics& diagnostics_;
  std::map<std::size_t, ColumnSeries> columns_;
};

}  // namespace

bool is_pxweb_csv(std::string_view bytes) { return px_layout(bytes).has_value(); }

void read_pxweb_csv(const Files& files, Collector& into, Diagnostics& diagnostics) {
  for (const SourcePtr& file : files) {
    auto layout = px_layout(file->bytes());
    if (!layout) continue;
    const char separator = layout->separator;
    PxReader reader(std::move(*layout), into, diagnostics);
    bool headed = false;
    each_row(
        *file, diagnostics,
        [&](const csv::Row& row) {
          if (headed) reader.read(row);
          headed = true;
        },
        separator);
  }
}

}  // namespace pricetalk::publication
