#include "index/publication/other_periods.hpp"

#include <array>
#include <string>

#include "document/words.hpp"
#include "index/publication/sdmx_codes.hpp"

namespace pricetalk::publication {

using document::all_digits;
using document::lower;
using document::trimmed;

namespace {

Phrase left_out_kind(const Phrase& kind) {
  return {
      "figures of " + kind.en + " are left out: the program knows months, quarters and years",
      "cijfers per " + kind.nl + " blijven weg: het programma kent maanden, kwartalen en jaren"};
}

/// The letters and digits behind the year in a code of CBS.
std::optional<Phrase> cbs_kind(std::string_view code) {
  struct Kind {
    std::string_view letters;
    Phrase words;
  };
  static const std::array<Kind, 5> kinds{{
      {"VJ", {"four quarters up to a quarter", "vier kwartalen tot en met een kwartaal"}},
      {"SJ", {"school years", "schooljaar"}},
      {"W1", {"weeks", "week"}},
      {"X0", {"other spans of time", "andere tijdspanne"}},
      {"HJ", {}},
  }};
  for (const Kind& each : kinds) {
    if (!code.starts_with(each.letters) || !all_digits(code.substr(2))) continue;
    return each.words.empty() ? half_years_left_out() : left_out_kind(each.words);
  }
  return std::nullopt;
}

}  // namespace

std::optional<Phrase> left_out_period(std::string_view label) {
  label = trimmed(label);
  if (is_half_year(label)) return half_years_left_out();
  const std::string word = lower(label);
  for (const char* half : {"halfjaar", "half-year", "half year", "halbjahr", "semestre"})
    if (word.find(half) != std::string::npos) return half_years_left_out();
  // `2024W05`, `2024U05`: a week.
  if (label.size() == 7 && all_digits(label.substr(0, 4)) && all_digits(label.substr(5)) &&
      (label[4] == 'W' || label[4] == 'U'))
    return left_out_kind({"weeks", "week"});
  if (label.size() != 8 || !all_digits(label.substr(0, 4))) return std::nullopt;
  return cbs_kind(label.substr(4));
}

}  // namespace pricetalk::publication
