#include "index/publication/cells.hpp"

#include <algorithm>

#include "diagnostic/utf8.hpp"
#include "document/words.hpp"
#include "index/publication/figure_text.hpp"
#include "index/publication/formats.hpp"

namespace pricetalk::publication {

using document::trimmed;

namespace {

void refuse(const csv::Field& cell, const std::string& en, const std::string& nl, Phrase hint,
            Diagnostics& diagnostics) {
  const std::string shown = "'" + cell.text + "'";
  diagnostics.error("I0307", cell.where, {shown + " is not " + en, shown + " is geen " + nl},
                    std::move(hint));
}

}  // namespace

std::vector<std::string_view> first_lines(std::string_view bytes, std::size_t count) {
  if (bytes.starts_with(utf8::byte_order_mark)) bytes.remove_prefix(utf8::byte_order_mark.size());
  std::vector<std::string_view> lines;
  while (lines.size() < count && !bytes.empty()) {
    const std::size_t end = std::min(bytes.find_first_of("\r\n"), bytes.size());
    lines.push_back(bytes.substr(0, end));
    bytes.remove_prefix(end);
    if (bytes.starts_with('\r')) bytes.remove_prefix(1);
    if (bytes.starts_with('\n')) bytes.remove_prefix(1);
  }
  return lines;
}

void not_a_period(const csv::Field& cell, Phrase hint, Diagnostics& diagnostics) {
  refuse(cell, "a period", "periode", std::move(hint), diagnostics);
}

void not_a_figure(const csv::Field& cell, Phrase hint, Diagnostics& diagnostics) {
  refuse(cell, "a figure", "cijfer", std::move(hint), diagnostics);
}

void not_a_status(const csv::Field& cell, Phrase hint, Diagnostics& diagnostics) {
  refuse(cell, "a status that this publisher uses", "status die deze uitgever gebruikt",
         std::move(hint), diagnostics);
}

void not_a_day(const csv::Field& cell, Diagnostics& diagnostics) {
  refuse(cell, "a day", "dag",
         {"a spreadsheet may have changed it; take the publisher's own download",
          "misschien heeft een rekenblad de cel veranderd; neem de download van de uitgever zelf"},
         diagnostics);
}

void row_too_short(const csv::Row& row, std::size_t wanted, Diagnostics& diagnostics) {
  const std::string found = std::to_string(row.fields.size());
  const std::string needed = std::to_string(wanted);
  diagnostics.error("I0305", row.where,
                    {"this row breaks off: " + found + " of " + needed + " cells",
                     "deze rij breekt af: " + found + " van de " + needed + " cellen"},
                    {"download the file again, whole", "download het bestand opnieuw, volledig"});
}

void row_too_long(const csv::Row& row, Diagnostics& diagnostics) {
  diagnostics.error("I0305", row.where,
                    {"this row has more cells than the heading above it",
                     "deze rij heeft meer cellen dan het kopje erboven"},
                    {"is the comma a decimal sign? put the figure in quotes (\"103,50\"), or "
                     "semicolons between the cells",
                     "is de komma een decimaalteken? zet het cijfer tussen aanhalingstekens "
                     "(\"103,50\"), of puntkomma's tussen de cellen"});
}

bool has_its_cells(const csv::Row& row, std::size_t wanted, Diagnostics& diagnostics) {
  if (row.fields.size() < wanted) {
    row_too_short(row, wanted, diagnostics);
    return false;
  }
  const auto beyond = row.fields.begin() + static_cast<std::ptrdiff_t>(wanted);
  if (std::all_of(beyond, row.fields.end(),
                  [](const csv::Field& cell) { return trimmed(cell.text).empty(); }))
    return true;
  row_too_long(row, diagnostics);
  return false;
}

void no_column(Span heading, const std::string& name, Diagnostics& diagnostics) {
  diagnostics.error("I0313", heading,
                    {"no column '" + name + "'", "er is geen kolom '" + name + "'"},
                    {"download the table again with all its columns, codes included",
                     "download de tabel opnieuw met alle kolommen, ook die met de codes"});
}

void warn_of_open_end(const SourceText& source, Diagnostics& diagnostics) {
  if (source.bytes().ends_with('\n') || source.bytes().ends_with('\r')) return;
  const auto size = static_cast<std::uint32_t>(source.bytes().size());
  diagnostics.warning(
      "I0305", {&source, size, size},
      {"the last line has no end; the download may have broken off inside its last cell",
       "de laatste regel is niet afgesloten; misschien brak de download af in de laatste cel"},
      {"compare the last figure with the publisher's page",
       "vergelijk het laatste cijfer met de pagina van de uitgever"});
}

char separator_of(std::string_view line) {
  for (const char each : {';', '\t'})
    if (line.find(each) != std::string_view::npos) return each;
  return ',';
}

std::vector<std::string> heading_cells(std::string_view line, char separator) {
  std::vector<std::string> cells;
  // The separators of a quoted title are part of it.
  bool quoted = false;
  std::size_t begin = 0;
  const auto take = [&](std::size_t end) {
    std::string_view cell = trimmed(line.substr(begin, end - begin));
    if (cell.size() >= 2 && cell.front() == '"' && cell.back() == '"')
      cell = trimmed(cell.substr(1, cell.size() - 2));
    cells.emplace_back(cell);
    begin = end + 1;
  };
  for (std::size_t at = 0; at < line.size(); ++at) {
    if (line[at] == '"') quoted = !quoted;
    if (line[at] == separator && !quoted) take(at);
  }
  take(line.size());
  return cells;
}

std::optional<Decimal> ungrouped(std::string_view text) {
  const bool comma = text.find(',') != std::string_view::npos;
  if (comma && text.find('.') != std::string_view::npos) return std::nullopt;
  return read_number(text, comma ? DecimalMark::comma : DecimalMark::point);
}

void each_row(const SourceText& source, Diagnostics& diagnostics,
              const std::function<void(const csv::Row&)>& told, std::optional<char> separator) {
  const auto lines = first_lines(source.bytes(), 1);
  if (lines.empty()) return;
  csv::RowReader rows(source, {separator.value_or(separator_of(lines.front())), "I0305"},
                      diagnostics);
  const std::size_t before = diagnostics.list().size();
  for (csv::Row row; rows.next(row);) {
    told(row);
    if (diagnostics.list().size() >= before + enough_problems) return;
  }
  if (diagnostics.list().size() == before) warn_of_open_end(source, diagnostics);
}

std::optional<std::size_t> column_of(const csv::Row& heading, std::string_view name) {
  for (std::size_t i = 0; i < heading.fields.size(); ++i)
    if (heading.fields[i].text == name) return i;
  return std::nullopt;
}

std::optional<Date> day_month_year(std::string_view text) {
  text = trimmed(text);
  if (text.size() != 10 || (text[2] != '.' && text[2] != '-' && text[2] != '/') ||
      text[5] != text[2])
    return std::nullopt;
  return Date::parse(std::string(text.substr(6)) + "-" + std::string(text.substr(3, 2)) + "-" +
                     std::string(text.substr(0, 2)));
}

}  // namespace pricetalk::publication
