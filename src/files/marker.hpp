#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "files/files.hpp"

namespace pricetalk {

/// The name of the file by which the program knows an output folder as its own.
inline constexpr std::string_view marker_name = ".pricetalk";

/// What the marker says: whose folder it is, where that is known, and one line per file, checksum
/// and name.
std::string marker_text(const FolderContents& contents, const std::string& owner);

/// Whose folder it is, as its marker says: empty where the marker does not say; nothing without a
/// marker.
std::optional<std::string> owner_of(const std::string& folder);

/// What would be lost if the folder was replaced: files that the program did not write there, and
/// files that were changed since. Sorted; empty when nothing would be lost.
struct Losses {
  std::vector<std::string> added;
  std::vector<std::string> changed;
  bool none() const { return added.empty() && changed.empty(); }
};
Losses losses_of_replacing(const std::string& folder);
/// The same of these files only, whatever else lies there.
Losses losses_of_writing(const std::string& folder, const FolderContents& contents);

}  // namespace pricetalk
