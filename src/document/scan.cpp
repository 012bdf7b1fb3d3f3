#include "document/scan.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <utility>

#include "diagnostic/utf8.hpp"
#include "document/token.hpp"

namespace pricetalk::document {
namespace {

enum class Where : std::uint8_t { statement, list, braces };

bool is_bare(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
         c == '-';
}
bool is_blank(char c) { return c == ' ' || c == '\t'; }
bool is_digit(char c) { return c >= '0' && c <= '9'; }

std::string joined(const std::vector<std::string>& path, char mark) {
  std::string text;
  for (const std::string& part : path) {
    if (!text.empty()) text += mark;
    text += part;
  }
  return text;
}
constexpr char inner_mark = '\x1F';  // stands in no key: control characters are filtered out

/// A name made of letters, digits and one kind of joint out of whatever was typed.
std::string mended_name(std::string_view text, char joint) {
  std::string name;
  for (const char c : text) {
    if (is_bare(c)) {
      name += c;
    } else if (!name.empty() && name.back() != joint) {
      name += joint;
    }
  }
  while (!name.empty() && name.back() == joint) name.pop_back();
  return name;
}

class Scanner {
 public:
  Scanner(const SourceText& source, std::string text, Diagnostics& diagnostics)
      : source_(source), text_(std::move(text)), diagnostics_(diagnostics) {}

  Scan run() {
    while (!out_.given_up) {
      skip_blanks();
      if (at_end()) break;
      const char c = text_[at_];
      if (c == '\n' || c == '\r') {
        ++at_;
      } else if (c == '#') {
        at_ = end_of_line(at_);
      } else {
        reported_ = false;
        c == '[' ? heading() : pair();
        rest_of_line();
      }
    }
    out_.text = std::move(text_);
    for (Renamed& one : out_.renamed) rename_heading(out_, one);
    return std::move(out_);
  }

 private:
  // ---- reporting and masking --------------------------------------------------------------------

  Span span(Range range) const { return {&source_, range.begin, range.end}; }

  void report(std::string_view code, Range range, Phrase title, Phrase hint = {},
              std::vector<Diagnostic::Context> context = {}) {
    reported_ = true;
    if (out_.given_up) return;
    diagnostics_.add({Severity::error,
                      std::string(code),
                      span(range),
                      std::move(title),
                      std::move(hint),
                      std::move(context),
                      {}});
    if (++count_ < most_mistakes) return;
    out_.given_up = true;
    diagnostics_.error("T0126", span(range),
                       {"too many mistakes; the rest of the file was not looked at",
                        "te veel fouten; de rest van het bestand is niet bekeken"},
                       {"mend these first", "verbeter eerst deze"});
  }

  void break_value(Range range) {
    mask_value(text_, range);
    out_.broken.push_back(range);
  }

  // ---- places -----------------------------------------------------------------------------------

  bool at_end() const { return at_ >= text_.size(); }
  bool is(char c) const { return !at_end() && text_[at_] == c; }
  std::string_view view(Range range) const {
    return std::string_view(text_).substr(range.begin, range.end - range.begin);
  }
  static std::uint32_t narrow(std::size_t offset) { return static_cast<std::uint32_t>(offset); }
  static Range range(std::size_t begin, std::size_t end) { return {narrow(begin), narrow(end)}; }

  /// The line end behind `from`, before a carriage return.
  std::size_t end_of_line(std::size_t from) const {
    if (from < line_from_ || from > line_to_) {
      line_from_ = from;
      line_to_ = std::min(text_.find('\n', from), text_.size());
      if (line_to_ > from && text_[line_to_ - 1] == '\r') --line_to_;
    }
    return line_to_;
  }
  /// The first of these characters before `end`, or `end`.
  std::size_t find(std::string_view characters, std::size_t from, std::size_t end) const {
    const std::string_view piece = std::string_view(text_).substr(from, end - from);
    return from + std::min(piece.find_first_of(characters), piece.size());
  }
  /// Before the comment or the line end, without blanks.
  std::size_t end_of_words(std::size_t from) const {
    std::size_t end = find("#", from, end_of_line(from));
    while (end > from && is_blank(text_[end - 1])) --end;
    return end;
  }
  bool line_ends_here() const {
    return at_end() || text_[at_] == '\n' || text_[at_] == '\r' || text_[at_] == '#';
  }

  void skip_blanks() {
    while (!at_end()) {
      if (is_blank(text_[at_])) {
        ++at_;
        continue;
      }
      std::size_t end = at_;
      while (const std::size_t length = unusual_blank(text_, end)) end += length;
      if (end == at_) return;
      unusual(range(at_, end));
      at_ = end;
    }
  }

  void unusual(Range where) {
    report("T0119", where,
           {"this blank is not an ordinary space", "deze spatie is geen gewone spatie"},
           {"type a space here; it was probably copied from a text document",
            "typ hier een spatie; deze komt waarschijnlijk uit een tekstdocument"});
    mask_blank(text_, where);
  }

  // ---- keys -------------------------------------------------------------------------------------

  /// A quoted key that closes on this line; its end, or nothing.
  std::optional<std::size_t> end_of_quoted(std::size_t from) const {
    const char quote = text_[from];
    const std::size_t line = end_of_line(from);
    for (std::size_t i = from + 1; i < line; ++i) {
      if (quote == '"' && text_[i] == '\\') {
        ++i;
      } else if (text_[i] == quote) {
        return i + 1;
      }
    }
    return std::nullopt;
  }

  /// `a.b."c d"`; stands behind it afterwards. Nothing when this is not a key.
  std::optional<std::vector<std::string>> path() {
    std::vector<std::string> parts;
    while (true) {
      skip_blanks();
      if (at_end()) return std::nullopt;
      const std::size_t begin = at_;
      if (text_[at_] == '"' || text_[at_] == '\'') {
        const auto end = end_of_quoted(at_);
        if (!end) return std::nullopt;
        parts.push_back(text_.substr(begin + 1, *end - begin - 2));
        at_ = *end;
      } else {
        while (!at_end() && is_bare(text_[at_])) ++at_;
        if (at_ == begin) return std::nullopt;
        parts.push_back(text_.substr(begin, at_ - begin));
      }
      skip_blanks();
      if (!is('.')) return parts;
      ++at_;
    }
  }

  /// Curly quotes around a name, before `end`: reported once and made blank.
  void straighten_key(std::size_t end) {
    std::size_t first = 0;
    std::size_t last = 0;
    for (std::size_t i = at_; i < end;) {
      const std::size_t length = utf8::length(text_, i);
      if (const std::size_t curly = curly_quote(text_, i); curly != 0) {
        if (last == 0) first = i;
        last = i + curly;
      }
      i += length;
    }
    if (last == 0) return;
    std::string name;
    for (std::size_t i = first; i < last; i += utf8::length(text_, i)) {
      if (curly_quote(text_, i) == 0) name += text_.substr(i, utf8::length(text_, i));
    }
    report(
        "T0107", range(first, last),
        {"curly quotes instead of straight ones", "gekrulde aanhalingstekens in plaats van rechte"},
        {"a name needs no quotes: " + name, "een naam heeft geen aanhalingstekens nodig: " + name});
    for (std::size_t i = first; i < last;) {
      const std::size_t curly = curly_quote(text_, i);
      if (curly != 0) mask_blank(text_, range(i, i + curly));
      i += curly != 0 ? curly : utf8::length(text_, i);
    }
  }

  bool too_deep(std::size_t parts, Range where) {
    if (parts <= deepest) return false;
    report("T0118", where,
           {"tables and lists stand inside each other too deeply",
            "tabellen en lijsten staan te diep in elkaar"},
           {"at most " + std::to_string(deepest) + " levels",
            "hoogstens " + std::to_string(deepest) + " niveaus"});
    return true;
  }

  // ---- headings ---------------------------------------------------------------------------------

  void heading() {
    const std::size_t begin = at_;
    const bool list = text_.compare(at_, 2, "[[") == 0;
    at_ += list ? 2 : 1;
    straighten_key(end_of_words(at_));
    const std::string_view closing = list ? "]]" : "]";
    const std::size_t inside = at_;
    auto parts = path();
    keys_.clear();
    if (parts && text_.compare(at_, closing.size(), closing) == 0) {
      at_ += closing.size();
      const Range whole = range(begin, at_);
      out_.statements.push_back({true, whole, {}, false});
      if (too_deep(parts->size(), whole)) {
        rename(whole, {});
        out_.incomplete = true;
      } else {
        check_repeated(whole, *parts, list);
      }
      return;
    }
    mend_heading(begin, inside, list, std::move(parts));
  }

  /// A heading that is not closed or holds other characters than a name may have.
  void mend_heading(std::size_t begin, std::size_t inside, bool list,
                    std::optional<std::vector<std::string>> parts) {
    const std::size_t words = end_of_words(begin);
    const std::size_t closing = find("]", std::min(inside, words), words);
    std::size_t end = closing;
    while (end < words && text_[end] == ']') ++end;
    const Range whole = range(begin, std::max(end, begin + 1));
    const std::string typed(view(range(inside, closing)));
    const bool only_brackets = parts && at_ >= closing;
    if (!only_brackets) {
      parts.emplace();
      for (std::size_t from = 0; from <= typed.size();) {
        const std::size_t point = std::min(typed.find('.', from), typed.size());
        std::string name = mended_name(std::string_view(typed).substr(from, point - from), '-');
        if (!name.empty()) parts->push_back(std::move(name));
        from = point + 1;
      }
    }
    const std::string mended = (list ? "[[" : "[") + joined(*parts, '.') + (list ? "]]" : "]");
    if (parts->empty()) {
      report("T0125", whole, {"a heading has no name", "een kopje heeft geen naam"},
             {"write for example [contract]", "schrijf bijvoorbeeld [contract]"});
    } else if (only_brackets) {
      report("T0113", whole, {"this heading is not closed", "dit kopje is niet gesloten"},
             write(mended));
    } else {
      report("T0125", whole,
             {"a name has letters, digits, - and _, and no blanks",
              "een naam heeft letters, cijfers, - en _, en geen spaties"},
             write(mended));
    }
    at_ = whole.end;
    out_.statements.push_back({true, whole, {}, true});
    const bool usable = !list && !parts->empty() && parts->size() <= deepest;
    if (!usable) out_.incomplete = true;
    rename(whole, usable ? *parts : std::vector<std::string>{});
    skip_to_line_end();
  }

  /// `[clause.x]` a second time; `[decision]` and `[[decision]]` both.
  void check_repeated(Range whole, const std::vector<std::string>& parts, bool list) {
    const std::string name = joined(parts, inner_mark);
    const bool inside_repeated = !repeated_.empty() && name.starts_with(repeated_ + inner_mark);
    if (!inside_repeated) repeated_.clear();
    const auto found = headings_.find(name);
    if (list) {
      // A new item starts anew: its inner headings may come again.
      const std::string inner = name + inner_mark;
      for (auto it = headings_.lower_bound(inner);
           it != headings_.end() && it->first.starts_with(inner);) {
        it = headings_.erase(it);
      }
    }
    if (found == headings_.end()) {
      headings_.emplace(name, Heading{whole, list});
      return;
    }
    if (list && found->second.list) return;
    const Range first = found->second.where;
    const std::string line = std::to_string(source_.position(first.begin).line);
    const std::string shown = joined(parts, '.');
    if (!inside_repeated) {
      repeated_ = name;
      const std::vector<Diagnostic::Context> context{
          {span(first), {"first here", "hier voor het eerst"}}};
      if (list == found->second.list) {
        Phrase hint{
            "put everything under the one in line " + line + ", or give this one another name",
            "zet alles onder dat in regel " + line + ", of geef dit een andere naam"};
        if (parts.size() == 1) {
          hint.en += "; a list has double brackets each time: [[" + shown + "]]";
          hint.nl += "; een lijst heeft elke keer dubbele haken: [[" + shown + "]]";
        }
        report("T0108", whole,
               {"the heading [" + shown + "] stands here for the second time",
                "het kopje [" + shown + "] staat hier voor de tweede keer"},
               std::move(hint), context);
      } else {
        report(
            "T0108", whole,
            {"[" + shown + "] and [[" + shown + "]] cannot stand in one file",
             "[" + shown + "] en [[" + shown + "]] kunnen niet in één bestand staan"},
            {"with several of them, write [[" + shown + "]] each time (see line " + line + ")",
             "zijn het er meer, schrijf dan elke keer [[" + shown + "]] (zie regel " + line + ")"},
            context);
      }
    }
    if (list != found->second.list) {
      out_.incomplete = true;
      rename(whole, {});
    } else {
      rename(whole, parts);
    }
  }

  void rename(Range whole, std::vector<std::string> target) {
    out_.renamed.push_back({whole, {}, std::move(target)});
  }

  // ---- keys with values -------------------------------------------------------------------------

  void pair() {
    const std::size_t begin = at_;
    const std::size_t words = end_of_words(at_);
    straighten_key(find("=", at_, words));
    const auto parts = path();
    bool lost = false;
    if (!parts || !is('=')) {
      const std::size_t equals = find("=", begin, words);
      if (equals == words) return no_pair(range(begin, words));
      strange_key(range(begin, equals));
      at_ = equals;
      lost = true;
    } else if (too_deep(parts->size(), range(begin, at_))) {
      lost = true;
    }
    ++at_;
    skip_blanks();
    if (line_ends_here()) {
      if (!lost) {
        report(
            "T0125", range(begin, words),
            {"a value is missing behind the =", "achter het = ontbreekt een waarde"},
            {"write the value, or leave the line out", "schrijf de waarde, of laat de regel weg"});
      }
      forget(range(begin, words));
      return;
    }
    const std::size_t from = at_;
    unclosed_ = false;
    value(Where::statement, 0);
    const Range where = range(from, at_);
    if (unclosed_ && !lost) break_value(where);
    if (lost) return forget(range(begin, at_));
    out_.statements.push_back({false, range(begin, at_), where, unclosed_});
    const auto [found, fresh] = keys_.emplace(joined(*parts, inner_mark), range(begin, begin + 1));
    if (fresh) {
      found->second = range(begin, end_of_key(begin, from));
      return;
    }
    report("T0111", range(begin, end_of_key(begin, from)),
           {"the key " + joined(*parts, '.') + " stands here for the second time",
            "de sleutel " + joined(*parts, '.') + " staat hier voor de tweede keer"},
           {"leave one of the two out", "laat een van de twee weg"},
           {{span(found->second), {"first here", "hier voor het eerst"}}});
    mask_blank(text_, range(begin, at_));
    out_.statements.back().masked = true;
  }

  /// Without the blanks and the equals sign.
  std::size_t end_of_key(std::size_t begin, std::size_t value) const {
    std::size_t end = value;
    while (end > begin + 1 && (is_blank(text_[end - 1]) || text_[end - 1] == '=')) --end;
    return end;
  }

  /// The statement is gone; whoever misses its key must not be told so.
  void forget(Range whole) {
    mask_blank(text_, whole);
    out_.statements.push_back({false, whole, {}, true});
    out_.incomplete = true;
    at_ = std::max<std::size_t>(at_, whole.end);
  }

  void strange_key(Range where) {
    while (where.end > where.begin && is_blank(text_[where.end - 1])) --where.end;
    if (where.end == where.begin) {
      report("T0125", range(where.begin, where.begin + 1),
             {"a key is missing before the =", "voor het = ontbreekt een sleutel"},
             {"write key = value", "schrijf sleutel = waarde"});
      return;
    }
    const std::string name = mended_name(view(where), '_');
    report("T0125", where,
           {"a key has letters, digits, - and _, and no blanks",
            "een sleutel heeft letters, cijfers, - en _, en geen spaties"},
           name.empty() ? Phrase{} : write(name + " = ..."));
  }

  void no_pair(Range where) {
    const std::string_view words = view(where);
    const std::size_t colon = words.find(':');
    Phrase hint{"write key = value; a comment starts with #",
                "schrijf sleutel = waarde; een opmerking begint met #"};
    const bool comment = words.starts_with("//") || words.starts_with("--") ||
                         words.starts_with(";") || words.starts_with("/*");
    if (!comment && colon != std::string_view::npos && colon > 0 &&
        std::all_of(words.begin(), words.begin() + static_cast<std::ptrdiff_t>(colon), is_bare)) {
      std::string_view rest = words.substr(colon + 1);
      while (!rest.empty() && is_blank(rest.front())) rest.remove_prefix(1);
      hint = write(std::string(words.substr(0, colon)) + " = " +
                   (rest.size() > 40 ? std::string("...") : std::string(rest)));
    }
    report("T0125", where,
           {"this is not a heading, not a key with a value and not a comment",
            "dit is geen kopje, geen sleutel met een waarde en geen opmerking"},
           hint);
    forget(where);
  }

  void skip_to_line_end() { at_ = end_of_line(at_); }

  /// What stands behind a heading or value.
  void rest_of_line() {
    if (out_.given_up) return;
    skip_blanks();
    if (line_ends_here()) return;
    const Range rest = range(at_, std::max(end_of_words(at_), at_ + 1));
    Statement* last = out_.statements.empty() ? nullptr : &out_.statements.back();
    const bool after_value = last != nullptr && !last->heading && !last->masked;
    if (!reported_) {
      Phrase hint{"start a new line, or put a # before a comment",
                  "begin een nieuwe regel, of zet een # voor een opmerking"};
      if (after_value && view(last->value).starts_with('"')) {
        hint = {"inside a text between \" write a quote as \\\", or put the text between '",
                "schrijf binnen een tekst tussen \" een aanhalingsteken als \\\", of zet de tekst "
                "tussen '"};
      }
      report("T0115", rest, {"nothing may stand behind this", "hierachter mag niets meer staan"},
             hint);
    }
    mask_blank(text_, rest);
    if (after_value) {
      break_value(last->value);
      last->masked = true;
    }
    skip_to_line_end();
  }

  // ---- values -----------------------------------------------------------------------------------

  void value(Where where, std::size_t depth) {
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

  void skip_brackets() {
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

  void string(Where where) {
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
      report("T0107", whole,
             {"curly quotes instead of straight ones",
              "gekrulde aanhalingstekens in plaats van rechte"},
             write(quoted(view(range(begin + 1, i)))));
      break_value(whole);
      at_ = whole.end;
      return;
    }
    while (end > begin + 1 &&
           (is_blank(text_[end - 1]) ||
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

  void long_string(const std::string& quotes) {
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

  /// Inside an open list: `key = …` or `[heading]` at the start of a line shows that it was not
  /// closed.
  bool new_statement_here() const {
    std::size_t i = at_;
    const std::size_t line = end_of_line(i);
    if (text_[i] == '[') {
      while (i < line && text_[i] == '[') ++i;
      const std::size_t name = i;
      while (i < line && (is_bare(text_[i]) || text_[i] == '.')) ++i;
      const std::string_view word = std::string_view(text_).substr(name, i - name);
      if (word.empty() || is_digit(word[0]) || word[0] == '-' || word == "true" ||
          word == "false" || word == "inf" || word == "nan" || i == line || text_[i] != ']') {
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

  void not_closed(std::size_t open, std::size_t end, Phrase title, Phrase hint) {
    if (!unclosed_) report("T0113", range(open, open + 1), std::move(title), std::move(hint));
    unclosed_ = true;
    at_ = end;
  }

  void list(std::size_t depth) {
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

  void braces(std::size_t depth) {
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
      const auto parts = path();
      if (!parts || !is('=')) {
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
      if (too_deep(parts->size() + depth, range(begin, at_))) {
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

  /// A line ends inside braces. They go on to their closing one when that comes before the next
  /// heading.
  void open_braces(std::size_t open) {
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

  // ---- values without quotes --------------------------------------------------------------------

  /// True when the comma at `at` stands before the next key inside braces, or before their end.
  bool comma_separates(std::size_t at) const {
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

  std::size_t end_of_bare(Where where) const {
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

  void bare(Where where) {
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

  /// A comma in a list may be a decimal one; two signs make it sure: `[1,05]` and `[4,5%]`.
  std::optional<Mistake> in_list(Range& token, std::optional<Mistake> mistake) {
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

  /// `a = 1 b = 2`: the length of the first value; 0 when it is something else.
  std::size_t two_on_a_line(Range token) const {
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

  struct Heading {
    Range where;
    bool list;
  };

  const SourceText& source_;
  std::string text_;
  Diagnostics& diagnostics_;
  Scan out_;
  std::size_t at_ = 0;
  std::size_t count_ = 0;
  bool reported_ = false;  // in this statement
  bool unclosed_ = false;  // brackets of this statement
  std::string repeated_;   // the heading that stood twice, while its inner headings follow
  std::map<std::string, Heading> headings_;
  std::map<std::string, Range> keys_;  // of the table that is being read
  mutable std::size_t line_from_ = 1;  // the line that was last asked for; none at first
  mutable std::size_t line_to_ = 0;
};

}  // namespace

void rename_heading(Scan& scan, Renamed& heading) {
  const auto used = [&](const std::string& name) {
    const std::string& text = scan.text;
    for (std::size_t at = 0; (at = text.find(name, at)) != std::string::npos; ++at) {
      const std::size_t end = at + name.size();
      if ((at == 0 || !is_bare(text[at - 1])) && (end == text.size() || !is_bare(text[end]))) {
        return true;
      }
    }
    return false;
  };
  const Range brackets = heading.brackets;
  mask_blank(scan.text, brackets);
  heading.key.clear();
  if (brackets.end - brackets.begin >= 3) {
    // Down from "zzzz": people's names rarely look like that.
    const std::size_t width = std::min<std::size_t>(brackets.end - brackets.begin - 2, 4);
    std::string name(width, 'z');
    for (std::size_t tries = 0; tries < 200 && heading.key.empty(); ++tries) {
      std::size_t number = tries;
      for (std::size_t i = width; i-- > 0; number /= 26) {
        name[i] = static_cast<char>('z' - static_cast<char>(number % 26));
      }
      if (!used(name)) heading.key = name;
    }
  }
  if (heading.key.empty()) {
    scan.incomplete = true;
    return;
  }
  scan.text[brackets.begin] = '[';
  scan.text.replace(brackets.begin + 1, heading.key.size(), heading.key);
  scan.text[brackets.end - 1] = ']';
}

void mask_blank(std::string& text, Range range) {
  for (std::size_t i = range.begin; i < range.end; ++i) {
    if (text[i] != '\n' && text[i] != '\r') text[i] = ' ';
  }
}

void mask_value(std::string& text, Range range) {
  std::size_t first = range.begin;
  while (first < range.end && text[first] != '\n' && text[first] != '\r') ++first;
  mask_blank(text, range);
  if (first - range.begin < 2) {
    text[range.begin] = '0';
    return;
  }
  std::fill(text.begin() + range.begin, text.begin() + static_cast<std::ptrdiff_t>(first), 'x');
  text[range.begin] = '"';
  text[first - 1] = '"';
}

Scan scan(const SourceText& source, std::string text, Diagnostics& diagnostics) {
  return Scanner(source, std::move(text), diagnostics).run();
}

}  // namespace pricetalk::document
