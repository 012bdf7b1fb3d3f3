#include "register/row_values.hpp"

#include <algorithm>
#include <array>
#include <vector>

#include "document/time_words.hpp"
#include "document/words.hpp"
#include "invoice/cells.hpp"

namespace pricetalk {

namespace {

struct UnitWord {
  std::string_view folded;
  Unit unit;
};
constexpr auto unit_words = std::to_array<UnitWord>({
    {"dag", Unit::day},
    {"dagen", Unit::day},
    {"dgn", Unit::day},
    {"d", Unit::day},
    {"kalenderdagen", Unit::day},
    {"day", Unit::day},
    {"days", Unit::day},
    {"week", Unit::week},
    {"weken", Unit::week},
    {"wk", Unit::week},
    {"wkn", Unit::week},
    {"weeks", Unit::week},
    {"maand", Unit::month},
    {"maanden", Unit::month},
    {"mnd", Unit::month},
    {"mnden", Unit::month},
    {"mndn", Unit::month},
    {"m", Unit::month},
    {"kalendermaand", Unit::month},
    {"kalendermaanden", Unit::month},
    {"month", Unit::month},
    {"months", Unit::month},
    {"mth", Unit::month},
    {"mths", Unit::month},
    {"kwartaal", Unit::quarter},
    {"kwartalen", Unit::quarter},
    {"quarter", Unit::quarter},
    {"quarters", Unit::quarter},
    {"jaar", Unit::year},
    {"jaren", Unit::year},
    {"jr", Unit::year},
    {"j", Unit::year},
    {"year", Unit::year},
    {"years", Unit::year},
    {"yr", Unit::year},
    {"yrs", Unit::year},
    {"optiejaar", Unit::year},
    {"optiejaren", Unit::year},
});

std::optional<Unit> unit_of(std::string_view folded) {
  const auto found = std::find_if(unit_words.begin(), unit_words.end(),
                                  [&](const UnitWord& each) { return each.folded == folded; });
  return found == unit_words.end() ? std::nullopt : std::optional(found->unit);
}

/// The number in front and what follows it, both without blanks around.
struct NumberAndWord {
  std::string_view number;
  std::string_view word;
};
NumberAndWord split(std::string_view text) {
  text = document::trimmed(text);
  std::size_t end = 0;
  if (!text.empty() && document::is_digit(text.front()))
    while (end < text.size() && document::is_digit(text[end])) ++end;
  else
    end = std::min(text.find(' '), text.size());
  return {text.substr(0, end), document::trimmed(text.substr(end))};
}

}  // namespace

std::optional<int> small_count(std::string_view text) {
  constexpr auto names = std::to_array<std::array<std::string_view, 2>>({{"een", "one"},
                                                                         {"twee", "two"},
                                                                         {"drie", "three"},
                                                                         {"vier", "four"},
                                                                         {"vijf", "five"},
                                                                         {"zes", "six"},
                                                                         {"zeven", "seven"},
                                                                         {"acht", "eight"},
                                                                         {"negen", "nine"},
                                                                         {"tien", "ten"},
                                                                         {"elf", "eleven"},
                                                                         {"twaalf", "twelve"}});
  const std::string folded = cells::folded(text);
  for (std::size_t i = 0; i < names.size(); ++i)
    if (folded == names[i][0] || folded == names[i][1]) return static_cast<int>(i) + 1;
  if (!document::all_digits(text) || text.size() > 3) return std::nullopt;
  int made = 0;
  for (const char c : text) made = made * 10 + (c - '0');
  return made;
}

std::optional<Duration> written_duration(std::string_view text, std::optional<Unit> unit) {
  text = document::trimmed(text);
  const NumberAndWord parts = split(text);
  const auto count = small_count(parts.number);
  if (!count || *count == 0) return std::nullopt;
  if (parts.word.empty()) return unit ? std::optional(Duration{*count, *unit}) : std::nullopt;
  const auto named = unit_of(cells::folded(parts.word));
  if (!named || (unit && *unit != *named)) return std::nullopt;
  return Duration{*count, *named};
}

std::optional<Extension> written_extension(std::string_view text) {
  text = document::trimmed(text);
  // "1+1+1": as many times as there are numbers, all of them alike.
  if (text.find('+') != std::string_view::npos) {
    Extension made;
    for (std::string_view rest = text;;) {
      const std::size_t plus = rest.find('+');
      const auto each = written_duration(rest.substr(0, plus), std::nullopt);
      const auto bare = written_duration(rest.substr(0, plus), Unit::year);
      const auto one = each ? each : bare;
      if (!one || (made.times > 0 && !(made.each == *one))) return std::nullopt;
      made.each = *one;
      ++made.times;
      if (plus == std::string_view::npos) return made;
      rest = rest.substr(plus + 1);
    }
  }
  std::string lower = document::lower(text);
  for (const std::string_view sign : {"\xC3\x97", "keer", "times", "maal"})
    if (const std::size_t at = lower.find(sign); at != std::string::npos)
      lower.replace(at, sign.size(), "x");
  const std::size_t times = lower.find('x');
  if (times != std::string::npos) {
    const auto count = small_count(document::trimmed(std::string_view(lower).substr(0, times)));
    const std::string_view rest = std::string_view(lower).substr(times + 1);
    const auto named = written_duration(rest, std::nullopt);
    const auto each = named ? named : written_duration(rest, Unit::year);
    if (!count || *count == 0 || !each) return std::nullopt;
    return Extension{*count, *each};
  }
  const auto years = written_duration(text, Unit::year);
  if (years && years->unit == Unit::year) return Extension{years->count, {1, Unit::year}};
  return std::nullopt;
}

Phrase words(const Extension& extension) {
  const Phrase each = duration_words(extension.each);
  const std::string times = std::to_string(extension.times);
  return {times + (extension.times == 1 ? " time " : " times ") + each.en,
          times + " keer " + each.nl};
}

std::optional<std::string> country_named(std::string_view text) {
  struct Name {
    std::string_view folded;
    std::string_view code;
  };
  constexpr auto names = std::to_array<Name>({{"nederland", "NL"},
                                              {"netherlands", "NL"},
                                              {"thenetherlands", "NL"},
                                              {"nld", "NL"},
                                              {"belgie", "BE"},
                                              {"belgium", "BE"},
                                              {"bel", "BE"},
                                              {"duitsland", "DE"},
                                              {"germany", "DE"},
                                              {"deutschland", "DE"},
                                              {"frankrijk", "FR"},
                                              {"france", "FR"},
                                              {"luxemburg", "LU"},
                                              {"luxembourg", "LU"},
                                              {"uk", "GB"},
                                              {"engeland", "GB"},
                                              {"verenigdkoninkrijk", "GB"},
                                              {"unitedkingdom", "GB"},
                                              {"england", "GB"},
                                              {"zwitserland", "CH"},
                                              {"switzerland", "CH"},
                                              {"oostenrijk", "AT"},
                                              {"austria", "AT"}});
  const std::string folded = cells::folded(text);
  for (const Name& each : names)
    if (each.folded == folded) return std::string(each.code);
  text = document::trimmed(text);
  if (text.size() != 2 || !document::is_letter(text[0]) || !document::is_letter(text[1]))
    return std::nullopt;
  std::string code(text);
  for (char& c : code) c = static_cast<char>(c >= 'a' ? c - 'a' + 'A' : c);
  return code;
}

bool names_several(std::string_view text) {
  std::string plain(text);
  bool blanks = false;
  for (const std::string_view word : {" en ", " and ", " & ", " / ", " + ", "; ", ", "})
    for (std::size_t at = plain.find(word); at != std::string::npos; at = plain.find(word)) {
      plain.replace(at, word.size(), "\n");
      blanks = true;
    }
  for (char& c : plain)
    if (!blanks && (c == '/' || c == ';' || c == ',')) c = '\n';
  std::vector<std::string_view> parts;
  for (std::string_view rest = plain;;) {
    const std::size_t end = rest.find('\n');
    parts.push_back(document::trimmed(rest.substr(0, end)));
    if (end == std::string_view::npos) break;
    rest = rest.substr(end + 1);
  }
  if (parts.size() < 2) return false;
  const auto letters = [](std::string_view part) {
    return part.substr(0, std::min(part.find_first_of("0123456789"), part.size()));
  };
  return std::all_of(parts.begin(), parts.end(), [&](std::string_view part) {
    if (part.find_first_of("0123456789") == std::string_view::npos) return false;
    if (blanks) return true;
    return !letters(part).empty() && letters(part) == letters(parts.front());
  });
}

std::optional<Date> day_of_number(std::string_view text) {
  text = document::trimmed(text);
  if (text.size() != 5 || !document::all_digits(text)) return std::nullopt;
  int days = 0;
  for (const char c : text) days = days * 10 + (c - '0');
  const Date made = Date::make(1899, 12, 30)->plus_days(days);
  if (made.year() < 1970 || made.year() > 2099) return std::nullopt;
  return made;
}

}  // namespace pricetalk
