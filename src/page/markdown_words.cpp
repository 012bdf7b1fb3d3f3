#include "page/markdown_words.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <string_view>

namespace pricetalk {

namespace {

bool alphanumeric(char c) { return std::isalnum(static_cast<unsigned char>(c)) != 0; }
bool digit(char c) { return std::isdigit(static_cast<unsigned char>(c)) != 0; }
bool punctuation(char c) { return std::ispunct(static_cast<unsigned char>(c)) != 0; }
/// A blank, or no character at all: the begin or end of a line.
bool blank(char c) { return c == ' ' || c == '\0'; }
bool ascii(char c) { return static_cast<unsigned char>(c) < 0x80; }

constexpr std::array<std::string_view, 6> wide_blanks = {"\u00a0", "\u1680", "\u202f",
                                                         "\u205f", "\u3000", "\u2000"};

/// A blank that is no ASCII stands here: emphasis cannot begin or end beside it.
bool begins_with_wide_blank(std::string_view text) {
  if (text.size() > 2 && text.starts_with("\xE2\x80") &&
      static_cast<unsigned char>(text[2]) <= 0x8A)
    return true;
  return std::any_of(wide_blanks.begin(), wide_blanks.end(),
                     [&](std::string_view each) { return text.starts_with(each); });
}

bool ends_with_wide_blank(std::string_view text) {
  return (text.size() > 1 && begins_with_wide_blank(text.substr(text.size() - 2))) ||
         (text.size() > 2 && begins_with_wide_blank(text.substr(text.size() - 3)));
}

/// "&amp;", "&#39;": a reference to a character begins here.
bool names_a_character(std::string_view text) {
  std::size_t at = 1;
  if (at < text.size() && text[at] == '#') ++at;
  const std::size_t from = at;
  while (at < text.size() && alphanumeric(text[at])) ++at;
  return at > from && at < text.size() && text[at] == ';';
}

/// "12. " or "12)" at the begin of a line is the number of an item.
bool numbers_an_item(std::string_view line, std::size_t at) {
  if (at == 0 || (line[at] != '.' && line[at] != ')')) return false;
  if (!std::all_of(line.begin(), line.begin() + static_cast<std::ptrdiff_t>(at), digit))
    return false;
  return at + 1 == line.size() || line[at + 1] == ' ';
}

class MarkdownLine {
 public:
  MarkdownLine(const Words& words, MarkdownPlace place) : words_(words), place_(place) {
    for (const Words::Run& run : words.runs()) {
      all_ += run.text;
      strong_ = strong_ || run.kind == Words::Run::Kind::strong;
      code_ = code_ || run.kind == Words::Run::Kind::code;
      link_ = link_ || run.kind == Words::Run::Kind::link || run.kind == Words::Run::Kind::file;
      broken_ = broken_ || run.kind == Words::Run::Kind::line_break;
    }
  }

  std::string text() {
    for (at_ = 0; at_ < words_.runs().size(); ++at_) {
      const Words::Run& run = words_.runs()[at_];
      switch (run.kind) {
        case Words::Run::Kind::plain:
          plain(run.text, next_sign());
          break;
        case Words::Run::Kind::strong:
          strong(run.text);
          break;
        case Words::Run::Kind::code:
          code(run.text);
          break;
        case Words::Run::Kind::link:
        case Words::Run::Kind::file:
          link(run);
          break;
        case Words::Run::Kind::line_break:
          line_break();
          break;
      }
    }
    while (out_.ends_with(' ')) out_.pop_back();
    return std::move(out_);
  }

 private:
  std::ptrdiff_t count(char sign) const { return std::count(all_.begin(), all_.end(), sign); }

  /// The first sign that follows the run at hand, as the reader of Markdown sees it; none at the
  /// end of a line.
  char next_sign() const {
    if (at_ + 1 == words_.runs().size()) return '\0';
    const Words::Run& next = words_.runs()[at_ + 1];
    switch (next.kind) {
      case Words::Run::Kind::plain:
        return next.text.front();
      case Words::Run::Kind::strong:
        return '*';
      case Words::Run::Kind::code:
        return '`';
      case Words::Run::Kind::link:
      case Words::Run::Kind::file:
        return '[';
      case Words::Run::Kind::line_break:
        return '\0';
    }
    return '\0';
  }
  char last_sign() const { return line_begins_ || out_.empty() ? '\0' : out_.back(); }

  void plain(const std::string& text, char after) {
    std::string_view rest = text;
    if (line_begins_)
      while (!rest.empty() && rest.front() == ' ') rest.remove_prefix(1);
    const bool begins = line_begins_;
    char before = last_sign();
    for (std::size_t i = 0; i < rest.size(); ++i) {
      const char next = i + 1 < rest.size() ? rest[i + 1] : after;
      const bool first = begins && (i == 0 || numbers_an_item(rest, i));
      if (is_layout(rest, i, before, next, first)) out_ += '\\';
      out_ += rest[i];
      before = rest[i];
      line_begins_ = false;
    }
  }

  bool is_layout(std::string_view text, std::size_t at, char before, char next, bool first) const {
    const char c = text[at];
    const std::string_view rest = text.substr(at);
    const bool line = first && place_ == MarkdownPlace::paragraph;
    switch (c) {
      case '\\':
        return next == '\0' || punctuation(next);
      case '`':
        return code_ || count(c) > 1;
      case '*':
        if (line && blank(next)) return true;
        return (strong_ || count(c) > 1) && !(blank(before) && blank(next));
      case '_':
        if (alphanumeric(before) && alphanumeric(next)) return false;
        return count(c) > 1;
      case '[':
        return first || next == '^' || link_ || all_.find("](") != std::string::npos;
      case ']':
        return link_;
      case '!':
        return next == '[';
      case '<':
        return std::isalpha(static_cast<unsigned char>(next)) != 0 || next == '/' || next == '!' ||
               next == '?' || (!blank(next) && all_.find('>') != std::string::npos);
      case '&':
        return names_a_character(rest);
      case '|':
        return place_ == MarkdownPlace::cell || broken_;
      case '~':
      case '$':
        return count(c) > 1;
      case '#':
        return line || (place_ == MarkdownPlace::heading &&
                        rest.find_first_not_of("# ") == std::string_view::npos);
      case '>':
      case '=':
        return line;
      case '+':
      case '-':
        return line && (blank(next) || next == c);
      case '.':
      case ')':
        return line && at > 0;
      default:
        return false;
    }
  }

  void strong(const std::string& text) {
    const char before = last_sign();
    const char after = next_sign();
    const auto open_to = [](char c) {
      return blank(c) || (ascii(c) && punctuation(c) && c != '*');
    };
    const auto letter = [](char c) { return ascii(c) && alphanumeric(c); };
    const bool opens = !blank(text.front()) && !begins_with_wide_blank(text) &&
                       (letter(text.front()) ? before != '*' : open_to(before));
    const bool closes = !blank(text.back()) && !ends_with_wide_blank(text) &&
                        (letter(text.back()) ? after != '*' : open_to(after));
    const bool marks = opens && closes;
    out_ += marks ? "**" : "<strong>";
    line_begins_ = false;
    plain(text, marks ? '*' : '<');
    out_ += marks ? "**" : "</strong>";
  }

  void code(const std::string& text) {
    const bool inside_table = place_ == MarkdownPlace::cell && text.find('|') != std::string::npos;
    if (inside_table || text.find_first_not_of(' ') == std::string::npos)
      return plain(text, next_sign());
    std::size_t longest = 0;
    for (std::size_t i = 0, run = 0; i < text.size(); ++i) {
      run = text[i] == '`' ? run + 1 : 0;
      longest = std::max(longest, run);
    }
    const std::string fence(longest + 1, '`');
    const auto apart = [](char c) { return c == ' ' || c == '`'; };
    const std::string gap = apart(text.front()) || apart(text.back()) ? " " : "";
    out_ += fence + gap + text + gap + fence;
    line_begins_ = false;
  }

  void link(const Words::Run& run) {
    out_ += '[';
    line_begins_ = false;
    plain(run.text, ']');
    out_ += (run.kind == Words::Run::Kind::file ? "](" : "](#") + run.anchor + ")";
  }

  void line_break() {
    while (out_.ends_with(' ')) out_.pop_back();
    out_ += place_ == MarkdownPlace::paragraph ? "  \n" : "<br>";
    line_begins_ = place_ == MarkdownPlace::paragraph;
  }

  const Words& words_;
  MarkdownPlace place_;
  std::string all_;
  bool strong_ = false;
  bool code_ = false;
  bool link_ = false;
  bool broken_ = false;
  std::size_t at_ = 0;
  bool line_begins_ = true;
  std::string out_;
};

}  // namespace

std::string markdown_words(const Words& words, MarkdownPlace place) {
  return MarkdownLine(words, place).text();
}

}  // namespace pricetalk
