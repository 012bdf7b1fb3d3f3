#include "pricing/timeline.hpp"

#include "priced.hpp"

namespace pricing_timeline_test {

using namespace pricetalk;
using priced::day;
using priced::Talk;
using priced::Texts;

/// The scheduled dates of a clause `c` with this `adjust`, on a line of a contract that starts on
/// `start`.
Texts dates(const std::string& adjust, const std::string& start, const char* until,
            const std::string& line = "") {
  const Talk talk("schema = 1\n[contract]\nid = \"T\"\ncurrency = \"EUR\"\nstart = " + start +
                  "\n[price.p]\nunit_price = 1.00\nprice_date = " + start + "\nclause = \"c\"\n" +
                  line + "\n[clause.c]\nadjust = " + adjust + "\nformula = \"change = 1%\"\n");
  Texts found;
  for (const pricetalk::Date& date :
       scheduled_dates(talk.contract(), talk.contract().lines[0], talk.contract().clauses[0],
                       priced::day(until)))
    found.push_back(date.text());
  return found;
}

TEST(Timeline, a_day_of_the_year_first_falls_after_the_start) {
  EXPECT_EQ(dates(R"({ every = "year", on = "01-01" })", "2020-01-01", "2022-12-31"),
            (Texts{"2021-01-01", "2022-01-01"}));
  EXPECT_EQ(dates(R"({ every = "year", on = "07-01" })", "2020-01-01", "2021-12-31"),
            (Texts{"2020-07-01", "2021-07-01"}));
}

TEST(Timeline, the_last_date_counts_too) {
  EXPECT_EQ(dates(R"({ every = "year", on = "01-01" })", "2020-01-01", "2021-01-01"),
            Texts{"2021-01-01"});
  EXPECT_EQ(dates(R"({ every = "year", on = "01-01" })", "2020-01-01", "2020-12-31"), Texts{});
}

TEST(Timeline, an_anniversary_of_a_leap_day_falls_on_the_last_of_february) {
  EXPECT_EQ(dates(R"({ every = "year" })", "2020-02-29", "2024-12-31"),
            (Texts{"2021-02-28", "2022-02-28", "2023-02-28", "2024-02-29"}));
}

TEST(Timeline, intervals_from_the_31st_do_not_drift) {
  EXPECT_EQ(dates(R"({ every = "month" })", "2020-12-31", "2021-05-31"),
            (Texts{"2021-01-31", "2021-02-28", "2021-03-31", "2021-04-30", "2021-05-31"}));
  EXPECT_EQ(dates(R"({ every = "3 months" })", "2020-08-31", "2021-08-31"),
            (Texts{"2020-11-30", "2021-02-28", "2021-05-31", "2021-08-31"}));
}

TEST(Timeline, an_anniversary_counts_whole_intervals_from_the_start_of_the_contract) {
  EXPECT_EQ(dates(R"({ every = "18 months" })", "2020-01-01", "2024-12-31", "from = 2021-12-01"),
            (Texts{"2023-01-01", "2024-07-01"}));
}

TEST(Timeline, whole_intervals_count_from_the_first_date) {
  EXPECT_EQ(dates(R"({ every = "quarter", first = 2020-05-31 })", "2020-01-01", "2021-03-31"),
            (Texts{"2020-05-31", "2020-08-31", "2020-11-30", "2021-02-28"}));
}

TEST(Timeline, stated_dates_are_sorted_and_named_once) {
  EXPECT_EQ(dates("{ dates = [2023-01-01, 2021-06-01, 2023-01-01, 2031-01-01] }", "2020-01-01",
                  "2030-12-31"),
            (Texts{"2021-06-01", "2023-01-01"}));
}

TEST(Timeline, a_clause_may_run_once_on_delivery) {
  EXPECT_EQ(dates(R"({ at = "delivery" })", "2020-01-01", "2030-12-31", "delivered = 2020-05-04"),
            Texts{"2020-05-04"});
  EXPECT_EQ(dates(R"({ at = "delivery" })", "2020-01-01", "2030-12-31"), Texts{});
}

TEST(Timeline, weeks_count_in_days) {
  EXPECT_EQ(dates(R"({ every = "2 weeks" })", "2020-02-20", "2020-03-20"),
            (Texts{"2020-03-05", "2020-03-19"}));
}

TEST(Timeline, the_calendar_ends_without_a_hang) {
  EXPECT_EQ(dates(R"({ every = "year" })", "2020-01-01", "2030-12-31", "from = 9999-12-31"),
            Texts{});
  EXPECT_EQ(dates(R"({ every = "year" })", "9998-06-01", "9999-12-30"), Texts{"9999-06-01"});
}

TEST(Timeline, of_one_day_the_clauses_run_in_the_order_in_which_the_line_names_them) {
  const Talk talk(R"(schema = 1
[contract]
id = "T"
currency = "EUR"
start = 2020-01-01
[price.p]
unit_price = 100.00
price_date = 2020-01-01
clause = ["second", "first"]
[clause.first]
adjust = { dates = [2021-01-01] }
formula = "change = 1%"
[clause.second]
adjust = { dates = [2021-01-01, 2020-07-01] }
formula = "change = 10%"
)");
  const auto schedule = talk.schedule("p", "2021-12-31");
  EXPECT_EQ(priced::dated(schedule), (Texts{"2020-01-01 100.00", "2020-07-01 110.00",
                                            "2021-01-01 121.00", "2021-01-01 122.21"}));
  EXPECT_EQ(schedule.entries[2].clause->id, "second");
  EXPECT_EQ(priced::text(schedule.on(priced::day("2021-01-01"))->price), "122.21");
}

TEST(Timeline, the_last_date_is_found_without_the_others) {
  for (const char* adjust : {"every = \"day\"", "every = \"week\", first = 2020-02-05",
                             "every = \"month\", first = "
                             "2020-01-31",
                             "every = \"year\", on = \"02-29\"", "every = \"2 years\"",
                             "dates = [2020-06-01, 2021-02-28, 2020-03-01]"}) {
    SCOPED_TRACE(adjust);
    const Talk talk(
        "schema = 1\n[contract]\nid = \"T\"\ncurrency = \"EUR\"\nstart = 2020-01-01\n"
        "[price.p]\nunit_price = 1.00\nprice_date = 2020-01-01\nclause = \"c\"\n"
        "[clause.c]\nformula = \"change = 1%\"\nadjust = { " +
        std::string(adjust) + " }\n");
    const Contract& contract = talk.contract();
    const auto ask = [&](Date until) {
      return last_date(contract, contract.lines[0], contract.clauses[0], until);
    };
    for (Date until = day("2019-12-25"); until < day("2024-04-01"); until = until.plus_days(1)) {
      const auto all = scheduled_dates(contract, contract.lines[0], contract.clauses[0], until);
      ASSERT_EQ(ask(until), all.empty() ? std::nullopt : std::optional(all.back())) << until.text();
    }
  }
}

}  // namespace pricing_timeline_test
