#include "index/publication/typed_period.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "index/publication/other_periods.hpp"
#include "index/publication/stored_number.hpp"

namespace typed_period_test {

using namespace pricetalk;
using namespace pricetalk::publication;

std::string read(std::string_view label) {
  const auto found = typed_period(label);
  return found ? found->text() : "-";
}

TEST(TypedPeriod, reads_a_month_however_it_is_typed) {
  for (const char* label :
       {"2025-01",      "2025/01",      "2025-1",       "1-2025",       "01-2025",  "01/2025",
        "01.2025",      "2025.01",      "202501",       "2025M01",      "2025m1",   "M01-2025",
        "2025MM01",     "jan-25",       "jan 25",       "jan '25",      "Jan-2025", "jan. 2025",
        "januari 2025", "Januari-2025", "2025 januari", "January 2025", "2025-jan", "janv. 2025",
        "janvier 2025", "Januar 2025",  "2025 JAN",     "2025Jan"})
    EXPECT_EQ(read(label), "2025-01") << label;
  EXPECT_EQ(read("mrt-25"), "2025-03");
  EXPECT_EQ(read("mei-98"), "1998-05");
  EXPECT_EQ(read("okt-49"), "2049-10");
  EXPECT_EQ(read("août 2025"), "2025-08");
}

TEST(TypedPeriod, reads_a_quarter_however_it_is_typed) {
  for (const char* label : {"2024-Q1",
                            "2024Q1",
                            "2024 Q1",
                            "Q1-2024",
                            "Q1 2024",
                            "Q1/2024",
                            "1Q2024",
                            "1Q24",
                            "Q1 '24",
                            "q1-24",
                            "K1 2024",
                            "2024K1",
                            "2024 KW1",
                            "2024KW01",
                            "KW1 2024",
                            "T1 2024",
                            "2024-T1",
                            "1e kwartaal 2024",
                            "2024 1e kwartaal",
                            "kwartaal 1 2024",
                            "2024 kwartaal 1",
                            "eerste kwartaal 2024",
                            "1. Quartal 2024",
                            "1st quarter 2024",
                            "first quarter 2024",
                            "1er trimestre 2024",
                            "2024-I",
                            "I 2024"})
    EXPECT_EQ(read(label), "2024-Q1") << label;
  EXPECT_EQ(read("2024 IV"), "2024-Q4");
}

TEST(TypedPeriod, reads_a_year_and_nothing_that_is_doubtful) {
  EXPECT_EQ(read("2024"), "2024");
  EXPECT_EQ(read("jaar 2024"), "2024");
  EXPECT_EQ(read("2024 (jaar)"), "2024");
  for (const char* label : {"", "25", "jan", "13-2025", "2025-13", "202513", "2024 KW12", "Q5 2024",
                            "2025.1", "01-01-2025", "2025-01-01", "1 januari 2025", "45658",
                            "januari februari 2025", "totaal 2024", "week 3 2025"})
    EXPECT_EQ(read(label), "-") << label;
}

std::string column(const std::vector<std::string_view>& labels, bool european) {
  const TypedPeriods found = typed_periods(labels, european);
  if (found.unclear) return "?";
  std::string all;
  for (const auto& each : found.periods)
    all += (all.empty() ? "" : " ") + (each ? each->text() : "-");
  return all;
}

TEST(TypedPeriods, days_that_begin_or_end_months_stand_for_them) {
  EXPECT_EQ(column({"01-01-2025", "01-02-2025"}, true), "2025-01 2025-02");
  EXPECT_EQ(column({"1-1-2025", "1-3-2025", "1-4-2025"}, true), "2025-01 2025-03 2025-04");
  EXPECT_EQ(column({"31-01-2025", "28-02-2025"}, true), "2025-01 2025-02");
  EXPECT_EQ(column({"31.03.2025", "30.06.2025"}, true), "2025-Q1 2025-Q2");
  EXPECT_EQ(column({"2024-01-01", "2025-01-01"}, false), "2024 2025");
  EXPECT_EQ(column({"2025-01-01 00:00:00", "2025-02-01 00:00:00"}, false), "2025-01 2025-02");
  EXPECT_EQ(column({"1 januari 2025", "1 februari 2025"}, true), "2025-01 2025-02");
  EXPECT_EQ(column({"01-jan-25", "01-feb-25"}, true), "2025-01 2025-02");
  EXPECT_EQ(column({"01-01-25", "01-02-25"}, true), "2025-01 2025-02");
  EXPECT_EQ(column({"20250101", "20250201"}, false), "2025-01 2025-02");
}

TEST(TypedPeriods, days_close_to_each_other_are_days) {
  EXPECT_EQ(column({"02-01-2025", "03-01-2025", "06-01-2025"}, true),
            "2025-01-02 2025-01-03 2025-01-06");
  EXPECT_EQ(column({"2025-01-02"}, false), "2025-01-02");
}

TEST(TypedPeriods, the_order_of_day_and_month_is_told_by_the_file_or_asked) {
  EXPECT_EQ(column({"01/01/2025", "02/01/2025", "03/01/2025"}, false), "?");
  EXPECT_EQ(column({"01/02/2025", "01/03/2025"}, true), "2025-02 2025-03");
  EXPECT_EQ(column({"12/31/2024", "01/31/2025"}, false), "2024-12 2025-01");
  EXPECT_EQ(column({"1/31/2025", "2/28/2025"}, true), "2025-01 2025-02");
  EXPECT_EQ(column({"01-31-2025", "02-28-2025"}, true), "2025-01 2025-02");
  EXPECT_EQ(column({"31/01/2025", "28/02/2025"}, false), "2025-01 2025-02");
  EXPECT_EQ(column({"09/01/2026", "10/01/2026"}, true), "?");
  EXPECT_EQ(column({"08/31/2026", "30/09/2026"}, true), "?");
}

TEST(TypedPeriods, days_that_can_be_read_in_both_orders_say_so) {
  using Order = TypedPeriods::Order;
  EXPECT_EQ(typed_periods({"09/01/2026", "10/01/2026"}, true).order, Order::either);
  EXPECT_EQ(typed_periods({"01/01/2025", "02/01/2025"}, false).order, Order::either);
  EXPECT_EQ(typed_periods({"08/31/2026", "30/09/2026"}, true).order, Order::mixed);
  EXPECT_EQ(typed_periods({"01-01-2025"}, true).order, Order::clear);
  const auto both = both_days("09/01/2026");
  ASSERT_TRUE(both);
  EXPECT_EQ(both->first.text(), "2026-01-09");
  EXPECT_EQ(both->second.text(), "2026-09-01");
  EXPECT_FALSE(both_days("01/31/2026"));
  EXPECT_FALSE(both_days("01/01/2026"));
}

TEST(TypedPeriods, one_day_alone_and_days_half_a_year_apart_are_asked) {
  EXPECT_EQ(column({"01-01-2025"}, true), "?");
  EXPECT_EQ(column({"01-01-2025", "01-07-2025"}, true), "?");
}

TEST(OtherPeriods, are_known_and_mistakes_are_not_taken_for_them) {
  for (const char* label :
       {"2025HJ01", "2023VJ12", "2025X000", "2021W101", "2024SJ00", "2025 1e halfjaar",
        "2025 1st half-year", "2024-S1", "2024W05", "2024U05"})
    EXPECT_TRUE(left_out_period(label)) << label;
  for (const char* label : {"2025MM13", "2025KW05", "2025", "onzin", "2025HJXX", ""})
    EXPECT_FALSE(left_out_period(label)) << label;
}

TEST(StoredNumber, has_the_digits_that_a_person_typed) {
  const auto number = [](std::string_view text) { return stored_number(text).value_or("-"); };
  EXPECT_EQ(number("103.95"), "103.95");
  EXPECT_EQ(number("103.95000000000000284"), "103.95");
  EXPECT_EQ(number("0.28999999999999998"), "0.29");
  EXPECT_EQ(number("99.999999999999999"), "100");
  EXPECT_EQ(number("1.05E-2"), "0.0105");
  EXPECT_EQ(number("1.2E+3"), "1200");
  EXPECT_EQ(number("-0.40"), "-0.4");
  EXPECT_EQ(number("0"), "0");
  EXPECT_EQ(number("79.4000015258789"), "79.4000015258789");
  for (const char* text : {"", "-", "1e", "1e999", "12,5", "abc", "1.2.3", "0x10"})
    EXPECT_EQ(number(text), "-") << text;
  EXPECT_EQ(padded_number("103.3", 2), "103.30");
  EXPECT_EQ(padded_number("103", 1), "103.0");
  EXPECT_EQ(padded_number("103.954", 2), "103.954");
  EXPECT_EQ(percentage("0.028"), "2.8%");
  EXPECT_EQ(percentage("1"), "100%");
}

}  // namespace typed_period_test
