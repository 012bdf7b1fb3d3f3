#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace pricetalk {

/// Contents behind a head that names their kind, the version of the program that wrote them and
/// their digest: what only this program reads back.
std::string sealed(std::string_view kind, std::string_view contents);

/// What bytes are that should hold something sealed.
enum class Seal : std::uint8_t {
  whole,          ///< as it was written
  foreign,        ///< something else, which nobody may overwrite
  other_version,  ///< written by another version of the program
  broken,         ///< cut off or changed
};

/// What stands in sealed bytes; points into them. Nothing but of a whole one.
struct Unsealed {
  Seal seal = Seal::foreign;
  std::string_view contents;
};
Unsealed unseal(std::string_view kind, std::string_view bytes);

}  // namespace pricetalk
