#pragma once

#include <functional>
#include <span>
#include <string>

#include "cli/session.hpp"

namespace pricetalk {

/// What the arguments ask for: a command to run, a text that answers at once (help, version), or
/// what is wrong with them.
struct Request {
  CommonOptions common;
  std::function<Status(Session&)> command;  ///< empty unless a command is to be run
  std::string answer;                       ///< for `out`
  Diagnostics problems;                     ///< usage errors; status 2
  std::string help;                         ///< for `err` when nothing at all was asked
};

/// `language` is that of help and usage errors; `--language` in the arguments overrides it.
Request parse_arguments(std::span<const std::string> arguments, Language language);

}  // namespace pricetalk
