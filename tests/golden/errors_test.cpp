#include <gtest/gtest.h>

#include <filesystem>
#include <regex>
#include <set>
#include <sstream>
#include <vector>

#include "document/error_codes.hpp"
#include "program.hpp"

/// Every folder tests/errors/<CODE>-<slug>/ shows one way to get one diagnostic:
///   input.toml        the smallest file that has it
///   expected.en.txt, expected.nl.txt   what `pricetalk check input.toml` then says
///   cmd               another command line, where `check` is not the one that says it; [CASE] is
///                     the folder; `--language` is added to it
/// docs/errors.md is made from these folders. The folder's own name is left out of the messages.
namespace pricetalk::harness {
namespace {

namespace fs = std::filesystem;

class ErrorCatalogue : public ::testing::TestWithParam<std::string> {};

TEST_P(ErrorCatalogue, says_it_in_both_languages) {
  const std::string folder = "tests/errors/" + GetParam();
  const std::string path = root() + "/" + folder + "/";
  const std::string code = GetParam().substr(0, GetParam().find('-'));
  const std::string line =
      fs::exists(path + "cmd") ? read(path + "cmd") : "pricetalk check [CASE]/input.toml";
  for (const std::string language : {"en", "nl"}) {
    auto command = split(replaced(line, "[CASE]", folder));
    ASSERT_FALSE(command.words.empty());
    command.words.insert(command.words.end(), {"--language", language});
    const Ran ran = run_in(root(), command);
    const std::string found = replaced(ran.both, folder + "/", "");

    EXPECT_NE(found.find("[" + code + "]"), std::string::npos)
        << folder << " does not lead to " << code << " but to:\n"
        << found;
    const bool wrong = found.find(language == "nl" ? "fout[" : "error[") != std::string::npos;
    EXPECT_EQ(wrong, ran.status == 2 || ran.status == 3) << "exit status " << ran.status;

    const std::string expected = path + "expected." + language + ".txt";
    if (updating()) {
      write(expected, found);
      continue;
    }
    ASSERT_TRUE(fs::exists(expected)) << expected << " is missing";
    const std::string differs = difference(read(expected), found);
    EXPECT_TRUE(differs.empty()) << expected << ": " << differs;
  }
}

INSTANTIATE_TEST_SUITE_P(cases, ErrorCatalogue,
                         ::testing::ValuesIn(folders_below(root() + "/tests/errors", 1)),
                         [](const auto& each) { return test_name(each.param); });

/// The codes in a text that match `form`.
std::vector<std::string> codes_in(const std::string& text, const std::regex& form) {
  std::vector<std::string> found;
  for (std::sregex_iterator match(text.begin(), text.end(), form), end; match != end; ++match) {
    found.push_back((*match)[1]);
  }
  return found;
}

/// The codes of words/errors.toml.
std::set<std::string> codes() {
  std::set<std::string> found;
  for (const ErrorChapter& chapter : error_chapters())
    for (const Code& each : chapter.codes)
      EXPECT_TRUE(found.insert(std::string(each.code)).second) << each.code << " stands twice";
  return found;
}

TEST(ErrorCatalogue, knows_every_code_that_is_reported) {
  static const std::regex literal(R"#("([A-Z][0-9]{4})")#");
  const auto known = codes();
  for (const auto& room : folders_below(root() + "/src", 1)) {
    for (const auto& [name, text] : files_below(root() + "/src/" + room)) {
      for (const auto& code : codes_in(text, literal)) {
        EXPECT_TRUE(known.contains(code))
            << code << " in src/" << room << "/" << name << " is not in words/errors.toml";
      }
    }
  }
}

TEST(ErrorCatalogue, has_a_case_for_every_code) {
  auto missing = codes();
  ASSERT_FALSE(missing.empty());
  std::set<std::string> shown;
  for (const auto& name : folders_below(root() + "/tests/errors", 1)) {
    shown.insert(name.substr(0, name.find('-')));
  }
  // CODE and the reason why no file in the repository can show it.
  std::istringstream without(read(root() + "/tests/errors/without-case.txt"));
  for (std::string line; std::getline(without, line);) {
    const std::string code = line.substr(0, line.find(' '));
    EXPECT_TRUE(shown.insert(code).second) << code << " has a case after all";
  }
  for (const auto& code : shown) {
    EXPECT_EQ(missing.erase(code), 1u) << code << " is not in words/errors.toml";
  }
  for (const auto& code : missing) {
    ADD_FAILURE() << "no case shows " << code << ": add tests/errors/" << code << "-…";
  }
}

}  // namespace
}  // namespace pricetalk::harness
