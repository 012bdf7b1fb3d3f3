#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <map>
#include <span>
#include <sstream>
#include <string>
#include <vector>

#include "advice/codes.hpp"
#include "cli/codes.hpp"
#include "contract/codes.hpp"
#include "document/codes.hpp"
#include "files/codes.hpp"
#include "index/codes.hpp"
#include "invoice/codes.hpp"
#include "law/codes.hpp"
#include "program.hpp"
#include "scenario/codes.hpp"

/// docs/errors.md is made from the rooms' code tables and the folders of tests/errors.
/// UPDATE_GOLDEN=1 writes it anew.
namespace pricetalk::harness {
namespace {

namespace fs = std::filesystem;

struct Chapter {
  std::string title;
  std::string about;
  std::span<const Code> codes;
};

std::vector<Chapter> chapters() {
  return {
      {"T: text, values and keys",
       "What can be wrong with a file whatever it is about: as text (T01), as one value (T02), as "
       "keys and tables (T03).",
       document_codes()},
      {"C, F: contracts and formulas",
       "What can be wrong with what a contract says: one value (C01), a clause (C02), the whole "
       "(C03), a formula (F01).",
       contract_codes()},
      {"I: figures", "What can be wrong with published figures.", index_codes()},
      {"S: scenarios", "What can be wrong with a future, alone (S01) or for a contract (S02).",
       scenario_codes()},
      {"A: invoices", "What can be wrong with an invoice file.", invoice_codes()},
      {"R: thresholds", "What can be wrong with a thresholds file of the red-face rules.",
       advice_codes()},
      {"L: statutory facts", "What can be wrong with a file of statutory facts (interest, claims).",
       law_codes()},
      {"O: files and folders", "What the outside answered; the exit status is 3.", file_codes()},
      {"U: the command line", "What was asked cannot be done; the exit status is 2.",
       usage_codes()},
  };
}

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

std::string page() {
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
      "This page is made from the program's own tables and from those cases; a test keeps it up to "
      "date.\n";
  for (const auto& chapter : chapters()) {
    text += "\n## " + chapter.title + "\n\n" + chapter.about + "\n";
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
  const std::string now = page();
  if (updating()) {
    write(path, now);
    return;
  }
  const std::string differs = difference(now, read(path));
  EXPECT_TRUE(differs.empty()) << "docs/errors.md: " << differs
                               << "\n  UPDATE_GOLDEN=1 writes it anew";
}

TEST(ErrorsPage, has_every_rooms_table) {
  std::size_t tables = 0;
  for (const auto& room : folders_below(root() + "/src", 1)) {
    if (fs::exists(root() + "/src/" + room + "/codes.cpp")) {
      ++tables;
    }
  }
  EXPECT_EQ(tables, chapters().size());
}

/// A sentence each, in both languages.
TEST(ErrorsPage, explains_every_code_in_both_languages) {
  for (const auto& chapter : chapters()) {
    std::string_view last;
    for (const Code& code : chapter.codes) {
      EXPECT_LT(last, code.code);
      last = code.code;
      EXPECT_EQ(code.code.size(), 5u);
      EXPECT_NE(code.title.en, code.title.nl) << code.code;
      for (const auto title : {code.title.en, code.title.nl}) {
        EXPECT_FALSE(title.empty() || title.ends_with('.')) << code.code;
      }
      for (const auto explanation : {code.explanation.en, code.explanation.nl}) {
        EXPECT_TRUE(explanation.ends_with('.')) << code.code;
      }
    }
  }
}

}  // namespace
}  // namespace pricetalk::harness
