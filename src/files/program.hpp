#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace pricetalk {

/// What came of starting a program of the operating system.
struct ProgramRun {
  enum class Outcome : std::uint8_t {
    ended,      ///< with `status`
    missing,    ///< there is no such program
    too_long,   ///< it ran longer than it may, and was stopped
    too_large,  ///< it printed more than it may, and was stopped
  };
  Outcome outcome = Outcome::missing;
  int status = 0;      ///< as it exited; -1: it was ended by a signal
  std::string output;  ///< what it printed
  bool fine() const { return outcome == Outcome::ended && status == 0; }
};

struct ProgramLimits {
  std::size_t bytes = 50'000'000;  ///< of its output
  int seconds = 60;                ///< of the clock
};

/// What a program finds beside its arguments.
struct ProgramSurroundings {
  std::vector<std::string> variables;  ///< "NAME=value"; they go before those of this process
};

/// Starts a program that is looked up in PATH, with nothing to read, and waits for it. What it says
/// of errors is dropped. No shell is involved: an argument is one argument, whatever stands in it.
ProgramRun run_program(const std::string& name, const std::vector<std::string>& arguments,
                       const ProgramLimits& limits = {},
                       const ProgramSurroundings& surroundings = {});

}  // namespace pricetalk
