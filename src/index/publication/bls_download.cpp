#include "document/words.hpp"
#include "index/publication/bls.hpp"
#include "index/publication/formats.hpp"

/// The download of the BLS data viewer: `Series ID,Year,Period,Label,Observation Value`, a figure a
/// row, with commas. No footnotes stand in it, so nothing says whether a figure is preliminary.
namespace pricetalk::publication {

namespace {

using document::lower;

/// The column of a name in any case of letters.
std::optional<std::size_t> column_named(const std::vector<std::string>& heading,
                                        std::initializer_list<std::string_view> names) {
  for (const std::string_view name : names)
    for (std::size_t i = 0; i < heading.size(); ++i)
      if (lower(heading[i]) == name) return i;
  return std::nullopt;
}

struct DownloadColumns {
  std::optional<std::size_t> series;
  std::optional<std::size_t> year;
  std::optional<std::size_t> period;
  std::optional<std::size_t> value;

  explicit DownloadColumns(const std::vector<std::string>& heading)
      : series(column_named(heading, {"series id"})),
        year(column_named(heading, {"year"})),
        period(column_named(heading, {"period"})),
        value(column_named(heading, {"observation value", "value"})) {}
  bool complete() const { return series && year && period && value; }
};

std::vector<std::string> heading_of_download(std::string_view bytes) {
  const auto lines = first_lines(bytes.substr(0, 4096), 1);
  return lines.empty() ? std::vector<std::string>()
                       : heading_cells(lines[0], separator_of(lines[0]));
}

}  // namespace

bool is_bls_download(std::string_view bytes) {
  return DownloadColumns(heading_of_download(bytes)).complete();
}

void read_bls_download(const Files& files, Collector& into, Diagnostics& diagnostics) {
  for (const SourcePtr& file : files) {
    const auto lines = first_lines(file->bytes(), 1);
    csv::RowReader rows(*file, {lines.empty() ? ',' : separator_of(lines[0]), "I0305"},
                        diagnostics);
    const DownloadColumns columns(heading_of_download(file->bytes()));
    const std::size_t before = diagnostics.list().size();
    csv::Row row;
    if (!rows.next(row) || !columns.complete()) continue;
    const std::size_t width = row.fields.size();
    BlsSeries series(into, diagnostics);
    BlsRow read;
    while (rows.next(row) && diagnostics.list().size() < before + enough_problems) {
      if (row.fields.size() < width) {
        row_too_short(row, width, diagnostics);
        continue;
      }
      read.year = row.fields[*columns.year];
      read.period = row.fields[*columns.period];
      read.value = row.fields[*columns.value];
      series.add(row.fields[*columns.series].text, "", read);
    }
    if (diagnostics.list().size() == before) warn_of_open_end(*file, diagnostics);
  }
}

}  // namespace pricetalk::publication
