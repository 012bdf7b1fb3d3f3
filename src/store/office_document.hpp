#pragma once

#include <map>
#include <optional>
#include <string>

#include "pricetalk/calendar/date.hpp"
#include "pricetalk/diagnostic/diagnostic.hpp"

namespace pricetalk {

/// Which office program a document is for.
enum class OfficeKind : std::uint8_t { word, open_text };

/// What is said of a document beside its text.
struct OfficeDress {
  Date day;                          ///< on which all of it was made
  std::string title;                 ///< among its properties
  Language language = Language::nl;  ///< of its text
  bool house_style = false;          ///< its styles and sheets are those of the user
  /// What stands for `{name}`, and in content controls with that tag, in headers and footers.
  std::map<std::string, std::string> fields = {};
};

/// A house style that can be used: a whole document of the kind, without macros or password.
/// Otherwise D0102 or D0201.
bool is_usable_house_style(const SourcePtr& file, OfficeKind kind, Diagnostics& diagnostics);

/// Finishes a document that pandoc made as a letter: A4 and our styles where the user has none,
/// annexes on new sheets, fields filled, and no day or name that would make it differ each time.
/// Nothing, with D0202 or D0204, where it is not what was expected or a field is not known.
std::optional<std::string> finished_document(const std::string& made, OfficeKind kind,
                                             const OfficeDress& dress, Diagnostics& diagnostics);

}  // namespace pricetalk
