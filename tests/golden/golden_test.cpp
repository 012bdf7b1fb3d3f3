#include <gtest/gtest.h>

#include <filesystem>

#include "pricetalk/cli/run.hpp"
#include "program.hpp"
#include "temporary_folder.hpp"

/// Every folder tests/golden/<area>/<sentence-with-dashes>/ is a case:
///   cmd      one command line; relative paths are seen from the checkout, [CASE] is the case's own
///            folder, [OUT] a folder that does not exist yet
///   stdin    what the program may read (absent: nothing)
///   exit     the exit status; the folder's name begins with `fail_` if and only if it is 2 or more
///   stdout, stderr   what the program must say, to the byte (absent: nothing)
///   start/   what stands in [OUT] before (absent: there is no [OUT] yet)
///   out/     the files that must stand in [OUT] afterwards, all of them
/// Places and version are written [CASE], [OUT], [ROOT], [VERSION].
namespace pricetalk::harness {
namespace {

namespace fs = std::filesystem;

class Golden : public ::testing::TestWithParam<std::string> {
 protected:
  std::string folder() const { return "tests/golden/" + GetParam(); }
  std::string path(const std::string& name) const { return root() + "/" + folder() + "/" + name; }
  std::string output() const { return temporary_ / "out"; }

  std::string elided(std::string text) const {
    text = replaced(text, output(), "[OUT]");
    text = replaced(text, root() + "/" + folder(), "[CASE]");
    text = replaced(text, folder(), "[CASE]");
    text = replaced(text, root(), "[ROOT]");
    return replaced(text, version(), "[VERSION]");
  }

  /// Compares with a file of the case, or rewrites it. An empty text has no file.
  void expect(const std::string& name, const std::string& found) const {
    if (updating()) {
      if (found.empty()) {
        fs::remove(path(name));
      } else {
        write(path(name), found);
      }
      return;
    }
    const std::string differs = difference(read(path(name)), found);
    EXPECT_TRUE(differs.empty()) << folder() << "/" << name << ": " << differs
                                 << "\n  UPDATE_GOLDEN=1 writes down what the program says now";
  }

  void expect_output_folder() const {
    auto found = files_below(output());
    for (auto& [name, text] : found) {
      text = elided(text);
    }
    if (updating()) {
      fs::remove_all(path("out"));
      for (const auto& [name, text] : found) {
        write(path("out/" + name), text);
      }
      return;
    }
    auto expected = files_below(path("out"));
    for (const auto& [name, text] : found) {
      if (expected.erase(name) == 0) {
        ADD_FAILURE() << folder() << "/out/" << name << " was written and is not in the case";
      } else {
        expect("out/" + name, text);
      }
    }
    for (const auto& [name, text] : expected) {
      ADD_FAILURE() << folder() << "/out/" << name << " was not written";
    }
  }

  TemporaryFolder temporary_;
};

TEST_P(Golden, says_what_is_written_down) {
  ASSERT_TRUE(fs::exists(path("cmd"))) << folder() << " has no file cmd";
  const auto command =
      split(replaced(replaced(read(path("cmd")), "[CASE]", folder()), "[OUT]", output()));
  ASSERT_FALSE(command.words.empty());
  ASSERT_EQ(command.words.front(), "pricetalk") << folder() << "/cmd";

  for (const auto& [name, text] : files_below(path("start"))) write(output() + "/" + name, text);
  const Ran ran = run_in(root(), command, read(path("stdin")));
  expect("stdout", elided(ran.out));
  expect("stderr", elided(ran.err));
  expect("exit", std::to_string(ran.status) + "\n");
  expect_output_folder();

  const bool named_so = fs::path(GetParam()).filename().string().starts_with("fail_");
  EXPECT_EQ(named_so, ran.status >= 2)
      << "a case's name begins with fail_ if and only if the exit status is 2 or more";
  for (const auto& name : temporary_.names()) {
    EXPECT_EQ(name, "out") << "the program left something beside its output folder";
  }
}

INSTANTIATE_TEST_SUITE_P(cases, Golden,
                         ::testing::ValuesIn(folders_below(root() + "/tests/golden", 2)),
                         [](const auto& each) { return test_name(each.param); });

}  // namespace
}  // namespace pricetalk::harness
