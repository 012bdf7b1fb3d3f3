#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "pricetalk/diagnostic/diagnostic.hpp"
#include "pricetalk/diagnostic/source_text.hpp"

namespace pricetalk {

struct Entry;
class SectionMemory;

/// A neutral tree of a TOML file. Numbers and dates keep their source text, so that no value ever
/// passes through binary floating point. Entries keep the order of the file.
struct DocumentNode {
  /// What a value is.
  enum class Kind : std::uint8_t { table, list, text, number, boolean, date, date_time };

  Kind kind = Kind::table;  ///< default: a table
  /// For text: the value after escapes. For numbers, booleans and dates: the source text.
  std::string raw;
  /// The value in the source; for a table, its heading or braces; empty for the whole file.
  Span span;
  /// It was reported already and holds no value: whoever reads it passes over it in silence.
  bool broken = false;
  /// Of a table in a file that lost a key or heading: nothing can be called missing.
  bool incomplete = false;
  std::vector<Entry> entries;       ///< of a table
  std::vector<DocumentNode> items;  ///< of a list

  /// The value of a key of this table; nothing when it has none.
  const DocumentNode* find(std::string_view key) const;
};

/// One key of a table.
struct Entry {
  std::string key;     ///< as written, without quotes
  Span key_span;       ///< where it is written
  DocumentNode value;  ///< what stands behind it
};

/// What kind of thing it is, for messages: "a number", "een getal".
Phrase kind_in_words(DocumentNode::Kind kind);

/// Limits of what is read as a TOML file.
inline constexpr std::size_t max_document_bytes = 8u << 20;
/// Tables and lists inside each other; deeper is an error (T0118).
inline constexpr std::size_t max_document_depth = 32;

/// Bytes to tree. Reports every problem of the file: the eight beginner's mistakes (each found by a
/// line scanner and masked, so that parsing goes on), what the TOML parser refuses, and
/// number forms that the format does not have (exponents, hex, octal, binary, inf, nan, more than
/// 18 digits). No value only when nothing usable is left. `memory` makes it faster, and nothing
/// else.
Loaded<DocumentNode> read_document(const SourcePtr& source, SectionMemory* memory = nullptr);

}  // namespace pricetalk
