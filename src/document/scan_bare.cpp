#include "diagnostic/utf8.hpp"
#include "document/scanner.hpp"

namespace pricetalk::document {

bool Scanner::comma_separates(std::size_t at) const {
  std::size_t i = at + 1;
  const std::size_t line = end_of_line(i);
  while (i < line && is_blank(text_[i])) ++i;
  if (i == line || text_[i] == '}' || text_[i] == '"' || text_[i] == '\'' || text_[i] == '#' ||
      curly_quote(text_, i) != 0) {
    return true;
  }
  while (i < line && text_[i] != ',' && text_[i] != '}' && text_[i] != '"' && text_[i] != '#') {
    if (text_[i] == '=') return true;
    ++i;
  }
  return false;
}

std::size_t Scanner::end_of_bare(Where where) const {
  const std::size_t line = end_of_line(at_);
  if (curly_quote(text_, at_) != 0) {
    // Up to the closing curly quote that stands before a separator.
    for (std::size_t i = at_ + curly_quote(text_, at_); i < line; i += utf8::length(text_, i)) {
      const std::size_t curly = curly_quote(text_, i) != 0 ? curly_quote(text_, i)
                                : text_[i] == '"'          ? 1
                                                           : 0;
      if (curly == 0) continue;
      std::size_t next = i + curly;
      while (next < line && is_blank(text_[next])) ++next;
      const bool closes = next == line || text_[next] == '#' ||
                          (where != Where::statement &&
                           (text_[next] == ',' || text_[next] == ']' || text_[next] == '}'));
      if (closes) return i + curly;
    }
  }
  std::size_t end = at_;
  for (; end < line; ++end) {
    const char c = text_[end];
    if (c == '#') break;
    if (where == Where::list && (c == ',' || c == ']')) break;
    if (where == Where::braces && (c == '}' || (c == ',' && comma_separates(end)))) break;
  }
  return end;
}

void Scanner::bare(Where where) {
  const std::size_t begin = at_;
  const std::size_t stop = std::max(end_of_bare(where), begin + 1);
  std::size_t end = stop;
  std::size_t blanks = stop;  // where unusual blanks at the end begin
  for (bool more = true; more;) {
    more = false;
    while (end > begin + 1 && is_blank(text_[end - 1])) --end;
    for (const std::size_t length : {std::size_t{2}, std::size_t{3}}) {
      if (end > begin + length && unusual_blank(text_, end - length) == length) {
        end -= length;
        blanks = end;
        more = true;
      }
    }
  }
  at_ = stop;
  Range token = range(begin, end);
  if (is_everyday_number(view(token))) {
    if (blanks < stop) unusual(range(blanks, stop));
    if (view(token).find('.') != std::string_view::npos) out_.numbers.push_back(token);
    return;
  }
  std::optional<Mistake> mistake = look_at(view(token));
  if (where == Where::list) mistake = in_list(token, std::move(mistake));
  if (where == Where::statement && mistake && mistake->code == "T0106") {
    if (const std::size_t first = two_on_a_line(token); first != 0) {
      at_ = begin + first;
      return;
    }
  }
  if (mistake) {
    report(mistake->code, token, std::move(mistake->title), std::move(mistake->hint));
    break_value(range(begin, stop == end ? end : std::max(end, blanks)));
    if (blanks < stop) mask_blank(text_, range(blanks, stop));
  } else if (blanks < stop) {
    unusual(range(blanks, stop));
  }
}

std::optional<Mistake> Scanner::in_list(Range& token, std::optional<Mistake> mistake) {
  const std::size_t begin = token.begin;
  std::size_t digits = begin;
  if (begin > 1 && text_[begin - 1] == ',') {
    digits = begin - 1;
    while (digits > 0 && is_digit(text_[digits - 1])) --digits;
    if (digits == begin - 1) return mistake;
  }
  if (digits == begin) return mistake;
  const bool zero = mistake && mistake->code == "T0116" && starts_with_needless_zero(view(token));
  const bool percent = mistake && mistake->code == "T0103" && is_digit(text_[begin]) &&
                       view(token).find_first_of(".,") == std::string_view::npos;
  if (!zero && !percent) return mistake;
  token.begin = narrow(digits);
  return look_at(view(token));
}

std::size_t Scanner::two_on_a_line(Range token) const {
  const std::string_view words = view(token);
  const std::size_t blank = words.find_first_of(" \t");
  if (blank == std::string_view::npos || look_at(words.substr(0, blank))) return 0;
  std::size_t i = blank;
  while (i < words.size() && is_blank(words[i])) ++i;
  const std::size_t key = i;
  while (i < words.size() && is_bare(words[i])) ++i;
  if (i == key) return 0;
  while (i < words.size() && is_blank(words[i])) ++i;
  return i < words.size() && words[i] == '=' ? blank : 0;
}

}  // namespace pricetalk::document
