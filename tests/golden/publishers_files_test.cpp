#include <gtest/gtest.h>

#include <sstream>

#include "program.hpp"

/// Publishers' files that were once misread or could not be read (tests/faults/figures), each as
/// cases.txt names it, brought into the library that ships. What the program says stands in
/// expected.en.txt and expected.nl.txt, case by case.
namespace pricetalk::harness {
namespace {

const std::string faults = "tests/faults/figures/";

class PublishersFiles : public ::testing::TestWithParam<const char*> {};

TEST_P(PublishersFiles, are_read_or_refused_as_written_down) {
  const std::string language = GetParam();
  std::string all;
  std::istringstream cases(read(root() + "/" + faults + "cases.txt"));
  for (std::string line; std::getline(cases, line);) {
    const CommandLine command =
        split("pricetalk index import " + faults + line +
              " --into indices --dry-run --today 2026-11-29 --language " + language);
    const Ran ran = run_in(root(), command);
    EXPECT_NE(ran.status, 2) << line;
    all += "$ " + line + "\n" + replaced(ran.both, faults, "") + "exit " +
           std::to_string(ran.status) + "\n\n";
  }
  const std::string expected = root() + "/" + faults + "expected." + language + ".txt";
  if (updating()) return write(expected, all);
  const std::string differs = difference(read(expected), all);
  EXPECT_TRUE(differs.empty()) << expected << ": " << differs;
}

INSTANTIATE_TEST_SUITE_P(in, PublishersFiles, ::testing::Values("en", "nl"),
                         [](const auto& each) { return std::string(each.param); });

}  // namespace
}  // namespace pricetalk::harness
