#include <algorithm>

#include "document/words.hpp"
#include "index/publication/cells.hpp"
#include "index/publication/figure_text.hpp"
#include "index/publication/formats.hpp"
#include "index/publication/other_periods.hpp"
#include "index/publication/units.hpp"

/// CSV of the CBS data portal, a figure a row: `Bestedingscategorieen_code`,
/// `Bestedingscategorieen_title`, `Perioden_code`, `Perioden_title`, `Measure`, `Unit`, `Value`,
/// `StringValue`. A star behind the title of a period is provisional. Zeros are lost (103.30 is
/// 103.3), and the number of the table does not stand in the file.
namespace pricetalk::publication {

using document::trimmed;

namespace {

class PortalCsvReader {
 public:
  PortalCsvReader(const csv::Row& heading, Collector& into, Diagnostics& diagnostics)
      : width_(heading.fields.size()), into_(into), diagnostics_(diagnostics) {
    for (std::size_t i = 0; i + 1 < width_; ++i) {
      const std::string& name = heading.fields[i].text;
      if (!name.ends_with("_code")) continue;
      const std::string dimension = name.substr(0, name.size() - 5);
      if (dimension == "Perioden" || dimension == "Periods")
        period_ = i;
      else
        dimensions_.push_back(i);
    }
    const auto need = [&](const char* name) {
      const auto found = column_of(heading, name);
      if (!found) no_column(heading.where, name, diagnostics_);
      usable_ = usable_ && found;
      return found.value_or(0);
    };
    measure_ = need("Measure");
    unit_ = need("Unit");
    value_ = need("Value");
    if (!period_) no_column(heading.where, "Perioden_code", diagnostics_);
  }
  bool usable() const { return usable_ && period_; }

  void read(const csv::Row& row) {
    if (!has_its_cells(row, width_, diagnostics_)) return;
    const csv::Field& code = row.fields[*period_];
    const auto period = read_period(code.text);
    if (!period) {
      if (const auto kind = left_out_period(code.text)) return into_.remark(*kind);
      return not_a_period(code,
                          {"CBS writes 2025MM07, 2025KW03 or 2025JJ00",
                           "het CBS schrijft 2025MM07, 2025KW03 of 2025JJ00"},
                          diagnostics_);
    }
    const auto series = series_of(row);
    if (!series) return;
    PublishedRow made;
    made.period = *period;
    made.status = split_stars(row.fields[*period_ + 1].text).status;
    const csv::Field& cell = row.fields[value_];
    made.where = cell.where;
    if (!cell.text.empty() && cell.text != ".") {
      made.value = ungrouped(cell.text);
      if (!made.value)
        return not_a_figure(cell,
                            {"CBS writes a number without thousands, or nothing",
                             "het CBS schrijft een getal zonder duizendtallen, of niets"},
                            diagnostics_);
    }
    into_.add(*series, std::move(made));
  }

 private:
  std::optional<std::size_t> series_of(const csv::Row& row) {
    Head head;
    head.publisher = "CBS";
    head.loses_zeros = true;
    const std::string& measure = row.fields[measure_].text;
    head.title = measure;
    for (const std::size_t each : dimensions_) {
      head.table += std::string(trimmed(row.fields[each].text)) + " ";
      head.title += ", " + row.fields[each + 1].text;
    }
    head.table += measure;
    const std::string& unit = row.fields[unit_].text;
    if (take_unit(unit, head)) return into_.open(head);
    into_.remark(left_out(head.table, unit));
    return std::nullopt;
  }

  std::size_t width_;
  Collector& into_;
  Diagnostics& diagnostics_;
  std::vector<std::size_t> dimensions_;
  std::optional<std::size_t> period_;
  std::size_t measure_ = 0;
  std::size_t unit_ = 0;
  std::size_t value_ = 0;
  bool usable_ = true;
};

}  // namespace

bool is_cbs_portal_csv(std::string_view bytes) {
  const auto lines = first_lines(bytes.substr(0, 16'384), 1);
  if (lines.empty()) return false;
  const auto cells = heading_cells(lines[0], separator_of(lines[0]));
  const auto has = [&](std::string_view name) {
    return std::find(cells.begin(), cells.end(), name) != cells.end();
  };
  return has("Measure") && has("Value") && (has("Perioden_code") || has("Periods_code"));
}

void read_cbs_portal_csv(const Files& files, Collector& into, Diagnostics& diagnostics) {
  for (const SourcePtr& file : files) {
    std::optional<PortalCsvReader> reader;
    each_row(*file, diagnostics, [&](const csv::Row& row) {
      if (!reader)
        reader.emplace(row, into, diagnostics);
      else if (reader->usable())
        reader->read(row);
    });
  }
}

}  // namespace pricetalk::publication
