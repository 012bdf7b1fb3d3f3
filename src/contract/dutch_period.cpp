#include "contract/dutch_period.hpp"

#include <array>
#include <utility>

#include "contract/period_rule.hpp"
#include "document/time_words.hpp"
#include "document/words.hpp"

namespace pricetalk {

namespace {

/// A whole word, or words, in another's place.
void replace_words(std::string& text, std::string_view from, std::string_view to) {
  const std::string padded_from = " " + std::string(from) + " ";
  const std::string padded_to = " " + std::string(to) + " ";
  for (std::size_t at = text.find(padded_from); at != std::string::npos;
       at = text.find(padded_from, at + padded_to.size() - 1))
    text.replace(at, padded_from.size(), padded_to);
}

constexpr std::array<std::pair<std::string_view, std::string_view>, 24> phrases{{
    {"het", ""},
    {"de", ""},
    {"gemiddelde", "average of"},
    {"gemiddeld", "average of"},
    {"of van", "of"},
    {"voorgaande", "previous"},
    {"voorafgaande", "previous"},
    {"vorige", "previous"},
    {"vorig", "previous"},
    {"hetzelfde", "same"},
    {"dezelfde", "same"},
    {"dit", "same"},
    {"jaar", "year"},
    {"maanden", "months"},
    {"maand", "month"},
    {"kwartalen", "quarters"},
    {"kwartaal", "quarter"},
    {"weken", "weeks"},
    {"ervoor", "before"},
    {"eerder", "before"},
    {"voor", "before"},
    {"tot en met", "to"},
    {"van aanpassing", "of adjustment"},
    {"van", "of"},
}};

}  // namespace

std::optional<std::string> period_rule_from_dutch(std::string_view text) {
  std::string made = " " + document::lower(text) + " ";
  const auto squeeze = [&] {
    for (std::size_t at = made.find("  "); at != std::string::npos; at = made.find("  "))
      made.erase(at, 1);
  };
  for (int month = 1; month <= 12; ++month)
    replace_words(made, document::lower(month_name(month).nl),
                  document::lower(month_name(month).en));
  for (const auto& [from, to] : phrases) {
    replace_words(made, from, to);
    squeeze();
  }
  replace_words(made, "of of", "of");
  // "october previous year"
  std::string meant(document::trimmed(made));
  if (meant == document::lower(text)) return std::nullopt;
  if (parse_period_rule(meant)) return meant;
  for (const std::string_view year : {" previous year", " same year"})
    if (meant.ends_with(year)) {
      const std::string joined =
          meant.substr(0, meant.size() - year.size()) + " of" + std::string(year);
      if (parse_period_rule(joined)) return joined;
    }
  return std::nullopt;
}

}  // namespace pricetalk
