#include "priced.hpp"
#include "pricing/uneven.hpp"

// Which figures a clause reads, and what it makes of them before the formula.
namespace pricing_figure_test {

using priced::contract_text;
using priced::day;
using priced::indexed;
using priced::prices;
using priced::Talk;
using priced::Texts;
using pricetalk::Period;
using pricetalk::PriceSchedule;

/// One clause on a monthly or mixed series, adjusted on 1 January.
std::string reading(const std::string& index, const std::string& figures,
                    const std::string& clause = "", const std::string& rest = "") {
  return contract_text(clause, index, "figures = [" + figures + "]", rest);
}

std::string price_2021(const std::string& text) {
  return prices(Talk(text).schedule("p", "2021-12-31")).front();
}

TEST(Reference, each_look_back_reads_its_own_day) {
  // july of previous year: 2021-01-01 reads 2020-07, 2020-01-01 (start, previous date) reads
  // 2019-07.
  const char* figures =
      R"(["2018-07", 80], ["2019-07", 100], ["2020-07", 104], ["2020-01", 103.5])";
  const auto with = [&](const char* base) {
    return price_2021(reading(std::string("use = \"july of previous year\"\n") + base, figures));
  };
  EXPECT_EQ(with(""), "104.00");
  EXPECT_EQ(with("base = \"at previous date\""), "104.00");
  EXPECT_EQ(with("base = \"at last adjustment\""), "104.00");
  EXPECT_EQ(with("base = \"at start\""), "104.00");
  EXPECT_EQ(with("base = \"12 months earlier\""), "104.00");
  EXPECT_EQ(with("base = \"24 months earlier\""), "130.00");
  EXPECT_EQ(with("base = \"2018-07\""), "130.00");
  EXPECT_EQ(with("base = 80"), "130.00");
  EXPECT_EQ(with("base = \"july of 3 years before\""), "130.00");
  EXPECT_EQ(with("base = \"at previous date\"\nfirst_base = \"2018-07\""), "130.00");
  EXPECT_EQ(with("base = \"at last adjustment\"\nfirst_base = 80"), "130.00");
  EXPECT_EQ(with("base = \"at start\"\nfirst_base = 80"), "104.00") << "the start is always there";
}

TEST(Reference, the_first_base_serves_the_first_step_only) {
  const std::string text =
      reading("use = \"july of previous year\"\nfirst_base = \"2018-07\"",
              R"(["2018-07", 80], ["2019-07", 100], ["2020-07", 104], ["2021-07", 107.12])");
  EXPECT_EQ(prices(Talk(text).schedule("p", "2022-12-31")), (Texts{"130.00", "133.90"}));
}

TEST(Reference, it_reads_at_signature_or_bid) {
  const char* figures = R"(["2017-07", 50], ["2018-07", 80], ["2020-07", 104])";
  const auto with = [&](const char* base) {
    std::string text =
        reading(std::string("use = \"july of previous year\"\nbase = ") + base, figures);
    return price_2021(
        text.replace(text.find("start = 2020"), 0, "signed = 2019-11-12\nbid = 2018-05-01\n"));
  };
  EXPECT_EQ(with("\"at signature\""), "130.00");
  EXPECT_EQ(with("\"at bid\""), "208.00");
}

TEST(Average, it_is_the_plain_mean_of_a_complete_window) {
  // (100 + 101 + 105) / 3 = 102 over 100.
  const char* figures = R"(["2019", 100], ["2020-07", 100], ["2020-08", 101], ["2020-09", 105])";
  EXPECT_EQ(price_2021(reading(
                "use = \"average of july to september of previous year\"\nbase = 100", figures)),
            "102.00");
  EXPECT_EQ(price_2021(reading(
                "use = \"average of june to september of previous year\"\nbase = 100", figures)),
            "? s 2020-06");
}

TEST(Average, it_is_rounded_as_the_index_says) {
  // (100 + 100 + 101) / 3 = 100.333...: to one decimal 100.3.
  const char* figures = R"(["2020-07", 100], ["2020-08", 100], ["2020-09", 101])";
  EXPECT_EQ(price_2021(reading("use = \"average of july to september of previous year\"\nbase = "
                               "100\nrounding = { decimals = 1 }",
                               figures)),
            "100.30");
}

TEST(Average, weeks_and_days_count_as_they_are) {
  // The 4 weeks before the week of 2021-01-01 (2020-W53): W49 to W52.
  const char* figures =
      R"(["2020-W48", 1], ["2020-W49", 100], ["2020-W50", 102], ["2020-W51", 104], ["2020-W52", 106], ["2020-W53", 1])";
  EXPECT_EQ(price_2021(reading("use = \"average of the 4 weeks before\"\nbase = 100", figures)),
            "103.00");
}

TEST(Average, a_reference_is_averaged_alike) {
  const char* figures =
      R"(["2019-11", 100], ["2019-12", 102], ["2020-11", 104], ["2020-12", 108.08])";
  // 106.04 / 101
  EXPECT_EQ(price_2021(reading("use = \"average of the 2 months before\"", figures)), "104.99");
  EXPECT_EQ(price_2021(reading(
                "use = \"average of the 2 months before\"\nbase = \"12 months earlier\"", figures)),
            "104.99");
}

TEST(Compound, percentages_are_multiplied) {
  // 1.01 x 1.02 x 1.03 - 1 = 6.1106 %
  const std::string text = contract_text(
      "formula = \"change = X\"", "use = \"compound of october to december of previous year\"",
      "unit = \"percent\"\nfigures = [[\"2020-10\", 1], [\"2020-11\", 2], [\"2020-12\", 3]]", "");
  EXPECT_EQ(price_2021(text), "106.11");
}

TEST(Interpolation, a_day_inside_the_month_lies_between_two_figures) {
  // Adjusted on the 16th: V1 = 2020-12 (3 months before 2021-03), V2 = 2021-01: 100 + 10 x 15/31 =
  // 104.8387...
  std::string text = reading("use = \"3 months before\"\nbase = 100\ninterpolation = \"linear\"",
                             R"(["2020-12", 100], ["2021-01", 110])");
  const std::string adjust = "adjust = { every = \"year\", on = \"01-01\" }";
  text.replace(text.find(adjust), adjust.size(), "adjust = { dates = [2021-03-16] }");
  EXPECT_EQ(price_2021(text), "104.84");
  text.replace(text.find("2021-03-16"), 10, "2021-03-01");
  EXPECT_EQ(price_2021(text), "100.00");
}

TEST(Latest, the_latest_published_figure_is_read_on_the_reading_day) {
  const char* figures =
      R"(["2020-10", 101, "definitive", 2020-11-10], ["2020-11", 102, "definitive", 2020-12-10],
                           ["2020-12", 103, "definitive", 2021-01-10])";
  EXPECT_EQ(price_2021(reading("use = \"latest published\"\nbase = 100", figures)), "102.00");
}

/// Quarters without a day of publication: each counts as known from the day after it ended.
const char* const undated_quarters =
    R"(["2018-Q3", 90], ["2018-Q4", 98], ["2019-Q3", 100], ["2019-Q4", 104], ["2020-Q3", 106])";

TEST(Latest, a_reference_that_is_earlier_lies_before_the_latest_figure) {
  // 106 / 100, not 106 / 106.
  const auto with = [&](const char* base) {
    return price_2021(
        reading(std::string("use = \"latest published\"\nbase = ") + base, undated_quarters));
  };
  EXPECT_EQ(with("\"1 year earlier\""), "106.00");
  EXPECT_EQ(with("\"12 months earlier\""), "106.00");
  EXPECT_EQ(with("\"4 quarters earlier\""), "106.00");
  EXPECT_EQ(with("\"8 quarters earlier\""), "117.78");
  // A month earlier would be the same quarter.
  EXPECT_EQ(with("\"1 month earlier\""), "? s 1 month earlier");
}

TEST(Latest, a_reference_of_another_quarter_is_found) {
  // 106 / 104: a third quarter against a fourth one.
  const Talk odd(reading("use = \"latest published\"", undated_quarters));
  const PriceSchedule prices = odd.schedule("p", "2021-12-31");
  const auto found = pricetalk::uneven_figures(prices.entries.back());
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found.front().compared, *Period::parse("2020-Q3"));
  EXPECT_EQ(found.front().reference, *Period::parse("2019-Q4"));
  EXPECT_EQ(in_words(found.front(), prices.entries.back().date).nl,
            "Op 1 januari 2021 vergelijkt X het derde kwartaal van 2020 met het vierde kwartaal "
            "van 2019, "
            "9 maanden "
            "uit elkaar, terwijl de prijs elk jaar wordt aangepast.");

  const std::string last = std::string(undated_quarters) + R"(, ["2020-Q4", 107])";
  const Talk even(reading("use = \"latest published\"", last));
  EXPECT_TRUE(pricetalk::uneven_figures(even.schedule("p", "2021-12-31").entries.back()).empty());
  const Talk named(reading("use = \"q3 of previous year\"", undated_quarters));
  EXPECT_TRUE(pricetalk::uneven_figures(named.schedule("p", "2021-12-31").entries.back()).empty());
}

TEST(Version, a_clause_reads_the_version_it_names) {
  const char* figures =
      R"(["2020-10", 101, "provisional", 2020-11-10], ["2020-10", 102, "provisional", 2020-12-10],
                           ["2020-10", 103, "definitive", 2021-02-10])";
  const auto with = [&](const char* publication) {
    return price_2021(
        reading(std::string("use = \"3 months before\"\nbase = 100\n") + publication, figures));
  };
  EXPECT_EQ(with(""), "102.00");
  EXPECT_EQ(with("publication = \"first\""), "101.00");
  EXPECT_EQ(with("publication = \"definitive\""), "103.00");
}

TEST(Version, the_reading_day_is_that_of_the_announcement) {
  const char* figures =
      R"(["2020-10", 101, "provisional", 2020-11-10], ["2020-10", 102, "definitive", 2020-12-10])";
  const char* announced = "[[announcement]]\ndate = 2020-11-20\nclause = \"c\"\nfor = 2021-01-01\n";
  EXPECT_EQ(price_2021(reading("use = \"3 months before\"\nbase = 100", figures, "", announced)),
            "101.00");
}

TEST(Version, a_reference_in_memory_is_read_as_it_was_used_then) {
  // Read on 2021-01-01 the figure of 2020-10 was 101; the revision of 2021-02 does not touch the
  // reference.
  const char* figures = R"(["2019-10", 100], ["2020-10", 101, "provisional", 2020-11-10],
                           ["2020-10", 110, "revised", 2021-02-10], ["2021-10", 106.05, "definitive", 2021-11-10])";
  EXPECT_EQ(prices(Talk(reading("use = \"3 months before\"", figures)).schedule("p", "2022-12-31")),
            (Texts{"101.00", "106.05"}));
  // A stated period is read on the current reading day: 106.05 / 110.
  EXPECT_EQ(prices(Talk(reading("use = \"3 months before\"\nbase = \"12 months earlier\"", figures))
                       .schedule("p", "2022-12-31")),
            (Texts{"101.00", "97.37"}));
}

// ---- links between bases

constexpr const char* newer = R"(
[[series]]
id = "n"
figures = [["2019", 90], ["2020", 92.7], ["2021", 95.4]]
)";

/// The old series ends in 2019; the clause compares 2020 with 2019.
std::string linked(const std::string& link, const std::string& in_base_of = "") {
  return indexed("", in_base_of + "\nlink = " + link, R"(["2018", 118], ["2019", 120])", newer);
}

TEST(Link, a_published_coefficient_moves_the_new_figure_to_the_old_base) {
  // 92.7 x 1.3333 / 120 = 1.029974...
  EXPECT_EQ(price_2021(linked(R"({ next = "n", coefficient = 1.3333 })")), "103.00");
  EXPECT_EQ(
      price_2021(linked(R"({ next = "n", coefficient = 1.3333, rounding = { decimals = 0 } })")),
      "103.33");  // 124/120
}

TEST(Link, a_coefficient_published_the_other_way_divides) {
  EXPECT_EQ(price_2021(linked(R"({ next = "n", coefficient_to_next = 0.75 })")),
            "103.00");  // 92.7/0.75/120
}

TEST(Link, a_coefficient_is_computed_from_a_common_period_and_rounded) {
  // 120/90 = 1.333...: to two decimals 1.33: 92.7 x 1.33 / 120 = 1.027425.
  EXPECT_EQ(
      price_2021(linked(R"({ next = "n", at = "2019", coefficient_rounding = { decimals = 2 } })")),
      "102.74");
  EXPECT_EQ(price_2021(linked(R"({ next = "n", at = "2019" })")), "103.00");
  EXPECT_EQ(
      price_2021(linked(
          R"({ next = "n", at = "last definitive", coefficient_rounding = { decimals = 2 } })")),
      "102.74");
}

TEST(Link, a_double_fraction_rounds_nothing) {
  EXPECT_EQ(
      price_2021(linked(
          R"({ next = "n", at = "2019", method = "double-fraction", coefficient_rounding = { decimals = 2 }, rounding = { decimals = 0 } })")),
      "103.00");
}

TEST(Link, the_base_of_comparison_can_be_chosen) {
  // In the base of the comparison the reference moves: 120 / 1.3333 = 90.00225: to one
  // decimal 90.0; 92.7/90.
  EXPECT_EQ(price_2021(linked(R"({ next = "n", coefficient = 1.34, rounding = { decimals = 0 } })",
                              "in_base_of = \"comparison\"")),
            "103.00");  // 120 / 1.34 = 89.55: 90; 92.7/90
  EXPECT_EQ(price_2021(linked(R"({ next = "n", coefficient = 1.34, rounding = { decimals = 0 } })",
                              "in_base_of = \"n\"")),
            "103.00");
  EXPECT_EQ(price_2021(linked(R"({ next = "n", coefficient = 1.34, rounding = { decimals = 0 } })",
                              "in_base_of = \"s\"")),
            "103.33");  // 92.7 x 1.34 = 124.2: 124; 124/120
}

TEST(Link, two_figures_of_one_base_need_no_link) {
  EXPECT_EQ(price_2021(indexed("", R"(link = { next = "n", coefficient = 7 })",
                               R"(["2018", 118], ["2019", 120], ["2020", 126])", newer)),
            "105.00");
  // 2022 compares 2021 with 2020, both only in the new series: 95.4/92.7 over 100.00 x 92.7
  // x 1.3333/120.
  EXPECT_EQ(
      prices(Talk(linked(R"({ next = "n", coefficient = 1.3333 })")).schedule("p", "2022-12-31")),
      (Texts{"103.00", "106.00"}));
}

TEST(Link, without_a_link_a_series_that_stopped_is_not_followed) {
  EXPECT_EQ(price_2021(indexed("", "", R"(["2018", 118], ["2019", 120])", newer)), "? s 2020");
}

TEST(Link, what_is_missing_is_asked_of_the_series_that_will_have_it) {
  const std::string text = linked(R"({ next = "n", coefficient = 1.3333 })");
  EXPECT_EQ(prices(Talk(text).schedule("p", "2023-12-31")).back(), "? n 2022");
}

TEST(Link, a_chain_is_walked_link_by_link) {
  // 100 x 2 x 3 in the base of the first: 600/500.
  const char* rest = R"(
[[series]]
id = "b"
figures = [["2010", 1]]
[[series]]
id = "d"
figures = [["2020", 100]]
)";
  EXPECT_EQ(price_2021(indexed(
                "", R"(link = [{ next = "b", coefficient = 2 }, { next = "d", coefficient = 3 }])",
                R"(["2019", 500])", rest)),
            "120.00");
}

// ---- averages over days and weeks

/// The price is 100.00 times the average over 100; yearly on 1 January.
std::string averaged(const std::string& use, const std::string& series) {
  return priced::contract_text("", "use = \"average of " + use + "\"\nbase = 100", series, "");
}

TEST(Average, a_week_that_is_missing_inside_makes_it_undetermined) {
  const char* figures = R"(figures = [["2020-W49", 100], ["2020-W50", 102], ["2020-W52", 104]])";
  EXPECT_EQ(prices(averaged("the 4 weeks before", figures), "2021-01-01"), Texts{"? s 2020-W51"});
  // Its publisher has said that there will be none: (100 + 102 + 104)/3.
  const std::string hole =
      "\n[[series.hole]]\nperiod = \"2020-W51\"\nwhy = \"the reporters were on strike\"";
  EXPECT_EQ(prices(averaged("the 4 weeks before", figures + hole), "2021-01-01"), Texts{"102.00"});
}

TEST(Average, a_month_of_days_is_complete_when_the_series_goes_on_behind_it) {
  // 1 December 2020 was a Tuesday, 31 December a Thursday.
  const std::string days =
      R"(figures = [["2020-12-01", 100], ["2020-12-15", 101], ["2020-12-30", 105])";
  const std::string text = averaged("1 month before", "frequency = \"day\"\n" + days + "]");
  EXPECT_EQ(prices(text, "2021-01-01"), Texts{"? s 2020-12-31"});
  const std::string later =
      averaged("1 month before", "frequency = \"day\"\n" + days + ", [\"2021-01-04\", 500]]");
  EXPECT_EQ(prices(later, "2021-01-01"), Texts{"102.00"});
}

TEST(Average, a_month_of_days_before_the_series_begins_is_undetermined) {
  const std::string text = averaged("1 month before",
                                    R"(frequency = "day"
figures = [["2020-12-02", 100], ["2020-12-31", 102]])");
  EXPECT_EQ(prices(text, "2021-01-01"), Texts{"? s 2020-12-01"});
}

}  // namespace pricing_figure_test
