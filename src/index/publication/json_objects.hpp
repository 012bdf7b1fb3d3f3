#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "pricetalk/diagnostic/diagnostic.hpp"

namespace pricetalk::publication {

/// A value that holds no others; numbers as they are written.
struct JsonScalar {
  enum class Kind : std::uint8_t { null, boolean, number, text };
  Kind kind = Kind::null;
  std::string text;  ///< "97.6"; a text without its quotes; "true"
  Span where;
};

/// One object with its plain members. Objects inside it are left out; a list of plain values gives
/// a member of the list's name for each of its first items: {"message": ["a", "b"]} has two.
struct JsonObject {
  std::string pointer;  ///< RFC 6901: "/value/17"
  std::vector<std::pair<std::string, JsonScalar>> members;
  Span where;  ///< its closing brace

  const JsonScalar* find(std::string_view key) const;
  /// The text of a member; empty when it is not there or null.
  std::string_view text(std::string_view key) const;
};

/// Reads a JSON text once, without building it, and tells of every object when it closes (inner
/// ones first). `told` returns false to stop. A text that is damaged or breaks off is reported
/// (I0305) with its place; then the answer is false. `listed`: items of a list of plain values that
/// are told.
inline constexpr std::size_t few_listed = 16;
bool for_each_object(const SourcePtr& source, Diagnostics& diagnostics,
                     const std::function<bool(const JsonObject&)>& told,
                     std::size_t listed = few_listed);

}  // namespace pricetalk::publication
