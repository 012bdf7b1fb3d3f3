#include "answer/letter_suggestion.hpp"

#include <algorithm>
#include <regex>

#include "answer/written_values.hpp"
#include "document/words.hpp"
#include "invoice/cells.hpp"

namespace pricetalk {

namespace {

constexpr std::size_t longest_line = 2'000;
constexpr std::size_t longest_quote = 160;

std::string collapsed(std::string_view line) {
  std::string made;
  for (const char c : document::trimmed(line)) {
    const bool blank = c == ' ' || c == '\t' || c == '\r' || c == '\f';
    if (blank && (made.empty() || made.back() == ' ')) continue;
    made += blank ? ' ' : c;
  }
  return made;
}

std::string quoted_line(const std::string& line) {
  if (line.size() <= longest_quote) return line;
  return line.substr(0, line.rfind(' ', longest_quote)) + " …";
}

bool is_about_vat(const std::string& before, const std::string& behind) {
  static const std::regex word(R"(\b(btw|vat|bv\.? ?btw|omzetbelasting)\b)", std::regex::icase);
  return std::regex_search(before, word) || std::regex_search(behind, word);
}

/// The words directly around a place.
std::string just_before(const std::string& line, std::size_t at) {
  const std::size_t from = at > 14 ? at - 14 : 0;
  return line.substr(from, at - from);
}

void find_changes(const std::string& line, LetterSuggestion& made) {
  static const std::regex form(
      R"((-?\d{1,3}(?:[.,]\d{1,4})?) ?(?:%|procent\b|percent\b|per cent\b))", std::regex::icase);
  for (std::sregex_iterator each(line.begin(), line.end(), form), end; each != end; ++each) {
    const auto change = written_percentage((*each)[1].str());
    const auto at = static_cast<std::size_t>(each->position());
    const std::size_t behind = at + static_cast<std::size_t>(each->length());
    if (!change || is_about_vat(just_before(line, at), line.substr(behind, 8))) continue;
    const bool known = std::any_of(
        made.changes.begin(), made.changes.end(),
        [&](const auto& other) { return other.change.of_hundred == change->of_hundred; });
    if (!known) made.changes.push_back({*change, quoted_line(line)});
  }
}

bool begins(const std::string& line, std::size_t at) {
  static const std::regex word(
      R"((\bper|\bvanaf|\bingaande|\bmet ingang van|\bfrom|\bas of|\bwith effect from|\beffective)\s*$)",
      std::regex::icase);
  return std::regex_search(just_before(line, at), word);
}

void find_days(const std::string& line, LetterSuggestion& made) {
  static const std::regex form(
      R"(\b(\d{4}-\d{2}-\d{2}|\d{1,2}[-/.]\d{1,2}[-/.]\d{4}|\d{1,2} [a-z]{3,9}\.? \d{4})\b)",
      std::regex::icase);
  for (std::sregex_iterator each(line.begin(), line.end(), form), end; each != end; ++each) {
    // In a letter of these countries the day stands first.
    const auto day = cells::date((*each)[1].str(), DateOrder::day_month_year);
    if (!day) continue;
    const bool starts = begins(line, static_cast<std::size_t>(each->position()));
    const auto known = std::find_if(made.days.begin(), made.days.end(),
                                    [&](const auto& other) { return other.day == *day; });
    if (known == made.days.end())
      made.days.push_back({*day, starts, quoted_line(line)});
    else if (starts && !known->begins)
      *known = {*day, true, quoted_line(line)};
  }
}

}  // namespace

LetterSuggestion suggestion_of(std::string_view text) {
  LetterSuggestion made;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    const std::string line = collapsed(text.substr(0, std::min(end, longest_line)));
    find_changes(line, made);
    find_days(line, made);
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  std::stable_sort(made.days.begin(), made.days.end(),
                   [](const auto& a, const auto& b) { return a.begins && !b.begins; });
  return made;
}

}  // namespace pricetalk
