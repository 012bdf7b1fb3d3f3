#include "calendar/working_day.hpp"

#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include <vector>

#include "../number/draw.hpp"

namespace working_day_test {

using pricetalk::Date;
using pricetalk::Duration;
using pricetalk::Unit;

Date day(const char* iso) { return Date::parse(iso).value(); }

/// The holidays of a year from Monday to Friday: "01-01 04-06".
std::string weekday_holidays(const char* jurisdiction, int year) {
  std::string result;
  for (Date date = *Date::make(year, 1, 1); date.year() == year; date = date.plus_days(1)) {
    if (date.weekday() > 5 || !pricetalk::is_holiday(date, jurisdiction)) continue;
    result += (result.empty() ? "" : " ") + date.text().substr(5);
  }
  return result;
}

// Clavius, as Knuth gives it: golden number, century, epact. Independent of the engine's route.
Date easter_by_epact(int year) {
  const int golden_number = year % 19 + 1;
  const int century = year / 100 + 1;
  const int dropped_leap_days = 3 * century / 4 - 12;
  const int moon_correction = (8 * century + 5) / 25 - 5;
  const int sunday_number = 5 * year / 4 - dropped_leap_days - 10;
  int epact = (11 * golden_number + 20 + moon_correction - dropped_leap_days) % 30;
  if (epact < 0) epact += 30;
  if ((epact == 25 && golden_number > 11) || epact == 24) ++epact;
  int full_moon = 44 - epact;
  if (full_moon < 21) full_moon += 30;
  const int sunday = full_moon + 7 - (sunday_number + full_moon) % 7;
  return Date::make(year, 3, 1)->plus_days(sunday - 1);
}

constexpr const char* every_jurisdiction[] = {"NL", "BE", "DE", "FR", "LU",
                                              "AT", "GB", "IE", "XX", ""};

}  // namespace working_day_test

TEST(Easter, falls_on_the_published_days) {
  for (const char* sunday :
       {"1818-03-22", "1886-04-25", "1943-04-25", "1961-04-02", "1990-04-15", "1991-03-31",
        "1992-04-19", "1993-04-11", "1994-04-03", "1995-04-16", "1996-04-07", "1997-03-30",
        "1998-04-12", "1999-04-04", "2000-04-23", "2001-04-15", "2002-03-31", "2003-04-20",
        "2004-04-11", "2005-03-27", "2006-04-16", "2007-04-08", "2008-03-23", "2009-04-12",
        "2010-04-04", "2011-04-24", "2012-04-08", "2013-03-31", "2014-04-20", "2015-04-05",
        "2016-03-27", "2017-04-16", "2018-04-01", "2019-04-21", "2020-04-12", "2021-04-04",
        "2022-04-17", "2023-04-09", "2024-03-31", "2025-04-20", "2026-04-05", "2027-03-28",
        "2028-04-16", "2029-04-01", "2030-04-21", "2038-04-25", "2049-04-18", "2100-03-28"}) {
    const auto expected = working_day_test::day(sunday);
    EXPECT_EQ(pricetalk::easter(expected.year()), expected);
  }
}

TEST(Easter, agrees_with_the_epact) {
  for (int year = 1583; year <= 4099; ++year) {
    ASSERT_EQ(pricetalk::easter(year), working_day_test::easter_by_epact(year));
  }
}

TEST(Easter, is_a_sunday_from_22_march_to_25_april) {
  for (int year = 1; year <= 9999; ++year) {
    const auto sunday = pricetalk::easter(year);
    ASSERT_EQ(sunday.year(), year);
    ASSERT_EQ(sunday.weekday(), 7) << sunday.text();
    ASSERT_LE(*pricetalk::Date::make(year, 3, 22), sunday);
    ASSERT_LE(sunday, *pricetalk::Date::make(year, 4, 25));
  }
}

TEST(Holidays, of_the_netherlands) {
  using working_day_test::weekday_holidays;
  EXPECT_EQ(weekday_holidays("NL", 2026), "01-01 04-06 04-27 05-14 05-25 12-25");
  EXPECT_EQ(weekday_holidays("NL", 2025), "01-01 04-21 05-05 05-29 06-09 12-25 12-26")
      << "Koningsdag on Saturday 26 April, Bevrijdingsdag in a fifth year";
  EXPECT_EQ(weekday_holidays("NL", 2024), "01-01 04-01 05-09 05-20 12-25 12-26")
      << "Koningsdag on a Saturday";
  EXPECT_EQ(weekday_holidays("NL", 2013), "01-01 04-01 04-30 05-09 05-20 12-25 12-26");
}

TEST(Holidays, of_the_netherlands_keep_the_kings_day_off_a_sunday) {
  using namespace working_day_test;
  EXPECT_TRUE(pricetalk::is_holiday(day("2014-04-26"), "NL"));
  EXPECT_FALSE(pricetalk::is_holiday(day("2014-04-27"), "NL"));
  EXPECT_TRUE(pricetalk::is_holiday(day("2031-04-26"), "NL"));
  EXPECT_TRUE(pricetalk::is_holiday(day("2006-04-29"), "NL")) << "30 April was a Sunday";
  EXPECT_FALSE(pricetalk::is_holiday(day("2014-04-30"), "NL"));
}

TEST(Holidays, of_the_neighbours) {
  using working_day_test::weekday_holidays;
  EXPECT_EQ(weekday_holidays("BE", 2026), "01-01 04-06 05-01 05-14 05-25 07-21 11-11 12-25");
  EXPECT_EQ(weekday_holidays("BE", 2027), "01-01 03-29 05-06 05-17 07-21 11-01 11-11");
  EXPECT_EQ(weekday_holidays("DE", 2026), "01-01 04-03 04-06 05-01 05-14 05-25 12-25");
  EXPECT_EQ(weekday_holidays("DE", 2017), "04-14 04-17 05-01 05-25 06-05 10-03 10-31 12-25 12-26");
  EXPECT_EQ(weekday_holidays("DE", 1994), "04-01 04-04 05-12 05-23 10-03 11-16 12-26");
  EXPECT_EQ(weekday_holidays("FR", 2026), "01-01 04-06 05-01 05-08 05-14 05-25 07-14 11-11 12-25");
  EXPECT_EQ(weekday_holidays("LU", 2026), "01-01 04-06 05-01 05-14 05-25 06-23 12-25");
  EXPECT_EQ(weekday_holidays("LU", 2018), "01-01 04-02 05-01 05-10 05-21 08-15 11-01 12-25 12-26");
  EXPECT_EQ(weekday_holidays("LU", 2019),
            "01-01 04-22 05-01 05-09 05-30 06-10 08-15 11-01 12-25 12-26");
  EXPECT_EQ(weekday_holidays("AT", 2026),
            "01-01 01-06 04-06 05-01 05-14 05-25 06-04 10-26 12-08 12-25");
}

TEST(Holidays, of_england_move_to_the_next_weekdays) {
  using working_day_test::weekday_holidays;
  EXPECT_EQ(weekday_holidays("GB", 2020), "01-01 04-10 04-13 05-08 05-25 08-31 12-25 12-28");
  EXPECT_EQ(weekday_holidays("GB", 2021), "01-01 04-02 04-05 05-03 05-31 08-30 12-27 12-28");
  EXPECT_EQ(weekday_holidays("GB", 2022),
            "01-03 04-15 04-18 05-02 06-02 06-03 08-29 09-19 12-26 12-27");
  EXPECT_EQ(weekday_holidays("GB", 2023), "01-02 04-07 04-10 05-01 05-08 05-29 08-28 12-25 12-26");
  EXPECT_EQ(weekday_holidays("GB", 2026), "01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28");
  EXPECT_EQ(weekday_holidays("GB", 2012), "01-02 04-06 04-09 05-07 06-04 06-05 08-27 12-25 12-26");
  EXPECT_EQ(weekday_holidays("GB", 1999), "01-01 04-02 04-05 05-03 05-31 08-30 12-27 12-28 12-31");
}

TEST(Holidays, of_ireland) {
  using working_day_test::weekday_holidays;
  EXPECT_EQ(weekday_holidays("IE", 2026), "01-01 02-02 03-17 04-06 05-04 06-01 08-03 10-26 12-25");
  EXPECT_EQ(weekday_holidays("IE", 2030), "01-01 02-01 04-22 05-06 06-03 08-05 10-28 12-25 12-26")
      << "St Brigid's Day on Friday 1 February";
  EXPECT_EQ(weekday_holidays("IE", 2022), "03-17 03-18 04-18 05-02 06-06 08-01 10-31 12-26");
}

TEST(Holidays, are_not_known_elsewhere) {
  using namespace working_day_test;
  for (const char* code : {"NL", "BE", "DE", "FR", "LU", "AT", "GB", "IE"}) {
    EXPECT_TRUE(pricetalk::knows_holidays(code)) << code;
  }
  for (const char* code : {"", "nl", "US", "N", "NLD", "NL "}) {
    EXPECT_FALSE(pricetalk::knows_holidays(code)) << code;
    EXPECT_FALSE(pricetalk::is_holiday(day("2026-12-25"), code));
  }
  EXPECT_EQ(pricetalk::last_working_day(day("2026-12-27"), "US"), day("2026-12-25"));
}

TEST(LastWorkingDay, steps_over_weekends_and_holidays) {
  using namespace working_day_test;
  using pricetalk::last_working_day;
  EXPECT_EQ(last_working_day(day("2026-10-30"), "NL"), day("2026-10-30"));
  EXPECT_EQ(last_working_day(day("2026-11-01"), "NL"), day("2026-10-30"));
  EXPECT_EQ(last_working_day(day("2026-04-06"), "NL"), day("2026-04-03"))
      << "Good Friday is worked";
  EXPECT_EQ(last_working_day(day("2026-04-06"), "DE"), day("2026-04-02"));
  EXPECT_EQ(last_working_day(day("2021-12-28"), "GB"), day("2021-12-24"));
  EXPECT_EQ(last_working_day(day("0001-01-01"), "NL"), day("0001-01-01"));
}

TEST(Deadline, is_the_friday_before_a_sunday) {
  using namespace working_day_test;
  const auto deadline = pricetalk::last_day_before(day("2027-01-01"), {2, Unit::month}, "NL");
  EXPECT_EQ(deadline.on, day("2026-10-30"));
  EXPECT_EQ(deadline.adjusted_from, day("2026-11-01"));
  EXPECT_EQ(deadline.rule, "2 months before 2027-01-01");
}

TEST(Deadline, counts_from_the_contracts_own_day_and_moves_once) {
  using namespace working_day_test;
  const auto easter_monday = pricetalk::last_day_before(day("2026-06-06"), {2, Unit::month}, "DE");
  EXPECT_EQ(easter_monday.adjusted_from, day("2026-04-06"));
  EXPECT_EQ(easter_monday.on, day("2026-04-02"));
  const auto same_day = pricetalk::last_day_before(day("2026-06-08"), {0, Unit::day}, "NL");
  EXPECT_EQ(same_day.on, day("2026-06-08"));
  EXPECT_EQ(same_day.rule, "0 days before 2026-06-08");
}

RC_GTEST_PROP(LastWorkingDayProperty, is_never_later_and_always_a_working_day, ()) {
  using namespace working_day_test;
  for (int again = 0; again < draw::rounds; ++again) {
    const Date date = *rc::gen::map(draw::in_range(7305, 47'847), Date::from_days);  // 1990 to 2100
    const std::string jurisdiction = *rc::gen::elementOf(
        std::vector<std::string>(std::begin(every_jurisdiction), std::end(every_jurisdiction)));
    const Date last = pricetalk::last_working_day(date, jurisdiction);
    RC_ASSERT(last <= date);
    RC_ASSERT(last.weekday() <= 5);
    RC_ASSERT(pricetalk::is_working_day(last, jurisdiction));
    RC_ASSERT(date.days() - last.days() <= 5);
    for (Date between = last.plus_days(1); between <= date; between = between.plus_days(1)) {
      RC_ASSERT(between.weekday() > 5 || pricetalk::is_holiday(between, jurisdiction));
    }
  }
}

RC_GTEST_PROP(DeadlineProperty, lies_on_or_before_the_contracts_own_day, ()) {
  using namespace working_day_test;
  for (int again = 0; again < draw::rounds; ++again) {
    const Date from = *rc::gen::map(draw::in_range(8000, 47'000), Date::from_days);
    const Duration before{*draw::in_range(0, 13),
                          *rc::gen::element(Unit::day, Unit::week, Unit::month)};
    const auto deadline = pricetalk::last_day_before(from, before, "NL");
    RC_ASSERT(deadline.adjusted_from == shift(from, before, -1));
    RC_ASSERT(deadline.on == pricetalk::last_working_day(deadline.adjusted_from, "NL"));
    RC_ASSERT(deadline.rule == before.text() + " before " + from.text());
  }
}
