#include <algorithm>

#include "document/words.hpp"
#include "index/publication/cells.hpp"
#include "index/publication/figure_text.hpp"
#include "index/publication/formats.hpp"
#include "index/publication/typed_period.hpp"

/// Open data of Statistik Austria: `C-VPIZR-0;C-VPI5NEU-0;F-VPIMZBM;F-VPIPZVJM`, columns of codes
/// (C) and of figures (F). A period is its classification with the month or year behind it,
/// `VPIZR-202607`. What the codes mean stands in another file; PZ in the name of a column is a
/// percentage. Neither base nor status stands anywhere.
namespace pricetalk::publication {

namespace {

bool is_code_column(const std::string& name, char kind) {
  return name.size() > 2 && name[0] == kind && name[1] == '-' &&
         std::all_of(name.begin() + 2, name.end(), [](char c) {
           return (c >= 'A' && c <= 'Z') || document::is_digit(c) || c == '-' || c == '_';
         });
}

/// The month, quarter or year behind the last dash.
std::optional<Period> period_in(std::string_view code) {
  const auto dash = code.rfind('-');
  return dash == std::string_view::npos ? std::nullopt : typed_period(code.substr(dash + 1));
}

class OpenDataReader {
 public:
  OpenDataReader(csv::Row heading, Collector& into, Diagnostics& diagnostics)
      : heading_(std::move(heading)), into_(into), diagnostics_(diagnostics) {}

  void read(const csv::Row& row) {
    const std::size_t width = heading_.fields.size();
    if (!has_its_cells(row, width, diagnostics_)) return;
    if (!time_ && !find_time(row)) return;
    const csv::Field& label = row.fields[*time_];
    const auto period = period_in(label.text);
    if (!period)
      return not_a_period(label,
                          {"Statistik Austria writes VPIZR-202607 or VPIZR-2025",
                           "Statistik Austria schrijft VPIZR-202607 of VPIZR-2025"},
                          diagnostics_);
    std::string codes;
    for (std::size_t i = 0; i < width; ++i)
      if (i != *time_ && is_code_column(heading_.fields[i].text, 'C'))
        codes += row.fields[i].text + " ";
    for (std::size_t i = 0; i < width; ++i)
      if (is_code_column(heading_.fields[i].text, 'F'))
        figure(codes + heading_.fields[i].text, *period, row.fields[i]);
  }

 private:
  bool find_time(const csv::Row& row) {
    for (std::size_t i = 0; i < heading_.fields.size() && !time_; ++i)
      if (is_code_column(heading_.fields[i].text, 'C') && period_in(row.fields[i].text)) time_ = i;
    if (!time_) no_column(row.where, "C-…ZR-0", diagnostics_);
    return time_.has_value();
  }
  void figure(const std::string& table, const Period& period, const csv::Field& cell) {
    PublishedRow made{period, ungrouped(cell.text), FigureStatus::definitive, std::nullopt,
                      cell.where};
    if (!made.value && !cell.text.empty() && cell.text != "-" && cell.text != ":")
      return not_a_figure(cell,
                          {"Statistik Austria writes 131,2", "Statistik Austria schrijft 131,2"},
                          diagnostics_);
    Head head;
    head.publisher = "Statistik Austria";
    head.table = table;
    head.title = table;
    head.loses_zeros = true;
    head.states_status = false;
    if (table.find("PZ", table.rfind(" F-") + 1) != std::string::npos)
      head.unit = SeriesUnit::percent;
    into_.remark(
        {"Statistik Austria: the file states no base and no status, and what its codes mean "
         "stands in another file",
         "Statistik Austria: in het bestand staan geen basis en geen status, en wat de "
         "codes betekenen, staat in een ander bestand"});
    into_.add(into_.open(head), std::move(made));
  }

  csv::Row heading_;
  Collector& into_;
  Diagnostics& diagnostics_;
  std::optional<std::size_t> time_;
};

}  // namespace

bool is_statistik_austria(std::string_view bytes) {
  const auto lines = first_lines(bytes.substr(0, 4096), 1);
  if (lines.empty()) return false;
  const auto cells = heading_cells(lines[0], ';');
  const auto count = [&](char kind) {
    return std::count_if(cells.begin(), cells.end(),
                         [&](const std::string& cell) { return is_code_column(cell, kind); });
  };
  return count('C') > 0 && count('F') > 0 &&
         count('C') + count('F') == static_cast<std::ptrdiff_t>(cells.size());
}

void read_statistik_austria(const Files& files, Collector& into, Diagnostics& diagnostics) {
  for (const SourcePtr& file : files) {
    std::optional<OpenDataReader> reader;
    each_row(*file, diagnostics, [&](const csv::Row& row) {
      if (reader)
        reader->read(row);
      else
        reader.emplace(row, into, diagnostics);
    });
  }
}

}  // namespace pricetalk::publication
