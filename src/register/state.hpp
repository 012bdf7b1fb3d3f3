#pragma once

#include <map>
#include <string>
#include <string_view>

namespace pricetalk {

/// What the last import gave for a file.
struct GivenFile {
  std::string id;      ///< of the contract
  std::string digest;  ///< of its text without the figures: whether it was edited since
  std::string terms;   ///< digest of its `terms_of`: whether its row changed
};
/// By the name of the file.
using RegisterState = std::map<std::string, GivenFile>;

/// A contract file of ours without the remarks that say in which cell a value stands: these change
/// when a row is put above it.
std::string terms_of(std::string_view text);

/// What cannot be read is not known.
RegisterState read_register_state(std::string_view text);
std::string register_state_text(const RegisterState& state);

}  // namespace pricetalk
