#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <regex>

#include "program.hpp"
#include "temporary_folder.hpp"

/// Documents cannot lie: every ```console block of README.md and docs/**/*.md is executed. A line
/// `$ pricetalk …` is a command, the lines behind it are what it prints; `...` on a line of its own
/// stands for any number of lines. `cat FILE` and `ls FOLDER` work as well. Paths are seen from the
/// checkout; what is written goes to a temporary folder and can be shown by a later command of the
/// same document.
namespace pricetalk::harness {
namespace {

namespace fs = std::filesystem;

/// Whether the lines match, where an expected `...` stands for any number of lines.
bool matches(Lines::const_iterator expected, Lines::const_iterator expected_end,
             Lines::const_iterator found, Lines::const_iterator found_end) {
  if (expected == expected_end) {
    return found == found_end;
  }
  if (*expected == "...") {
    for (auto from = found;; ++from) {
      if (matches(expected + 1, expected_end, from, found_end)) {
        return true;
      }
      if (from == found_end) {
        return false;
      }
    }
  }
  return found != found_end && *expected == *found &&
         matches(expected + 1, expected_end, found + 1, found_end);
}

std::vector<std::string> documents() {
  std::vector<std::string> found{"README.md"};
  for (const auto& entry : fs::recursive_directory_iterator(root() + "/docs")) {
    if (entry.path().extension() == ".md" &&
        std::regex_search(read(entry.path().string()), std::regex("```(console|toml)\n"))) {
      found.push_back(entry.path().lexically_relative(root()).generic_string());
    }
  }
  std::sort(found.begin(), found.end());
  return found;
}

/// A folder that looks like the checkout, in which commands may write.
void show_checkout_in(const TemporaryFolder& folder) {
  for (const auto& entry : fs::directory_iterator(root())) {
    const std::string name = entry.path().filename().string();
    if (!name.starts_with('.') && !name.starts_with("build") && name != "out" && name != "talk") {
      fs::create_symlink(entry.path(), folder / name);
    }
  }
}

std::string output_of(const std::string& line, const TemporaryFolder& folder) {
  const auto command = split(line);
  const auto& words = command.words;
  if (!words.empty() && words[0] == "pricetalk") {
    const Ran ran = run_in(folder.path(), command);
    EXPECT_LT(ran.status, 4) << line;
    return replaced(ran.both, folder.path() + "/", "");
  }
  if (words.size() == 2 && words[0] == "cat") {
    EXPECT_TRUE(fs::exists(folder / words[1])) << line;
    return read(folder / words[1]);
  }
  if (words.size() == 2 && words[0] == "ls") {
    std::vector<std::string> names;
    for (const auto& entry : fs::directory_iterator(folder / words[1])) {
      if (const auto name = entry.path().filename().string(); !name.starts_with('.')) {
        names.push_back(name);
      }
    }
    std::sort(names.begin(), names.end());
    std::string text;
    for (const auto& name : names) {
      text += name + "\n";
    }
    return text;
  }
  ADD_FAILURE() << "only pricetalk, cat FILE and ls FOLDER can stand in a console block: " << line;
  return "";
}

class Document : public ::testing::TestWithParam<std::string> {};

TEST_P(Document, shows_what_the_program_says) {
  const TemporaryFolder folder;
  show_checkout_in(folder);
  const std::string path = root() + "/" + GetParam();
  const Lines before = lines_of(read(path));
  Lines after;
  for (std::size_t i = 0; i < before.size();) {
    after.push_back(before[i]);
    if (before[i++] != "```console") {
      continue;
    }
    while (i < before.size() && before[i] != "```") {
      const std::size_t at = i;
      ASSERT_TRUE(before[at].starts_with("$ "))
          << GetParam() << ":" << at + 1 << ": a console block begins with a command";
      Lines expected;
      for (++i; i < before.size() && before[i] != "```" && !before[i].starts_with("$ "); ++i) {
        expected.push_back(before[i]);
      }
      const Lines found = lines_of(output_of(before[at].substr(2), folder));
      const bool same = matches(expected.begin(), expected.end(), found.begin(), found.end());
      after.push_back(before[at]);
      const Lines& kept = same ? expected : found;
      after.insert(after.end(), kept.begin(), kept.end());
      std::string said;
      for (const auto& line : found) {
        said += "  " + line + "\n";
      }
      EXPECT_TRUE(same || updating())
          << GetParam() << ":" << at + 1 << ": " << before[at] << "\nsays now:\n"
          << said;
    }
  }
  if (updating()) {
    std::string text;
    for (const auto& line : after) {
      text += line + "\n";
    }
    write(path, text);
  }
}

INSTANTIATE_TEST_SUITE_P(all, Document, ::testing::ValuesIn(documents()),
                         [](const auto& each) { return test_name(each.param); });

/// A ```toml block that begins with `schema = 1` is a whole file: it has to pass `pricetalk check`.
TEST_P(Document, shows_files_that_are_right) {
  const TemporaryFolder folder;
  show_checkout_in(folder);
  const Lines lines = lines_of(read(root() + "/" + GetParam()));
  for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
    if (lines[i] != "```toml" || lines[i + 1] != "schema = 1") {
      continue;
    }
    const std::size_t at = i + 1;
    std::string text;
    while (++i < lines.size() && lines[i] != "```") {
      text += lines[i] + "\n";
    }
    folder.put("example.toml", text);
    const Ran ran = run_in(folder.path(), split("pricetalk check example.toml"));
    EXPECT_EQ(ran.status, 0) << GetParam() << ":" << at << ":\n" << ran.both;
  }
}

/// The first code block of the README is what a newcomer types: two commands, one a line.
TEST(Readme, begins_with_two_commands) {
  const Lines lines = lines_of(read(root() + "/README.md"));
  EXPECT_LE(lines.size(), 250u);
  const auto fence = [](const auto& line) { return line.starts_with("```"); };
  const auto begin = std::find_if(lines.begin(), lines.end(), fence);
  ASSERT_NE(begin, lines.end());
  const auto end = std::find_if(begin + 1, lines.end(), fence);
  ASSERT_EQ(end - begin, 3);
  for (auto line = begin + 1; line != end; ++line) {
    ASSERT_TRUE(line->starts_with("sh tools/")) << *line;
    EXPECT_TRUE(fs::exists(root() + "/" + line->substr(3))) << *line;
  }
}

}  // namespace
}  // namespace pricetalk::harness
