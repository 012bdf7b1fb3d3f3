#include "index/check.hpp"

#include <gtest/gtest.h>

#include "pricetalk/index/figures.hpp"

// Every kind of finding, each on the smallest series that has it. Expected numbers are worked out
// beside the figures.

namespace check_test {

using namespace pricetalk;

const Date today = *Date::make(2026, 7, 1);

/// Licence and source are stated, so that only what a test is about is found.
const std::string head = "licence = \"free\"\nsource = \"here\"\n";

std::vector<SeriesCheck> check(const std::string& text) {
  auto loaded =
      read_figures(std::make_shared<const SourceText>("figures.toml", "schema = 1\n" + text));
  EXPECT_TRUE(loaded.ok()) << render(loaded.diagnostics, Language::en);
  if (!loaded.ok()) return {};
  return check_series(Library().with(std::move(*loaded.value), {}), {}, today);
}

SeriesCheck check_one(const std::string& text) {
  auto all = check("[[series]]\nid = \"s\"\n" + head + text);
  return all.empty() ? SeriesCheck{} : all.front();
}

using Lines = std::vector<std::string>;

/// "gap remark 2024-02 2024-03 2" of every finding.
Lines found(const SeriesCheck& check) {
  Lines lines;
  for (const CheckFinding& f : check.findings) {
    EXPECT_FALSE(f.text.en.empty());
    EXPECT_FALSE(f.text.nl.empty());
    EXPECT_NE(f.text.en, f.text.nl);
    std::string line = std::string(word(f.kind)) + " " + std::string(word(f.level));
    if (f.periods) line += " " + f.periods->first.text() + " " + f.periods->last.text();
    if (f.count > 0) line += " " + std::to_string(f.count);
    lines.push_back(line);
  }
  return lines;
}

std::string months(int year, const std::vector<std::string>& values) {
  std::string rows;
  for (std::size_t i = 0; i < values.size(); ++i)
    rows +=
        "[\"" + Period::month(year, static_cast<int>(i) + 1).text() + "\", " + values[i] + "], ";
  return rows;
}

TEST(IndexCheck, a_sound_series_has_no_findings) {
  const auto one = check_one(R"(base = "2024-01=100"
frequency = "month"
decimals = 1
figures = [["2024-01", 100.0], ["2024-02", 100.4], ["2024-03", 101.0]])");
  EXPECT_EQ(found(one), Lines{});
  EXPECT_EQ(one.figures, 3);
  ASSERT_EQ(one.comparisons.size(), 1U);
  EXPECT_EQ(one.comparisons.front().agree, 1);
}

TEST(IndexCheck, a_gap_is_told_once_with_its_length_and_a_hole_is_none) {
  EXPECT_EQ(found(check_one(R"(frequency = "month"
figures = [["2024-01", 1.0], ["2024-04", 1.0], ["2024-06", 1.0], ["2024-08", 1.0]]
hole = [{ period = "2024-07", why = "strike" }])")),
            (Lines{"gap remark 2024-02 2024-03 2", "gap remark 2024-05 2024-05 1"}));
}

TEST(IndexCheck, periods_of_a_mixed_series_have_no_gaps) {
  EXPECT_EQ(found(check_one(R"(figures = [["2023-01", 13.27], ["2023-07", 13.68]])")), Lines{});
}

TEST(IndexCheck, a_row_below_a_later_period_is_out_of_order_and_a_revision_is_not) {
  EXPECT_EQ(found(check_one(R"(frequency = "month"
figures = [["2024-01", 1.0], ["2024-03", 1.0], ["2024-02", 1.0], ["2024-01", 1.1, "revised"]])")),
            Lines{"order remark 2024-02 2024-02 1"});
}

TEST(IndexCheck, an_import_of_another_day_begins_its_own_order) {
  EXPECT_EQ(found(check_one(R"(frequency = "month"
figures = [["2024-02", 1.0], ["2024-03", 1.0]]
import = [{ retrieved = 2024-05-01, figures = [["2024-01", 1.0]] }])")),
            Lines{});
}

TEST(IndexCheck, the_same_figure_again_is_no_news_and_another_status_is) {
  EXPECT_EQ(found(check_one(R"(figures = [["2024-01", 1.0], ["2024-02", 1.0, "provisional"]]
import = [{ retrieved = 2024-05-01, figures = [["2024-01", 1.0], ["2024-02", 1.0]] }])")),
            Lines{"repeated remark 2024-01 2024-01 1"});
}

TEST(IndexCheck, a_year_among_the_months_of_a_monthly_series_is_an_error) {
  EXPECT_EQ(found(check_one(R"(frequency = "month"
figures = [["2024-12", 1.0], ["2025", 1.0]])")),
            Lines{"frequency error 2025 2025 1"});
}

TEST(IndexCheck, a_hole_with_a_figure_is_an_error) {
  EXPECT_EQ(found(check_one(R"(figures = [["2024-01", 1.0]]
hole = [{ period = "2024-01", why = "strike" }])")),
            Lines{"filled_hole error 2024-01 2024-01 1"});
}

TEST(IndexCheck, a_lost_zero_is_found) {
  EXPECT_EQ(found(check_one(R"(decimals = 2
figures = [["2024-01", 97.61], ["2024-02", 97.6], ["2024-03", 98], ["2024-04", 98.01]])")),
            Lines{"decimals error 2024-02 2024-03 2"});
}

TEST(IndexCheck, more_decimals_than_published_are_found) {
  EXPECT_EQ(found(check_one(R"(decimals = 1
figures = [["2024-01", 97.6], ["2024-02", 97.65]])")),
            Lines{"decimals error 2024-02 2024-02 1"});
}

TEST(IndexCheck, a_publisher_may_go_over_to_more_decimals) {
  EXPECT_EQ(found(check_one(R"(decimals = 3
figures = [["2006-12", 201.8], ["2007-01", 202.416]])")),
            Lines{});
}

TEST(IndexCheck, a_series_that_never_has_its_decimals_has_lost_them) {
  EXPECT_EQ(found(check_one(R"(decimals = 2
figures = [["2024-01", 97.6], ["2024-02", 97.7]])")),
            Lines{"decimals error 2024-01 2024-02 2"});
}

TEST(IndexCheck, a_withdrawn_figure_counts_for_nothing) {
  EXPECT_EQ(found(check_one(R"(decimals = 1
figures = [["2024-01", 97.6], ["2024-02", 97.7], ["2024-02", 0, "withdrawn"]])")),
            Lines{});
}

TEST(IndexCheck, figures_after_the_stop_are_errors) {
  EXPECT_EQ(found(check_one(R"(stopped = "2024-01"
figures = [["2024-01", 1.0], ["2024-02", 1.0], ["2024-03", 1.0]])")),
            Lines{"after_stop error 2024-02 2024-03 2"});
}

TEST(IndexCheck, a_figure_that_lost_its_decimal_sign_is_an_error) {
  EXPECT_EQ(
      found(check_one(R"(figures = [["2024-01", 100.0], ["2024-02", 1002], ["2024-03", 101.0]])")),
      (Lines{"decimals error 2024-02 2024-02 1", "leap error 2024-02 2024-02 1"}));
  EXPECT_EQ(found(check_one(R"(unit = "percent"
figures = [["2020", 1.3], ["2022", 10.0], ["2023", 38]])")),
            (Lines{"decimals error 2023 2023 1", "leap error 2023 2023 1"}));
  EXPECT_EQ(found(check_one(R"(base = "2015=100"
figures = [["2024-01", 0]])")),
            Lines{"leap error 2024-01 2024-01 1"});
}

TEST(IndexCheck, every_series_that_a_heading_names_must_be_there_but_its_successor) {
  EXPECT_EQ(found(check_one(R"(successor = "a"
mean_of = "b"
rate_of = "c"
link = [{ next = "d", coefficient = 1.5 }, { next = "s", coefficient = 1.5 }])")),
            (Lines({"unknown_series remark", "unknown_series error", "unknown_series error",
                    "unknown_series error"})));
}

TEST(IndexCheck, licence_and_source_are_asked_for) {
  const auto all = check("[[series]]\nid = \"s\"\nfigures = [[\"2024-01\", 1.0]]\n");
  ASSERT_EQ(all.size(), 1U);
  EXPECT_EQ(found(all.front()), (Lines{"no_licence remark", "no_source remark"}));
  EXPECT_FALSE(has_errors(all));
}

// 18 months before 2026-07-01 is 2025-01-01: December 2024 is older, January 2025 is not.
TEST(IndexCheck, provisional_figures_grow_old_after_eighteen_months) {
  EXPECT_EQ(found(check_one(R"(figures = [["2024-10", 1.0, "provisional"], ["2024-10", 1.1],
["2024-11", 1.0, "estimate"], ["2024-12", 1.0, "provisional"], ["2025-01", 1.0, "provisional"]])")),
            Lines{"still_provisional remark 2024-11 2024-12 2"});
}

// Sum of the twelve months of 2024: 1206.0, mean 100.50 -> 100.5. Of 2025: 1206.6, mean 100.55:
// half-up 100.6; with the months anywhere within 0.05 it lies in [100.50, 100.60].
const std::string two_years = months(2024, {"100.5", "100.5", "100.5", "100.5", "100.5", "100.5",
                                            "100.5", "100.5", "100.5", "100.5", "100.5", "100.5"}) +
                              months(2025, {"100.5", "100.5", "100.5", "100.5", "100.5", "100.5",
                                            "100.6", "100.6", "100.6", "100.6", "100.6", "100.6"});

SeriesCheck means(const std::string& figures, const std::string& more = "") {
  auto all = check("[[series]]\nid = \"m\"\n" + head + "figures = [" + two_years +
                   "]\n[[series]]\nid = \"y\"\n" + head + "mean_of = \"m\"\nfigures = [" + figures +
                   "]\n" + more);
  return all.empty() ? SeriesCheck{} : all.back();
}

TEST(IndexCheck, annual_means_are_compared_half_up) {
  const auto one = means(R"(["2023", 98.0], ["2024", 100.5], ["2025", 100.6])");
  EXPECT_EQ(found(one), Lines{});
  ASSERT_EQ(one.comparisons.size(), 1U);
  EXPECT_EQ(one.comparisons[0].with, "m");
  EXPECT_EQ(one.comparisons[0].compared, 2);  // 2023 has no months
  EXPECT_EQ(one.comparisons[0].agree, 2);
}

TEST(IndexCheck, unrounded_months_explain_a_tenth) {
  const auto one = means(R"(["2024", 100.5], ["2025", 100.5])");
  EXPECT_EQ(found(one), Lines{"mean explained 2025 2025 1"});
  EXPECT_EQ(one.comparisons[0].explained, 1);
  EXPECT_EQ(one.findings[0].text.en,
            "2025: the mean of the 12 months is 100.550, published is 100.5");
  EXPECT_EQ(one.findings[0].text.nl,
            "2025: het gemiddelde van de 12 maanden is 100,550, gepubliceerd is 100,5");
  EXPECT_EQ(one.findings[0].computed, Decimal(100550, 3));
}

TEST(IndexCheck, a_mean_that_no_month_explains_is_an_error) {
  const auto one = means(R"(["2024", 100.7])");
  EXPECT_EQ(found(one), Lines{"mean error 2024 2024 1"});
  EXPECT_EQ(one.comparisons[0].differ, 1);
}

TEST(IndexCheck, a_declared_disagreement_is_known_and_says_why) {
  const auto one =
      means(R"(["2024", 100.7])", "disagreement = [{ period = \"2024\", why = \"misprint\" }]\n");
  EXPECT_EQ(found(one), Lines{"mean known 2024 2024 1"});
  EXPECT_TRUE(one.findings[0].text.en.ends_with("; misprint"));
  EXPECT_EQ(one.comparisons[0].known, 1);
}

TEST(IndexCheck, a_declared_disagreement_that_agrees_is_an_error) {
  EXPECT_EQ(found(means(R"(["2024", 100.5])",
                        "disagreement = [{ period = \"2024\", why = \"misprint\" }]\n")),
            Lines{"agrees error 2024 2024 1"});
}

TEST(IndexCheck, a_declared_disagreement_without_anything_to_compare_is_told) {
  EXPECT_EQ(found(means(R"(["2023", 100.5])",
                        "disagreement = [{ period = \"2023\", why = \"misprint\" }]\n")),
            Lines{"not_compared remark 2023 2023 1"});
}

TEST(IndexCheck, a_year_with_a_withdrawn_month_has_no_mean) {
  auto all = check("[[series]]\nid = \"m\"\n" + head + "figures = [" + two_years +
                   "[\"2025-12\", 100.6, \"withdrawn\"]]\n[[series]]\nid = \"y\"\n" + head +
                   "mean_of = \"m\"\nfigures = [[\"2024\", 100.5], [\"2025\", 90.0]]\n");
  ASSERT_EQ(all.size(), 2U);
  EXPECT_EQ(found(all.back()), Lines{});
  EXPECT_EQ(all.back().comparisons[0].compared, 1);
}

// Quarters of 2024 among its years: (1 + 2 + 3 + 5) / 4 = 2.75, published 2.7; the quarters leave
// 2.25 to 3.25 open.
TEST(IndexCheck, years_among_quarters_are_means_too) {
  EXPECT_EQ(found(check_one(R"(figures = [["2024-Q1", 1], ["2024-Q2", 2], ["2024-Q3", 3],
["2024-Q4", 5], ["2024", 4]])")),
            Lines{"mean error 2024 2024 1"});
}

// 101.0 / 99.0 - 1 = 2.0202 % -> 2.0; 102.0 / 100.0 - 1 = 2.0 %, and with each figure within 0.05
// between 1.8991 and 2.1011 %: 1.9 and 2.1 are explained, 2.2 is not.
SeriesCheck rates(const std::string& figures) {
  auto all = check("[[series]]\nid = \"i\"\n" + head +
                   "figures = [[\"2024-01\", 99.0], [\"2024-02\", 100.0], [\"2025-01\", 101.0], "
                   "[\"2025-02\", 102.0]]\n[[series]]\nid = \"r\"\nunit = \"percent\"\n" +
                   head + "rate_of = \"i\"\nfigures = [" + figures + "]\n");
  return all.empty() ? SeriesCheck{} : all.back();
}

TEST(IndexCheck, rates_are_compared_with_the_index_a_year_earlier) {
  const auto one = rates(R"(["2024-01", 9.9], ["2025-01", 2.0], ["2025-02", 2.0])");
  EXPECT_EQ(found(one), Lines{});
  ASSERT_EQ(one.comparisons.size(), 1U);
  EXPECT_EQ(one.comparisons[0].compared, 2);
}

TEST(IndexCheck, unrounded_index_figures_explain_a_tenth_of_a_rate) {
  EXPECT_EQ(found(rates(R"(["2025-02", 2.1])")), Lines{"rate explained 2025-02 2025-02 1"});
  EXPECT_EQ(found(rates(R"(["2025-02", 1.9])")), Lines{"rate explained 2025-02 2025-02 1"});
}

TEST(IndexCheck, the_rounding_of_both_figures_counts) {
  EXPECT_EQ(found(rates(R"(["2025-02", 2.10])")), Lines{"rate explained 2025-02 2025-02 1"});
  EXPECT_EQ(found(rates(R"(["2025-02", 1.90])")), Lines{"rate explained 2025-02 2025-02 1"});
  EXPECT_EQ(found(rates(R"(["2025-02", 2.11])")), Lines{"rate error 2025-02 2025-02 1"});
  EXPECT_EQ(found(rates(R"(["2025-02", 1.89])")), Lines{"rate error 2025-02 2025-02 1"});
}

TEST(IndexCheck, a_rate_that_the_index_cannot_give_is_an_error) {
  const auto one = rates(R"(["2025-02", 2.2])");
  EXPECT_EQ(found(one), Lines{"rate error 2025-02 2025-02 1"});
  EXPECT_EQ(
      one.findings[0].text.en,
      "2025-02: the index gives 2.000%, published is 2.2%; the index went from 100.0 (2024-02) to "
      "102.0 (2025-02, figures.toml:6)");
}

TEST(IndexCheck, a_zero_a_year_earlier_gives_no_rate) {
  auto all = check("[[series]]\nid = \"i\"\n" + head +
                   "figures = [[\"2024\", 0], [\"2025\", 5]]\n[[series]]\nid = \"r\"\n" + head +
                   "unit = \"percent\"\nrate_of = \"i\"\nfigures = [[\"2025\", 3.0]]\n");
  ASSERT_EQ(all.size(), 2U);
  EXPECT_TRUE(all.back().comparisons.empty());
}

TEST(IndexCheck, the_base_period_has_the_base_value) {
  EXPECT_EQ(found(check_one(R"(base = "2008-Q1=100"
figures = [["2008-Q1", 100.01]])")),
            Lines{"base error 2008-Q1 2008-Q1 1"});
  EXPECT_EQ(found(check_one(R"(base = "2008=1000"
figures = [["2008", 1000]])")),
            Lines{});
}

// Mean of 2024: (11 x 100.0 + 100.6) / 12 = 100.05, just within half a unit; with 100.7 it is
// 100.0583, outside.
TEST(IndexCheck, the_mean_of_the_base_year_is_the_base_value_within_rounding) {
  const auto year = [](const std::string& december) {
    return "base = \"2024=100\"\nfigures = [" +
           months(2024, {"100.0", "100.0", "100.0", "100.0", "100.0", "100.0", "100.0", "100.0",
                         "100.0", "100.0", "100.0", december}) +
           "]\n";
  };
  EXPECT_EQ(found(check_one(year("100.6"))), Lines{});
  EXPECT_EQ(found(check_one(year("100.7"))), Lines{"base error 2024 2024 1"});
}

TEST(IndexCheck, a_base_of_several_years_is_one_mean) {
  const std::string figures =
      "figures = [[\"1982\", 97.0], [\"1983\", 100.0], [\"1984\", 104.0]]\n";
  EXPECT_EQ(found(check_one("base = \"1982-84=100\"\n" + figures)), Lines{"base error 1"});
  EXPECT_EQ(found(check_one("base = \"1982-1983=98.5\"\n" + figures)), Lines{});
}

TEST(IndexCheck, a_base_that_is_not_in_the_library_is_not_compared) {
  EXPECT_TRUE(check_one(R"(base = "1953-Q4=100"
figures = [["2000-Q1", 1083]])")
                  .comparisons.empty());
  EXPECT_TRUE(check_one(R"(base = "sometime"
figures = [["2000-Q1", 1083]])")
                  .comparisons.empty());
}

TEST(IndexCheck, only_the_named_series_are_checked_against_the_whole_library) {
  auto loaded = read_figures(std::make_shared<const SourceText>(
      "figures.toml",
      "schema = 1\n[[series]]\nid = \"a\"\n[[series]]\nid = \"b\"\nsuccessor = \"a\"\n"));
  ASSERT_TRUE(loaded.ok());
  const std::vector<std::string> ids{"b"};
  const auto all = check_series(Library().with(std::move(*loaded.value), {}), ids, today);
  ASSERT_EQ(all.size(), 1U);
  EXPECT_EQ(all.front().series, "b");
  EXPECT_EQ(found(all.front()), (Lines{"no_licence remark", "no_source remark"}));
}

TEST(IndexCheck, huge_figures_do_not_overflow) {
  auto all = check("[[series]]\nid = \"i\"\n" + head +
                   "figures = [[\"2024\", 0.000000000000000001], [\"2025\", 999999999999999999]]\n"
                   "[[series]]\nid = \"r\"\nunit = \"percent\"\n" +
                   head + "rate_of = \"i\"\nfigures = [[\"2025\", 3.0]]\n");
  ASSERT_EQ(all.size(), 2U);
  EXPECT_EQ(found(all.back()), Lines{"rate error 2025 2025 1"});
}

}  // namespace check_test
