#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "pricetalk/files/files.hpp"

namespace pricetalk {

/// The name of the file by which the program knows an output folder as its own.
inline constexpr std::string_view marker_name = ".pricetalk";

/// What the marker says: one line per file, checksum and name.
std::string marker_text(const FolderContents& contents);

/// What would be lost if the folder was replaced: files that the program did not write there, and
/// files that were changed since. Sorted; empty when nothing would be lost.
struct Losses {
  std::vector<std::string> added;
  std::vector<std::string> changed;
  bool none() const { return added.empty() && changed.empty(); }
};
Losses losses_of_replacing(const std::string& folder);

}  // namespace pricetalk
