#include "document/scan.hpp"

#include "diagnostic/utf8.hpp"
#include "document/scanner.hpp"

namespace pricetalk::document {

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

Scan Scanner::run() {
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
      if (c == '[' && memory_ != nullptr) section();
    }
  }
  if (!out_.sections.empty()) out_.sections.back().words.end = narrow(text_.size());
  out_.text = std::move(text_);
  for (Renamed& one : out_.renamed) rename_heading(out_, one);
  return std::move(out_);
}

void Scanner::report(std::string_view code, Range range, Phrase title, Phrase hint,
                     std::vector<Diagnostic::Context> context) {
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

void Scanner::break_value(Range range) {
  mask_value(text_, range);
  out_.broken.push_back(range);
}

std::string_view Scanner::view(Range range) const {
  return std::string_view(text_).substr(range.begin, range.end - range.begin);
}

std::size_t Scanner::end_of_line(std::size_t from) const {
  if (from < line_from_ || from > line_to_) {
    line_from_ = from;
    line_to_ = std::min(text_.find('\n', from), text_.size());
    if (line_to_ > from && text_[line_to_ - 1] == '\r') --line_to_;
  }
  return line_to_;
}

std::size_t Scanner::find(std::string_view characters, std::size_t from, std::size_t end) const {
  const std::string_view piece = std::string_view(text_).substr(from, end - from);
  const std::size_t found =
      characters.size() == 1 ? piece.find(characters.front()) : piece.find_first_of(characters);
  return from + std::min(found, piece.size());
}

std::size_t Scanner::end_of_words(std::size_t from) const {
  std::size_t end = find("#", from, end_of_line(from));
  while (end > from && is_blank(text_[end - 1])) --end;
  return end;
}

bool Scanner::line_ends_here() const {
  return at_end() || text_[at_] == '\n' || text_[at_] == '\r' || text_[at_] == '#';
}

void Scanner::skip_blanks() {
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

void Scanner::unusual(Range where) {
  report("T0119", where,
         {"this blank is not an ordinary space", "deze spatie is geen gewone spatie"},
         {"type a space here; it was probably copied from a text document",
          "typ hier een spatie; deze komt waarschijnlijk uit een tekstdocument"});
  mask_blank(text_, where);
}

std::optional<std::size_t> Scanner::end_of_quoted(std::size_t from) const {
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

bool Scanner::path() {
  path_.clear();
  while (true) {
    skip_blanks();
    if (at_end()) return false;
    const std::size_t begin = at_;
    if (text_[at_] == '"' || text_[at_] == '\'') {
      const auto end = end_of_quoted(at_);
      if (!end) return false;
      path_.push_back(view(range(begin + 1, *end - 1)));
      at_ = *end;
    } else {
      while (!at_end() && is_bare(text_[at_])) ++at_;
      if (at_ == begin) return false;
      path_.push_back(view(range(begin, at_)));
    }
    skip_blanks();
    if (!is('.')) return true;
    ++at_;
  }
}

void Scanner::straighten_key(std::size_t end) {
  const std::string_view key = view(range(at_, end));
  if (std::all_of(key.begin(), key.end(), is_ascii)) return;
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

bool Scanner::too_deep(std::size_t parts, Range where) {
  if (parts <= deepest) return false;
  report("T0118", where,
         {"tables and lists stand inside each other too deeply",
          "tabellen en lijsten staan te diep in elkaar"},
         {"at most " + std::to_string(deepest) + " levels",
          "hoogstens " + std::to_string(deepest) + " niveaus"});
  return true;
}

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

void hide_points(Scan& scan) {
  for (const Range& number : scan.numbers) {
    const auto begin = scan.text.begin() + number.begin;
    const auto end = scan.text.begin() + number.end;
    *std::find(begin, end, '.') = '_';
    const auto first = std::find_if(begin, end, is_digit);
    if (*first == '0') *first = '1';
  }
}

void show_points(Scan& scan, const SourceText& source) {
  for (const Range& number : scan.numbers)
    scan.text.replace(number.begin, number.end - number.begin,
                      source.bytes().substr(number.begin, number.end - number.begin));
}

Scan scan(const SourceText& source, std::string text, Diagnostics& diagnostics,
          const SectionMemory* memory) {
  return Scanner(source, std::move(text), diagnostics, memory).run();
}

}  // namespace pricetalk::document
