#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

/// Runs the program in the test's own process, as golden, error and document tests do.
namespace pricetalk::harness {

/// The checkout.
std::string root();
/// UPDATE_GOLDEN=1: write down what the program says now instead of comparing.
bool updating();

/// One command line: `LANG=nl_NL.UTF-8 pricetalk check 'a file.toml'`. Words are split at blanks;
/// '…' and "…" keep blanks, a backslash takes the next sign as it is (and joins lines).
struct CommandLine {
  std::map<std::string, std::string> variables;
  std::vector<std::string> words;  ///< the program's name first
};
CommandLine split(std::string_view line);

struct Ran {
  std::string out;
  std::string err;
  std::string both;  ///< as a terminal shows it: out and err in the order of writing
  int status = 0;
};
/// Runs in `folder`. The clock says 2025-10-14; there are no other variables than those of `line`.
Ran run_in(const std::string& folder, const CommandLine& line, const std::string& input = "");

/// All files below a folder by relative name, except the program's own marker.
std::map<std::string, std::string> files_below(const std::string& folder);
std::string read(const std::string& path);
void write(const std::string& path, std::string_view text);

using Lines = std::vector<std::string>;
Lines lines_of(const std::string& text);

std::string replaced(std::string text, std::string_view what, std::string_view with);

/// Empty when equal; else the first line that differs, with its number.
std::string difference(const std::string& expected, const std::string& found);

/// A case's path as a name that GoogleTest accepts.
std::string test_name(std::string_view path);

/// Case folders below `folder`, `depth` levels down, relative to it and sorted. A plain file called
/// by a test's own name is not a case.
std::vector<std::string> folders_below(const std::string& folder, int depth);

}  // namespace pricetalk::harness
