#include "answer/letter_suggestion.hpp"

#include <algorithm>
#include <regex>

#include "register/written_values.hpp"
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

/// What stands in the same sentence before a place: of the line, and of the line above it.
std::string sentence_before(const std::string& above, const std::string& line, std::size_t at) {
  constexpr std::size_t far_enough = 120;
  std::string made = above + " " + line.substr(0, at);
  if (made.size() > far_enough) made.erase(0, made.size() - far_enough);
  const std::size_t stop = made.find_last_of(".!?;:");
  const bool ends_there = stop != std::string::npos && stop + 1 < made.size() &&
                          made[stop + 1] == ' ' && made[stop] != ':';
  return ends_there ? made.substr(stop + 1) : made;
}

/// Whether the words nearest to a percentage say that prices fall.
bool says_fall(const std::string& before, const std::string& behind) {
  static const std::regex word(
      R"((daal|dalen|daling|verla[ag]|omlaag|lager|decreas|reduc|lower|fall|drop)|)"
      R"((stijg|steeg|stegen|verho[og]|omhoog|hoger|toename|indexeren|increas|rais|rise|rising|higher))",
      std::regex::icase);
  static const std::regex adjective(
      R"(^ ?(lager|daling|verlaging|omlaag|lower|decrease|reduction))", std::regex::icase);
  if (std::regex_search(behind, adjective)) return true;
  bool falls = false;
  for (std::sregex_iterator each(before.begin(), before.end(), word), end; each != end; ++each)
    falls = (*each)[1].matched;
  return falls;
}

/// "1,5 %-punt" is no change of a price.
bool is_of_points(const std::string& behind) {
  static const std::regex word(R"(^[ -]?(punt|point))", std::regex::icase);
  return std::regex_search(behind, word);
}

/// A percentage as it stands, below zero where the sign or the words before it say so.
std::optional<Percent> signed_change(const std::smatch& found, const std::string& before,
                                     const std::string& behind) {
  auto change = written_percentage(found[2].str());
  if (!change) return std::nullopt;
  Decimal& value = change->of_hundred;
  if (found[1].matched || says_fall(before, behind))
    value = Decimal(-value.mantissa(), value.scale());
  return change;
}

void find_changes(const std::string& above, const std::string& line, LetterSuggestion& made) {
  // The sign is a hyphen, a dash or a minus, behind a blank: "3-5 %" is from three to five.
  static const std::regex form(R"((?:(?:^|[ (])(-|\xE2\x88\x92|\xE2\x80\x93) ?)?)"
                               R"((\d{1,3}(?:[.,]\d{1,4})?) ?(?:%|procent\b|percent\b|per cent\b))",
                               std::regex::icase);
  for (std::sregex_iterator each(line.begin(), line.end(), form), end; each != end; ++each) {
    const auto at = static_cast<std::size_t>(each->position());
    const std::string behind = line.substr(at + static_cast<std::size_t>(each->length()), 16);
    if (is_about_vat(just_before(line, at), behind.substr(0, 8)) || is_of_points(behind)) continue;
    const auto change = signed_change(*each, sentence_before(above, line, at), behind);
    if (!change) continue;
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
  std::string above;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    std::string line = collapsed(text.substr(0, std::min(end, longest_line)));
    find_changes(above, line, made);
    find_days(line, made);
    above = std::move(line);
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  std::stable_sort(made.days.begin(), made.days.end(),
                   [](const auto& a, const auto& b) { return a.begins && !b.begins; });
  return made;
}

}  // namespace pricetalk
