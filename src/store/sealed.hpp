#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace pricetalk {

/// The head of sealed contents, which stand behind it: their kind, the version of the program that
/// wrote them and, once they are sealed, their digest. Only this program reads them back.
std::string sealing(std::string_view kind);
/// The same of contents whose digest is known.
std::string sealing(std::string_view kind, std::string_view digest);
/// Puts the digest of the contents into the head. `head`: its size.
void seal(std::string& bytes, std::size_t head);

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
