#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "diagnostic/utf8.hpp"
#include "pricetalk/diagnostic/diagnostic.hpp"

namespace pricetalk {
namespace {

constexpr std::size_t widest_line = 100;  // characters of a source line that are shown
constexpr std::string_view ellipsis = "…";

/// One place of a diagnostic: the problem itself, or a place that helps to see it.
struct Mark {
  Span span;
  std::string label;
  bool primary = false;
  SourceText::Position at{1, 1};
};

/// A replacement character; a line between the cells of a worksheet, which this mark keeps apart.
std::string_view in_place_of(char control) {
  constexpr char unit_separator = '\x1F';
  return control == unit_separator ? "\xE2\x94\x82" : "\xEF\xBF\xBD";
}

/// The characters of a line around one place, made harmless for a terminal: what is not UTF-8 and
/// what is not printable is shown as a replacement character; tabs stay. Far less than the whole of
/// a very long line.
struct Line {
  std::vector<std::string> glyphs;
  std::vector<std::size_t> offsets;  // in bytes from the start of the line
  bool more_left = false;
  bool more_right = false;

  Line(std::string_view text, std::size_t place) {
    std::size_t at = std::min(place, text.size());
    for (std::size_t back = 0; at > 0 && back < widest_line; ++back) {
      do {
        --at;
      } while (at > 0 && utf8::is_continuation(text[at]));
    }
    more_left = at > 0;
    while (at < text.size() && glyphs.size() < 3 * widest_line) {
      const std::size_t length = utf8::length(text, at);
      const auto lead = static_cast<unsigned char>(text[at]);
      const bool control =
          lead < 0x20U || lead == 0x7FU ||
          (lead == 0xC2U && length == 2 && static_cast<unsigned char>(text[at + 1]) < 0xA0U);
      // Signs that turn the order of reading would turn the line that is shown.
      const bool turns =
          lead == 0xE2U && length == 3 &&
          ((text[at + 1] == '\x80' && text[at + 2] >= '\xAA' && text[at + 2] <= '\xAE') ||
           (text[at + 1] == '\x81' && text[at + 2] >= '\xA6' && text[at + 2] <= '\xA9'));
      const bool harmless =
          text[at] == '\t' || (utf8::valid_length(text, at) != 0 && !control && !turns);
      glyphs.emplace_back(harmless ? text.substr(at, length) : in_place_of(text[at]));
      offsets.push_back(at);
      at += length;
    }
    more_right = at < text.size();
  }

  /// The first character at or behind this byte.
  std::size_t index(std::size_t byte) const {
    return static_cast<std::size_t>(std::lower_bound(offsets.begin(), offsets.end(), byte) -
                                    offsets.begin());
  }
};

/// The part of a long line that is shown.
struct Window {
  std::size_t from = 0;
  std::size_t to = 0;
};

Window window_around(const Line& line, std::size_t from, std::size_t to) {
  const std::size_t size = line.glyphs.size();
  if (size <= widest_line) return {0, size};
  const std::size_t marked = std::min(to - from, widest_line);
  const std::size_t before = std::min(from, (widest_line - marked) / 2);
  const std::size_t first = std::min(from - before, size - widest_line);
  return {first, first + widest_line};
}

class Renderer {
 public:
  explicit Renderer(Language language) : language_(language) {}

  void diagnostic(const Diagnostic& one) {
    const bool located = one.span.source != nullptr;
    if (located) {
      const auto at = one.span.source->position(one.span.begin);
      text_ += one.span.source->name() + ":" + std::to_string(at.line) + ":" +
               std::to_string(at.column) + ": ";
    }
    const bool error = one.severity == Severity::error;
    text_ += error ? in("error", "fout") : in("warning", "waarschuwing");
    if (!one.code.empty()) text_ += "[" + one.code + "]";
    text_ += ": " + one.title.in(language_) + "\n";
    gutter_ = 2;
    marks(one);
    note(in("clause", "artikel"), one.clause);
    note(in("hint", "tip"), one.hint.in(language_));
  }

  void more(std::size_t count) {
    text_ += std::string("... ") + in("and ", "en nog ") + std::to_string(count) + in(" more", "") +
             "\n";
  }

  void gap() {
    if (!text_.empty()) text_ += "\n";
  }

  std::string take() { return std::move(text_); }

 private:
  const char* in(const char* en, const char* nl) const {
    return language_ == Language::nl ? nl : en;
  }

  void note(std::string_view word, const std::string& what) {
    if (what.empty()) return;
    std::string lines = what;
    const std::string margin = "\n" + std::string(gutter_ + 5 + word.size(), ' ');
    for (std::size_t at = 0; (at = lines.find('\n', at)) != std::string::npos;) {
      lines.replace(at, 1, margin);
      at += margin.size();
    }
    text_ += std::string(gutter_, ' ') + " = ";
    text_ += word;
    text_ += ": " + lines + "\n";
  }

  void marks(const Diagnostic& one) {
    std::vector<Mark> list;
    if (one.span.source != nullptr) list.push_back({one.span, {}, true, {}});
    for (const auto& context : one.context) {
      if (context.span.source == nullptr) continue;
      list.push_back({context.span, context.label.in(language_), false, {}});
    }
    std::size_t digits = 0;
    for (Mark& mark : list) {
      mark.at = mark.span.source->position(mark.span.begin);
      digits = std::max(digits, std::to_string(mark.at.line).size());
    }
    gutter_ = digits + 2;
    // The file of the problem first, other files behind it; each from top to bottom.
    std::stable_sort(list.begin(), list.end(), [&](const Mark& a, const Mark& b) {
      const bool a_here = a.span.source == one.span.source;
      const bool b_here = b.span.source == one.span.source;
      if (a_here != b_here) return a_here;
      if (!a_here && a.span.source != b.span.source) {
        return a.span.source->name() < b.span.source->name();
      }
      return a.span.begin < b.span.begin;
    });
    const SourceText* source = one.span.source;
    std::uint32_t line = 0;
    for (std::size_t i = 0; i < list.size(); ++i) {
      const Mark& mark = list[i];
      if (mark.span.source != source) {
        source = mark.span.source;
        line = 0;
        text_ += std::string(gutter_, ' ') + " : " + source->name() + ":" +
                 std::to_string(mark.at.line) + ":" + std::to_string(mark.at.column) + "\n";
      }
      if (line != 0 && mark.at.line > line + 1) text_ += std::string(gutter_, ' ') + "...\n";
      show(mark, mark.at.line != line);
      line = mark.at.line;
    }
  }

  /// The first byte of the line that is shown, behind a byte order mark.
  static std::size_t start_of(const Mark& mark) {
    const SourceText& source = *mark.span.source;
    const std::size_t start = source.line_start(mark.at.line);
    const bool marked = start == 0 && source.bytes().starts_with(utf8::byte_order_mark);
    return marked ? utf8::byte_order_mark.size() : start;
  }

  void show(const Mark& mark, bool with_line) {
    const SourceText& source = *mark.span.source;
    const std::string_view text = source.line_at(mark.span.begin);
    const std::size_t first_byte = start_of(mark);
    const std::size_t begin = std::max<std::size_t>(mark.span.begin, first_byte) - first_byte;
    const std::size_t end = std::max<std::size_t>(mark.span.end, first_byte) - first_byte;
    const Line line(text, begin);
    const std::size_t from = line.index(begin);
    const std::size_t to = std::max(from + 1, line.index(std::min(end, text.size())));
    const Window window = window_around(line, from, to);
    const bool cut_left = line.more_left || window.from > 0;
    const bool cut_right = line.more_right || window.to < line.glyphs.size();
    if (with_line) {
      const std::string number = std::to_string(mark.at.line);
      text_ += std::string(gutter_ - number.size(), ' ') + number + " | ";
      if (cut_left) text_ += ellipsis;
      for (std::size_t i = window.from; i < window.to; ++i) text_ += line.glyphs[i];
      if (cut_right) text_ += ellipsis;
      strip_blanks();
      text_ += "\n";
    }
    text_ += std::string(gutter_, ' ') + " | ";
    if (cut_left) text_ += ' ';
    for (std::size_t i = window.from; i < from; ++i) {
      text_ += i < line.glyphs.size() && line.glyphs[i] == "\t" ? '\t' : ' ';
    }
    const std::size_t last = std::max(from + 1, std::min(to, window.to));
    text_ += std::string(last - from, mark.primary ? '^' : '-');
    if (!mark.label.empty()) text_ += " " + mark.label;
    text_ += "\n";
  }

  /// No blanks at the end of a printed line.
  void strip_blanks() {
    while (!text_.empty() && (text_.back() == ' ' || text_.back() == '\t')) text_.pop_back();
  }

  Language language_;
  std::string text_;
  std::size_t gutter_ = 2;
};

}  // namespace

std::string render(const Diagnostics& diagnostics, Language language, std::size_t limit) {
  std::vector<Diagnostic> list = diagnostics.sorted();
  if (list.size() > limit)
    std::stable_partition(list.begin(), list.end(),
                          [](const Diagnostic& one) { return one.severity == Severity::error; });
  Renderer renderer(language);
  const std::size_t shown = std::min(limit, list.size());
  for (std::size_t i = 0; i < shown; ++i) {
    if (i > 0) renderer.gap();
    renderer.diagnostic(list[i]);
  }
  if (shown < list.size()) {
    renderer.gap();
    renderer.more(list.size() - shown);
  }
  return renderer.take();
}

}  // namespace pricetalk
