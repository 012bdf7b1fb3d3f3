#include <gmock/gmock.h>

#include "advice/rule.hpp"
#include "diagnostic/codes.hpp"
#include "red_face_case.hpp"

namespace pricetalk {
namespace redface_people_test {

using red_face_case::Case;
using red_face_case::charged;
using red_face_case::contract;
using red_face_case::fixed;
using red_face_case::thresholds;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

TEST(RedFacePeople, misses_the_good_customer_who_went_silent) {
  const auto silent = [](const char* today, const char* last, const char* talk = "2024-11-01") {
    const std::string people =
        std::string("[[contact]]\nname = \"A\"\nparty = \"customer\"\nspeaks_with = \"B\"\n") +
        "last_contact = " + last + "\n[talk]\non = " + talk +
        "\n[[contact]]\nname = \"B\"\nparty = \"supplier\"\n";
    return Case(contract("", people), today).of("silent-good-customer");
  };
  EXPECT_THAT(silent("2024-06-01", "2024-03-03"), SizeIs(1));  // 90 days
  EXPECT_THAT(silent("2024-06-01", "2024-03-04"), IsEmpty());  // 89 days
  EXPECT_THAT(silent("2023-01-01", "2022-01-01", "2023-06-01"), SizeIs(1));
  EXPECT_THAT(silent("2022-12-31", "2022-01-01", "2023-06-01"), IsEmpty());  // not three years
  EXPECT_THAT(silent("2024-06-01", "2024-01-01", "2025-06-01"), SizeIs(1));  // 365 days
  EXPECT_THAT(silent("2024-06-01", "2024-01-01", "2025-06-02"), IsEmpty());
}

TEST(RedFacePeople, knows_who_has_nobody_to_speak_with) {
  const auto contact = [](const char* more) {
    return Case(contract("", std::string("[[contact]]\nname = \"A\"\nparty = \"customer\"\n") +
                                 more + "\n[[contact]]\nname = \"B\"\nparty = \"supplier\"\n"),
                "2024-06-01")
        .of("unpaired-contact");
  };
  EXPECT_THAT(contact("role = \"finance\""), SizeIs(1));
  EXPECT_THAT(contact("role = \"user\""), IsEmpty());
  EXPECT_THAT(contact("role = \"finance\"\nspeaks_with = \"B\""), IsEmpty());
}

std::string scores(const std::vector<const char*>& values) {
  std::string text;
  int quarter = 0;
  for (const char* value : values)
    text += "[[signal]]\nwhat = \"score\"\nperiod = \"2023-Q" + std::to_string(++quarter) +
            "\"\nvalue = " + value + "\n";
  return text;
}

TEST(RedFacePeople, see_a_score_that_falls_three_periods_in_a_row) {
  const auto found =
      Case(contract("", scores({"8.0", "7.8", "7.5", "7.4"})), "2024-01-01").of("drift");
  ASSERT_THAT(found, SizeIs(1));
  EXPECT_EQ(found[0].title.nl,
            "het cijfer daalde 3 perioden op rij, van 8 (2023-Q1) naar 7,4 (2023-Q4)");
  EXPECT_EQ(found[0].since, priced::day("2023-04-01"));
  EXPECT_THAT(Case(contract("", scores({"8.0", "7.8", "7.8", "7.4"})), "2024-01-01").of("drift"),
              IsEmpty());
  const Case two(contract("", scores({"8.0", "7.8", "7.5"})), "2024-01-01");
  EXPECT_THAT(two.of("drift"), IsEmpty());
  EXPECT_THAT(two.of("drift", thresholds("drift_periods = 2")), SizeIs(1));
}

TEST(RedFacePeople, see_what_is_bought_less_every_year) {
  std::vector<InvoiceLine> rows;
  const auto year = [&](const char* first, const char* last, const char* pieces,
                        const char* amount) {
    rows.push_back(charged(first, last, pieces, "100.00", amount));
  };
  year("2020-01-01", "2020-12-31", "12", "1200.00");
  year("2021-01-01", "2021-12-31", "11", "1100.00");
  year("2022-01-01", "2022-12-31", "10", "1000.00");
  EXPECT_THAT(Case(fixed(), "2024-01-01", rows).of("drift"), IsEmpty());
  year("2023-01-01", "2023-12-31", "9", "900.00");
  EXPECT_THAT(Case(fixed(), "2024-01-01", rows).of("drift"), SizeIs(1));
  EXPECT_THAT(Case(fixed(), "2023-12-31", rows).of("drift"), IsEmpty());  // that year is not over
}

TEST(RedFacePeople, compare_customers_of_years_with_new_ones) {
  std::string supplier = "\n[parties]\nsupplier = { name = \"S\" }";
  std::string unit = "unit = \"hour\"\n";
  const auto customer = [&](const char* price, const char* since) {
    return red_face_case::replaced(
        red_face_case::replaced(fixed(unit + "title = \"Schoonmaak\""), "100.00", price),
        "start = 2020-01-01",
        "start = 2020-01-01\ncustomer_since = " + std::string(since) + supplier);
  };
  const auto found = [&](const char* price, const char* since) {
    const Case old(customer(price, since), "2021-01-01");
    const Case fresh(customer("100.00", "2018-01-01"), "2021-01-01");
    const std::vector<Dossier> both{old.dossier(), fresh.dossier()};
    return red_face_across(both, default_thresholds());
  };
  const auto all = found("102.00", "2015-01-01");
  ASSERT_THAT(all, SizeIs(1));
  EXPECT_EQ(all[0].dossier, 0U);
  EXPECT_EQ(all[0].finding.rule, "loyal-customer-pays-more");
  EXPECT_EQ(red_face_case::text(*all[0].finding.per_year), "240.00");  // 2.00 x 120
  EXPECT_THAT(all[0].finding.evidence, SizeIs(1));
  EXPECT_THAT(found("101.99", "2015-01-01"), IsEmpty());
  EXPECT_THAT(found("102.00", "2015-01-02"), IsEmpty());  // three years less a day
  EXPECT_THAT(found("98.00", "2015-01-01"), IsEmpty());
  // Nobody can tell whether it is the same thing.
  unit.clear();
  EXPECT_THAT(found("102.00", "2015-01-01"), IsEmpty());
  unit = "unit = \"hour\"\n";
  supplier.clear();
  EXPECT_THAT(found("102.00", "2015-01-01"), IsEmpty());
}

TEST(RedFacePeople, every_rule_is_complete) {
  std::set<std::string_view> ids;
  for (const RedFaceRule& rule : red_face_rules()) {
    EXPECT_TRUE(ids.insert(rule.id).second) << rule.id;
    EXPECT_TRUE(rule.idea.starts_with("S")) << rule.id;
    EXPECT_NE(rule.find == nullptr, rule.find_across == nullptr) << rule.id;
    for (const Wording* text : {&rule.looks_at, &rule.question, &rule.advice})
      EXPECT_FALSE(text->en.empty() || text->nl.empty()) << rule.id;
    EXPECT_TRUE(rule.question.nl.ends_with('?') && rule.question.en.ends_with('?')) << rule.id;
  }
}

}  // namespace redface_people_test
}  // namespace pricetalk
