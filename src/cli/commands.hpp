#pragma once

#include <string>
#include <vector>

#include "cli/session.hpp"

/// Every command: what it was asked, and the function that answers. One file per command,
/// `command_<name>.cpp`; `app.cpp` says how its options are written.
namespace pricetalk {

/// `pricetalk check FILE...`: are these files right?
struct CheckOptions {
  std::vector<std::string> files;  ///< or folders: every .toml file in them
};
Status check(const CheckOptions& options, Session& session);

}  // namespace pricetalk
