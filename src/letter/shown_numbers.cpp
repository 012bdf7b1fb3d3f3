#include "letter/shown_numbers.hpp"

#include <algorithm>
#include <array>
#include <cctype>

#include "document/words.hpp"
#include "pricetalk/explain/derivation.hpp"
#include "pricetalk/explain/format.hpp"

namespace pricetalk {

namespace {

char decimal_sign(Language language) { return language == Language::en ? '.' : ','; }

constexpr std::string_view shortened = "…";

std::string number_word(int count, Language language) {
  using Numbers = std::array<const char*, 7>;
  static constexpr std::array<Numbers, 4> words = {
      {{"no", "one", "two", "three", "four", "five", "six"},
       {"nul", "één", "twee", "drie", "vier", "vijf", "zes"},
       {"keine", "eine", "zwei", "drei", "vier", "fünf", "sechs"},
       {"zéro", "une", "deux", "trois", "quatre", "cinq", "six"}}};
  if (count >= static_cast<int>(Numbers().size())) return std::to_string(count);
  return words[static_cast<std::size_t>(language)][static_cast<std::size_t>(count)];
}

}  // namespace

std::string grouped_numbers(std::string_view text, Language language) {
  const std::string mark = thousands_sign(language);
  std::string made;
  for (std::size_t at = 0; at < text.size();) {
    if (!document::is_digit(text[at])) {
      made += text[at++];
      continue;
    }
    std::size_t end = at;
    while (end < text.size() && document::is_digit(text[end])) ++end;
    const bool fraction = at > 0 && text[at - 1] == decimal_sign(language);
    for (std::size_t i = at; i < end; ++i) {
      if (!fraction && end - at > 3 && i != at && (end - i) % 3 == 0) made += mark;
      made += text[i];
    }
    at = end;
  }
  return made;
}

std::string shortened_numbers(std::string_view text, Language language) {
  std::string made;
  while (!text.empty()) {
    std::size_t end = 0;
    while (end < text.size() &&
           (document::is_digit(text[end]) || text[end] == decimal_sign(language)))
      ++end;
    if (end == 0) {
      made += text.front();
      text.remove_prefix(1);
      continue;
    }
    std::string number(text.substr(0, end));
    text.remove_prefix(end);
    if (text.starts_with(shortened)) {
      text.remove_prefix(shortened.size());
      std::replace(number.begin(), number.end(), ',', '.');
      const auto value = Decimal::parse(number);
      if (value)
        number = decimal_text(
            round(Ratio(*value),
                  Rounding::decimals(text.starts_with(percent_sign(language)) ? 2 : 4)),
            language);
    }
    made += number;
  }
  return made;
}

std::string before_rounding(Language language) {
  return say(language, ", rounded ", ", afgerond ", ", gerundet: ", ", arrondi ");
}

std::string rounded_to(const Rounding& rounding, bool money, Language language) {
  const Decimal& step = rounding.step;
  const bool plain = rounding.mode == RoundingMode::half_up &&
                     Ratio(step) == Ratio(Decimal(1, step.scale())) && step.scale() > 0;
  if (!plain)
    return say(language, "rounded ", "afgerond ", "gerundet: ", "arrondi ") +
           rounding_text(rounding, language);
  if (money && step.scale() == 2)
    return say(language, "rounded to whole cents", "afgerond op hele centen",
               "auf ganze Cent gerundet", "arrondi au centime");
  if (step.scale() == 1)
    return say(language, "rounded to one decimal", "afgerond op één decimaal",
               "auf eine Nachkommastelle gerundet", "arrondi à une décimale");
  const std::string count = number_word(step.scale(), language);
  return say(language, "rounded to " + count + " decimals", "afgerond op " + count + " decimalen",
             "auf " + count + " Nachkommastellen gerundet", "arrondi à " + count + " décimales");
}

}  // namespace pricetalk
