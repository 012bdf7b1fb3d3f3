#include <algorithm>

#include "document/words.hpp"
#include "index/publication/cells.hpp"
#include "index/publication/figure_text.hpp"
#include "index/publication/formats.hpp"
#include "index/publication/sdmx_rows.hpp"

/// SDMX-CSV of the ECB (from genuine files), and of Eurostat and the OECD (from fixtures that
/// mirror their replies, without a genuine file at hand): one row a figure. Version 1 begins with
/// DATAFLOW, version 2 with STRUCTURE, the ECB with KEY. Codes may be followed by their names, in
/// columns of their own (`REF_AREA,Reference area`) or in the same cell (`M: Monthly`). With a
/// semicolon between the cells the decimal sign may be a comma; thousands are never grouped.
namespace pricetalk::publication {

using document::lower;

namespace {

/// Figures without thousands: the comma of a file with semicolons is a decimal sign.
std::optional<Decimal> plain_number(std::string_view text, char separator) {
  const bool comma = text.find(',') != std::string_view::npos;
  if (comma && (separator == ',' || text.find('.') != std::string_view::npos)) return std::nullopt;
  return read_number(text, comma ? DecimalMark::comma : DecimalMark::point);
}

bool is_nothing(std::string_view text) {
  return text.empty() || text == ":" || lower(text) == "nan";
}

class SdmxReader {
 public:
  SdmxReader(char separator, Collector& into, Diagnostics& diagnostics)
      : separator_(separator), into_(into), diagnostics_(diagnostics) {}

  bool heading(const csv::Row& row) {
    columns_ = sdmx_columns(row);
    width_ = row.fields.size();
    if (!columns_.period) no_column(row.where, "TIME_PERIOD", diagnostics_);
    if (!columns_.value) no_column(row.where, "OBS_VALUE", diagnostics_);
    return columns_.period && columns_.value;
  }

  void read(const csv::Row& row) {
    if (!has_its_cells(row, width_, diagnostics_)) {
      ++problems_;
      return;
    }
    const csv::Field& period = row.fields[*columns_.period];
    const csv::Field& value = row.fields[*columns_.value];
    PublishedRow made;
    made.where = value.where;
    if (!series_.find(row, columns_, into_)) return;
    if (!read_period_cell(period, made)) return;
    if (columns_.flags && !read_flags(row.fields[*columns_.flags], made)) return;
    if (!missing_ && !is_nothing(value.text)) {
      made.value = plain_number(value.text, separator_);
      if (!made.value) {
        ++problems_;
        return not_a_figure(value,
                            {"figures are written without thousands, with a decimal point",
                             "cijfers staan er zonder duizendtallen, met een decimale punt"},
                            diagnostics_);
      }
    }
    series_.add(std::move(made), into_);
  }
  bool gives_up() const { return problems_ >= enough_problems; }
  void finish() { series_.finish(into_); }

 private:
  bool read_period_cell(const csv::Field& cell, PublishedRow& made) {
    if (cell.text == last_period_text_) {
      made.period = last_period_;
      return true;
    }
    std::string_view text = cell.text;
    text = text.substr(0, text.find(": "));
    const auto found = read_period(text);
    if (found) {
      last_period_text_ = cell.text;
      last_period_ = *found;
      made.period = *found;
      return true;
    }
    if (is_half_year(text)) {
      into_.remark(half_years_left_out());
      return false;
    }
    ++problems_;
    not_a_period(cell,
                 {"a period is written as 2025-07, 2025-Q3 or 2025",
                  "een periode staat er als 2025-07, 2025-Q3 of 2025"},
                 diagnostics_);
    return false;
  }
  bool read_flags(const csv::Field& cell, PublishedRow& made) {
    missing_ = false;
    if (cell.text.empty()) return true;
    const std::string_view text = cell.text;
    const auto flags = sdmx_flags(text.substr(0, text.find(": ")));
    if (flags) {
      made.status = flags->status;
      missing_ = flags->missing;
      return true;
    }
    ++problems_;
    not_a_status(cell,
                 {"known are the codes of SDMX (A, P, E, M) and the letters of Eurostat (p, e, r)",
                  "bekend zijn de codes van SDMX (A, P, E, M) en de letters van Eurostat (p, e, "
                  "r)"},
                 diagnostics_);
    return false;
  }

  char separator_;
  Collector& into_;
  Diagnostics& diagnostics_;
  SdmxColumns columns_;
  std::size_t width_ = 0;
  SdmxSeries series_;
  std::string last_period_text_;
  Period last_period_;
  bool missing_ = false;
  std::size_t problems_ = 0;
};

char sdmx_separator(std::string_view line) {
  return line.find(';') == std::string_view::npos ? ',' : ';';
}

std::string_view heading_of(std::string_view bytes) {
  const auto lines = first_lines(bytes, 1);
  return lines.empty() ? std::string_view() : lines.front();
}

}  // namespace

bool is_sdmx_csv(std::string_view bytes) {
  const std::string line = lower(heading_of(bytes));
  const std::string_view first = std::string_view(line).substr(line.starts_with('"') ? 1 : 0);
  if (line.find("obs_value") == std::string::npos) return false;
  return line.find("time_period") != std::string::npos || first.starts_with("dataflow") ||
         first.starts_with("structure");
}

void read_sdmx_csv(const Files& files, Collector& into, Diagnostics& diagnostics) {
  for (const SourcePtr& file : files) {
    const char separator = sdmx_separator(heading_of(file->bytes()));
    csv::RowReader rows(*file, {separator, "I0305"}, diagnostics);
    SdmxReader reader(separator, into, diagnostics);
    csv::Row row;
    if (!rows.next(row) || !reader.heading(row)) return;
    while (rows.next(row) && !reader.gives_up()) reader.read(row);
    reader.finish();
  }
}

}  // namespace pricetalk::publication
