#include <gmock/gmock.h>

#include "red_face_case.hpp"

namespace pricetalk {
namespace redface_test {

using red_face_case::Case;
using red_face_case::charged;
using red_face_case::contract;
using red_face_case::fixed;
using red_face_case::text;
using testing::AllOf;
using testing::HasSubstr;
using testing::IsEmpty;

TEST(RedFace, puts_wrong_before_blush_and_large_before_small) {
  const std::string levels =
      "[[price_level]]\nprice = \"p\"\nnormal = 80.00\nhigh = 90.00\nas_of = 2021-01-01\n";
  const Case found(
      contract("",
               levels + "[[contact]]\nname = \"A\"\nparty = \"customer\"\nrole = \"decider\"\n"),
      "2021-06-01", {charged("2021-05-01", "2021-05-31", "10", "111.00", "1110.00")});
  const auto all = found.all();
  ASSERT_EQ(all.size(), 3U);
  EXPECT_EQ(all[0].kind, FindingKind::wrong);
  EXPECT_EQ(text(*all[0].total), "10.00");
  EXPECT_EQ(all[1].rule, "price-above-market");  // 20.00 x 120 = 2400.00
  EXPECT_EQ(text(*all[1].per_year), "2400.00");
  EXPECT_EQ(all[2].rule, "unpaired-contact");
}

TEST(RedFace, tells_a_charge_above_what_is_allowed_with_its_years_and_cause) {
  // cap 3 %: 103.00 allowed in 2021, 97.85 in 2022; charged 110.00 and 104.50.
  const Case found(contract("limits = { cap = \"3%\" }"), "2022-12-31",
                   {charged("2021-01-01", "2021-12-31", "10", "110.00", "1100.00", "231.00"),
                    charged("2022-01-01", "2022-12-31", "10", "104.50", "1045.00", "219.45")});
  const auto wrong = found.of("clause-misapplied");
  ASSERT_EQ(wrong.size(), 1U);
  EXPECT_THAT(found.of("charged-above-allowed"), IsEmpty());  // the same euros
  EXPECT_EQ(wrong[0].title.nl, "p: maximum van 3% niet toegepast op 1 januari 2021");
  EXPECT_EQ(wrong[0].customer_question.nl, "Waarom betalen wij al twee jaar te veel?");
  EXPECT_EQ(text(*wrong[0].total), "136.50");    // 70.00 + 66.50
  EXPECT_EQ(text(*wrong[0].per_year), "66.50");  // the last year
  EXPECT_EQ(text(*wrong[0].vat),
            "28.66");  // 231.00 - 216.30, 219.45 - 205.49 (21 % of 978.50 is 205.485)
  EXPECT_EQ(wrong[0].since, priced::day("2021-01-01"));
  ASSERT_FALSE(wrong[0].evidence.empty());
  EXPECT_EQ(wrong[0].evidence.front().address, (*wrong[0].total)->address);
}

TEST(RedFace, is_two_sided) {
  const Case found(contract(), "2021-06-01",
                   {charged("2021-05-01", "2021-05-31", "10", "100.00", "1000.00")});
  EXPECT_THAT(found.of("charged-above-allowed"), IsEmpty());
  EXPECT_THAT(found.of("clause-misapplied"), IsEmpty());
  ASSERT_EQ(found.of("charged-below-allowed").size(), 1U);
  EXPECT_EQ(text(*found.of("charged-below-allowed")[0].total), "100.00");
}

/// Costs: 60 % moves with the series `k`, the rest is fixed.
std::string with_costs(const char* figures) {
  return contract("",
                  "[[cost_share]]\nprice = \"p\"\nname = \"lonen\"\nshare = \"60%\"\nseries = "
                  "\"k\"\nsince = 2020-01-01\n",
                  std::string("\n[[series]]\nid = \"k\"\nfigures = [") + figures + "]\n");
}

TEST(RedFace, sees_an_index_that_runs_ahead_of_the_real_costs) {
  // Fair in 2021: 100 x (0.40 + 0.60 x 105/100) = 103.00 against 110.00: 7.00 x 120 = 840.00 a
  // year, 70.00 a month. Up to 31 August eight months of 2021: 560.00; up to 31 July seven, 490.00.
  const std::string costs = with_costs(R"(["2019", 100], ["2020", 105])");
  const auto found = Case(costs, "2021-09-30").of("index-ahead-of-cost");
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(text(*found[0].per_year), "840.00");
  EXPECT_EQ(text(*found[0].total), "630.00");  // nine months of 2021
  EXPECT_EQ(found[0].since, priced::day("2021-01-01"));
  EXPECT_THAT(found[0].title.nl, AllOf(HasSubstr("110,00"), HasSubstr("103,00")));
  EXPECT_EQ(found[0].evidence.size(), 3U);
  EXPECT_THAT(Case(costs, "2021-08-31").of("index-ahead-of-cost"), testing::SizeIs(1));
  EXPECT_THAT(Case(costs, "2021-07-31").of("index-ahead-of-cost"), IsEmpty());
  EXPECT_EQ(
      Case(costs, "2021-07-31")
          .of("index-ahead-of-cost", red_face_case::thresholds("ahead_of_cost_amount = 490.00"))
          .size(),
      1U);
  // 7.00 is 6.796 % of 103.00.
  EXPECT_THAT(Case(costs, "2021-09-30")
                  .of("index-ahead-of-cost", red_face_case::thresholds("ahead_of_cost = \"6.7%\"")),
              testing::SizeIs(1));
  EXPECT_THAT(Case(costs, "2021-09-30")
                  .of("index-ahead-of-cost", red_face_case::thresholds("ahead_of_cost = \"6.8%\"")),
              IsEmpty());
}

TEST(RedFace, sees_an_index_that_runs_ahead_of_costs_that_are_fixed_as_a_whole) {
  const std::string fixed =
      contract("", "[[cost_share]]\nprice = \"p\"\nname = \"huur\"\nshare = \"100%\"\n");
  const auto found = Case(fixed, "2021-09-30").of("index-ahead-of-cost");
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(text(*found[0].per_year), "1200.00");  // 110.00 less 100.00, x 120
}

TEST(RedFace, is_silent_where_costs_rose_as_much_or_are_not_known) {
  EXPECT_THAT(
      Case(with_costs(R"(["2019", 100], ["2020", 117])"), "2021-12-31").of("index-ahead-of-cost"),
      IsEmpty());
  EXPECT_THAT(Case(with_costs(R"(["2019", 100])"), "2021-12-31").of("index-ahead-of-cost"),
              IsEmpty());
}

std::string with_level(const char* level) {
  return contract("", std::string("[[price_level]]\nprice = \"p\"\nnormal = 105.00\nas_of = "
                                  "2021-01-01\n") +
                          level);
}

TEST(RedFace, says_no_below_the_market) {
  const auto found = Case(contract("",
                                   "[[price_level]]\nprice = \"p\"\nlow = 120.00\nnormal = "
                                   "125.00\nas_of = 2021-01-01\n"),
                          "2021-06-01")
                         .of("price-below-market");
  ASSERT_EQ(found.size(), 1U);
  EXPECT_THAT(found[0].advice.nl, HasSubstr("Teken niet onder € 120,00"));
  EXPECT_EQ(text(*found[0].per_year), "1200.00");  // 10.00 x 120
  EXPECT_THAT(Case(with_level("low = 105.00\n"), "2021-06-01").of("price-below-market"), IsEmpty());
}

TEST(RedFace, sees_a_price_above_the_market) {
  // 110.00 in 2021.
  EXPECT_EQ(Case(with_level("high = 109.99\n"), "2021-06-01").of("price-above-market").size(), 1U);
  EXPECT_THAT(Case(with_level("high = 110.00\n"), "2021-06-01").of("price-above-market"),
              IsEmpty());
  const auto tenth = red_face_case::thresholds("above_market = \"10%\"");
  EXPECT_THAT(Case(with_level("high = 105.00\n"), "2021-06-01").of("price-above-market", tenth),
              IsEmpty());
}

TEST(RedFace, counts_what_a_floor_kept_from_the_customer) {
  // 110.00 in 2022 instead of 110 x 104.5/110 = 104.50: 5.50 x 120 = 660.00.
  const auto found =
      Case(contract("limits = { floor = \"0%\" }"), "2022-06-01").of("decrease-kept");
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(text(*found[0].per_year), "660.00");
  // Five months at 55.00, and 1 June: 1,100.00 / 30 = 36.67 less 1,045.00 / 30 = 34.83.
  EXPECT_EQ(text(*found[0].total), "276.84");
  EXPECT_EQ(found[0].since, priced::day("2022-01-01"));
  const auto at_least = [](const char* amount) {
    return red_face_case::thresholds(std::string("kept_decrease = ") + amount);
  };
  const Case floor(contract("limits = { floor = \"0%\" }"), "2022-06-01");
  EXPECT_EQ(floor.of("decrease-kept", at_least("660.00")).size(), 1U);
  EXPECT_THAT(floor.of("decrease-kept", at_least("660.01")), IsEmpty());
  EXPECT_THAT(Case(contract("limits = { floor = \"0%\" }"), "2021-06-01").of("decrease-kept"),
              IsEmpty());
  EXPECT_THAT(Case(contract(), "2022-06-01").of("decrease-kept"), IsEmpty());
}

TEST(RedFace, remembers_a_high_figure_from_before_a_change_of_method) {
  const std::string broken = "break = [{ from = \"2021\", what = \"energie\" }]\n";
  const auto found = Case(contract() + broken, "2022-06-01").of("measurement-break");
  ASSERT_EQ(found.size(), 1U);
  EXPECT_THAT(
      found[0].title.nl,
      HasSubstr("de verhoging van 10,00% in 2021 komt van een cijfer van vóór de nieuwe meting"));
  ASSERT_TRUE(found[0].per_year);
  EXPECT_FALSE(found[0].per_year->determined());  // nobody published the figure by the new method
  EXPECT_THAT(Case(contract(), "2022-06-01").of("measurement-break"), IsEmpty());
  const Case ten(contract() + broken, "2022-06-01");
  EXPECT_EQ(
      ten.of("measurement-break", red_face_case::thresholds("measured_change = \"10%\"")).size(),
      1U);
  EXPECT_THAT(
      ten.of("measurement-break", red_face_case::thresholds("measured_change = \"10.01%\"")),
      IsEmpty());
  EXPECT_THAT(
      Case(contract("limits = { cap = \"3%\" }") + broken, "2022-06-01").of("measurement-break"),
      IsEmpty());
}

TEST(RedFace, holds_agreed_value_against_the_increase) {
  // 2021: 10.00 x 120 = 1200.00; agreed 500.00, and 900.00 that only we say.
  const std::string value =
      "[[value.item]]\nwhat = \"a\"\nper_year = 500.00\nevidence = "
      "\"minutes\"\n[[value.item]]\nwhat = \"b\"\nper_year = 900.00\n";
  const std::string dated = red_face_case::replaced(contract("", value), R"(["2020", 110])",
                                                    R"(["2020", 110, "definitive", 2020-12-31])");
  EXPECT_THAT(Case(dated, "2020-12-30").of("value-below-increase"),
              IsEmpty());  // figure not there
  const auto found = Case(dated, "2020-12-31").of("value-below-increase");
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(text(*found[0].per_year), "700.00");
}

TEST(RedFace, asks_for_terms_that_were_never_told) {
  const std::string told =
      "[returns]\nperiod = \"14 days\"\ncommunicated = 2020-01-01\n[non_conformity]\nclaim_within "
      "= \"2 months\"\ncommunicated = 2020-01-01\n";
  EXPECT_THAT(Case(contract("", told), "2020-06-01").of("terms-not-communicated"), IsEmpty());
  const std::string silent =
      "[returns]\nperiod = \"14 days\"\n[non_conformity]\nclaim_within = \"2 months\"\n";
  EXPECT_EQ(Case(contract("", silent), "2020-06-01").of("terms-not-communicated").size(), 2U);
}

TEST(RedFace, looks_at_announcements) {
  const std::string notice = "notice = { before = \"2 months\", form = \"letter\" }";
  const auto with = [&](const char* day, const char* form) {
    return contract(notice, std::string("[[announcement]]\ndate = ") + day +
                                "\nclause = \"c\"\nfor = 2021-01-01\nform = \"" + form + "\"\n");
  };
  const Case late(with("2020-11-02", "email"), "2021-06-01");
  EXPECT_THAT(late.of("announced-late")[0].title.nl,
              HasSubstr("na de laatste dag (1 november 2020)"));
  EXPECT_EQ(late.of("announced-in-another-form").size(), 1U);
  const Case good(with("2020-11-01", "letter"), "2021-06-01");
  EXPECT_THAT(good.of("announced-late"), IsEmpty());
  EXPECT_THAT(good.of("announced-in-another-form"), IsEmpty());
  EXPECT_THAT(good.of("no-announcement"), IsEmpty());
  const Case never(contract(notice), "2021-11-01");
  EXPECT_THAT(never.of("no-announcement")[0].title.nl, HasSubstr("1 januari 2021"));
  EXPECT_THAT(never.of("announced-late"), IsEmpty());  // 1 November is the last day itself
  EXPECT_EQ(Case(contract(notice), "2021-11-02").of("announced-late").size(), 1U);
}

/// The price rises by `allowed` on 2021-01-01, and `announced` was announced.
std::string announced(const std::string& allowed, const std::string& announced) {
  return fixed(
      "clause = \"c\"",
      "[clause.c]\nadjust = { every = \"year\", on = \"01-01\" }\nformula = \"change = " + allowed +
          "\"\n[[announcement]]\ndate = 2020-10-01\nclause = \"c\"\nfor = "
          "2021-01-01\nchange = \"" +
          announced + "\"\n",
      "[{ from = 2020-01-01, per_month = 10 }, { from = 2022-01-01, per_month = 20 }]");
}

TEST(RedFace, reckons_an_announced_step_over_the_year_from_that_step_whatever_day_it_is) {
  // 112.00 instead of 110.00, ten a month in 2021; twenty a month come only in 2022.
  for (const char* today : {"2020-10-01", "2020-12-31", "2021-01-01", "2021-09-30"}) {
    const auto found = Case(announced("10%", "12%"), today).of("announced-above-allowed");
    ASSERT_EQ(found.size(), 1U) << today;
    ASSERT_TRUE(found[0].per_year) << today;
    EXPECT_EQ(text(*found[0].per_year), "240.00") << today;
  }
}

TEST(RedFace, asks_about_an_announced_percentage_that_is_the_allowed_one_rounded_up) {
  const auto of = [](const char* rule, const char* change) {
    return Case(announced("2.5%", change), "2020-11-01").of(rule);
  };
  const auto rounded = of("announced-rounded-up", "3%");
  ASSERT_EQ(rounded.size(), 1U);
  EXPECT_EQ(rounded[0].kind, FindingKind::blush);
  EXPECT_THAT(rounded[0].title.en,
              HasSubstr("announced 3% from 1 January 2021, rounded up from the 2.50%"));
  EXPECT_EQ(text(*rounded[0].per_year), "60.00");  // 120 x (103.00 - 102.50)
  EXPECT_THAT(of("announced-above-allowed", "3%"), IsEmpty());
  EXPECT_EQ(of("announced-above-allowed", "3.0%").size(), 1U);
  EXPECT_THAT(of("announced-rounded-up", "3.0%"), IsEmpty());
  EXPECT_THAT(of("announced-rounded-up", "2.5%"), IsEmpty());
  EXPECT_THAT(of("announced-rounded-up", "2%"), IsEmpty());
  // The same price to the cent: nobody pays the rounding.
  EXPECT_THAT(Case(announced("2.999%", "3%"), "2020-11-01").of("announced-rounded-up"), IsEmpty());
}

TEST(RedFace, finds_promises_of_ours_that_are_late_or_broken) {
  const auto promise = [](const char* by, const char* due, const char* state) {
    return contract("", std::string("[[promise]]\ndate = 2020-01-10\nby = \"") + by +
                            "\"\nwhat = \"mat\"\ndue = " + due + "\nstate = \"" + state + "\"\n");
  };
  EXPECT_THAT(Case(promise("supplier", "2020-02-01", "open"), "2020-02-02")
                  .of("promise-overdue")[0]
                  .title.nl,
              HasSubstr("mat (beloofd voor 1 februari 2020)"));
  EXPECT_THAT(Case(promise("supplier", "2020-02-01", "open"), "2020-02-01").of("promise-overdue"),
              IsEmpty());
  EXPECT_EQ(
      Case(promise("supplier", "\"2 weeks\"", "open"), "2020-01-25").of("promise-overdue").size(),
      1U);
  EXPECT_EQ(
      Case(promise("supplier", "2020-12-01", "broken"), "2020-02-01").of("promise-overdue").size(),
      1U);
  EXPECT_THAT(Case(promise("customer", "2020-02-01", "open"), "2020-06-01").of("promise-overdue"),
              IsEmpty());
}

}  // namespace redface_test
}  // namespace pricetalk
