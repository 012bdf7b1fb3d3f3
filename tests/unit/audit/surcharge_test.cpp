#include <gmock/gmock.h>

#include "audited.hpp"

namespace pricetalk {
namespace audit_surcharge_test {

using audited::charged;
using audited::explanations;
using audited::of;
using audited::text;
using priced::Talk;
using testing::Contains;
using testing::ElementsAre;

/// 100.00, and 4 % more from 2021, capped at 3 %; with a surcharge of 3.00, 5.00 from 16 March
/// 2021.
Talk with_surcharge() {
  std::string made =
      priced::yearly("limits = { cap = \"3%\" }", R"(["2021", 4])",
                     "[clause.s]\nformula = \"surcharge = k\"\n"
                     "constants = { k = [{ value = 3 }, { from = 2021-03-16, value = 5 }] }\n");
  const std::string line = "clause = \"c\"\n";
  made.insert(made.find(line) + line.size(), "surcharges = [\"s\"]\n");
  return Talk(made);
}

TEST(AuditSurcharge, price_and_surcharge_together_are_allowed) {
  const auto audit =
      of(with_surcharge(), {charged("2020-05-01", "2020-05-31", "10", "103.00", "1030.00"),
                            charged("2021-02-01", "2021-02-28", "10", "106.00", "1060.00")});
  EXPECT_FALSE(audit.differs());
  EXPECT_EQ(priced::text(*audit.rows[1].allowed_price), "106.00");
}

TEST(AuditSurcharge, what_was_left_out_is_too_little) {
  const auto audit =
      of(with_surcharge(), {charged("2020-05-01", "2020-05-31", "10", "100.00", "1000.00")});
  EXPECT_EQ(text(audit.totals.under), "30.00");
}

TEST(AuditSurcharge, a_change_inside_the_period_counts_by_days) {
  // 10 x (15 x 106 + 16 x 108) / 31 = 1070.3225…
  const auto audit =
      of(with_surcharge(), {charged("2021-03-01", "2021-03-31", "10", "", "1070.32")});
  EXPECT_FALSE(audit.differs());
  EXPECT_FALSE(audit.rows[0].allowed_price.has_value());
}

TEST(AuditSurcharge, mistakes_in_the_price_are_found_beneath_it) {
  // 104 + 3 instead of 103 + 3.
  const auto audit =
      of(with_surcharge(), {charged("2020-05-01", "2020-05-31", "10", "103.00", "1030.00"),
                            charged("2021-02-01", "2021-02-28", "10", "107.00", "1070.00")});
  EXPECT_EQ(text(audit.totals.over), "10.00");
  EXPECT_THAT(explanations(audit), Contains("cap-ignored 2021-01-01"));
}

TEST(AuditSurcharge, the_evidence_names_price_and_surcharge) {
  const auto audit =
      of(with_surcharge(), {charged("2020-05-01", "2020-05-31", "10", "100.00", "1000.00")});
  std::vector<std::string> labels;
  for (const Evidence& one : audit.evidence)
    for (const OutlineRow& row : outline(*one.derivation, one.node)) labels.push_back(row.label.en);
  EXPECT_THAT(labels, Contains("surcharge s on 1 May 2020"));
  EXPECT_THAT(labels, Contains("price with surcharges"));
}

}  // namespace audit_surcharge_test
}  // namespace pricetalk
