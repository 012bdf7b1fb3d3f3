#include "index/publication/sdmx_head.hpp"

#include <array>

#include "document/words.hpp"
#include "index/publication/figure_text.hpp"
#include "index/publication/sdmx_codes.hpp"
#include "index/publication/units.hpp"

namespace pricetalk::publication {

using document::is_digit;
using document::lower;

std::string_view SdmxKey::find(std::string_view name) const {
  for (const auto* list : {&key, &attributes})
    for (const auto& [each, value] : *list)
      if (each == name) return value;
  return {};
}

std::string french_base(std::string_view title) {
  const std::string text = lower(title);
  for (auto at = text.find("base "); at != std::string::npos; at = text.find("base ", at + 1)) {
    std::string_view rest = std::string_view(text).substr(at + 5);
    const std::size_t mark = rest.find_first_of("-,();:");
    // `Base 100 : 4e trimestre 1998` has its period behind a colon.
    if (mark != std::string_view::npos && rest[mark] != ':') rest = rest.substr(0, mark);
    std::vector<std::string_view> words;
    for (std::size_t i = 0; i < rest.size();) {
      const std::size_t end = std::min(rest.find_first_of(" :", i), rest.size());
      if (end > i) words.push_back(rest.substr(i, end - i));
      i = end + 1;
    }
    std::size_t from = 0;
    if (from < words.size() && words[from] == "100") ++from;
    while (from < words.size() && (words[from] == "en" || words[from] == "au" ||
                                   words[from] == "le" || words[from] == "="))
      ++from;
    // The longest run of words that is a period: `4e trimestre 1998` before `4e`.
    for (std::size_t take = std::min<std::size_t>(words.size() - from, 3); take > 0; --take) {
      std::string label(words[from]);
      for (std::size_t i = 1; i < take; ++i) label += " " + std::string(words[from + i]);
      if (const auto period = read_period(label)) return period->text() + "=100";
    }
  }
  return {};
}

namespace {

std::string publisher_of(std::string_view sender) {
  static constexpr std::array<std::pair<std::string_view, std::string_view>, 6> known{{
      {"FR1", "INSEE"},
      {"ESTAT", "Eurostat"},
      {"4D0", "Eurostat"},
      {"ECB", "ECB"},
      {"4F0", "ECB"},
      {"BIS", "BIS"},
  }};
  for (const auto& [code, name] : known)
    if (sender == code) return std::string(name);
  return std::string(sender);
}

bool take_french_unit(const SdmxKey& series, Head& head) {
  const std::string_view unit = series.find("UNIT_MEASURE");
  const std::string_view factor = series.find("UNIT_MULT");
  if (!factor.empty() && factor != "0") return false;
  if (unit == "POURCENT" || unit == "PCT" || unit == "PC") {
    head.unit = SeriesUnit::percent;
    return true;
  }
  if (unit == "EUROS" || unit == "EUR") {
    head.unit = SeriesUnit::price;
    head.currency = Currency::parse("EUR");
    return true;
  }
  if (const auto period = read_period(series.find("BASE_PER"))) head.base = period->text() + "=100";
  if (head.base.empty()) head.base = french_base(head.title);
  // SO is "without object"; older series state no unit at all.
  return (unit.empty() || unit == "SO" || unit == "INDICE") &&
         (!head.base.empty() || lower(head.title).find("indice") != std::string::npos);
}

}  // namespace

bool sdmx_head(const SdmxKey& series, std::string_view sender, std::string_view data_set,
               Head& head, Collector& into) {
  head.publisher = publisher_of(sender);
  for (const char* name : {"TITLE", "TITLE_FR", "TITLE_EN"})
    if (head.title.empty()) head.title = series.find(name);
  const std::string_view idbank = series.find("IDBANK");
  head.table = idbank.empty() ? std::string(data_set) : std::string(idbank);
  if (idbank.empty())
    for (const auto& [name, value] : series.key)
      if (name != "FREQ" && name != "freq") head.table += " " + value;
  if (head.title.empty()) head.title = head.table;
  const std::string_view decimals = series.find("DECIMALS");
  if (decimals.size() == 1 && is_digit(decimals[0])) {
    head.decimals = decimals[0] - '0';
    head.loses_zeros = true;
  }
  head.released = Date::parse(series.find("LAST_UPDATE").substr(0, 10));
  std::string_view unit = series.find("UNIT");
  if (unit.empty()) unit = series.find("unit");
  const bool known =
      !idbank.empty() ? take_french_unit(series, head) : take_sdmx_unit(unit, "", head);
  if (known) return true;
  if (!idbank.empty()) {
    unit = series.find("UNIT_MEASURE");
    const std::string_view factor = series.find("UNIT_MULT");
    into.remark(
        left_out(head.publisher + " " + head.table,
                 std::string(unit) +
                     (factor.empty() || factor == "0" ? "" : " x 10^" + std::string(factor))));
  } else {
    into.remark(left_out(head.publisher + " " + head.table, unit));
  }
  return false;
}

}  // namespace pricetalk::publication
