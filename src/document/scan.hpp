#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "document/section_memory.hpp"
#include "document/tree.hpp"
#include "pricetalk/diagnostic/diagnostic.hpp"
#include "pricetalk/diagnostic/source_text.hpp"

namespace pricetalk::document {

struct Range {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  bool holds(std::uint32_t offset) const { return begin <= offset && offset < end; }
};

/// One heading or one key with its value.
struct Statement {
  bool heading = false;
  Range whole;
  Range value;          ///< of a key
  bool masked = false;  ///< the value was replaced by a valid one
};

/// A heading that could not stay: it is parsed under another name, and its keys move to the table
/// that was meant.
struct Renamed {
  Range brackets;                   ///< where the heading stands
  std::string key;                  ///< the name it has while parsing
  std::vector<std::string> target;  ///< the table that was meant; empty: drop its keys
};

/// What stands below a heading, down to the next one.
struct Section {
  std::vector<std::string> heading;  ///< its parts; none: a list of tables, never remembered
  Range words;                       ///< from the line below the heading
  /// The keys, where these words are remembered: they were not looked at.
  std::shared_ptr<const std::vector<Entry>> known;
};

/// The text after the mistakes were reported and masked by valid values of equal length, so that
/// every offset still points at the same place.
struct Scan {
  std::string text;
  std::vector<Statement> statements;  ///< in order
  std::vector<Section> sections;      ///< in order; with a memory
  std::vector<Range> broken;          ///< masked values: reported already
  std::vector<Renamed> renamed;
  std::vector<Range> numbers;  ///< values with a point, see `hide_points`
  bool incomplete = false;     ///< a key or heading is gone: "missing" may not be said any more
  bool given_up = false;       ///< too many mistakes; the rest was not looked at
};

/// Finds what people do wrong when they first type TOML, without understanding more of it than
/// strings, comments, brackets and keys. `text` is valid UTF-8 without control characters.
Scan scan(const SourceText& source, std::string text, Diagnostics& diagnostics,
          const SectionMemory* memory = nullptr);

/// Gives a heading that cannot stay a name of its own that nothing else in the file has.
void rename_heading(Scan& scan, Renamed& heading);
/// Gives the numbers with a point of a text without mistakes the form of whole ones of equal
/// length. The parser need not turn them into binary floating point then: of a number only the
/// words in the file count.
void hide_points(Scan& scan);
/// Undoes that, for a parser that found something wrong.
void show_points(Scan& scan, const SourceText& source);
/// Replaces a value by a valid one of equal length that keeps its line ends.
void mask_value(std::string& text, Range range);
/// Replaces everything but line ends by blanks.
void mask_blank(std::string& text, Range range);

/// After this many mistakes the rest of the file is not looked at.
inline constexpr std::size_t most_mistakes = 100;
/// Tables and lists inside each other.
inline constexpr std::size_t deepest = max_document_depth;

}  // namespace pricetalk::document
