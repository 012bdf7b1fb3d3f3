#pragma once

#include <optional>
#include <string>
#include <vector>

#include "lint/remark.hpp"
#include "pricetalk/diagnostic/diagnostic.hpp"

namespace pricetalk {

/// A message of `check` as other programs read it, away from the file that it was read from.
struct Noted {
  enum class Level : std::uint8_t { error, warning, note };
  struct Region {
    SourceText::Position begin;
    SourceText::Position end;  ///< behind the last character
  };
  Level level = Level::note;
  std::string code;
  std::string file;              ///< as the user gave it
  std::optional<Region> region;  ///< nothing: the file as a whole
  Phrase title;
  Phrase hint;  ///< may be empty
};

/// These two: `file` where the message has no place of its own.
Noted noted(const Diagnostic& problem, const std::string& file);
Noted noted(const Remark& remark, const std::string& file);

/// "error", "warning", "note": SARIF and JSON have the same words.
std::string_view word(Noted::Level level);

}  // namespace pricetalk
