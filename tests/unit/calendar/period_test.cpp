#include "pricetalk/calendar/period.hpp"

#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include <array>
#include <cstdio>
#include <limits>

#include "../number/draw.hpp"

namespace period_test {

using pricetalk::Date;
using pricetalk::Period;
using pricetalk::PeriodSpan;
using pricetalk::Unit;

Date day(const char* iso) { return Date::parse(iso).value(); }
Period period(const char* text) { return Period::parse(text).value(); }

constexpr std::array<Unit, 5> every_unit{Unit::day, Unit::week, Unit::month, Unit::quarter,
                                         Unit::year};

rc::Gen<Date> any_date() {
  return rc::gen::map(draw::in_range<std::int64_t>(-719'162, 2'932'897), Date::from_days);
}

bool is_leap(int year) { return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0; }

// A year has 53 weeks when it begins on a Thursday, or is a leap year that begins on a Wednesday.
int weeks_in(int year) {
  const int weekday = Date::make(year, 1, 1)->weekday();
  return weekday == 4 || (weekday == 3 && is_leap(year)) ? 53 : 52;
}

std::string week_text(int year, int week) {
  std::array<char, 16> buffer{};
  std::snprintf(buffer.data(), buffer.size(), "%04d-W%02d", year, week);
  return buffer.data();
}

}  // namespace period_test

TEST(Period, reads_every_unit) {
  using namespace period_test;
  EXPECT_EQ(period("2019-07"), Period::month(2019, 7));
  EXPECT_EQ(period("2019"), Period::year(2019));
  EXPECT_EQ(period("2019-Q3"), Period::quarter(2019, 3));
  EXPECT_EQ(period("2019-W27"), Period::containing(day("2019-07-03"), Unit::week));
  EXPECT_EQ(period("2019-07-15"), Period::containing(day("2019-07-15"), Unit::day));
}

TEST(Period, that_does_not_exist_is_nothing) {
  for (const char* text :
       {"",         "19",         "201",      "0000",     "20190",   "2019-",    "2019-1",
        "2019-00",  "2019-13",    "2019-7",   "2019-Q0",  "2019-Q5", "2019-q3",  "2019-Q",
        "2019-Q10", "2019-W00",   "2019-W53", "2019-W54", "2019-W1", "2019-w27", "2019-W270",
        "2019W27",  "2019-02-29", "2019-07-", "2019/07",  " 2019",   "2019 ",    "july",
        "0000-01",  "0000-W01",   "9999-W53", "2019-+7",  "2019-W-1"}) {
    EXPECT_FALSE(pricetalk::Period::parse(text)) << text;
  }
}

TEST(Period, has_a_first_and_a_last_day) {
  using namespace period_test;
  const std::array<const char*, 3> cases[] = {
      {"2024-02", "2024-02-01", "2024-02-29"},  {"2023-02", "2023-02-01", "2023-02-28"},
      {"2019-Q1", "2019-01-01", "2019-03-31"},  {"2019-Q4", "2019-10-01", "2019-12-31"},
      {"2019", "2019-01-01", "2019-12-31"},     {"2019-W27", "2019-07-01", "2019-07-07"},
      {"2019-W01", "2018-12-31", "2019-01-06"}, {"2020-W53", "2020-12-28", "2021-01-03"},
      {"2026-W53", "2026-12-28", "2027-01-03"}, {"2019-07-15", "2019-07-15", "2019-07-15"},
      {"0001", "0001-01-01", "0001-12-31"},     {"9999-12", "9999-12-01", "9999-12-31"},
      {"0001-W01", "0001-01-01", "0001-01-07"}, {"1969-Q4", "1969-10-01", "1969-12-31"},
  };
  for (const auto& [text, first, last] : cases) {
    EXPECT_EQ(period(text).first_day().text(), first) << text;
    EXPECT_EQ(period(text).last_day().text(), last) << text;
    EXPECT_EQ(period(text).text(), text);
  }
}

TEST(Period, lies_in_the_year_of_its_last_day_and_a_week_in_its_iso_year) {
  using namespace period_test;
  EXPECT_EQ(period("2019-Q4").in_year(), 2019);
  EXPECT_EQ(period("2019-12-31").in_year(), 2019);
  EXPECT_EQ(period("2019-W01").in_year(), 2019) << "begins in 2018";
  EXPECT_EQ(period("2020-W53").in_year(), 2020) << "ends in 2021";
}

TEST(Period, names_iso_weeks_as_a_count_from_a_known_monday_does) {
  using namespace period_test;
  Date monday = day("1990-01-01");  // a Monday: the first day of 1990-W01
  for (int year = 1990; year <= 2100; ++year) {
    for (int week = 1; week <= weeks_in(year); ++week) {
      const std::string text = week_text(year, week);
      const auto parsed = Period::parse(text);
      ASSERT_TRUE(parsed) << text;
      ASSERT_EQ(parsed->first_day(), monday) << text;
      ASSERT_EQ(parsed->text(), text);
      ASSERT_EQ(parsed->in_year(), year);
      ASSERT_EQ(Period::containing(monday.plus_days(6), Unit::week), *parsed);
      monday = monday.plus_days(7);
    }
    ASSERT_EQ(Period::parse(week_text(year, 53)).has_value(), weeks_in(year) == 53) << year;
  }
}

TEST(Period, knows_the_long_years) {
  for (const char* text :
       {"2004-W53", "2009-W53", "2015-W53", "2020-W53", "2026-W53", "2032-W53"}) {
    EXPECT_TRUE(pricetalk::Period::parse(text)) << text;
  }
  for (const char* text :
       {"2005-W53", "2016-W53", "2019-W53", "2021-W53", "2024-W53", "2025-W53"}) {
    EXPECT_FALSE(pricetalk::Period::parse(text)) << text;
  }
}

TEST(Period, is_ordered_by_first_day_and_then_by_last_day) {
  using namespace period_test;
  const char* ascending[] = {"2023-Q4", "2024-01-01", "2024-W01", "2024-01", "2024-Q1",
                             "2024",    "2024-01-02", "2024-02",  "2024-Q2"};
  for (std::size_t i = 0; i < std::size(ascending); ++i) {
    for (std::size_t j = 0; j < std::size(ascending); ++j) {
      EXPECT_EQ(period(ascending[i]) <=> period(ascending[j]), i <=> j)
          << ascending[i] << " and " << ascending[j];
    }
  }
}

TEST(Period, counts_on_across_the_year) {
  using namespace period_test;
  EXPECT_EQ(period("2019-12").plus(1), period("2020-01"));
  EXPECT_EQ(period("2020-01").plus(-4), period("2019-09"));
  EXPECT_EQ(period("2019-Q4").plus(1), period("2020-Q1"));
  EXPECT_EQ(period("2020-W53").plus(1), period("2021-W01"));
  EXPECT_EQ(period("2019-W52").plus(1), period("2020-W01"));
  EXPECT_EQ(period("2024-02-28").plus(2), period("2024-03-01"));
  EXPECT_EQ(period("1970-01").ordinal(), 0);
  EXPECT_EQ(Period(), period("1970-01"));
  EXPECT_EQ(period("1969-Q4").ordinal(), -1);
}

TEST(Period, never_leaves_the_calendar) {
  using namespace period_test;
  for (const Unit unit : every_unit) {
    const Period first = Period::containing(day("0001-01-01"), unit);
    const Period last = Period::containing(day("9999-12-31"), unit);
    EXPECT_EQ(first.plus(-1), first);
    EXPECT_EQ(last.plus(1), last);
    EXPECT_EQ(first.plus(std::numeric_limits<int>::max()), last);
    EXPECT_EQ(last.plus(std::numeric_limits<int>::min()), first);
    EXPECT_EQ(Period::parse(first.text()), first);
    EXPECT_EQ(Period::parse(last.text()), last);
    EXPECT_EQ(last.last_day(), day("9999-12-31"));
  }
}

TEST(Period, that_is_asked_for_by_impossible_numbers_is_a_fault_of_the_program) {
  using pricetalk::Period;
  EXPECT_THROW(Period::month(2024, 13), std::bad_optional_access);
  EXPECT_THROW(Period::quarter(2024, 5), std::bad_optional_access);
  EXPECT_THROW(Period::year(0), std::bad_optional_access);
}

TEST(PeriodSpan, reads_one_period_or_two_of_one_unit) {
  using namespace period_test;
  const auto summer = PeriodSpan::parse("2019-07 to 2019-09");
  ASSERT_TRUE(summer);
  EXPECT_EQ(summer->first_day(), day("2019-07-01"));
  EXPECT_EQ(summer->last_day(), day("2019-09-30"));
  EXPECT_EQ(summer->text(), "2019-07 to 2019-09");
  const auto year = PeriodSpan::parse("2019");
  ASSERT_TRUE(year);
  EXPECT_EQ(year->first, year->last);
  EXPECT_EQ(year->text(), "2019");
  EXPECT_EQ(PeriodSpan::parse("2019-07 to 2019-07")->text(), "2019-07");
  EXPECT_EQ(PeriodSpan::parse("2020-W52 to 2021-W01")->last_day(), day("2021-01-10"));
  for (const char* text :
       {"", " to ", "2019-07 to", "to 2019-07", "2019-07 to 2019-Q4", "2019-09 to 2019-07",
        "2019-07 - 2019-09", "2019-07 to  2019-09", "2019 to 2020 to 2021", "2019-07to2019-09"}) {
    EXPECT_FALSE(PeriodSpan::parse(text)) << text;
  }
}

RC_GTEST_PROP(PeriodProperty, holds_its_days_and_touches_its_neighbours, ()) {
  using namespace period_test;
  for (int again = 0; again < draw::rounds; ++again) {
    const Date date = *rc::gen::map(draw::in_range(-300'000, 300'000), Date::from_days);
    for (const Unit unit : every_unit) {
      const Period here = Period::containing(date, unit);
      RC_ASSERT(here.unit() == unit);
      RC_ASSERT(here.holds(date));
      RC_ASSERT(Period::containing(here.first_day(), unit) == here);
      RC_ASSERT(Period::containing(here.last_day(), unit) == here);
      RC_ASSERT(here.plus(1).first_day() == here.last_day().plus_days(1));
      RC_ASSERT(here.plus(-1).last_day() == here.first_day().plus_days(-1));
      RC_ASSERT(here.plus(1).ordinal() == here.ordinal() + 1);
      RC_ASSERT(here < here.plus(1));
    }
  }
}

RC_GTEST_PROP(PeriodProperty, reads_what_it_prints, ()) {
  using namespace period_test;
  for (int again = 0; again < draw::rounds; ++again) {
    const Date date = *any_date();
    for (const Unit unit : every_unit) {
      const Period here = Period::containing(date, unit);
      RC_ASSERT(Period::parse(here.text()) == here);
      const PeriodSpan span{here, here.plus(*draw::in_range(0, 20))};
      RC_ASSERT(PeriodSpan::parse(span.text()) == span);
    }
  }
}

RC_GTEST_PROP(PeriodProperty, of_days_lies_where_the_standard_words_say, ()) {
  using namespace period_test;
  for (int again = 0; again < draw::rounds; ++again) {
    const Date date = *any_date();
    const std::string iso = date.text();
    RC_ASSERT(Period::containing(date, Unit::day).text() == iso);
    RC_ASSERT(Period::containing(date, Unit::month).text() == iso.substr(0, 7));
    RC_ASSERT(Period::containing(date, Unit::year).text() == iso.substr(0, 4));
    const char quarter = "111222333444"[date.month() - 1];
    RC_ASSERT(Period::containing(date, Unit::quarter).text() == iso.substr(0, 4) + "-Q" + quarter);
  }
}
