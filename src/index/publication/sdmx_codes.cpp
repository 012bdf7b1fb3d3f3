#include "index/publication/sdmx_codes.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "document/words.hpp"
#include "index/publication/figure_text.hpp"

namespace pricetalk::publication {

using document::all_digits;
using document::lower;
using document::trimmed;

std::optional<Flags> sdmx_flags(std::string_view text) {
  constexpr std::string_view plain = "abdgujknwtyx";  // normal, a break, a note: the figure stands
  constexpr std::string_view missing = "cmlhoqz:";
  Flags made;
  // INSEE: definitive, and semi-definitive, which is still provisional.
  const std::string word = lower(trimmed(text));
  if (word == "def") return made;
  if (word == "sd") return Flags{.status = FigureStatus::provisional};
  bool estimate = false;
  bool provisional = false;
  bool revised = false;
  for (const char sign : lower(trimmed(text))) {
    if (sign == ' ' || sign == ',' || sign == '@') continue;
    if (sign == 'p' || sign == 'v')
      provisional = true;
    else if (sign == 'e' || sign == 'f' || sign == 'i' || sign == 's')
      estimate = true;
    else if (sign == 'r')
      revised = true;
    else if (missing.find(sign) != std::string_view::npos)
      made.missing = true;
    else if (plain.find(sign) == std::string_view::npos)
      return std::nullopt;
  }
  made.status = estimate      ? FigureStatus::estimate
                : provisional ? FigureStatus::provisional
                : revised     ? FigureStatus::revised
                              : FigureStatus::definitive;
  return made;
}

std::optional<Flags> insee_flags(std::string_view text) {
  const std::string word = lower(trimmed(text));
  if (word == "sd") return Flags{FigureStatus::provisional, false};
  if (word == "def") return Flags{};
  return sdmx_flags(text);
}

namespace {

/// `I15`, `I05`, `I2015`, with or without more behind an underscore: its base.
std::string index_base(std::string_view code) {
  code = code.substr(0, code.find('_'));
  if (!code.starts_with('I') || !all_digits(code.substr(1))) return {};
  const std::string_view year = code.substr(1);
  if (year.size() == 4) return std::string(year) + "=100";
  if (year.size() != 2) return {};
  return (year < "60" ? "20" : "19") + std::string(year) + "=100";
}

}  // namespace

bool take_sdmx_unit(std::string_view code, std::string_view label, Head& head) {
  code = trimmed(code);
  const std::string base = index_base(code);
  if (!base.empty() || code == "IX" || code == "INX" || code.starts_with("INX_")) {
    head.unit = SeriesUnit::index;
    head.base = base.empty() ? base_in(label) : base;
    return true;
  }
  static constexpr std::array<std::string_view, 6> rates{"PA", "PC", "PT", "PCPA", "PCCH", "%"};
  const std::string said = lower(label);
  if (code.starts_with("RCH_") || code.starts_with("PCH_") ||
      std::find(rates.begin(), rates.end(), code) != rates.end() ||
      said.find("year changes, in per cent") != std::string::npos) {
    head.unit = SeriesUnit::percent;
    return true;
  }
  if (const std::string stated = base_in(label); !stated.empty()) {
    head.unit = SeriesUnit::index;
    head.base = stated;
    return true;
  }
  static constexpr std::array<std::string_view, 11> money{"EUR", "USD", "GBP", "CHF", "SEK", "DKK",
                                                          "NOK", "PLN", "CZK", "HUF", "JPY"};
  if (std::find(money.begin(), money.end(), code) == money.end()) return false;
  head.unit = SeriesUnit::price;
  head.currency = Currency::parse(code);
  return true;
}

bool is_half_year(std::string_view period) {
  period = trimmed(period);
  if (period.size() < 6 || !all_digits(period.substr(0, 4))) return false;
  period.remove_prefix(4);
  if (period.starts_with('-')) period.remove_prefix(1);
  return period.size() == 2 && (period[0] == 'S' || period[0] == 'B' || period[0] == 'H') &&
         (period[1] == '1' || period[1] == '2');
}

Phrase half_years_left_out() {
  return {"figures of half-years are left out: the program knows months, quarters and years",
          "cijfers per halfjaar blijven weg: het programma kent maanden, kwartalen en jaren"};
}

}  // namespace pricetalk::publication
