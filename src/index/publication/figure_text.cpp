#include "index/publication/figure_text.hpp"

#include <array>
#include <cctype>
#include <utility>
#include <vector>

#include "document/words.hpp"
#include "pricetalk/number/ratio.hpp"

namespace pricetalk::publication {

using document::all_digits;
using document::is_digit;
using document::lower;
using document::trimmed;

std::optional<Decimal> read_number(std::string_view text, DecimalMark mark) {
  text = trimmed(text);
  std::string plain;
  constexpr std::string_view minus = "\xE2\x88\x92";
  if (text.starts_with(minus)) {
    plain = "-";
    text.remove_prefix(minus.size());
  } else if (text.starts_with('-') || text.starts_with('+')) {
    if (text.front() == '-') plain = "-";
    text.remove_prefix(1);
  }
  const char decimal = mark == DecimalMark::point ? '.' : ',';
  const char group = mark == DecimalMark::point ? ',' : '.';
  const auto at = text.find(decimal);
  const std::string_view whole = text.substr(0, at);
  if (whole.find(group) == std::string_view::npos) {
    plain += whole;
  } else {
    std::size_t begin = 0;
    for (bool first = true; begin <= whole.size(); first = false) {
      const auto end = std::min(whole.find(group, begin), whole.size());
      const std::size_t size = end - begin;
      if (size == 0 || size > 3 || (!first && size != 3)) return std::nullopt;
      // No thousands begin with a zero: 0.851 has decimals.
      if (first && whole[begin] == '0') return std::nullopt;
      plain += whole.substr(begin, size);
      begin = end + 1;
    }
  }
  if (at != std::string_view::npos) {
    plain += '.';
    plain += text.substr(at + 1);
  }
  // What Decimal allows beyond a publisher's number.
  if (plain.find_first_not_of("-.0123456789") != std::string::npos) return std::nullopt;
  return Decimal::parse(plain);
}

std::optional<CellFigure> read_cell(std::string_view text) {
  const auto point = read_number(text, DecimalMark::point);
  const auto comma = read_number(text, DecimalMark::comma);
  if (!point && !comma) return std::nullopt;
  if (text.find_first_of(".,") == std::string_view::npos) return CellFigure{*point, {}, {}};
  if (!comma) return CellFigure{*point, DecimalMark::point, {}};
  if (!point) return CellFigure{*comma, DecimalMark::comma, {}};
  // Both readings hold, so there is one sign, before three digits.
  const bool has_point = text.find('.') != std::string_view::npos;
  if (has_point) return CellFigure{*point, DecimalMark::point, comma};
  return CellFigure{*comma, DecimalMark::comma, point};
}

std::optional<Decimal> without_binary_noise(const Decimal& value) {
  constexpr int fewest_gone = 5;
  constexpr int most_printed = 4;
  constexpr std::int64_t binary = std::int64_t{1}
                                  << 24;  // what a short binary fraction tells apart
  const Ratio exact(value);
  const Ratio size = value.is_negative() ? -exact : exact;
  for (int decimals = 0; decimals <= most_printed && value.scale() - decimals >= fewest_gone;
       ++decimals) {
    const Decimal printed = round(exact, Rounding::decimals(decimals));
    const Ratio apart = exact - Ratio(printed);
    if (apart.is_zero()) return std::nullopt;
    if ((apart.sign() < 0 ? -apart : apart) * Ratio(binary) <= size) return printed;
  }
  return std::nullopt;
}

Decimal with_decimals(const Decimal& value, int decimals) {
  std::int64_t mantissa = value.mantissa();
  int scale = value.scale();
  while (scale < decimals && mantissa <= Decimal::largest_mantissa / 10 &&
         mantissa >= -Decimal::largest_mantissa / 10) {
    mantissa *= 10;
    ++scale;
  }
  return Decimal(mantissa, scale);
}

std::optional<int> month_number(std::string_view name) {
  static constexpr std::array<std::pair<std::string_view, int>, 64> names{{
      {"januari", 1},   {"january", 1},   {"januar", 1},    {"janvier", 1},   {"jan", 1},
      {"februari", 2},  {"february", 2},  {"februar", 2},   {"février", 2},   {"feb", 2},
      {"maart", 3},     {"march", 3},     {"märz", 3},      {"mars", 3},      {"mrt", 3},
      {"mar", 3},       {"april", 4},     {"avril", 4},     {"apr", 4},       {"avr", 4},
      {"mei", 5},       {"may", 5},       {"mai", 5},       {"juni", 6},      {"june", 6},
      {"juin", 6},      {"jun", 6},       {"juli", 7},      {"july", 7},      {"juillet", 7},
      {"jul", 7},       {"augustus", 8},  {"august", 8},    {"août", 8},      {"aug", 8},
      {"september", 9}, {"septembre", 9}, {"sept", 9},      {"sep", 9},       {"oktober", 10},
      {"october", 10},  {"octobre", 10},  {"okt", 10},      {"oct", 10},      {"november", 11},
      {"novembre", 11}, {"nov", 11},      {"december", 12}, {"dezember", 12}, {"décembre", 12},
      {"dec", 12},      {"dez", 12},      {"déc", 12},      {"maerz", 3},     {"fevrier", 2},
      {"aout", 8},      {"decembre", 12}, {"mrz", 3},       {"fév", 2},       {"juil", 7},
      {"janv", 1},      {"mär", 3},       {"févr", 2},      {"fevr", 2},
  }};
  std::string wanted = lower(trimmed(name));
  if (wanted.ends_with('.')) wanted.pop_back();
  for (const auto& [known, number] : names)
    if (known == wanted) return number;
  return std::nullopt;
}

StarredLabel split_stars(std::string_view label) {
  StarredLabel made{trimmed(label), FigureStatus::definitive};
  while (made.label.ends_with('*')) {
    made.status = FigureStatus::provisional;
    made.label.remove_suffix(1);
  }
  made.label = trimmed(made.label);
  return made;
}

namespace {

int number_of(std::string_view digits) {
  int value = 0;
  for (const char c : digits) value = value * 10 + (c - '0');
  return value;
}

std::optional<Period> month_of(int year, int month) {
  if (year < 1 || month < 1 || month > 12) return std::nullopt;
  return Period::month(year, month);
}

std::optional<Period> quarter_of(int year, int quarter) {
  if (year < 1 || quarter < 1 || quarter > 4) return std::nullopt;
  return Period::quarter(year, quarter);
}

/// `2025MM07`, `2025KW01`, `2025JJ00`, `2025M07`, `2025Q3`: a year, letters, two or one digits.
std::optional<Period> coded(std::string_view text) {
  if (text.size() < 6 || !all_digits(text.substr(0, 4))) return std::nullopt;
  const int year = number_of(text.substr(0, 4));
  std::string_view rest = text.substr(4);
  if (rest.front() == '-') rest.remove_prefix(1);
  std::size_t letters = 0;
  while (letters < rest.size() && document::is_letter(rest[letters])) ++letters;
  const std::string kind = lower(rest.substr(0, letters));
  const std::string_view digits = rest.substr(letters);
  if (!all_digits(digits) || digits.size() > 2) return std::nullopt;
  const int count = number_of(digits);
  if (kind == "mm" || kind == "m") return month_of(year, count);
  if (kind == "kw" || kind == "q" || kind == "t" || kind == "k") return quarter_of(year, count);
  if ((kind == "jj" || kind == "a") && year > 0) return Period::year(year);
  return std::nullopt;
}

std::vector<std::string_view> parts_of(std::string_view text) {
  std::vector<std::string_view> parts;
  std::size_t at = 0;
  while (at < text.size()) {
    while (at < text.size() && text[at] == ' ') ++at;
    const std::size_t begin = at;
    while (at < text.size() && text[at] != ' ') ++at;
    if (at > begin) parts.push_back(text.substr(begin, at - begin));
  }
  return parts;
}

bool one_of(const std::string& word, std::initializer_list<std::string_view> known) {
  for (const std::string_view each : known)
    if (word == each) return true;
  return false;
}

/// A year and words: `2015 januari`, `januari 2015`, `2022 4e kwartaal`, `1987 Q1`, `2015
/// jaargemiddelde`.
std::optional<Period> in_words(std::string_view text) {
  std::vector<std::string_view> parts = parts_of(text);
  if (parts.size() < 2 || parts.size() > 3) return std::nullopt;
  if (parts.back().size() == 4 && all_digits(parts.back()))
    std::rotate(parts.begin(), parts.end() - 1, parts.end());
  if (parts[0].size() != 4 || !all_digits(parts[0])) return std::nullopt;
  const int year = number_of(parts[0]);
  if (year < 1) return std::nullopt;
  const std::string first = lower(parts[1]);
  if (parts.size() == 2) {
    if (const auto month = month_number(first)) return month_of(year, *month);
    if (one_of(first, {"jaargemiddelde", "jaar", "gemiddelde", "year"})) return Period::year(year);
    if (first.size() == 2 && (first[0] == 'q' || first[0] == 't' || first[0] == 'k') &&
        is_digit(first[1]))
      return quarter_of(year, first[1] - '0');
    return std::nullopt;
  }
  const std::string second = lower(parts[2]);
  const bool quarter = one_of(second, {"kwartaal", "quarter", "quartal", "trimestre"});
  if (quarter && is_digit(first[0]) && (first.size() == 1 || !is_digit(first[1])))
    return quarter_of(year, first[0] - '0');
  return std::nullopt;
}

}  // namespace

std::optional<Period> read_period(std::string_view label) {
  label = trimmed(label);
  if (const auto plain = Period::parse(label)) return plain;
  if (const auto code = coded(label)) return code;
  return in_words(label);
}

std::string base_in(std::string_view text) {
  const auto equals = text.find('=');
  if (equals == std::string_view::npos) return {};
  const std::string_view after = trimmed(text.substr(equals + 1));
  std::size_t digits = 0;
  while (digits < after.size() && is_digit(after[digits])) ++digits;
  if (after.substr(0, digits) != "100") return {};
  std::string_view before = trimmed(text.substr(0, equals));
  // The period stands just before the sign; a comma or colon ends what stands before that.
  if (const auto mark = before.find_last_of(",:("); mark != std::string_view::npos)
    before = trimmed(before.substr(mark + 1));
  const auto parts = parts_of(before);
  for (std::size_t take = std::min<std::size_t>(parts.size(), 3); take > 0; --take) {
    const std::string_view first = parts[parts.size() - take];
    const auto begin = static_cast<std::size_t>(first.data() - before.data());
    if (const auto period = read_period(before.substr(begin))) return period->text() + "=100";
  }
  // 1982-84=100: a span of years.
  return parts.empty() ? std::string() : std::string(parts.back()) + "=100";
}

}  // namespace pricetalk::publication
