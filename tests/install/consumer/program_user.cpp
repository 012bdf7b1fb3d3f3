#include <pricetalk/cli/run.hpp>
#include <sstream>
#include <vector>

/// Runs the whole program inside another one.
int main() {
  std::istringstream in;
  std::ostringstream out;
  const std::vector<std::string> arguments{"--version"};
  const int status = pricetalk::run(arguments, in, out, out, {});
  return status == 0 && out.str().starts_with("pricetalk ") ? 0 : 1;
}
