#include <utility>

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
    const std::vector<std::string> heading = heading_of_download(file->bytes());
    const DownloadColumns columns(heading);
    BlsSeries series(into, diagnostics);
    bool headed = false;
    each_row(*file, diagnostics, [&](const csv::Row& row) {
      if (!std::exchange(headed, true)) return;
      if (!has_its_cells(row, heading.size(), diagnostics)) return;
      series.add(row.fields[*columns.series].text, "",
                 {row.fields[*columns.year], row.fields[*columns.period],
                  row.fields[*columns.value], "", ""});
    });
  }
}

}  // namespace pricetalk::publication
