#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "pricetalk/diagnostic/diagnostic.hpp"

namespace pricetalk {

/// The files that a command was asked for.
struct AskedFiles {
  /// Option and path of what it writes; an empty path is not asked for.
  std::vector<std::pair<std::string_view, std::string>> written;
  /// The same of files of our own kind, which are never written over anything else (O0007).
  std::vector<std::pair<std::string_view, std::string>> own = {};
  std::vector<std::string> read =
      {};  ///< what it was given to read: files, or folders with all that lies in them

  void also_read(const std::vector<std::string>& paths) {
    read.insert(read.end(), paths.begin(), paths.end());
  }
};

/// A file that would be written twice, or over what is read or over terms and figures (O0010): one
/// of the two would be lost. Two names of one file are one file.
Diagnostics asked_twice(const AskedFiles& asked);

}  // namespace pricetalk
