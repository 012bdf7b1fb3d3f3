#include "index/publication/plain_layout.hpp"

#include <algorithm>
#include <array>

#include "diagnostic/utf8.hpp"
#include "document/words.hpp"
#include "index/publication/cells.hpp"
#include "index/publication/figure_text.hpp"
#include "index/publication/typed_period.hpp"

namespace pricetalk::publication {

using document::lower;
using document::trimmed;

namespace {

template <std::size_t N>
bool is_one_of(const std::array<std::string_view, N>& known, std::string_view name) {
  const std::string word = lower(name);
  return std::find(known.begin(), known.end(), word) != known.end();
}

bool heads_years(std::string_view name) {
  static constexpr std::array<std::string_view, 4> known{"jaar", "year", "jahr", "année"};
  return is_one_of(known, name);
}

bool names_a_status(std::string_view name) {
  static constexpr std::array<std::string_view, 3> known{"status", "soort", "statut"};
  return is_one_of(known, name);
}

bool names_a_day(std::string_view name) {
  static constexpr std::array<std::string_view, 7> known{
      "published",       "gepubliceerd",     "publicatiedag", "publicatiedatum",
      "publication day", "publication date", "published on"};
  return is_one_of(known, name);
}

bool names_a_base(std::string_view name) {
  static constexpr std::array<std::string_view, 8> known{"basis",     "base",         "basisjaar",
                                                         "base year", "basisperiode", "base period",
                                                         "basisjahr", "année de base"};
  return is_one_of(known, name);
}

std::size_t filled(const std::vector<std::string>& cells) {
  return static_cast<std::size_t>(std::count_if(
      cells.begin(), cells.end(), [](const std::string& cell) { return !cell.empty(); }));
}

/// The cells of a line as one text: `Basis;2025=100` says what `Basis 2025=100` does.
std::string words_in(const std::vector<std::string>& cells) {
  std::string text;
  for (const std::string& cell : cells)
    if (!cell.empty()) text += (text.empty() ? "" : " ") + cell;
  return text;
}

/// A figure may be missing in the first line, but not be a word.
bool may_be_a_figure(std::string_view cell) {
  return !cell.empty() && (document::is_digit(cell.front()) || cell.front() == '-' ||
                           cell.front() == '.' || cell.front() == ':');
}

bool is_first_row(const std::vector<std::string>& cells, bool below_a_title) {
  if (cells.size() < 2 || cells[1].empty()) return false;
  const TypedPeriods read = typed_periods({split_stars(cells[0]).label}, true);
  if (!read.periods[0] && !read.unclear) return false;
  return !below_a_title || may_be_a_figure(cells[1]);
}

/// People and programs also write a bar between cells; no publisher does.
char sign_between_cells(std::string_view line) {
  const bool other = line.find_first_of(";\t") != std::string_view::npos;
  return !other && line.find('|') != std::string_view::npos ? '|' : separator_of(line);
}

/// The cells of a line; of a table for a page without the sign before the first.
std::vector<std::string> cells_of(std::string_view line, char separator) {
  std::vector<std::string> cells = heading_cells(line, separator);
  if (separator == '|' && cells.size() > 1 && cells.front().empty()) cells.erase(cells.begin());
  return cells;
}

/// With the period before its figure.
std::vector<std::string> turned(std::vector<std::string> cells) {
  if (cells.size() > 1) std::swap(cells[0], cells[1]);
  return cells;
}

/// Whatever it is called, a line just above the first row names its columns. That row; none where
/// something else stands below.
std::vector<std::string> row_below(const std::vector<std::string_view>& lines, std::size_t at,
                                   char separator) {
  for (++at; at < lines.size(); ++at) {
    std::vector<std::string> cells = cells_of(lines[at], separator);
    if (filled(cells) > 0 && !is_a_rule(cells)) return cells;
  }
  return {};
}

}  // namespace

bool is_a_rule(const std::vector<std::string>& cells) {
  return filled(cells) > 0 && std::all_of(cells.begin(), cells.end(), [](const std::string& cell) {
           return cell.find_first_not_of("-:") == std::string::npos &&
                  (cell.empty() || cell.find("--") != std::string::npos);
         });
}

bool names_a_period(std::string_view name) {
  static constexpr std::array<std::string_view, 33> known{
      "period",   "periode", "perioden", "periods",   "tijdvak",  "maand",     "month",
      "monat",    "mois",    "maanden",  "months",    "datum",    "date",      "dag",
      "kwartaal", "quarter", "quartal",  "trimestre", "jaar",     "year",      "jahr",
      "année",    "månad",   "måned",    "kuukausi",  "kvartal",  "kwartalen", "time",
      "tijd",     "tid",     "période",  "zeitraum",  "peildatum"};
  return is_one_of(known, name);
}

std::string stated_base(std::string_view text) {
  if (std::string found = base_in(text); !found.empty()) return found;
  std::string_view rest = trimmed(text);
  const auto last = rest.find_last_of(" :");
  if (last == std::string_view::npos) return {};
  const std::string_view year = rest.substr(last + 1);
  rest = trimmed(rest.substr(0, last + 1));
  if (rest.ends_with(':')) rest = trimmed(rest.substr(0, rest.size() - 1));
  if (const auto mark = rest.find_last_of(",;("); mark != std::string_view::npos)
    rest = trimmed(rest.substr(mark + 1));
  const bool is_year = year.size() == 4 && document::all_digits(year);
  return is_year && names_a_base(rest) ? std::string(year) + "=100" : std::string();
}

PlainLayout::Column PlainLayout::column(std::size_t index) const {
  if (index == first_figures()) return Column::figures;
  if (!headed) return index == 2 ? Column::status : index == 3 ? Column::day : Column::nothing;
  if (index >= names.size() || names[index].empty()) return Column::nothing;
  if (names_a_status(names[index])) return Column::status;
  if (names_a_base(names[index])) return Column::base;
  return names_a_day(names[index]) ? Column::day : Column::figures;
}

NumbersAre PlainLayout::numbers() const {
  static constexpr std::array<std::string_view, 9> months{
      "maand", "maanden", "month", "months", "monat", "mois", "månad", "måned", "kuukausi"};
  static constexpr std::array<std::string_view, 6> quarters{"kwartaal", "kwartalen", "quarter",
                                                            "quartal",  "trimestre", "kvartal"};
  const std::string_view name = names.empty() ? std::string_view() : names[year_apart ? 1 : 0];
  if (is_one_of(months, name)) return NumbersAre::months;
  return is_one_of(quarters, name) ? NumbersAre::quarters : NumbersAre::unknown;
}

bool PlainLayout::states_status() const {
  for (std::size_t i = 2; i < names.size(); ++i)
    if (column(i) == Column::status) return true;
  return false;
}

std::size_t PlainLayout::named() const {
  std::size_t count = names.size();
  while (count > 0 && names[count - 1].empty()) --count;
  return count;
}

std::optional<PlainLayout> plain_layout(std::string_view bytes) {
  constexpr std::size_t lines_above = 8;
  PlainLayout made;
  std::optional<char> stated;
  const std::string_view text =
      bytes.substr(bytes.starts_with(utf8::byte_order_mark) ? utf8::byte_order_mark.size() : 0);
  const auto lines = first_lines(text.substr(0, 16'384), lines_above);
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const std::string_view line = lines[i];
    if (!stated && line.size() == 5 && lower(line).starts_with("sep=")) {
      stated = line[4];
      continue;
    }
    const char separator = stated.value_or(sign_between_cells(line));
    const std::vector<std::string> cells = cells_of(line, separator);
    made.begin = static_cast<std::size_t>(line.data() - bytes.data());
    made.separator = separator;
    const bool may_head =
        cells.size() >= 2 && !cells[0].empty() && !cells[1].empty() && !is_first_row(cells, false);
    const std::vector<std::string> below = row_below(lines, i, separator);
    const bool heads = may_head && is_first_row(below, true);
    // Two words or none: of a figure and a period it is seen which is which.
    const auto other_way = [](const std::vector<std::string>& row) {
      return !is_first_row(row, false) && is_first_row(turned(row), true);
    };
    made.turned = !heads && (other_way(cells) || (may_head && other_way(below)));
    if (made.turned) {
      made.headed = !other_way(cells);
      if (made.headed) made.names = turned(cells);
      return made;
    }
    if (heads || (names_a_period(cells[0]) && cells.size() >= 2 && !cells[1].empty())) {
      made.headed = true;
      made.names = cells;
      made.year_apart = cells.size() > 2 && heads_years(cells[0]) && names_a_period(cells[1]);
      return made;
    }
    if (is_first_row(cells, !made.title.empty())) return made;
    if (made.base.empty()) made.base = stated_base(words_in(cells));
    if (cells.size() > 1 && names_a_base(cells[0]) && filled(cells) == 2) continue;
    if (made.title.empty()) made.title = separator == ',' ? std::string(trimmed(line)) : cells[0];
  }
  return std::nullopt;
}

}  // namespace pricetalk::publication
