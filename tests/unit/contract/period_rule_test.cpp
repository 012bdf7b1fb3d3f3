#include "contract/period_rule.hpp"

#include <gtest/gtest.h>

namespace period_rule_test {

using namespace pricetalk;

Date day(const char* text) { return *Date::parse(text); }

EventDates dates(const char* adjustment = "2020-01-01") {
  EventDates made;
  made.adjustment = day(adjustment);
  made.signature = day("2018-11-12");
  made.start = day("2019-01-01");
  made.bid = day("2018-09-15");  // 2018-W37
  made.delivery = day("2019-05-20");
  made.reset = day("2020-06-30");
  return made;
}

std::string span(const std::string& phrase, const char* adjustment = "2020-01-01") {
  Phrase problem;
  const auto rule = parse_period_rule(phrase, &problem);
  if (!rule) return "refused: " + problem.en;
  const auto found = span_of(*rule, dates(adjustment));
  return found ? found->text() : "undetermined";
}

TEST(PeriodRule, a_written_period_is_itself) {
  EXPECT_EQ(span("2019-07"), "2019-07");
  EXPECT_EQ(span("2019"), "2019");
  EXPECT_EQ(span("2019-Q3"), "2019-Q3");
  EXPECT_EQ(span("2019-W27"), "2019-W27");
  EXPECT_EQ(span("2019-07-15"), "2019-07-15");
  EXPECT_EQ(span("average of 2019-07 to 2019-09"), "2019-07 to 2019-09");
  EXPECT_EQ(span("compound of 2019-Q1 to 2019-Q4"), "2019-Q1 to 2019-Q4");
}

TEST(PeriodRule, named_months_and_quarters_belong_to_a_year_before_the_adjustment) {
  EXPECT_EQ(span("july of previous year"), "2019-07");
  EXPECT_EQ(span("july of same year"), "2020-07");
  EXPECT_EQ(span("december of 2 years before"), "2018-12");
  EXPECT_EQ(span("january of 1 year before"), "2019-01");
  EXPECT_EQ(span("q4 of previous year"), "2019-Q4");
  EXPECT_EQ(span("average of july to september of previous year"), "2019-07 to 2019-09");
  EXPECT_EQ(span("average of q1 to q3 of same year"), "2020-Q1 to 2020-Q3");
  EXPECT_EQ(span("compound of october to december of previous year"), "2019-10 to 2019-12");
  EXPECT_EQ(span("july of previous year", "2020-12-31"), "2019-07");
}

TEST(PeriodRule, a_lag_counts_in_its_own_unit) {
  EXPECT_EQ(span("4 months before"), "2019-09");
  EXPECT_EQ(span("4 months before", "2020-01-31"), "2019-09");
  EXPECT_EQ(span("4 months before adjustment"), "2019-09");
  EXPECT_EQ(span("1 month before"), "2019-12");
  EXPECT_EQ(span("1 quarter before"), "2019-Q4");
  EXPECT_EQ(span("1 week before"), "2019-W52");
  EXPECT_EQ(span("1 day before"), "2019-12-31");
  EXPECT_EQ(span("2 years before"), "2018");
  EXPECT_EQ(span("previous year"), "2019");
}

TEST(PeriodRule, it_counts_from_any_event_of_the_contract) {
  EXPECT_EQ(span("1 month before signature"), "2018-10");
  EXPECT_EQ(span("1 month before start"), "2018-12");
  EXPECT_EQ(span("2 weeks before bid"), "2018-W35");
  EXPECT_EQ(span("3 months before delivery"), "2019-02");
  EXPECT_EQ(span("1 quarter before reset"), "2020-Q1");
}

TEST(PeriodRule, a_window_ends_before_the_period_of_the_event) {
  EXPECT_EQ(span("average of the 4 weeks before bid"), "2018-W33 to 2018-W36");
  EXPECT_EQ(span("average of the 12 months before"), "2019-01 to 2019-12");
  EXPECT_EQ(span("average of the 2 quarters before signature"), "2018-Q2 to 2018-Q3");
  EXPECT_EQ(span("compound of the 3 months before"), "2019-10 to 2019-12");
}

TEST(PeriodRule, a_window_may_end_some_periods_before_the_event) {
  EXPECT_EQ(span("average of 9 months before to 4 months before"), "2019-04 to 2019-09");
  EXPECT_EQ(span("average of 9 months to 4 months before"), "2019-04 to 2019-09");
  EXPECT_EQ(span("average of 9 to 4 months before"), "2019-04 to 2019-09");
  EXPECT_EQ(span("average of 3 quarters before to 2 quarters before"), "2019-Q2 to 2019-Q3");
  EXPECT_EQ(span("average of 6 weeks before to 3 weeks before bid"), "2018-W31 to 2018-W34");
  EXPECT_EQ(span("average of 2 months before bid to 1 month after bid"), "2018-07 to 2018-10");
  EXPECT_EQ(span("average of 2 months before to month of adjustment"), "2019-11 to 2020-01");
  EXPECT_EQ(span("9 months before to 4 months before"),
            "refused: \"9 months before to 4 months before\" is more than one period");
  for (const char* wrong : {"average of 4 months before to 9 months before",
                            "average of 9 months before to 4 weeks before",
                            "average of 9 months before bid to 4 months before start"})
    EXPECT_TRUE(span(wrong).starts_with("refused")) << wrong;
}

TEST(PeriodRule, a_period_may_lie_after_an_event_but_never_after_the_adjustment) {
  EXPECT_EQ(span("6 months after bid"), "2019-03");
  EXPECT_EQ(span("2 quarters after bid"), "2019-Q1");
  EXPECT_EQ(span("1 week after signature"), "2018-W47");
  EXPECT_EQ(span("1 month after"),
            "refused: \"1 month after\" lies after the adjustment, when no figure of it is known");
  EXPECT_TRUE(span("average of 1 month before to 1 month after").starts_with("refused"));
}

TEST(PeriodRule, a_day_of_a_month_can_be_named) {
  EXPECT_EQ(span("first monday of month of adjustment"), "2020-01-06");
  EXPECT_EQ(span("First Wednesday of month of adjustment"), "2020-01-01");
  EXPECT_EQ(span("last friday of 1 month before"), "2019-12-27");
  EXPECT_EQ(span("third thursday of month of bid"), "2018-09-20");
  EXPECT_EQ(span("last day of july of previous year"), "2019-07-31");
  EXPECT_EQ(span("second tuesday of quarter of adjustment"), "2020-01-14");
  EXPECT_EQ(span("last sunday of month of adjustment", "2021-02-10"), "2021-02-28");
  EXPECT_TRUE(span("fifth monday of month of adjustment").starts_with("refused"));
  const auto rule = parse_period_rule("first monday of month of adjustment");
  EXPECT_EQ(span_of(*rule, dates("2020-03-10"), Duration{12, Unit::month})->text(), "2019-03-04")
      << "a year earlier it is the first Monday of that month";
}

TEST(PeriodRule, windows_with_a_lag_and_days_are_read_aloud) {
  const auto said = [](const char* text) {
    const Phrase words = in_words(*parse_period_rule(text));
    return words.en + " | " + words.nl;
  };
  EXPECT_EQ(
      said("average of 9 months before to 4 months before"),
      "the average of 9 to 4 months before the adjustment | het gemiddelde van 9 tot en met 4 "
      "maanden vóór de aanpassing");
  EXPECT_EQ(said("6 months after bid"), "6 months after the bid | 6 maanden na de inschrijving");
  EXPECT_EQ(
      said("average of 2 months before bid to 1 month after bid"),
      "the average of 2 months before the bid up to 1 month after the bid | het gemiddelde van "
      "2 maanden vóór de inschrijving tot en met 1 maand na de inschrijving");
  EXPECT_EQ(
      said("first monday of month of adjustment"),
      "the first Monday of the month of the adjustment | de eerste maandag van de maand van de "
      "aanpassing");
  EXPECT_EQ(
      said("last friday of 1 month before"),
      "the last Friday of the month 1 month before the adjustment | de laatste vrijdag van de "
      "maand 1 maand vóór de aanpassing");
}

TEST(PeriodRule, the_period_of_an_event_is_lag_zero) {
  EXPECT_EQ(span("month of adjustment"), "2020-01");
  EXPECT_EQ(span("year of adjustment"), "2020");
  EXPECT_EQ(span("week of bid"), "2018-W37");
  EXPECT_EQ(span("quarter of start"), "2019-Q1");
  EXPECT_EQ(span("month of signature"), "2018-11");
  EXPECT_EQ(span("day of delivery"), "2019-05-20");
  EXPECT_EQ(span("month of reset"), "2020-06");
}

TEST(PeriodRule, an_average_of_one_period_is_allowed) {
  EXPECT_EQ(span("average of previous year"), "2019");
  EXPECT_EQ(span("average of july of previous year"), "2019-07");
  EXPECT_EQ(parse_period_rule("average of previous year")->reading, PeriodRule::Reading::average);
}

TEST(PeriodRule, look_backs_and_the_latest_figure_are_known) {
  using Back = PeriodRule::Back;
  EXPECT_TRUE(
      std::holds_alternative<PeriodRule::Latest>(parse_period_rule("latest published")->what));
  EXPECT_EQ(*parse_period_rule("12 months earlier")->back(),
            (Back{LookBack::earlier, {12, Unit::month}}));
  EXPECT_EQ(*parse_period_rule("1 year earlier")->back(),
            (Back{LookBack::earlier, {1, Unit::year}}));
  EXPECT_EQ(*parse_period_rule("at previous date")->back(), (Back{LookBack::at_previous_date, {}}));
  EXPECT_EQ(*parse_period_rule("at last adjustment")->back(),
            (Back{LookBack::at_last_adjustment, {}}));
  EXPECT_EQ(*parse_period_rule("at start")->back(), (Back{LookBack::at_start, {}}));
  EXPECT_EQ(*parse_period_rule("at signature")->back(), (Back{LookBack::at_signature, {}}));
  EXPECT_EQ(*parse_period_rule("at bid")->back(), (Back{LookBack::at_bid, {}}));
}

TEST(PeriodRule, words_match_in_any_case_and_the_text_is_kept) {
  EXPECT_EQ(span("July of Previous Year"), "2019-07");
  EXPECT_EQ(span("2019-q3"), "2019-Q3");
  EXPECT_EQ(span("AVERAGE OF THE 4 WEEKS BEFORE BID"), "2018-W33 to 2018-W36");
  EXPECT_EQ(parse_period_rule("July of Previous Year")->text, "July of Previous Year");
}

TEST(PeriodRule, what_the_grammar_does_not_have_is_refused_with_a_reason) {
  for (const char* phrase : {"",
                             "july",
                             "july of next year",
                             "juli of previous year",
                             "q5 of previous year",
                             "13 of previous year",
                             "3 month",
                             "september to july of previous year",
                             "july to q3 of previous year",
                             "average of",
                             "latest",
                             "2019-13",
                             "2019-W53",
                             "average of 2019-09 to 2019-07",
                             "average of 2019-07 to 2019-Q3",
                             "average of 12 months earlier",
                             "at end",
                             "at previous",
                             "-3 months before",
                             "1.5 months before",
                             "months before",
                             "3 fortnights before",
                             "july of previous year please",
                             "average of average of 2019",
                             "month of autumn",
                             "3 months before autumn",
                             "99999 months before",
                             "the month of adjustment",
                             "average of the 0 months before",
                             "average of latest published",
                             "compound of at start"}) {
    Phrase problem;
    EXPECT_FALSE(parse_period_rule(phrase, &problem)) << phrase;
    EXPECT_FALSE(problem.en.empty()) << phrase;
    EXPECT_FALSE(problem.nl.empty()) << phrase;
  }
}

TEST(PeriodRule, several_periods_say_how_they_become_one_figure) {
  for (const char* phrase : {"2019-07 to 2019-09", "july to september of previous year",
                             "the 4 weeks before bid", "the 1 month before"}) {
    Phrase problem;
    EXPECT_FALSE(parse_period_rule(phrase, &problem)) << phrase;
    EXPECT_NE(problem.en.find("more than one period"), std::string::npos) << problem.en;
  }
}

TEST(PeriodRule, an_event_without_a_day_is_undetermined) {
  EventDates open = dates();
  open.bid.reset();
  open.delivery.reset();
  for (const char* phrase : {"1 month before bid", "month of delivery"}) {
    const auto found = span_of(*parse_period_rule(phrase), open);
    ASSERT_FALSE(found) << phrase;
    EXPECT_EQ(found.why().reasons()[0].kind, Reason::Kind::not_stated);
  }
}

TEST(PeriodRule, earlier_shifts_both_ends) {
  const auto shifted = [](const char* text, const char* by) {
    return earlier(*PeriodSpan::parse(text), *Duration::parse(by)).text();
  };
  EXPECT_EQ(shifted("2020-07 to 2020-09", "12 months"), "2019-07 to 2019-09");
  EXPECT_EQ(shifted("2020-01", "1 month"), "2019-12");
  EXPECT_EQ(shifted("2020-Q1", "1 year"), "2019-Q1");
  EXPECT_EQ(shifted("2020-Q1", "6 months"), "2019-Q3");
  EXPECT_EQ(shifted("2020", "24 months"), "2018");
  EXPECT_EQ(shifted("2020-W10", "52 weeks"), "2019-W10");
  EXPECT_EQ(shifted("2020-03-31", "1 month"), "2020-02-29");
}

TEST(PeriodRule, it_is_read_aloud_in_both_languages) {
  const auto words = [](const char* phrase) { return in_words(*parse_period_rule(phrase)); };
  EXPECT_EQ(words("july of previous year"),
            (Phrase{"July of the year before", "juli van het jaar ervoor"}));
  EXPECT_EQ(words("average of july to september of same year"),
            (Phrase{"the average of July to September of the same year",
                    "het gemiddelde van juli tot en met september van hetzelfde jaar"}));
  EXPECT_EQ(words("1 month before signature"),
            (Phrase{"1 month before the signature", "1 maand vóór de ondertekening"}));
  EXPECT_EQ(words("average of the 4 weeks before bid"),
            (Phrase{"the average of the 4 weeks before the bid",
                    "het gemiddelde van de 4 weken vóór de inschrijving"}));
  EXPECT_EQ(words("month of adjustment"),
            (Phrase{"the month of the adjustment", "de maand van de aanpassing"}));
}

TEST(PeriodRule, every_phrase_has_words_in_both_languages) {
  for (const char* phrase :
       {"2019-07", "q4 of previous year", "july of 3 years before", "2 years before",
        "latest published", "12 months earlier", "at previous date", "at last adjustment",
        "at start", "at signature", "at bid", "compound of previous year"}) {
    const Phrase words = in_words(*parse_period_rule(phrase));
    EXPECT_FALSE(words.en.empty()) << phrase;
    EXPECT_FALSE(words.nl.empty()) << phrase;
  }
}

// Property: a lag in months is plain arithmetic on year x 12 + month, whatever the day.
TEST(PeriodRule, months_before_agree_with_counting_months) {
  for (int lag = 0; lag <= 40; ++lag)
    for (const char* adjustment : {"2020-01-01", "2020-01-31", "2020-12-31", "2021-02-28"}) {
      const Date on = day(adjustment);
      const int months = on.year() * 12 + on.month() - 1 - lag;
      const std::string month = std::to_string(months % 12 + 1);
      const std::string expected =
          std::to_string(months / 12) + (month.size() == 1 ? "-0" : "-") + month;
      EXPECT_EQ(span(std::to_string(lag) + " months before", adjustment), expected);
    }
}

}  // namespace period_rule_test
