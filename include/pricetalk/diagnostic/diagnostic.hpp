#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "pricetalk/diagnostic/language.hpp"
#include "pricetalk/diagnostic/source_text.hpp"

namespace pricetalk {

/// Whether the input can be used: not with an error, as read with a warning.
enum class Severity : std::uint8_t { error, warning };

/// Something is wrong with the input: what, where, and what to write instead. `code` is permanent
/// ("T0103"); docs/errors.md explains every code with a reproducer.
struct Diagnostic {
  /// A further place that matters.
  struct Context {
    Span span;     ///< where
    Phrase label;  ///< what is there, a few words
  };
  Severity severity = Severity::error;  ///< default: an error
  /// A letter for who reports it and four digits; never used for something else.
  std::string code;
  Span span;                     ///< source may be empty: then the message stands alone
  Phrase title;                  ///< lower case, no full stop
  Phrase hint;                   ///< how to mend it; may be empty
  std::vector<Context> context;  ///< further places, underlined with dashes
  std::string clause;            ///< the contract's own article, where known
};

/// All problems of one or more files, in order of position when printed.
class Diagnostics {
 public:
  /// Adds one as it is.
  void add(Diagnostic diagnostic) { list_.push_back(std::move(diagnostic)); }
  /// These two: adds one with the place, what is wrong, and what to write instead.
  void error(std::string code, Span span, Phrase title, Phrase hint = {});
  void warning(std::string code, Span span, Phrase title, Phrase hint = {});
  /// Adds those of another file, and keeps their sources alive.
  void append(const Diagnostics& other);
  /// Forgets those that are so; sources stay.
  template <class Test>
  void drop_if(Test test) {
    std::erase_if(list_, test);
  }
  /// Keeps a source alive as long as these messages, which point into it.
  void keep(SourcePtr source) { sources_.push_back(std::move(source)); }

  /// Whether at least one is an error: the input cannot be used.
  bool has_errors() const;
  /// Whether nothing was noticed.
  bool empty() const { return list_.empty(); }
  /// In the order in which they were noticed.
  const std::vector<Diagnostic>& list() const { return list_; }
  /// By file name, then position, then code.
  std::vector<Diagnostic> sorted() const;

 private:
  std::vector<Diagnostic> list_;
  std::vector<SourcePtr> sources_;
};

/// A value, when there is one, and everything that was noticed while reading it. No value if and
/// only if an error makes it unusable; warnings do not take the value away.
template <class T>
struct Loaded {
  std::optional<T> value;   ///< empty: an error makes it unusable
  Diagnostics diagnostics;  ///< errors and warnings

  /// A value, and no error.
  bool ok() const { return value.has_value() && !diagnostics.has_errors(); }
};

/// How a person reads it:
/// ```
/// contract.toml:14:7: error[T0103]: a percentage stands between quotes
///   14 | cap = 4%
///      |       ^^
///      = hint: write "4%"
/// ```
/// Context places are underlined with dashes. Long lines are shortened around the place, what a
/// terminal would take as a command is replaced, tabs stay. At most `limit` diagnostics, errors
/// first where there are more, with an empty line between them, then how many more there are. Ends
/// with a line end unless empty.
std::string render(const Diagnostics& diagnostics, Language language, std::size_t limit = 20);

/// The known word nearest to `word` (edit distance at most 2, and less than the word's length; two
/// swapped neighbours count as one), or an empty text.
std::string_view nearest(std::string_view word, const std::vector<std::string_view>& known);

}  // namespace pricetalk
