#pragma once

#include <cctype>
#include <cstddef>
#include <map>
#include <regex>
#include <string>
#include <utility>
#include <vector>

#include "sources.hpp"

namespace pricetalk {

/// Something that a header offers to whoever includes it: a type, a member, a value of an enum, a
/// function.
struct Declaration {
  std::string text;        ///< on one line, without its body
  std::size_t line = 0;    ///< from 1, where it begins
  bool explained = false;  ///< a comment says what it is
};

/// Reads the declarations of one header, as clang-format leaves it.
///
/// A declaration is explained by a `///` comment directly above it or a `///<` comment beside it;
/// by the comment of the overload above it; or by a comment that says for how many it speaks:
/// "These three: ..." explains the declaration that it belongs to and the next two. Values on one
/// line with the head of their enum are explained by the comment of the enum. Several names in one
/// declaration are not explained. What explains itself is left out: what is defaulted or deleted,
/// comparisons, forward declarations, and friends that stand elsewhere.
class HeaderReader {
 public:
  explicit HeaderReader(const std::string& text) : code_(code_only(text)) {
    std::istringstream lines(text);
    for (std::string line; std::getline(lines, line);) lines_.push_back(line);
    std::istringstream bare(code_);
    std::string kept;
    for (std::string line; std::getline(bare, line);)
      kept += (line.starts_with("#") ? std::string() : line) + "\n";
    code_ = kept;
  }

  std::vector<Declaration> read() {
    scope(Kind::space, "");
    return std::move(found_);
  }

 private:
  enum class Kind { space, type, values };

  /// What a scope remembers of its last declaration.
  struct Before {
    std::string name;
    bool explained = false;
    int speaks_for = 0;  ///< how many more the comment explains
  };

  char now() const { return code_[at_]; }
  bool done() const { return at_ >= code_.size(); }
  void step() {
    if (now() == '\n') ++line_;
    ++at_;
  }
  void skip_blanks() {
    while (!done() && std::isspace(static_cast<unsigned char>(now())) != 0) step();
  }
  /// Past the bracket that closes the one that stands here.
  void skip_brackets() {
    int depth = 0;
    do {
      if (now() == '{' || now() == '(') ++depth;
      if (now() == '}' || now() == ')') --depth;
      step();
    } while (!done() && depth > 0);
  }

  static bool has(const std::string& text, const char* pattern) {
    return std::regex_search(text, std::regex(pattern));
  }

  void scope(Kind kind, const std::string& type) {
    bool open = !has(type, R"(^(template <.*> )?class\b)");
    Before before;
    for (skip_blanks(); !done() && now() != '}'; skip_blanks()) declaration(kind, open, before);
    if (!done()) step();
  }

  /// One declaration, and what stands between its braces.
  void declaration(Kind kind, bool& open, Before& before) {
    const std::size_t first = line_;
    std::string text;
    while (!done()) {
      const char sign = now();
      if (sign == '}' || sign == ';' || (sign == ',' && kind == Kind::values)) break;
      if (sign == ':' && (text == "public" || text == "private")) {
        open = text == "public";
        step();
        return;
      }
      if (sign == '(') {
        const std::size_t from = at_;
        skip_brackets();
        text += code_.substr(from, at_ - from);
        continue;
      }
      if (sign == '{') {
        if (has(text, R"(^\s*(inline )?namespace\b)")) {
          step();
          scope(Kind::space, "");
          return;
        }
        const bool values = has(text, R"(^enum\b)");
        if (values || has(text, R"(^(template <.*> )?(struct|class)\b)")) {
          add(text, first, line_, open, before);
          step();
          const std::vector<Declaration> kept = open ? std::vector<Declaration>() : found_;
          const std::size_t head = head_;
          head_ = first;
          scope(values ? Kind::values : Kind::type, text);
          head_ = head;
          if (!open) found_ = kept;
          skip_blanks();
          if (!done() && now() == ';') step();
          return;
        }
        const std::string head = text.substr(0, text.find('('));
        const bool function =
            head.size() < text.size() &&
            (head.find("operator") != std::string::npos || head.find('=') == std::string::npos);
        skip_brackets();
        const std::size_t last = line_;
        skip_blanks();
        if (function && now() != '{' && now() != ',' && now() != ';') {
          add(text, first, last, open, before);
          return;
        }
        continue;
      }
      text += sign == '\n' ? ' ' : sign;
      step();
    }
    const bool named_beside_head = kind == Kind::values && first == head_;
    if (!text.empty() && !named_beside_head) add(text, first, line_, open, before);
    if (!done() && now() != '}') step();
  }

  void add(const std::string& text, std::size_t first, std::size_t last, bool open,
           Before& before) {
    static const std::regex silent(
        R"(^(struct|class) \w+$|^friend (?!.*operator)|= (default|delete)$|operator(==|<=>)|^~|\(\w+&&\))");
    if (!open || std::regex_search(text, silent)) return;
    std::string comment = comment_of(first, last);
    std::smatch match;
    static const std::regex function(R"(([\w~]+|operator\S+)\s*\()");
    const std::string name = std::regex_search(text, match, function) ? match[1].str() : "";
    bool explained = !comment.empty();
    int speaks_for = 0;
    if (explained) {
      static const std::regex count(
          R"(\b[Tt]hese (two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b)");
      static const std::map<std::string, int> counts{
          {"two", 2},   {"three", 3}, {"four", 4}, {"five", 5},    {"six", 6},    {"seven", 7},
          {"eight", 8}, {"nine", 9},  {"ten", 10}, {"eleven", 11}, {"twelve", 12}};
      if (std::regex_search(comment, match, count)) speaks_for = counts.at(match[1]) - 1;
    } else if (before.speaks_for > 0) {
      explained = true;
      speaks_for = before.speaks_for - 1;
    } else {
      explained = before.explained && !name.empty() && name == before.name;
    }
    explained = explained && !names_several(text);
    before = {name, explained, speaks_for};
    found_.push_back({text, first, explained});
  }

  /// "int from, to": one comment cannot tell them apart.
  static bool names_several(std::string text) {
    if (has(text, R"(^(template|enum|struct|class|using)\b)")) return false;
    text = text.substr(0, text.find_first_of("=({"));
    const std::regex innermost("<[^<>]*>");
    while (std::regex_search(text, innermost)) text = std::regex_replace(text, innermost, "");
    return text.find(',') != std::string::npos;
  }

  /// The words of the comment above the lines and of those beside them.
  std::string comment_of(std::size_t first, std::size_t last) const {
    const auto begins = [this](std::size_t line, const char* sign) {
      const std::string& text = lines_[line - 1];
      const auto start = text.find_first_not_of(' ');
      return start != std::string::npos && text.compare(start, 3, "///") == 0 &&
             (text.compare(start, 4, "///<") == 0) == (std::string_view(sign) == "///<");
    };
    std::string words;
    for (std::size_t line = first - 1; line > 0 && begins(line, "///"); --line)
      words = lines_[line - 1].substr(lines_[line - 1].find("///") + 3) + words;
    for (std::size_t line = first; line <= last || (line <= lines_.size() && begins(line, "///<"));
         ++line) {
      const auto beside = lines_[line - 1].find("///<");
      if (beside != std::string::npos) words += lines_[line - 1].substr(beside + 4);
    }
    return words.find_first_not_of(" /") == std::string::npos ? "" : words;
  }

  std::vector<std::string> lines_;
  std::string code_;
  std::size_t at_ = 0;
  std::size_t line_ = 1;
  std::size_t head_ = 0;  ///< the line on which the enum begins that is being read
  std::vector<Declaration> found_;
};

}  // namespace pricetalk
