#pragma once

#include <string>
#include <vector>

#include "pricetalk/diagnostic/language.hpp"

namespace pricetalk {

/// A contract that is there and could not be read, so that no letter is held against it.
struct UnreadContract {
  std::string id;     ///< as far as it can be seen; empty: not
  std::string path;   ///< of its file; of a row of a register: of that row
  std::string place;  ///< of the first mistake: "contracts/a.toml:12"
  Phrase why;         ///< that mistake
  bool in_register = false;
};
using UnreadContracts = std::vector<UnreadContract>;

}  // namespace pricetalk
