#include <gmock/gmock.h>

#include "audited.hpp"
#include "pricing/fold.hpp"
#include "reading/reading.hpp"

namespace pricetalk {
namespace cause_test {

using audited::explanations;
using audited::of;
using audited::yearly_rows;
using priced::Talk;
using testing::Contains;
using testing::ElementsAre;
using testing::Not;

/// 100.00 in 2020; 5 %, 4.7619 %, -1.8182 %, 5.5556 %; with cap 3 % and floor 0 %:
/// 103.00, 106.09, 106.09, 109.27.
std::string contract(const std::string& clause = "limits = { cap = \"3%\", floor = \"0%\" }") {
  return priced::indexed(
      clause, "",
      R"(["2018", 98], ["2019", 100], ["2020", 105], ["2021", 110], ["2022", 108], ["2023", 114])");
}

TEST(Causes, name_the_one_date_on_which_a_cap_was_ignored) {
  // 105.00; x 1.03 = 108.15; floor; x 1.03 = 111.3945 -> 111.39.
  const auto audit =
      of(Talk(contract()), yearly_rows({"100.00", "105.00", "108.15", "108.15", "111.39"}));
  EXPECT_THAT(explanations(audit), Contains("cap-ignored 2021-01-01"));
  const Causes& causes = audit.lines.front().causes;
  EXPECT_EQ(causes.result, Causes::Result::found);
  EXPECT_EQ(causes.sentence().nl, "maximum van 3% niet toegepast op 1 januari 2021");
  EXPECT_EQ(causes.sentence().en, "cap of 3% not applied on 1 January 2021");
}

TEST(Causes, name_all_dates_of_a_mistake_that_was_repeated) {
  // 105.00, 110.00, floor 110.00, x 114/108 = 116.11.
  const auto audit =
      of(Talk(contract()), yearly_rows({"100.00", "105.00", "110.00", "110.00", "116.11"}));
  EXPECT_THAT(explanations(audit), Contains("cap-ignored 2021-01-01 2022-01-01 2024-01-01"));
}

TEST(Causes, know_since_when_a_mistake_was_made) {
  // 103.00, 106.09, then without floor: x 108/110 = 104.16, x 1.03 = 107.28.
  const auto audit =
      of(Talk(contract()), yearly_rows({"100.00", "103.00", "106.09", "104.16", "107.28"}));
  EXPECT_EQ(audit.lines.front().since, priced::day("2023-01-01"));
  EXPECT_THAT(explanations(audit), Contains("floor-ignored 2023-01-01"));
}

TEST(Causes, find_two_mistakes_where_one_does_not_explain) {
  // 2021 cap ignored: 105.00; 2022 capped 108.15; 2023 forgotten or floor; 2024 whole percents up
  // of 5.5556 %: cap ignored again as well would be 114.16; here the cap holds in 2022 and 2024 and
  // the floor was ignored in 2023: 108.15 x 108/110 = 106.1836 -> 106.18; x 1.03 = 109.3654 ->
  // 109.37.
  const auto audit =
      of(Talk(contract()), yearly_rows({"100.00", "105.00", "108.15", "106.18", "109.37"}));
  // Each rests on one price: too little to be certain of both.
  EXPECT_EQ(audit.lines.front().causes.result, Causes::Result::possible);
  EXPECT_THAT(audit.lines.front().causes.sentence().nl,
              testing::StartsWith("mogelijk, niet zeker: "));
  EXPECT_THAT(explanations(audit), Contains("cap-ignored 2021-01-01 + floor-ignored 2023-01-01"));
  for (const Explanation& each : audit.lines.front().causes.explanations)
    EXPECT_EQ(each.misreadings.size(), 2U);
}

TEST(Causes, show_equal_explanations_as_equal) {
  // In 2023 a price that was not lowered: the decrease was kept, or the step was forgotten.
  // 105.00, 110.00, 110.00, x 114/108 = 116.11.
  const auto audit =
      of(Talk(contract("")), yearly_rows({"100.00", "105.00", "110.00", "110.00", "116.11"}));
  EXPECT_THAT(explanations(audit), Contains("decrease-kept 2023-01-01"));
  EXPECT_THAT(explanations(audit), Contains("step-forgotten 2023-01-01"));
  EXPECT_GT(audit.lines.front().causes.tried, 10U);
}

TEST(Causes, find_a_forgotten_step_that_cost_ourselves_money) {
  // 2022 forgotten: 105.00, 105.00, x 108/110 = 103.09, x 114/108 = 108.82.
  const auto audit =
      of(Talk(contract("")), yearly_rows({"100.00", "105.00", "105.00", "103.09", "108.82"}));
  EXPECT_THAT(explanations(audit), Contains("step-forgotten 2022-01-01"));
  EXPECT_EQ(audited::text(audit.totals.over), "0.00");
}

TEST(Causes, find_a_price_that_came_too_early) {
  auto rows = yearly_rows({"100.00"});
  rows.front().to = priced::day("2020-11-30");
  rows.push_back(audited::charged("2020-12-01", "2020-12-31", "10", "105.00", "1050.00"));
  rows.push_back(audited::charged("2021-01-01", "2021-12-31", "10", "105.00", "1050.00"));
  const auto audit = of(Talk(contract("")), rows);
  EXPECT_THAT(explanations(audit), ElementsAre("applied-early-1 2021-01-01"));
}

TEST(Causes, say_that_none_was_found) {
  const auto audit =
      of(Talk(contract()), yearly_rows({"100.00", "104.37", "107.77", "109.99", "110.01"}));
  EXPECT_EQ(audit.lines.front().causes.result, Causes::Result::not_found);
  EXPECT_EQ(audit.lines.front().causes.sentence().nl, "geen oorzaak gevonden");
}

TEST(Causes, tell_a_slip_on_one_invoice_from_a_misread_clause) {
  const auto audit =
      of(Talk(contract()), yearly_rows({"100.00", "103.00", "109.06", "106.09", "109.27"}));
  EXPECT_EQ(audit.lines.front().causes.result, Causes::Result::single_invoice);
  EXPECT_EQ(audit.lines.front().causes.sentence().en,
            "only invoice F2022-01-01 differs, the others are right");
}

TEST(Causes, do_not_explain_a_price_that_was_wrong_from_the_start) {
  const auto audit =
      of(Talk(contract()), yearly_rows({"101.00", "104.03", "107.15", "107.15", "110.36"}));
  EXPECT_EQ(audit.lines.front().causes.result, Causes::Result::not_found);
}

TEST(Causes, work_from_amounts_where_no_price_is_stated) {
  auto rows = yearly_rows({"100.00", "105.00", "108.15", "108.15", "111.39"});
  for (InvoiceLine& row : rows) row.unit_price.reset();
  EXPECT_THAT(explanations(of(Talk(contract()), rows)), Contains("cap-ignored 2021-01-01"));
}

/// Whatever reading is planted on one date is found again, or something that gives the same prices.
TEST(Causes, explain_every_reading_that_was_planted) {
  const Talk talk(contract());
  const Line& line = *talk.contract().find_line("p");
  std::size_t planted = 0;
  for (const Reading& reading : readings(talk.contract(), line, talk.contract().clauses.front(),
                                         talk.coverage().library(), priced::day("2024-12-31"))) {
    const Contract edited = *reading.edit(talk.contract());
    const auto prices =
        schedule(PricingContext{&edited, edited.find_line("p"), 0, &talk.coverage()},
                 priced::day("2024-12-31"));
    std::vector<std::string> texts;
    for (const char* day : {"2020-06-01", "2021-06-01", "2022-06-01", "2023-06-01", "2024-06-01"})
      texts.push_back(priced::text(prices.on(priced::day(day))->price));
    if (std::any_of(texts.begin(), texts.end(),
                    [](const std::string& text) { return text.starts_with("?"); }))
      continue;
    const auto audit = of(talk, yearly_rows(texts));
    const auto result = audit.lines.front().causes.result;
    const bool fits = result == Causes::Result::found || result == Causes::Result::possible;
    EXPECT_TRUE(fits || result == Causes::Result::nothing_to_explain) << reading.id;
    planted += fits ? 1 : 0;
  }
  EXPECT_GE(planted, 7U);
}

}  // namespace cause_test
}  // namespace pricetalk

namespace pricetalk {
namespace cause_share_test {

using audited::of;
using audited::text;
using audited::yearly_rows;
using priced::Talk;

/// 100.00 in 2020, an index of 105/100, 110/105, 108/110, 114/108; cap 3 %, floor 0 %: allowed
/// 103.00, 106.09, 106.09, 109.27.
Talk talk() {
  return Talk(priced::indexed(
      "limits = { cap = \"3%\", floor = \"0%\" }", "",
      R"(["2018", 98], ["2019", 100], ["2020", 105], ["2021", 110], ["2022", 108], ["2023", 114])"));
}

TEST(CauseShares, of_one_cause_are_the_whole_difference) {
  const auto audit = of(talk(), yearly_rows({"100.00", "105.00", "108.15", "108.15", "111.39"}));
  const auto& shares = audit.lines.front().causes.shares;
  ASSERT_EQ(shares.size(), 1U);
  EXPECT_EQ(shares[0].reading, "cap-ignored");
  EXPECT_EQ(text(shares[0].over), "82.40");  // 10 x (2.00 + 2.06 + 2.06 + 2.12)
  EXPECT_EQ(text(shares[0].over), text(audit.totals.over));
}

TEST(CauseShares, of_several_causes_add_up_to_the_cent) {
  // 2021 cap ignored: 105.00, 108.15; 2023 without floor 106.18; 109.37.
  const auto audit = of(talk(), yearly_rows({"100.00", "105.00", "108.15", "106.18", "109.37"}));
  const auto& shares = audit.lines.front().causes.shares;
  ASSERT_EQ(shares.size(), 2U);
  const auto cents = [](const Figure& figure) {
    return Ratio(std::get<Money>(figure.value).amount);
  };
  EXPECT_EQ(cents(shares[0].over) + cents(shares[1].over), cents(audit.totals.over));
  EXPECT_EQ(cents(shares[0].under) + cents(shares[1].under), cents(audit.totals.under));
  EXPECT_EQ(text(audit.totals.over), "42.50");  // 10 x (2.00 + 2.06 + 0.09 + 0.10)
  // Alone the cap gives 20.00 + 20.60 + 20.60 + 21.20 = 82.40; the floor alone nothing too much.
  // The average over both orders: (82.40 + 42.50) / 2 and (0.00 + 42.50 - 82.40) / 2.
  EXPECT_EQ(text(shares[0].over), "62.45");
  EXPECT_EQ(text(shares[1].over), "-19.95");
}

TEST(EarlierSteps, carry_an_early_error_on) {
  // Wrong in 2021 only. From 105.00 the contract's own step of 2022 gives 108.15, and so on: from
  // 2022 on all of the difference comes from the step of 2021.
  const auto audit = of(talk(), yearly_rows({"100.00", "105.00", "108.15", "108.15", "111.39"}));
  const auto& years = audit.lines.front().years;
  EXPECT_EQ(text(*years[1].over_earlier), "0.00");
  EXPECT_EQ(text(*years[2].over_earlier), "20.60");
  EXPECT_EQ(text(*years[3].over_earlier), "20.60");
  EXPECT_EQ(text(*years[4].over_earlier), "21.20");
  EXPECT_EQ(text(*audit.years[2].over_earlier), "20.60");
}

TEST(EarlierSteps, leave_the_error_of_the_year_itself_apart) {
  // The cap ignored in 2021 and 2022: 105.00, 110.00. In 2022 the contract's own step from 105.00
  // gives 108.15, 2.06 above 106.09; the other 1.85 is the step of 2022 itself.
  const auto audit = of(talk(), yearly_rows({"100.00", "105.00", "110.00", "110.00", "113.30"}));
  EXPECT_EQ(text(audit.lines.front().years[2].totals.over), "39.10");
  EXPECT_EQ(text(*audit.lines.front().years[2].over_earlier), "20.60");
}

}  // namespace cause_share_test
}  // namespace pricetalk
