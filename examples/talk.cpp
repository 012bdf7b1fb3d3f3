#include <array>
#include <iostream>
#include <pricetalk/cli/run.hpp>
#include <sstream>
#include <string>
#include <vector>

using namespace pricetalk;

/// The whole price talk of a contract, prepared by the program inside this one: the page for us,
/// the letter and its annexes in a folder, and the same for machines on the output.
///   talk FOLDER OUT
int main(int, char** arguments) {
  const std::string folder = arguments[1];
  const std::vector<std::string> asked{"prepare",    folder + "/contract.toml",
                                       "--scenario", folder + "/future.toml",
                                       "--invoices", folder + "/invoices.csv",
                                       "--out",      arguments[2],
                                       "--today",    "2025-10-14",
                                       "--language", "en"};
  std::istringstream nothing;
  std::ostringstream said;
  std::ostringstream wrong;
  const int status = run(asked, nothing, said, wrong, Environment{});
  std::cerr << wrong.str();
  // Of what it says, all but the names of the files that it wrote.
  std::istringstream lines(said.str());
  for (std::string line; std::getline(lines, line) && !line.empty();) std::cout << line << "\n";
  return status;
}
