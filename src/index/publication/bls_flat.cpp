#include "index/publication/bls.hpp"
#include "index/publication/formats.hpp"

/// BLS time.series flat files (cu.data.1.AllItems and so on): tabs, fields padded with blanks, a
/// heading, hundreds of series below each other, and the mean of a year (M13) among its months.
namespace pricetalk::publication {

bool is_bls_flat(std::string_view bytes) {
  const auto lines = first_lines(bytes.substr(0, 4096), 1);
  return !lines.empty() && lines[0].starts_with("series_id") &&
         lines[0].find('\t') != std::string_view::npos &&
         lines[0].find("period") != std::string_view::npos;
}

void read_bls_flat(const Files& files, Collector& into, Diagnostics& diagnostics) {
  for (const SourcePtr& file : files) {
    csv::RowReader rows(*file, {'\t', "I0305"}, diagnostics);
    const std::size_t before = diagnostics.list().size();
    csv::Row row;
    if (!rows.next(row)) continue;
    const std::size_t width = row.fields.size();
    std::array<std::size_t, 5> columns{};
    constexpr std::array<const char*, 5> names{"series_id", "year", "period", "value",
                                               "footnote_codes"};
    for (std::size_t i = 0; i < names.size(); ++i) {
      const auto found = column_of(row, names[i]);
      if (!found) no_column(row.where, names[i], diagnostics);
      columns[i] = found.value_or(0);
    }
    if (diagnostics.list().size() > before) continue;
    BlsSeries series(into, diagnostics);
    BlsRow read;
    while (rows.next(row) && diagnostics.list().size() < before + enough_problems) {
      if (!has_its_cells(row, width, diagnostics)) continue;
      read.year = row.fields[columns[1]];
      read.period = row.fields[columns[2]];
      read.value = row.fields[columns[3]];
      read.footnotes = row.fields[columns[4]].text;
      series.add(row.fields[columns[0]].text, "", read);
    }
    if (diagnostics.list().size() == before) warn_of_open_end(*file, diagnostics);
  }
}

}  // namespace pricetalk::publication
