#include <algorithm>

#include "priced.hpp"
#include "pricing/true_up.hpp"
#include "simulation/settlement.hpp"

// `if_missing = "latest-and-true-up"`: what is charged while a figure is not there, and what is
// settled when it comes. All figures by hand.
namespace pricing_late_figure_test {

using namespace pricetalk;
using priced::day;
using priced::prices;
using priced::Talk;
using priced::Texts;

/// The price of 1 January follows the December before; it is published in the middle of January.
/// Of 2020: 100 in November and December 2019. November 2020 103 (3 %), December 2020 104 (4 %).
std::string december(const std::string& index, const std::string& december_2020,
                     const std::string& rest = "") {
  return priced::contract_text(
      "", "use = \"1 month before\"\nbase = \"12 months earlier\"\n" + index,
      "figures = [[\"2019-11\", 100, \"definitive\", 2019-12-10], [\"2019-12\", 100, "
      "\"definitive\", 2020-01-10], [\"2020-11\", 103, \"definitive\", 2020-12-10]" +
          december_2020 + "]",
      rest);
}

constexpr const char* late = R"(if_missing = "latest-and-true-up")";
constexpr const char* published = R"(, ["2020-12", 104, "definitive", 2021-01-14])";

std::string with_quantity(std::string text) {
  const std::string at = "clause = \"c\"\n";
  return text.replace(text.find(at), at.size(), at + "quantity = { per_month = 310 }\n");
}

TEST(LateFigure, without_the_key_a_price_waits) {
  EXPECT_EQ(prices(Talk(december("", published), day("2021-01-13")).schedule("p", "2021-01-01")),
            Texts{"? s 2020-12"});
}

TEST(LateFigure, the_latest_figure_stands_in_and_makes_the_price_provisional) {
  const Talk talk(december(late, published), day("2021-01-13"));
  const PriceSchedule schedule = talk.schedule("p", "2021-01-01");
  EXPECT_EQ(prices(schedule), Texts{"103.00"});
  const PriceEntry& entry = schedule.entries[1];
  EXPECT_EQ(entry.fixity, Fixity::provisional);
  // The reference is the comparison period shifted: November 2019.
  ASSERT_EQ(entry.late.size(), 1U);
  EXPECT_EQ(entry.late[0].asked.text(), "2020-12");
  EXPECT_EQ(entry.late[0].read.text(), "2020-11");
  EXPECT_FALSE(entry.late[0].came);
  const auto& inputs = entry.why.inputs;
  const bool said = std::any_of(inputs.begin(), inputs.end(), [](const InputSource& source) {
    return source.figure &&
           source.figure->remark.nl ==
               "in plaats van dat van december 2020, dat op 1 januari 2021 nog niet "
               "gepubliceerd was";
  });
  EXPECT_TRUE(said);
  EXPECT_EQ(
      waits_for(entry, day("2021-01-01"))[0].en,
      "Provisional: X of December 2020 was not published yet on 1 January 2021; November 2020 "
      "is read instead. The difference is settled from 1 January 2021 on when it comes.");
  EXPECT_EQ(
      waits_for(entry, day("2020-12-10"))[0].nl,
      "Voorlopig: het cijfer van december 2020 (X) is nog niet gepubliceerd; tot dan is "
      "gerekend met november 2020. Komt het na 1 januari 2021, dan wordt het verschil vanaf 1 "
      "januari 2021 verrekend.");
  EXPECT_TRUE(true_ups(talk.context(), day("2021-01-01")).empty());
}

TEST(LateFigure, when_it_has_come_the_true_price_holds_from_the_adjustment_date) {
  const Talk talk(december(late, published), day("2021-01-14"));
  const PriceSchedule schedule = talk.schedule("p", "2021-01-01");
  EXPECT_EQ(priced::dated(schedule), (Texts{"2020-01-01 100.00", "2021-01-01 104.00"}));
  EXPECT_EQ(schedule.entries[1].fixity, Fixity::fixed);
}

TEST(LateFigure, the_difference_runs_until_the_day_before_it_was_published) {
  const Talk talk(with_quantity(december(late, published)), day("2021-02-01"));
  const auto all = true_ups(talk.context(), day("2021-01-31"));
  ASSERT_EQ(all.size(), 1U);
  EXPECT_EQ(all[0].known, day("2021-01-14"));
  EXPECT_TRUE(all[0].recorded);
  ASSERT_EQ(all[0].parts.size(), 1U);
  EXPECT_EQ(all[0].parts[0].first, day("2021-01-01"));
  EXPECT_EQ(all[0].parts[0].last, day("2021-01-13"));
  EXPECT_EQ(priced::text(all[0].parts[0].charged), "103.00");
  EXPECT_EQ(priced::text(all[0].parts[0].due), "104.00");
  EXPECT_EQ(all[0].parts[0].per_unit, Ratio(1));
  // January: 310 x 104.00 = 32,240.00 due; 310 x (13/31 x 103.00 + 18/31 x 104.00) = 32,110.00.
  const auto settled =
      settlements(talk.contract(), *talk.context().line, talk.coverage(), day("2021-01-31"));
  ASSERT_EQ(settled.size(), 1U);
  ASSERT_TRUE(settled[0].amount);
  EXPECT_EQ(settled[0].amount->amount.text(), "130.00");
  EXPECT_EQ(settled[0].why.tape.at(settled[0].answer), Ratio(130));
}

TEST(LateFigure, a_lower_figure_is_paid_back) {
  // 102 instead of 103: 13 days of 310/31 a day at 1.00 too much.
  const Talk talk(with_quantity(december(late, R"(, ["2020-12", 102, "definitive", 2021-01-14])")),
                  day("2021-02-01"));
  const auto settled =
      settlements(talk.contract(), *talk.context().line, talk.coverage(), day("2021-01-31"));
  ASSERT_EQ(settled.size(), 1U);
  EXPECT_EQ(settled[0].amount->amount.text(), "-130.00");
}

TEST(LateFigure, without_a_quantity_only_the_difference_per_unit_is_known) {
  const Talk talk(december(late, published), day("2021-02-01"));
  const auto settled =
      settlements(talk.contract(), *talk.context().line, talk.coverage(), day("2021-01-31"));
  ASSERT_EQ(settled.size(), 1U);
  ASSERT_FALSE(settled[0].amount);
  EXPECT_EQ(settled[0].amount.why().reasons()[0].key, "quantity p");
  EXPECT_EQ(settled[0].front().parts[0].per_unit, Ratio(1));
}

TEST(LateFigure, it_may_come_after_the_next_adjustment) {
  // December 2020 (104) only comes on 1 March 2022; November 2021 is 106.09 and December 2021
  // 108.16, both in time. Charged: 103.00 in 2021; in 2022 103 x 108.16/103 = 108.16 with
  // December's stand-in as reference (the figure that was used then); due: 104.00 and 104 x
  // 108.16/104 = 108.16.
  const std::string figures =
      R"(, ["2020-12", 104, "definitive", 2022-03-01], ["2021-11", 106.09, "definitive", 2021-12-10],
      ["2021-12", 108.16, "definitive", 2021-12-31])";
  std::string text = december(late, figures);
  const std::string base = "base = \"12 months earlier\"\n";
  text.replace(text.find(base), base.size(), "");
  const Talk talk(text, day("2022-04-01"));
  EXPECT_EQ(prices(talk.schedule("p", "2022-01-01")), (Texts{"104.00", "108.16"}));
  const auto all = true_ups(talk.context(), day("2022-04-01"));
  ASSERT_EQ(all.size(), 1U);
  ASSERT_EQ(all[0].parts.size(), 1U);
  EXPECT_EQ(all[0].parts[0].last, day("2021-12-31"));
  EXPECT_EQ(all[0].known, day("2022-03-01"));
}

/// The price of 1 December follows December itself, which nobody can know on that day; no day of
/// publication is recorded.
std::string undated(const std::string& series) {
  std::string text = december(late, R"(, ["2020-12", 104])");
  const auto change = [&](const std::string& from, const std::string& to) {
    text.replace(text.find(from), from.size(), to);
  };
  change("\"1 month before\"", "\"month of adjustment\"");
  change("on = \"01-01\"", "on = \"12-01\"");
  change("2020-12-10", "2020-11-30");
  change("id = \"s\"", "id = \"s\"" + series);
  return text;
}

TEST(LateFigure, of_a_figure_without_publication_day_the_retrieval_is_the_latest_day) {
  const Talk talk(with_quantity(undated("\nretrieved = 2021-03-01")), day("2021-04-01"));
  const auto all = true_ups(talk.context(), day("2020-12-31"));
  ASSERT_EQ(all.size(), 1U);
  EXPECT_FALSE(all[0].recorded);
  EXPECT_EQ(all[0].known, day("2021-03-01"));
  EXPECT_EQ(priced::text(all[0].parts[0].charged), "103.00");
  EXPECT_EQ(priced::text(all[0].parts[0].due), "104.00");
  // Three months of 310 at 1.00.
  const auto settled =
      settlements(talk.contract(), *talk.context().line, talk.coverage(), day("2020-12-31"));
  EXPECT_EQ(settled[0].amount->amount.text(), "930.00");
}

TEST(LateFigure, without_any_day_the_amount_is_undetermined_and_says_so) {
  const Talk talk(with_quantity(undated("")), day("2021-04-01"));
  const auto settled =
      settlements(talk.contract(), *talk.context().line, talk.coverage(), day("2020-12-31"));
  ASSERT_EQ(settled.size(), 1U);
  EXPECT_FALSE(settled[0].known);
  ASSERT_FALSE(settled[0].amount);
  EXPECT_EQ(settled[0].amount.why().reasons()[0].text.nl,
            "de dag waarop s 2020-12 bekend werd, is niet vastgelegd");
}

TEST(LateFigure, nobody_waits_for_a_series_that_has_stopped) {
  std::string text = december(late, "");
  text.replace(text.find("id = \"s\""), 8, "id = \"s\"\nstopped = \"2020-11\"");
  EXPECT_EQ(prices(Talk(text, day("2021-02-01")).schedule("p", "2021-01-01")),
            Texts{"? s 2020-12"});
}

TEST(LateFigure, what_was_asked_as_known_on_a_day_is_charged_provisionally_on_it) {
  const Talk talk(december(late, published));
  const Coverage then(talk.coverage().library(), day("2022-01-01"), day("2021-01-10"));
  const PricingContext context{&talk.contract(), talk.context().line, 0, &then};
  EXPECT_EQ(prices(schedule(context, day("2021-01-01"))), Texts{"103.00"});
}

TEST(LateFigure, undetermined_spreads_only_where_it_is_read) {
  // q follows the same clause but its price is agreed; r is another line without a clause.
  const std::string rest =
      "[price.q]\nunit_price = 50.00\nprice_date = 2020-01-01\nclause = \"c\"\n"
      "[price.r]\nunit_price = 7.00\nprice_date = 2020-01-01\n"
      "[[decision]]\ndate = 2021-01-01\nprice = \"q\"\nkind = \"agreed-price\"\nunit_price = "
      "51.00\n";
  const Talk talk(december("", "", rest), day("2021-01-13"));
  EXPECT_EQ(prices(talk.schedule("p", "2021-01-01")), Texts{"? s 2020-12"});
  EXPECT_EQ(prices(talk.schedule("q", "2021-01-01")), Texts{"51.00"});
  EXPECT_EQ(prices(talk.schedule("r", "2021-01-01")), Texts{});
}

TEST(LateFigure, a_waived_year_rests_on_no_stand_in) {
  const std::string waived = "[[decision]]\ndate = 2021-01-01\nkind = \"waived\"\n";
  const Talk talk(december(late, published, waived), day("2021-01-13"));
  const PriceSchedule schedule = talk.schedule("p", "2021-01-01");
  EXPECT_EQ(prices(schedule), Texts{"100.00"});
  EXPECT_EQ(schedule.entries[1].fixity, Fixity::fixed);
}

}  // namespace pricing_late_figure_test
