#pragma once

#include <cstddef>
#include <string>

namespace pricetalk {

/// A contract that was read.
struct SeenId {
  std::string id;
  std::string path;
  std::size_t said = 0;  ///< messages about files that were said before it was taken
};

}  // namespace pricetalk
