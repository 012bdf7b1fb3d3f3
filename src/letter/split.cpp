#include <algorithm>
#include <cctype>

#include "document/time_words.hpp"
#include "document/words.hpp"
#include "letter/tone.hpp"

namespace pricetalk {

namespace {

bool blank(char sign) { return sign == ' ' || sign == '\t' || sign == '\r'; }

std::string_view without_ends(std::string_view text) {
  while (!text.empty() && blank(text.front())) text.remove_prefix(1);
  while (!text.empty() && (blank(text.back()) || text.back() == '\\')) text.remove_suffix(1);
  return text;
}

/// The line without what Markdown puts in front of headings, list items and quotations.
std::string_view without_mark(std::string_view line) {
  if (line.starts_with("- ") || line.starts_with("* ") || line.starts_with("> "))
    return without_ends(line.substr(2));
  std::size_t hashes = 0;
  while (hashes < line.size() && line[hashes] == '#') ++hashes;
  if (hashes > 0 && hashes < line.size() && line[hashes] == ' ')
    return without_ends(line.substr(hashes));
  return line;
}

/// A new sentence begins here: a capital letter (also an accented one), a quotation or emphasis.
bool begins_sentence(std::string_view rest) {
  if (rest.empty()) return true;
  const auto first = static_cast<unsigned char>(rest.front());
  if (first == '"' || first == '*' || first == '(' || first == '\'')
    return rest.size() > 1 && begins_sentence(rest.substr(1));
  // U+00C0 to U+00DE are capitals; U+2018 and U+201C open a quotation
  if (first == 0xC3 && rest.size() > 1) return static_cast<unsigned char>(rest[1]) < 0x9F;
  if (rest.starts_with("\u2018") || rest.starts_with("\u201C")) return true;
  return std::isupper(first) != 0;
}

/// "22. Oktober", also as Markdown has it at the begin of a line: a German day.
bool stands_in_a_day(std::string_view text, std::size_t at) {
  std::size_t begin = at > 0 && text[at - 1] == '\\' ? at - 1 : at;
  const std::size_t end = begin;
  while (begin > 0 && document::is_digit(text[begin - 1])) --begin;
  if (begin == end || end - begin > 2) return false;
  const std::string_view behind = text.substr(std::min(at + 2, text.size()));
  for (int month = 1; month <= 12; ++month)
    if (behind.starts_with(month_word(month, Language::de))) return true;
  return false;
}

/// "t.a.v.", "J.", "L.S.": a full stop behind a single letter ends no sentence.
bool ends_sentence(std::string_view text, std::size_t at) {
  if (text[at] != '.') return true;
  if (stands_in_a_day(text, at)) return false;
  if (at == 0 || std::isalpha(static_cast<unsigned char>(text[at - 1])) == 0) return true;
  const bool single = at < 2 || (std::isalpha(static_cast<unsigned char>(text[at - 2])) == 0 &&
                                 static_cast<unsigned char>(text[at - 2]) < 0x80);
  return !single;
}

class Splitter {
 public:
  std::vector<Sentence> run(std::string_view text) {
    for (std::uint32_t number = 1; !text.empty(); ++number) {
      const std::size_t end = std::min(text.find('\n'), text.size());
      line(text.substr(0, end), number);
      text.remove_prefix(std::min(end + 1, text.size()));
    }
    flush();
    return std::move(made_);
  }

 private:
  void line(std::string_view whole, std::uint32_t number) {
    const bool broken = whole.ends_with("  ") || whole.ends_with("\\");
    const std::string_view text = without_ends(whole);
    if (text.empty()) return flush();
    if (text.front() == '|') return table_row(text, number);
    const std::string_view inside = without_mark(text);
    if (inside.size() != text.size()) flush();
    if (collected_.empty()) line_ = number;
    collected_ += (collected_.empty() ? "" : " ") + std::string(inside);
    if (broken || text.front() == '#') flush();
  }

  void table_row(std::string_view row, std::uint32_t number) {
    flush();
    if (row.find_first_not_of("|-: ") == std::string_view::npos) return;
    row.remove_prefix(1);
    while (!row.empty()) {
      const std::size_t end = std::min(row.find('|'), row.size());
      line_ = number;
      collected_ = std::string(without_ends(row.substr(0, end)));
      flush();
      row.remove_prefix(std::min(end + 1, row.size()));
    }
  }

  /// The paragraph that was collected, cut into sentences.
  void flush() {
    std::string_view rest = collected_;
    std::size_t at = 0;
    while (at < rest.size()) {
      const bool stop = rest[at] == '.' || rest[at] == '?' || rest[at] == '!';
      std::size_t after = at + 1;
      while (after < rest.size() &&
             (rest[after] == '"' || rest[after] == ')' || rest[after] == '*'))
        ++after;
      if (stop && after < rest.size() && rest[after] == ' ' && ends_sentence(rest, at) &&
          begins_sentence(rest.substr(after + 1))) {
        keep(rest.substr(0, after));
        rest.remove_prefix(after + 1);
        at = 0;
        continue;
      }
      ++at;
    }
    keep(rest);
    collected_.clear();
  }

  void keep(std::string_view sentence) {
    if (!without_ends(sentence).empty())
      made_.push_back({std::string(without_ends(sentence)), line_});
  }

  std::vector<Sentence> made_;
  std::string collected_;
  std::uint32_t line_ = 0;
};

}  // namespace

std::vector<Sentence> sentences(std::string_view text) { return Splitter().run(text); }

}  // namespace pricetalk
