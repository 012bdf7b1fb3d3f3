#pragma once

#include <iosfwd>
#include <map>
#include <span>
#include <string>
#include <string_view>

#include "pricetalk/calendar/date.hpp"

namespace pricetalk {

/// What a run may know of the machine. Nothing else is looked at, so two runs with the same
/// arguments, files and Environment write the same bytes.
struct Environment {
  /// LC_ALL, LC_MESSAGES and LANG choose the language where neither `--language` nor a contract
  /// does. No colour is ever printed, which is what NO_COLOR asks for.
  std::map<std::string, std::string> variables;
  /// The clock's date: the day of the run when `--today` is not given; then it is printed.
  Date today;
  /// Whether `out` is a terminal.
  bool terminal = false;
  /// How many letters a line of `out` holds: tables are cut to it; 0: no terminal, or not known.
  int columns = 0;
  /// Whether `err` is a terminal: progress of long work is shown there, and never in a pipe.
  bool error_terminal = false;
};

/// The whole program without its process: `arguments` as after the program's name. Answers go to
/// `out`, what is wrong goes to `err`. Files are read and written relative to the current folder.
///
/// Gives the exit status: 0 fine, 1 findings (bad news about a contract, or warnings), 2 usage,
/// 3 invalid input (also a path that cannot be read or written), 4 a fault of the program.
/// Never throws.
int run(std::span<const std::string> arguments, std::istream& in, std::ostream& out,
        std::ostream& err, const Environment& environment);

/// "0.1.0".
std::string_view version();

}  // namespace pricetalk
