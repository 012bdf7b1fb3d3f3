#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <map>
#include <sstream>
#include <string>
#include <vector>

#include "document/error_codes.hpp"
#include "program.hpp"

/// docs/errors.md is made from words/errors.toml and the folders of tests/errors.
/// UPDATE_GOLDEN=1 writes it anew.
namespace pricetalk::harness {
namespace {

namespace fs = std::filesystem;

/// The folders of each code, in order.
std::map<std::string, std::vector<std::string>> cases() {
  std::map<std::string, std::vector<std::string>> found;
  for (const auto& name : folders_below(root() + "/tests/errors", 1)) {
    found[name.substr(0, name.find('-'))].push_back(name);
  }
  for (auto& [code, names] : found) {
    std::sort(names.begin(), names.end());
  }
  return found;
}

std::map<std::string, std::string> without_case() {
  std::map<std::string, std::string> reasons;
  std::istringstream lines(read(root() + "/tests/errors/without-case.txt"));
  for (std::string line; std::getline(lines, line);) {
    if (const auto blank = line.find(' '); blank != std::string::npos) {
      reasons[line.substr(0, blank)] = line.substr(blank + 1);
    }
  }
  return reasons;
}

/// One case: its folder, the command where it is not `check`, and what the program says.
std::string shown(const std::string& name) {
  const std::string folder = root() + "/tests/errors/" + name + "/";
  std::string text = "[" + name + "](../tests/errors/" + name + ")";
  if (fs::exists(folder + "cmd")) {
    std::string command = read(folder + "cmd");
    command.erase(command.find_last_not_of('\n') + 1);
    text += ": `" + replaced(command, "[CASE]", "tests/errors/" + name) + "`";
  }
  return text + "\n\n```text\n" + read(folder + "expected.en.txt") + "```\n";
}

std::string errors_page() {
  const auto shown_by = cases();
  const auto reasons = without_case();
  std::string text =
      "# What can be wrong\n\n"
      "Every message has a code in brackets: `error[C0308]`, in Dutch `fout[C0308]`. A code never "
      "changes its meaning. All problems of a file are shown at once, at most twenty; an error "
      "ends "
      "with exit status 3, a warning alone with 1. Below each code there is at least one case that "
      "shows it, from the folder [tests/errors](../tests/errors), which holds the message in Dutch "
      "as well.\n\n"
      "This page is made from [words/errors.toml](../words/errors.toml) and from those cases; a "
      "test "
      "keeps it up to date. `pricetalk explain C0308` answers for one code.\n";
  for (const ErrorChapter& chapter : error_chapters()) {
    text += "\n## " + std::string(chapter.title) + "\n\n" + std::string(chapter.about) + "\n";
    for (const Code& code : chapter.codes) {
      const std::string id(code.code);
      text += "\n### " + id + ": " + std::string(code.title.en) + "\n\n";
      text += std::string(code.explanation.en) + "\n\n";
      text += "*" + std::string(code.title.nl) + ".* " + std::string(code.explanation.nl) + "\n\n";
      if (const auto found = shown_by.find(id); found != shown_by.end()) {
        for (const auto& name : found->second) {
          text += shown(name) + (name == found->second.back() ? "" : "\n");
        }
      } else if (const auto reason = reasons.find(id); reason != reasons.end()) {
        text += "No case: " + reason->second + ".\n";
      }
    }
  }
  return text;
}

TEST(ErrorsPage, is_made_from_the_tables_and_cases) {
  const std::string path = root() + "/docs/errors.md";
  const std::string now = errors_page();
  if (updating()) {
    write(path, now);
    return;
  }
  const std::string differs = difference(now, read(path));
  EXPECT_TRUE(differs.empty()) << "docs/errors.md: " << differs
                               << "\n  UPDATE_GOLDEN=1 writes it anew";
}

/// A sentence each, in both languages.
TEST(ErrorsPage, explains_every_code_in_both_languages) {
  std::size_t all = 0;
  for (const ErrorChapter& chapter : error_chapters()) {
    EXPECT_FALSE(chapter.codes.empty()) << chapter.title;
    all += chapter.codes.size();
    std::string_view last;
    for (const Code& code : chapter.codes) {
      EXPECT_LT(last, code.code);
      last = code.code;
      EXPECT_EQ(code.code.size(), 5u);
      EXPECT_NE(code.title.en, code.title.nl) << code.code;
      for (const auto& title : {code.title.en, code.title.nl}) {
        EXPECT_FALSE(title.empty() || title.ends_with('.')) << code.code;
      }
      for (const auto& explanation : {code.explanation.en, code.explanation.nl}) {
        EXPECT_TRUE(explanation.ends_with('.')) << code.code;
      }
    }
  }
  const std::string data = read(root() + "/words/errors.toml");
  std::size_t tables = 0;
  for (auto at = data.find("\n[code."); at != std::string::npos;
       at = data.find("\n[code.", at + 1)) {
    ++tables;
  }
  EXPECT_EQ(all, tables) << "a code stands in no chapter, or in two";
}

TEST(ErrorsPage, the_example_of_a_code_is_a_message_that_has_it) {
  const auto shown_by = cases();
  for (const ErrorChapter& chapter : error_chapters()) {
    for (const Code& code : chapter.codes) {
      const Phrase example = example_of(code);
      const bool shown = shown_by.contains(std::string(code.code));
      EXPECT_EQ(!example.en.empty(), shown) << code.code;
      EXPECT_EQ(!example.nl.empty(), shown) << code.code;
      if (shown) {
        EXPECT_NE(example.en.find("[" + std::string(code.code) + "]"), std::string::npos);
        EXPECT_NE(example.nl.find("[" + std::string(code.code) + "]"), std::string::npos);
        EXPECT_EQ(example.en.find("\n\n"), std::string::npos) << "one message, not all of the file";
      }
    }
  }
}

}  // namespace
}  // namespace pricetalk::harness
