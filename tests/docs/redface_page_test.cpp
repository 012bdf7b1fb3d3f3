#include <gtest/gtest.h>

#include <string>

#include "advice/rule.hpp"
#include "advice/thresholds_dictionary.hpp"
#include "lint/trial_limits.hpp"
#include "pricetalk/advice/redface.hpp"
#include "program.hpp"

/// docs/reference/redface.md and rules/redface.toml are made from the program's own rules and
/// thresholds. UPDATE_GOLDEN=1 writes them anew.
namespace pricetalk::harness {
namespace {

std::string default_of(std::string_view key) {
  std::string found;
  std::apply(
      [&](const auto&... field) {
        ((field.key == key ? void(found = std::string(field.fallback)) : void()), ...);
      },
      Dictionary<RedFaceThresholds>::fields);
  return found;
}

std::string row(const RedFaceRule& rule) {
  std::string text = "| `" + std::string(rule.id) + "` | " + std::string(rule.idea) + " | " +
                     words(rule.kind).nl + " | " + std::string(rule.looks_at.en) + " | ";
  bool first = true;
  for (const std::string_view key : rule.thresholds) {
    if (key.empty()) continue;
    text += (first ? "" : "<br>");
    text += "`" + std::string(key) + " = " + default_of(key) + "`";
    first = false;
  }
  if (first) text += "–";
  return text + " | " + std::string(rule.question.en) + "<br>*" + std::string(rule.question.nl) +
         "* | " + std::string(rule.advice.en) + "<br>*" + std::string(rule.advice.nl) + "* |\n";
}

std::string redface_page() {
  std::string text =
      "# The red-face rules\n\n"
      "What `pricetalk redface` looks at. FOUT is wrong: charged differs from allowed. GÊNANT is "
      "allowed, and embarrassing once the customer sees it. Every finding has the money a year and "
      "in all where it can be told, since when, where each figure comes from, the question that "
      "the customer would ask, and what to do. FOUT stands first, then the most money. No euro "
      "is counted by two FOUT rules.\n\n"
      "Thresholds are changed with `--thresholds FILE`; "
      "[rules/redface.toml](../../rules/redface.toml) holds the defaults, to copy. A mistake that "
      "the customer was told is recorded as "
      "[`[[disclosure]]`](../contract-format.md#311-beside-the-price).\n\n"
      "This page is made from the program's own rules; a test keeps it up to date.\n\n"
      "| rule | idea | kind | looks at | thresholds | the customer's question | what to do |\n"
      "|---|---|---|---|---|---|---|\n";
  for (const RedFaceRule& rule : red_face_rules()) text += row(rule);
  return text;
}

void is_up_to_date(const std::string& name, const std::string& now) {
  const std::string path = root() + "/" + name;
  if (updating()) {
    write(path, now);
    return;
  }
  const std::string differs = difference(now, read(path));
  EXPECT_TRUE(differs.empty()) << name << ": " << differs << "\n  UPDATE_GOLDEN=1 writes it anew";
}

TEST(RedFacePage, is_made_from_the_rules) {
  is_up_to_date("docs/reference/redface.md", redface_page());
}

TEST(RedFaceThresholds, are_shipped_as_a_file_to_copy) {
  is_up_to_date("rules/redface.toml", default_thresholds_text());
}

TEST(ClauseRules, are_shipped_as_a_file_to_copy) {
  is_up_to_date("rules/clauses.toml", default_trial_limits_text());
}

}  // namespace
}  // namespace pricetalk::harness
