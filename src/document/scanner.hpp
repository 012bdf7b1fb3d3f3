#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "document/scan.hpp"
#include "document/token.hpp"
#include "document/words.hpp"

namespace pricetalk::document {

/// The parts of a name with a mark between them.
template <class Parts>
std::string joined(const Parts& path, char mark) {
  std::string text;
  for (const auto& part : path) {
    if (!text.empty()) text += mark;
    text += part;
  }
  return text;
}
/// Stands in no key, because control characters are filtered out.
inline constexpr char inner_mark = '\x1F';
/// A name made of letters, digits and one kind of joint out of whatever was typed.
std::string mended_name(std::string_view text, char joint);

/// Where a value stands: behind a key of its own line, in a list, or between braces.
enum class Where : std::uint8_t { statement, list, braces };

/// One walk through the text from statement to statement. Each method that reads something starts
/// with `at_` on its first character and leaves it behind the last.
class Scanner {
 public:
  Scanner(const SourceText& source, std::string text, Diagnostics& diagnostics,
          const SectionMemory* memory)
      : source_(source), text_(std::move(text)), diagnostics_(diagnostics), memory_(memory) {}

  Scan run();

 private:
  // ---- reporting and masking --------------------------------------------------------------------

  Span span(Range range) const { return {&source_, range.begin, range.end}; }

  void report(std::string_view code, Range range, Phrase title, Phrase hint = {},
              std::vector<Diagnostic::Context> context = {});
  void break_value(Range range);

  // ---- places -----------------------------------------------------------------------------------

  bool at_end() const { return at_ >= text_.size(); }
  bool is(char c) const { return !at_end() && text_[at_] == c; }
  std::string_view view(Range range) const;
  static std::uint32_t narrow(std::size_t offset) { return static_cast<std::uint32_t>(offset); }
  static Range range(std::size_t begin, std::size_t end) { return {narrow(begin), narrow(end)}; }

  /// The line end behind `from`, before a carriage return.
  std::size_t end_of_line(std::size_t from) const;
  /// The first of these characters before `end`, or `end`.
  std::size_t find(std::string_view characters, std::size_t from, std::size_t end) const;
  /// Before the comment or the line end, without blanks.
  std::size_t end_of_words(std::size_t from) const;
  bool line_ends_here() const;
  void skip_blanks();
  void unusual(Range where);

  // ---- keys -------------------------------------------------------------------------------------

  /// A quoted key that closes on this line; its end, or nothing.
  std::optional<std::size_t> end_of_quoted(std::size_t from) const;

  /// `a.b."c d"`, its parts in `path_`; stands behind it afterwards. False when this is not a key.
  bool path();

  /// Curly quotes around a name, before `end`: reported once and made blank.
  void straighten_key(std::size_t end);
  bool too_deep(std::size_t parts, Range where);

  // ---- headings ---------------------------------------------------------------------------------

  void heading();

  /// A heading that is not closed or holds other characters than a name may have.
  void mend_heading(std::size_t begin, std::size_t inside, bool list,
                    std::optional<std::vector<std::string>> parts);

  /// `[clause.x]` a second time; `[decision]` and `[[decision]]` both.
  void check_repeated(Range whole, const std::vector<std::string>& parts, bool list);
  /// Behind a heading: passes over the words below it where they are remembered.
  void section();
  void rename(Range whole, std::vector<std::string> target);

  // ---- keys with values -------------------------------------------------------------------------

  void pair();

  /// Without the blanks and the equals sign.
  std::size_t end_of_key(std::size_t begin, std::size_t value) const;

  /// The statement is gone; whoever misses its key must not be told so.
  void forget(Range whole);
  void strange_key(Range where);
  void no_pair(Range where);
  void skip_to_line_end() { at_ = end_of_line(at_); }

  /// What stands behind a heading or value.
  void rest_of_line();

  // ---- values -----------------------------------------------------------------------------------

  void value(Where where, std::size_t depth);
  void skip_brackets();
  void string(Where where);
  void long_string(const std::string& quotes);

  /// Inside an open list: `key = …` or `[heading]` at the start of a line shows that it was not
  /// closed.
  bool new_statement_here() const;
  void not_closed(std::size_t open, std::size_t end, Phrase title, Phrase hint);
  void list(std::size_t depth);
  void braces(std::size_t depth);

  /// A line ends inside braces. They go on to their closing one when that comes before the next
  /// heading.
  void open_braces(std::size_t open);

  // ---- values without quotes --------------------------------------------------------------------

  /// True when the comma at `at` stands before the next key inside braces, or before their end.
  bool comma_separates(std::size_t at) const;
  std::size_t end_of_bare(Where where) const;
  void bare(Where where);

  /// A comma in a list may be a decimal one; two signs make it sure: `[1,05]` and `[4,5%]`.
  std::optional<Mistake> in_list(Range& token, std::optional<Mistake> mistake);

  /// `a = 1 b = 2`: the length of the first value; 0 when it is something else.
  std::size_t two_on_a_line(Range token) const;
  struct Heading {
    Range where;
    bool list;
  };
  const SourceText& source_;
  std::string text_;
  Diagnostics& diagnostics_;
  const SectionMemory* memory_;
  Scan out_;
  std::vector<std::string_view> path_;  // the key or heading that was last read
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

}  // namespace pricetalk::document
