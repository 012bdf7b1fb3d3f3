#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>

#include "cli/load.hpp"
#include "lint/examples.hpp"

// Published worked examples in the product's own format (native: statistics offices, tariffs,
// courts, company letters; each file names its source), hand-computed ones for the memory rules of
// the ladder, and the example contracts. Every stated figure is recomputed.

namespace pricetalk {
namespace {

std::vector<std::string> files_in(const std::string& folder) {
  std::vector<std::string> found;
  if (!std::filesystem::is_directory(folder)) return found;
  for (const auto& entry : std::filesystem::directory_iterator(folder))
    if (entry.path().extension() == ".toml") found.push_back(entry.path().string());
  std::sort(found.begin(), found.end());
  return found;
}

std::vector<std::string> committed() {
  std::vector<std::string> all = files_in(PRICETALK_ROOT "/tests/conformance/native");
  const std::vector<std::string> ladder = files_in(PRICETALK_ROOT "/tests/conformance/ladder");
  const std::vector<std::string> own = files_in(PRICETALK_ROOT "/tests/conformance/own");
  const std::vector<std::string> examples = files_in(PRICETALK_ROOT "/contracts");
  all.insert(all.end(), ladder.begin(), ladder.end());
  all.insert(all.end(), own.begin(), own.end());
  all.insert(all.end(), examples.begin(), examples.end());
  return all;
}

std::string name_of(const std::string& path) {
  std::string name = std::filesystem::path(path).stem().string();
  std::replace(name.begin(), name.end(), '-', '_');
  return name;
}

class WorkedExamples : public testing::TestWithParam<std::string> {};

TEST_P(WorkedExamples, hold_to_the_last_stated_digit) {
  const auto loaded = load_contract(GetParam(), {});
  ASSERT_TRUE(loaded.ok()) << render(loaded.diagnostics, Language::en);
  const auto results = check_examples(loaded.value->contract, loaded.value->library);
  ASSERT_FALSE(results.empty());
  for (const ExampleResult& result : results)
    EXPECT_EQ(result.kind, ExampleResult::Kind::holds)
        << result.example->on.value.text() << " " << result.example->what.value << ": computed "
        << result.computed << ", stated " << result.stated;
}

INSTANTIATE_TEST_SUITE_P(Published, WorkedExamples, testing::ValuesIn(committed()),
                         [](const auto& test) { return name_of(test.param); });

TEST(SharedCases, are_refused_by_name_when_they_need_what_is_not_built_and_hold_otherwise) {
  const std::vector<std::string> files = files_in(PRICETALK_ROOT "/../shared/conformance/native");
  if (files.empty()) GTEST_SKIP() << "no shared folder beside the checkout";
  std::size_t hold = 0;
  for (const std::string& file : files) {
    const auto loaded = load_contract(file, {});
    if (!loaded.ok()) {
      const std::string text = render(loaded.diagnostics, Language::en);
      EXPECT_NE(text.find("is not supported yet"), std::string::npos) << file << "\n" << text;
      continue;
    }
    const auto results = check_examples(loaded.value->contract, loaded.value->library);
    bool all = true;
    for (const ExampleResult& result : results) {
      EXPECT_NE(result.kind, ExampleResult::Kind::differs)
          << file << " " << result.example->what.value;
      EXPECT_NE(result.kind, ExampleResult::Kind::undetermined)
          << file << " " << result.example->what.value;
      all = all && result.kind == ExampleResult::Kind::holds;
    }
    hold += all ? 1U : 0U;
  }
  EXPECT_EQ(hold, files_in(PRICETALK_ROOT "/tests/conformance/native").size());
  RecordProperty("hold", static_cast<int>(hold));
}

}  // namespace
}  // namespace pricetalk
