#include "pricetalk/calendar/date.hpp"

#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <chrono>
#include <limits>

#include "../number/draw.hpp"

namespace date_test {

using pricetalk::Date;
using pricetalk::DateTime;
using pricetalk::Duration;
using pricetalk::MonthDay;
using pricetalk::Unit;

Date day(const char* iso) { return Date::parse(iso).value(); }

constexpr int month_lengths[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

int month_length(int year, int month) {
  const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
  return month == 2 && leap ? 29 : month_lengths[month - 1];
}

// One month at a time, in whole years and months; then the day is cut off by the table.
Date month_by_month(Date date, int months) {
  int year = date.year();
  int month = date.month();
  for (; months > 0; --months) {
    if (++month == 13) month = 1, ++year;
  }
  for (; months < 0; ++months) {
    if (--month == 0) month = 12, --year;
  }
  return Date::make(year, month, std::min(date.day(), month_length(year, month))).value();
}

rc::Gen<Date> any_date() {
  return rc::gen::map(draw::in_range<std::int64_t>(-719'162, 2'932'897), Date::from_days);
}

}  // namespace date_test

TEST(Date, exists_or_is_nothing) {
  using pricetalk::Date;
  EXPECT_TRUE(Date::make(2024, 2, 29));
  EXPECT_TRUE(Date::make(2000, 2, 29));
  EXPECT_TRUE(Date::make(1, 1, 1));
  EXPECT_TRUE(Date::make(9999, 12, 31));
  EXPECT_FALSE(Date::make(2025, 2, 29));
  EXPECT_FALSE(Date::make(1900, 2, 29));
  EXPECT_FALSE(Date::make(2025, 4, 31));
  EXPECT_FALSE(Date::make(2025, 13, 1));
  EXPECT_FALSE(Date::make(2025, 0, 1));
  EXPECT_FALSE(Date::make(2025, 1, 0));
  EXPECT_FALSE(Date::make(0, 1, 1));
  EXPECT_FALSE(Date::make(10000, 1, 1));
  EXPECT_FALSE(Date::make(-1, 1, 1));
}

TEST(Date, reads_and_prints_iso_text_only) {
  using pricetalk::Date;
  EXPECT_EQ(date_test::day("2026-01-31").text(), "2026-01-31");
  EXPECT_EQ(date_test::day("0001-01-01").text(), "0001-01-01");
  EXPECT_EQ(Date().text(), "1970-01-01");
  for (const char* text :
       {"", "2026-1-31", "2026-01-31 ", " 2026-01-31", "26-01-31", "2026/01/31", "31-01-2026",
        "2026-02-30", "2026-01-3x", "20260131", "+026-01-31", "2026-+1-31", "0000-01-01"}) {
    EXPECT_FALSE(Date::parse(text)) << text;
  }
}

TEST(Date, counts_four_centuries_day_by_day) {
  using namespace date_test;
  int year = 1900;
  int month = 1;
  int day_of_month = 1;
  int weekday = 1;             // 1900-01-01 was a Monday
  std::int32_t days = -25567;  // 70 years and 17 leap days before 1970
  while (year < 2300) {
    const auto date = Date::make(year, month, day_of_month);
    ASSERT_TRUE(date);
    ASSERT_EQ(date->days(), days) << date->text();
    ASSERT_EQ(date->weekday(), weekday) << date->text();
    ASSERT_EQ(Date::from_days(days), *date);
    ++days;
    weekday = weekday % 7 + 1;
    if (++day_of_month > month_length(year, month)) {
      day_of_month = 1;
      if (++month == 13) month = 1, ++year;
    }
  }
}

TEST(Date, falls_on_the_known_weekday) {
  using date_test::day;
  EXPECT_EQ(day("1969-07-20").weekday(), 7);
  EXPECT_EQ(day("1970-01-01").weekday(), 4);
  EXPECT_EQ(day("2000-01-01").weekday(), 6);
  EXPECT_EQ(day("2026-10-30").weekday(), 5);
  EXPECT_EQ(day("2026-11-01").weekday(), 7);
  EXPECT_EQ(day("0001-01-01").weekday(), 1);
  EXPECT_EQ(day("9999-12-31").weekday(), 5);
}

TEST(Date, never_leaves_the_calendar) {
  using namespace date_test;
  const Date first = day("0001-01-01");
  const Date last = day("9999-12-31");
  EXPECT_EQ(Date::from_days(std::numeric_limits<std::int64_t>::max()), last);
  EXPECT_EQ(Date::from_days(std::numeric_limits<std::int64_t>::min()), first);
  EXPECT_EQ(first.plus_days(-1), first);
  EXPECT_EQ(last.plus_days(std::numeric_limits<int>::max()), last);
  EXPECT_EQ(day("9999-11-15") + (Duration{1, Unit::month}), day("9999-12-15"));
  EXPECT_EQ(day("0001-02-15") - (Duration{1, Unit::month}), day("0001-01-15"));
  EXPECT_EQ(first.plus_days(std::numeric_limits<int>::min()), first);
  for (const Unit unit : {Unit::day, Unit::week, Unit::month, Unit::quarter, Unit::year}) {
    EXPECT_EQ(shift(last, {1, unit}), last);
    EXPECT_EQ(shift(first, {1, unit}, -1), first);
    EXPECT_EQ(shift(first, {999'999, unit}, std::numeric_limits<int>::max()), last);
    EXPECT_EQ(shift(last, {999'999, unit}, std::numeric_limits<int>::min()), first);
  }
}

TEST(Duration, reads_a_count_and_a_unit) {
  using pricetalk::Duration;
  using pricetalk::Unit;
  EXPECT_EQ(Duration::parse("2 months"), (Duration{2, Unit::month}));
  EXPECT_EQ(Duration::parse("year"), (Duration{1, Unit::year}));
  EXPECT_EQ(Duration::parse("365 days"), (Duration{365, Unit::day}));
  EXPECT_EQ(Duration::parse("1 quarter"), (Duration{1, Unit::quarter}));
  EXPECT_EQ(Duration::parse("6  weeks"), (Duration{6, Unit::week}));
  EXPECT_EQ(Duration::parse("0 days"), (Duration{0, Unit::day}));
  EXPECT_EQ(Duration::parse("999999 days"), (Duration{999'999, Unit::day}));
  for (const char* text : {"", " ", "2", "2 ", "months", "2months", "-1 month", "+1 month",
                           "1.5 years", "two months", "2 Months", "2 months ", " 2 months",
                           "1000000 days", "2 month s", "99999999999999999999 days"}) {
    EXPECT_FALSE(Duration::parse(text)) << text;
  }
}

TEST(Duration, prints_one_and_many) {
  using pricetalk::Duration;
  using pricetalk::Unit;
  EXPECT_EQ((Duration{1, Unit::month}).text(), "1 month");
  EXPECT_EQ((Duration{2, Unit::quarter}).text(), "2 quarters");
  EXPECT_EQ((Duration{0, Unit::week}).text(), "0 weeks");
  EXPECT_EQ((Duration{365, Unit::day}).text(), "365 days");
  EXPECT_EQ((Duration{10, Unit::year}).text(), "10 years");
}

TEST(Duration, has_whole_months_unless_it_counts_days) {
  using pricetalk::Duration;
  using pricetalk::Unit;
  EXPECT_EQ((Duration{5, Unit::month}).months(), 5);
  EXPECT_EQ((Duration{2, Unit::quarter}).months(), 6);
  EXPECT_EQ((Duration{3, Unit::year}).months(), 36);
  EXPECT_FALSE((Duration{30, Unit::day}).months());
  EXPECT_FALSE((Duration{4, Unit::week}).months());
}

TEST(Shift, two_months_before_every_month_end_of_a_leap_and_a_common_year) {
  using namespace date_test;
  const std::pair<const char*, const char*> cases[] = {
      {"2023-01-31", "2022-11-30"}, {"2023-02-28", "2022-12-28"}, {"2023-03-31", "2023-01-31"},
      {"2023-04-30", "2023-02-28"}, {"2023-05-31", "2023-03-31"}, {"2023-06-30", "2023-04-30"},
      {"2023-07-31", "2023-05-31"}, {"2023-08-31", "2023-06-30"}, {"2023-09-30", "2023-07-30"},
      {"2023-10-31", "2023-08-31"}, {"2023-11-30", "2023-09-30"}, {"2023-12-31", "2023-10-31"},
      {"2024-01-31", "2023-11-30"}, {"2024-02-29", "2023-12-29"}, {"2024-03-31", "2024-01-31"},
      {"2024-04-30", "2024-02-29"}, {"2024-05-31", "2024-03-31"}, {"2024-06-30", "2024-04-30"},
      {"2024-07-31", "2024-05-31"}, {"2024-08-31", "2024-06-30"}, {"2024-09-30", "2024-07-30"},
      {"2024-10-31", "2024-08-31"}, {"2024-11-30", "2024-09-30"}, {"2024-12-31", "2024-10-31"},
  };
  for (const auto& [from, expected] : cases) {
    EXPECT_EQ((day(from) - Duration{2, Unit::month}).text(), expected) << from;
  }
}

TEST(Shift, counts_all_times_at_once_and_does_not_drift) {
  using namespace date_test;
  const Date start = day("2023-01-31");
  const Duration month{1, Unit::month};
  EXPECT_EQ(shift(start, month, 1), day("2023-02-28"));
  EXPECT_EQ(shift(start, month, 2), day("2023-03-31"));
  EXPECT_EQ(shift(start, month, -2), day("2022-11-30"));
  EXPECT_EQ(start + month + month, day("2023-03-28")) << "one by one it drifts";
  EXPECT_EQ(shift(day("2024-02-29"), {1, Unit::year}, 1), day("2025-02-28"));
  EXPECT_EQ(shift(day("2024-02-29"), {1, Unit::year}, 4), day("2028-02-29"));
  EXPECT_EQ(shift(day("2024-11-30"), {1, Unit::quarter}), day("2025-02-28"));
  EXPECT_EQ(shift(day("2024-12-31"), {2, Unit::week}, -1), day("2024-12-17"));
  EXPECT_EQ(shift(day("2025-03-31"), {1, Unit::month}, -1), day("2025-02-28"));
  EXPECT_EQ(shift(start, month, 0), start);
  EXPECT_EQ(start + (Duration{0, Unit::year}), start);
}

TEST(MonthDay, is_a_day_of_every_year) {
  using pricetalk::MonthDay;
  EXPECT_EQ(MonthDay::parse("01-01")->in(2027).text(), "2027-01-01");
  EXPECT_EQ(MonthDay::parse("02-29")->in(2024).text(), "2024-02-29");
  EXPECT_EQ(MonthDay::parse("02-29")->in(2025).text(), "2025-02-28");
  EXPECT_EQ(MonthDay::parse("02-28")->in(2024).text(), "2024-02-28");
  EXPECT_EQ(MonthDay::parse("12-31")->text(), "12-31");
  for (const char* text : {"", "1-1", "00-01", "13-01", "01-00", "01-32", "02-30", "04-31", "01/01",
                           "01-01 ", "2024-01-01", "-1-01"}) {
    EXPECT_FALSE(MonthDay::parse(text)) << text;
  }
}

TEST(DateTime, reads_minutes_and_whole_minutes_with_seconds) {
  using pricetalk::DateTime;
  const auto call = DateTime::parse("2025-10-22T10:05");
  ASSERT_TRUE(call);
  EXPECT_EQ(call->date.text(), "2025-10-22");
  EXPECT_EQ(call->hour, 10);
  EXPECT_EQ(call->minute, 5);
  EXPECT_EQ(call->text(), "2025-10-22T10:05");
  EXPECT_EQ(DateTime::parse("2025-10-22T10:05:00"), call);
  EXPECT_EQ(DateTime::parse("2025-10-22 10:05"), call);
  EXPECT_EQ(DateTime::parse("2025-10-22T00:00")->text(), "2025-10-22T00:00");
  EXPECT_LT(*DateTime::parse("2025-10-22T23:59"), *DateTime::parse("2025-10-23T00:00"));
  for (const char* text : {"", "2025-10-22", "2025-10-22T24:00", "2025-10-22T10:60",
                           "2025-10-22T10:05:30", "2025-10-22T10:05Z", "2025-10-22T10.05",
                           "2025-02-29T10:05", "2025-10-22x10:05", "2025-10-22T1:05"}) {
    EXPECT_FALSE(DateTime::parse(text)) << text;
  }
}

RC_GTEST_PROP(DateProperty, agrees_with_the_standard_calendar, ()) {
  using namespace date_test;
  for (int again = 0; again < draw::rounds; ++again) {
    const int days = *draw::in_range(-719'162, 2'932'897);
    const std::chrono::year_month_day expected{std::chrono::sys_days{std::chrono::days{days}}};
    const Date date = Date::from_days(days);
    RC_ASSERT(date.year() == static_cast<int>(expected.year()));
    RC_ASSERT(static_cast<unsigned>(date.month()) == static_cast<unsigned>(expected.month()));
    RC_ASSERT(static_cast<unsigned>(date.day()) == static_cast<unsigned>(expected.day()));
    RC_ASSERT(date.days() == days);
    const std::chrono::weekday weekday{std::chrono::sys_days{expected}};
    RC_ASSERT(static_cast<unsigned>(date.weekday()) == weekday.iso_encoding());
    RC_ASSERT(Date::parse(date.text()) == date);
  }
}

RC_GTEST_PROP(DateProperty, is_ordered_as_its_text, ()) {
  using namespace date_test;
  for (int again = 0; again < draw::rounds; ++again) {
    const Date a = *any_date();
    const Date b = *rc::gen::oneOf(any_date(), rc::gen::just(a.plus_days(1)));
    RC_ASSERT((a < b) == (a.text() < b.text()));
    RC_ASSERT((a < b) == (a.days() < b.days()));
  }
}

RC_GTEST_PROP(ShiftProperty, agrees_with_counting_month_by_month, ()) {
  using namespace date_test;
  for (int again = 0; again < draw::rounds; ++again) {
    const Date date = Date::make(*draw::in_range(1800, 2200), *draw::in_range(1, 13), 1)
                          ->plus_days(*draw::in_range(0, 31));
    const Unit unit = *rc::gen::element(Unit::month, Unit::quarter, Unit::year);
    const int in_unit = unit == Unit::month ? 1 : unit == Unit::quarter ? 3 : 12;
    const int count = *draw::in_range(0, 20);
    const int times = *draw::in_range(-20, 21);
    RC_ASSERT(shift(date, {count, unit}, times) == month_by_month(date, count * in_unit * times));
  }
}

RC_GTEST_PROP(ShiftProperty, counts_days_one_by_one, ()) {
  using namespace date_test;
  for (int again = 0; again < draw::rounds; ++again) {
    const Date date = *rc::gen::map(draw::in_range(-40'000, 40'000), Date::from_days);
    const int count = *draw::in_range(0, 8);
    const int times = *draw::in_range(-8, 9);
    Date expected = date;
    for (int i = 0; i < count * std::abs(times); ++i)
      expected = expected.plus_days(times < 0 ? -1 : 1);
    RC_ASSERT(shift(date, {count, Unit::day}, times) == expected);
    RC_ASSERT(shift(date, {count, Unit::week}, times) ==
              shift(date, {7 * count, Unit::day}, times));
  }
}
