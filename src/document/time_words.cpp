#include "document/time_words.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "document/words.hpp"

namespace pricetalk {

namespace {

/// Beside the whole names.
constexpr std::array<std::pair<std::string_view, int>, 16> shortened{{{"jan", 1},
                                                                      {"feb", 2},
                                                                      {"mrt", 3},
                                                                      {"mar", 3},
                                                                      {"apr", 4},
                                                                      {"mei", 5},
                                                                      {"may", 5},
                                                                      {"jun", 6},
                                                                      {"jul", 7},
                                                                      {"aug", 8},
                                                                      {"sep", 9},
                                                                      {"sept", 9},
                                                                      {"okt", 10},
                                                                      {"oct", 10},
                                                                      {"nov", 11},
                                                                      {"dec", 12}}};

/// Beginnings of names that no shortened one begins: Dutch, German and French.
constexpr std::array<std::pair<std::string_view, int>, 9> other_beginnings{{{"fev", 2},
                                                                            {"maart", 3},
                                                                            {"maerz", 3},
                                                                            {"avr", 4},
                                                                            {"mai", 5},
                                                                            {"juin", 6},
                                                                            {"juil", 7},
                                                                            {"aou", 8},
                                                                            {"dez", 12}}};

constexpr std::array<std::array<std::string_view, 2>, 12> german_and_french{
    {{"Januar", "janvier"},
     {"Februar", "février"},
     {"März", "mars"},
     {"April", "avril"},
     {"Mai", "mai"},
     {"Juni", "juin"},
     {"Juli", "juillet"},
     {"August", "août"},
     {"September", "septembre"},
     {"Oktober", "octobre"},
     {"November", "novembre"},
     {"Dezember", "décembre"}}};

}  // namespace

std::string_view month_word(int month, Language language) {
  if (is_spoken(language)) return month_name(month).in(language);
  const auto& names = german_and_french[static_cast<std::size_t>(month - 1)];
  return names[language == Language::de ? 0 : 1];
}

const Phrase& month_name(int month) {
  static const std::array<Phrase, 12> table = {{{"January", "januari"},
                                                {"February", "februari"},
                                                {"March", "maart"},
                                                {"April", "april"},
                                                {"May", "mei"},
                                                {"June", "juni"},
                                                {"July", "juli"},
                                                {"August", "augustus"},
                                                {"September", "september"},
                                                {"October", "oktober"},
                                                {"November", "november"},
                                                {"December", "december"}}};
  return table[static_cast<std::size_t>(month - 1)];
}

std::optional<int> month_named(std::string_view word) {
  const std::string name = document::lower(word);
  for (int month = 1; month <= 12; ++month)
    if (name == document::lower(month_name(month).en) || name == month_name(month).nl) return month;
  for (const auto& [known, month] : shortened)
    if (name == known) return month;
  for (int month = 1; month <= 12; ++month)
    for (const std::string_view known : german_and_french[static_cast<std::size_t>(month - 1)])
      if (name == document::lower(known)) return month;
  return std::nullopt;
}

std::optional<int> month_begun(std::string_view word) {
  for (const auto& [begin, month] : other_beginnings)
    if (word.starts_with(begin)) return month;
  for (const auto& [begin, month] : shortened)
    if (word.starts_with(begin)) return month;
  return std::nullopt;
}

Phrase words(Unit unit, int count) {
  static constexpr std::array<std::array<const char*, 4>, 5> table = {
      {{"day", "days", "dag", "dagen"},
       {"week", "weeks", "week", "weken"},
       {"month", "months", "maand", "maanden"},
       {"quarter", "quarters", "kwartaal", "kwartalen"},
       {"year", "years", "jaar", "jaar"}}};
  const auto& row = table[static_cast<std::size_t>(unit)];
  return {row[count == 1 ? 0 : 1], row[count == 1 ? 2 : 3]};
}

Phrase duration_words(const Duration& duration) {
  const Phrase unit = words(duration.unit, duration.count);
  const std::string count = std::to_string(duration.count) + " ";
  return {count + unit.en, count + unit.nl};
}

std::optional<Unit> unit_named(std::string_view word) {
  for (const Unit unit : {Unit::day, Unit::week, Unit::month, Unit::quarter, Unit::year})
    if (word == words(unit).en || word == words(unit, 2).en) return unit;
  return std::nullopt;
}

}  // namespace pricetalk
