#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "amounts_in.hpp"
#include "program.hpp"
#include "temporary_folder.hpp"

// Each amount that a customer reads stands on the talk page or in talk.json with the same value.

namespace pricetalk::harness {
namespace {

using Files = std::map<std::string, std::string>;

/// A plain number without zeros that say nothing: "5.00" is "5".
std::string value_of(std::string plain) {
  if (plain.find('.') != std::string::npos) {
    while (plain.back() == '0') plain.pop_back();
    if (plain.back() == '.') plain.pop_back();
  }
  return plain;
}

/// "1.234,56", "1,234.56", "1.000" and "12,5" as one value, whatever the language: a last separator
/// with three digits behind it groups, any other one begins the decimals.
std::string amount_of(const std::string& text) {
  const std::size_t last = text.find_last_of(".,");
  const std::size_t behind = last == std::string::npos ? 0 : text.size() - last - 1;
  const bool decimals = behind != 0 && behind != 3;
  std::string plain;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (is_digit(text[i])) plain += text[i];
    if (decimals && i == last) plain += '.';
  }
  return value_of(plain);
}

/// The values of talk.json: of its figures, and of the steps that its derivations show.
std::set<std::string> values_in(const std::string& json) {
  std::set<std::string> found;
  const std::string key = "\"value\": \"";
  for (auto at = json.find(key); at != std::string::npos; at = json.find(key, at + 1)) {
    const std::size_t begin = at + key.size();
    std::string value = json.substr(begin, json.find('"', begin) - begin);
    if (value.starts_with('-')) value.erase(0, 1);
    if (!value.empty() && is_digit(value.front()) && is_digit(value.back()))
      found.insert(value_of(value));
  }
  return found;
}

/// The letter and its annexes, as a customer would get them or as a draft.
bool for_the_customer(const std::string& name) {
  return name.ends_with(".md") &&
         (name.starts_with("customer/") || name.starts_with("internal/draft/"));
}

/// Amounts that the customer reads and that neither page nor talk.json has.
std::vector<std::string> unknown_amounts(const Files& files) {
  std::set<std::string> known = values_in(files.at("internal/talk.json"));
  for (const std::string& each : amounts_in(files.at("internal/talk.md")))
    known.insert(amount_of(each));
  std::vector<std::string> unknown;
  for (const auto& [name, text] : files) {
    if (!for_the_customer(name)) continue;
    for (const std::string& each : amounts_in(text))
      if (known.count(amount_of(each)) == 0) unknown.push_back(name + ": " + each);
  }
  return unknown;
}

std::size_t amounts_of_letter(const Files& files) {
  std::size_t count = 0;
  for (const auto& [name, text] : files)
    if (for_the_customer(name)) count += amounts_in(text).size();
  return count;
}

Files prepared(const std::string& options) {
  const TemporaryFolder folder;
  const std::string out = folder.path() + "/talk";
  run_in(root(), split("pricetalk prepare " + options + " --out " + out));
  return files_below(out);
}

/// A talk, and whether there is a letter in it: then its amounts are known.
bool agrees(const std::string& options) {
  const Files files = prepared(options);
  if (files.count("internal/talk.json") == 0 || amounts_of_letter(files) == 0) return false;
  for (const std::string& each : unknown_amounts(files)) ADD_FAILURE() << options << ": " << each;
  return true;
}

std::vector<std::string> contracts_in(const std::string& folder) {
  std::vector<std::string> found;
  for (const auto& entry : std::filesystem::directory_iterator(root() + "/" + folder))
    if (entry.path().extension() == ".toml")
      found.push_back(folder + "/" + entry.path().filename().string());
  std::sort(found.begin(), found.end());
  return found;
}

TEST(Amounts, of_a_letter_about_an_example_stand_on_the_page_or_in_the_json) {
  int letters = 0;
  for (const std::string& contract : contracts_in("contracts"))
    letters += agrees(contract + " --scenario scenarios/verwacht.toml --today 2025-10-14") ? 1 : 0;
  letters += agrees(
                 "contracts/schoonmaak-gemeente.toml --today 2025-10-14 --invoices "
                 "contracts/invoices/schoonmaak-gemeente.csv --language en")
                 ? 1
                 : 0;
  EXPECT_GT(letters, 1);
}

TEST(Amounts, of_a_letter_about_a_story_stand_on_the_page_or_in_the_json) {
  int letters = 0;
  for (const std::string& contract : contracts_in("tests/stories/talk")) {
    const bool of_2023 = contract.ends_with("two-steps-a-year.toml");
    letters += agrees(contract + " --scenario scenarios/verwacht.toml --today " +
                      (of_2023 ? "2023-11-21" : "2025-10-14"))
                   ? 1
                   : 0;
  }
  EXPECT_GT(letters, 4);
}

/// Every golden letter, prepared as a whole talk with the same contract, future and day.
TEST(Amounts, of_every_golden_letter_stand_on_the_page_or_in_the_json) {
  int letters = 0;
  for (const std::string& name : folders_below(root() + "/tests/golden/letter", 1)) {
    const std::string folder = "tests/golden/letter/" + name;
    std::string command = replaced(read(root() + "/" + folder + "/cmd"), "[CASE]", folder);
    command = replaced(replaced(command, " --kind innovation", ""), "pricetalk letter ", "");
    while (!command.empty() && command.back() == '\n') command.pop_back();
    letters += agrees(command) ? 1 : 0;
  }
  EXPECT_GT(letters, 8);
}

TEST(Amounts, that_are_wrong_by_one_digit_are_found) {
  const Files right = prepared(
      "contracts/schoonmaak-gemeente.toml --scenario scenarios/verwacht.toml --today "
      "2025-10-14");
  ASSERT_TRUE(unknown_amounts(right).empty());
  std::size_t planted = 0;
  for (const auto& [name, text] : right) {
    if (!for_the_customer(name)) continue;
    for (const std::string& each : amounts_in(text)) {
      std::string wrong = each;
      wrong.back() = wrong.back() == '7' ? '3' : '7';
      Files mutated = right;
      mutated[name] = replaced(text, "€\xC2\xA0" + each, "€\xC2\xA0" + wrong);
      if (mutated[name] == text) mutated[name] = replaced(text, "€ " + each, "€ " + wrong);
      ASSERT_NE(mutated[name], text) << each;
      EXPECT_FALSE(unknown_amounts(mutated).empty()) << name << ": " << wrong;
      ++planted;
    }
  }
  EXPECT_GT(planted, 10U);
}

TEST(Amounts, are_read_in_both_notations) {
  EXPECT_EQ(amount_of("1.234,56"), amount_of("1,234.56"));
  EXPECT_EQ(amount_of("3.121.524"), amount_of("3,121,524"));
  EXPECT_EQ(amount_of("42.750"), "42750");
  EXPECT_EQ(amount_of("36,20"), "36.2");
  EXPECT_EQ(amounts_in("€ 1.234,56 en €\xC2\xA0"
                       "9; EUR 5.00"),
            (std::vector<std::string>{"1.234,56", "9", "5.00"}));
}

}  // namespace
}  // namespace pricetalk::harness
