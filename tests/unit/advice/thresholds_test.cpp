#include <gmock/gmock.h>

#include <set>

#include "advice/rule.hpp"
#include "advice/thresholds_dictionary.hpp"
#include "document/documentation.hpp"
#include "pricetalk/advice/redface.hpp"

namespace pricetalk {
namespace thresholds_test {

std::vector<std::string> codes(const std::string& text) {
  const auto read = read_thresholds(std::make_shared<const SourceText>("thresholds.toml", text));
  std::vector<std::string> found;
  for (const Diagnostic& each : read.diagnostics.list()) found.push_back(each.code);
  return found;
}

TEST(Thresholds, keep_the_default_of_what_a_file_does_not_say) {
  const auto read = read_thresholds(std::make_shared<const SourceText>(
      "thresholds.toml", "schema = 1\nsilent_days = 60\nover_use = \"12.5%\"\n"));
  ASSERT_TRUE(read.ok());
  EXPECT_EQ(read.value->silent_days.value, 60);
  EXPECT_EQ(read.value->over_use.value.text(), "12.5%");
  EXPECT_EQ(read.value->kept_decrease.value.text(), "250.00");
}

TEST(Thresholds, accept_their_own_defaults_and_examples) {
  EXPECT_THAT(codes(default_thresholds_text()), testing::IsEmpty());
  EXPECT_THAT(refused_examples<RedFaceThresholds>(), testing::IsEmpty());
}

TEST(Thresholds, refuse_what_is_no_threshold) {
  using testing::ElementsAre;
  EXPECT_THAT(codes("schema = 1\nover_use = \"100%\"\n"), testing::IsEmpty());
  EXPECT_THAT(codes("schema = 1\nover_use = \"101%\"\n"), ElementsAre("R0101"));
  EXPECT_THAT(codes("schema = 1\nover_use = \"-1%\"\n"), ElementsAre("R0101"));
  EXPECT_THAT(codes("schema = 1\nkept_decrease = -0.01\n"), ElementsAre("R0102"));
  EXPECT_THAT(codes("schema = 1\ndrift_periods = 0\n"), ElementsAre("R0103"));
  EXPECT_THAT(codes("schema = 1\nsilent_days = 10001\n"), ElementsAre("R0103"));
  EXPECT_THAT(codes("schema = 1\nsilent_day = 90\n"), ElementsAre("T0301"));
  EXPECT_THAT(codes("silent_days = 90\n"), ElementsAre("T0302"));
  EXPECT_THAT(codes("schema = 2\n"), ElementsAre("T0306"));
}

TEST(Thresholds, belong_to_rules_each) {
  std::set<std::string_view> known;
  std::apply([&](const auto&... field) { (known.insert(field.key), ...); },
             Dictionary<RedFaceThresholds>::fields);
  std::set<std::string_view> used{"schema"};
  for (const RedFaceRule& rule : red_face_rules())
    for (const std::string_view key : rule.thresholds)
      if (!key.empty()) {
        EXPECT_TRUE(known.contains(key)) << rule.id << ": " << key;
        EXPECT_TRUE(used.insert(key).second) << key << " belongs to two rules";
      }
  EXPECT_EQ(used, known);
}

}  // namespace thresholds_test
}  // namespace pricetalk
