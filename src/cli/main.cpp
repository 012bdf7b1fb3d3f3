#include <sys/ioctl.h>
#include <unistd.h>

#include <csignal>
#include <ctime>
#include <iostream>
#include <string>
#include <vector>

#include "pricetalk/cli/run.hpp"

namespace {

std::map<std::string, std::string> read_variables() {
  std::map<std::string, std::string> variables;
  for (char** entry = environ; *entry != nullptr; ++entry) {
    const std::string text(*entry);
    if (const auto equals = text.find('='); equals != std::string::npos) {
      variables[text.substr(0, equals)] = text.substr(equals + 1);
    }
  }
  return variables;
}

pricetalk::Date read_clock() {
  const std::time_t now = std::time(nullptr);
  std::tm local{};
  localtime_r(&now, &local);
  return pricetalk::Date::make(local.tm_year + 1900, local.tm_mon + 1, local.tm_mday)
      .value_or(pricetalk::Date{});
}

/// How wide the terminal is; 0: it is none.
int read_columns() {
  winsize size{};
  return ::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 ? size.ws_col : 0;
}

}  // namespace

int main(int count, char** values) {
  // A file that may not grow is an error to report, not a reason to die.
  std::signal(SIGXFSZ, SIG_IGN);
  std::ios::sync_with_stdio(false);
  const std::vector<std::string> arguments(values + (count > 0 ? 1 : 0), values + count);
  return pricetalk::run(arguments, std::cin, std::cout, std::cerr,
                        {read_variables(), read_clock(), ::isatty(STDOUT_FILENO) == 1,
                         read_columns(), ::isatty(STDERR_FILENO) == 1});
}
