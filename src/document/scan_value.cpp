#include "diagnostic/utf8.hpp"
#include "document/scanner.hpp"

namespace pricetalk::document {

void Scanner::value(Where where, std::size_t depth) {
  if (at_end()) return;
  const char c = text_[at_];
  if (c == '"' || c == '\'') {
    string(where);
  } else if (c == '[' || c == '{') {
    if (depth + 1 > deepest) return skip_brackets();
    c == '[' ? list(depth + 1) : braces(depth + 1);
  } else {
    bare(where);
  }
}

void Scanner::skip_brackets() {
  const std::size_t begin = at_;
  std::size_t open = 0;
  for (; !at_end(); ++at_) {
    const char c = text_[at_];
    if (c == '"' || c == '\'') {
      const auto end = end_of_quoted(at_);
      if (end) at_ = *end - 1;
    } else if (c == '[' || c == '{') {
      ++open;
    } else if ((c == ']' || c == '}') && --open == 0) {
      ++at_;
      break;
    }
  }
  too_deep(deepest + 1, range(begin, begin + 1));
  break_value(range(begin, at_));
}

void Scanner::string(Where where) {
  const std::size_t begin = at_;
  const char quote = text_[at_];
  const std::string three(3, quote);
  if (text_.compare(at_, 3, three) == 0) return long_string(three);
  if (const auto end = end_of_quoted(at_)) {
    at_ = *end;
    return;
  }
  std::size_t end = end_of_line(begin);
  // “ typed at one end only: "4%”
  for (std::size_t i = begin + 1; i < end; i += utf8::length(text_, i)) {
    const std::size_t curly = curly_quote(text_, i);
    if (curly == 0) continue;
    const Range whole = range(begin, i + curly);
    report(
        "T0107", whole,
        {"curly quotes instead of straight ones", "gekrulde aanhalingstekens in plaats van rechte"},
        write(quoted(view(range(begin + 1, i)))));
    break_value(whole);
    at_ = whole.end;
    return;
  }
  while (end > begin + 1 && (is_blank(text_[end - 1]) ||
                             (where != Where::statement &&
                              std::string_view("]},").find(text_[end - 1]) != std::string::npos))) {
    --end;
  }
  const Range whole = range(begin, end);
  report("T0112", whole, {"this text is not closed", "deze tekst is niet gesloten"},
         {std::string("put a ") + quote + " at its end",
          std::string("zet een ") + quote + " aan het eind"});
  break_value(whole);
  at_ = end;
}

void Scanner::long_string(const std::string& quotes) {
  const std::size_t begin = at_;
  std::size_t i = begin + 3;
  while (i < text_.size()) {
    if (quotes[0] == '"' && text_[i] == '\\') {
      i += 2;
      continue;
    }
    if (text_.compare(i, 3, quotes) == 0) {
      i += 3;
      for (int more = 0; more < 2 && i < text_.size() && text_[i] == quotes[0]; ++more) ++i;
      at_ = i;
      return;
    }
    ++i;
  }
  report("T0112", range(begin, begin + 3),
         {"this text is not closed", "deze tekst is niet gesloten"},
         {"put " + quotes + " at its end", "zet " + quotes + " aan het eind"});
  break_value(range(begin, text_.size()));
  out_.incomplete = true;
  at_ = text_.size();
}

bool Scanner::new_statement_here() const {
  std::size_t i = at_;
  const std::size_t line = end_of_line(i);
  if (text_[i] == '[') {
    while (i < line && text_[i] == '[') ++i;
    const std::size_t name = i;
    while (i < line && (is_bare(text_[i]) || text_[i] == '.')) ++i;
    const std::string_view word = std::string_view(text_).substr(name, i - name);
    if (word.empty() || is_digit(word[0]) || word[0] == '-' || word == "true" || word == "false" ||
        word == "inf" || word == "nan" || i == line || text_[i] != ']') {
      return false;
    }
    while (i < line && text_[i] == ']') ++i;
    while (i < line && is_blank(text_[i])) ++i;
    return i == line || text_[i] == '#';
  }
  const std::size_t key = i;
  while (i < line && (is_bare(text_[i]) || text_[i] == '.')) ++i;
  if (i == key) return false;
  while (i < line && is_blank(text_[i])) ++i;
  return i < line && text_[i] == '=';
}

void Scanner::not_closed(std::size_t open, std::size_t end, Phrase title, Phrase hint) {
  if (!unclosed_) report("T0113", range(open, open + 1), std::move(title), std::move(hint));
  unclosed_ = true;
  at_ = end;
}

void Scanner::list(std::size_t depth) {
  const std::size_t open = at_++;
  std::size_t line = open;  // the last line end inside
  const Phrase title{"this list is not closed", "deze lijst is niet gesloten"};
  const Phrase hint{"put a ] at its end", "zet een ] aan het eind"};
  while (!unclosed_ && !out_.given_up) {
    bool fresh = false;
    for (skip_blanks(); !at_end(); skip_blanks()) {
      if (text_[at_] == '#') {
        at_ = end_of_line(at_);
      } else if (text_[at_] == '\n' || text_[at_] == '\r') {
        if (text_[at_] == '\n' && !fresh) line = at_;
        fresh = true;
        ++at_;
      } else {
        break;
      }
    }
    if (at_end()) return not_closed(open, std::max(end_of_words(open), open + 1), title, hint);
    if (is(']')) {
      ++at_;
      return;
    }
    if (is(',')) {
      ++at_;
      continue;
    }
    if (fresh && new_statement_here()) {
      if (text_[line - 1] == '\r') --line;
      return not_closed(open, line, title, hint);
    }
    if (is('}')) return not_closed(open, at_, title, hint);
    value(Where::list, depth);
  }
}

void Scanner::braces(std::size_t depth) {
  const std::size_t open = at_++;
  while (!unclosed_ && !out_.given_up) {
    skip_blanks();
    if (line_ends_here()) return open_braces(open);
    if (is('}')) {
      ++at_;
      return;
    }
    if (is(',')) {
      ++at_;
      continue;
    }
    const std::size_t begin = at_;
    straighten_key(find("=,}#", at_, end_of_line(at_)));
    if (!path() || !is('=')) {
      // Only the parser can say what this is.
      at_ = begin;
      while (!line_ends_here() && !is(',') && !is('}')) {
        if (is('"') || is('\'')) {
          const auto end = end_of_quoted(at_);
          at_ = end ? *end : end_of_line(at_);
        } else {
          ++at_;
        }
      }
      continue;
    }
    if (too_deep(path_.size() + depth, range(begin, at_))) {
      unclosed_ = true;
      skip_to_line_end();
      return;
    }
    ++at_;
    skip_blanks();
    if (line_ends_here() || is(',') || is('}')) continue;
    value(Where::braces, depth);
  }
}

void Scanner::open_braces(std::size_t open) {
  std::size_t end = end_of_words(open);
  std::size_t inner = 0;
  bool several_lines = false;
  for (std::size_t i = at_; i < text_.size(); ++i) {
    const char c = text_[i];
    if (c == '#') {
      i = end_of_line(i);
      if (i >= text_.size()) break;
    } else if (c == '"' || c == '\'') {
      if (const auto close = end_of_quoted(i)) i = *close - 1;
    } else if (c == '{') {
      ++inner;
    } else if (c == '}') {
      if (inner == 0) {
        end = i + 1;
        several_lines = true;
        break;
      }
      --inner;
    } else if (c == '[' && i > 0 && text_[i - 1] == '\n') {
      break;
    }
  }
  end = std::max(end, open + 1);
  if (several_lines) {
    not_closed(open, end,
               {"braces open and close on one line", "accolades openen en sluiten op één regel"},
               {"write everything on one line, or give it a heading of its own",
                "schrijf alles op één regel, of geef het een eigen kopje"});
  } else {
    not_closed(open, end, {"these braces are not closed", "deze accolades zijn niet gesloten"},
               {"put a } at the end", "zet een } aan het eind"});
  }
}

}  // namespace pricetalk::document
