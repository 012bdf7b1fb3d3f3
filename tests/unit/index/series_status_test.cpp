#include "index/series_status.hpp"

#include <gtest/gtest.h>

#include "pricetalk/index/figures.hpp"

namespace series_status_test {

using namespace pricetalk;

Series read_series(const std::string& keys, const std::string& rows) {
  const auto source = std::make_shared<const SourceText>(
      "s.toml", "schema = 1\n[[series]]\nid = \"s\"\n" + keys + "figures = [" + rows + "]\n");
  auto read = read_figures(source);
  EXPECT_FALSE(read.diagnostics.has_errors()) << render(read.diagnostics, Language::en);
  return std::move(read.value->front());
}

SeriesStatus on(const Series& series, const char* today) {
  return status_of(series, *Date::parse(today));
}

const std::string monthly =
    R"(["2026-03", 101.75, "definitive", 2026-04-09], ["2026-04", 102.91, "definitive", 2026-05-12],
       ["2026-05", 103.01, "definitive", 2026-06-09])";

TEST(series_status, a_figure_is_up_to_date_then_due_then_late) {
  const Series cpi = read_series("frequency = \"month\"\n", monthly);
  EXPECT_EQ(on(cpi, "2026-06-20").state, SeriesState::up_to_date);
  EXPECT_EQ(on(cpi, "2026-07-05").state, SeriesState::due);
  EXPECT_EQ(on(cpi, "2026-07-05").expected, Date::parse("2026-07-09"));
  const SeriesStatus late = on(cpi, "2026-08-20");
  EXPECT_EQ(late.state, SeriesState::late);
  EXPECT_EQ(late.next->text(), "2026-06");
  EXPECT_EQ(late.out_until->text(), "2026-07");
}

TEST(series_status, the_day_that_the_calendar_states_goes_before_the_usual_one) {
  const Series cpi = read_series(
      "calendar = [[\"2026-06\", 2026-07-14]]\ncalendar_source = \"stated\"\n", monthly);
  EXPECT_EQ(on(cpi, "2026-07-12").state, SeriesState::due);
  EXPECT_TRUE(on(cpi, "2026-07-12").stated);
  EXPECT_EQ(on(cpi, "2026-07-15").state, SeriesState::late);
}

TEST(series_status, a_figure_every_half_year_is_asked_for_half_a_year_later) {
  const Series wage =
      read_series("", R"(["2025-07", 14.40], ["2026-01", 14.71], ["2026-07", 14.99])");
  EXPECT_EQ(on(wage, "2026-11-29").next->text(), "2027-01");
  EXPECT_EQ(on(wage, "2026-11-29").state, SeriesState::up_to_date);
}

TEST(series_status, an_ended_series_is_late_only_until_its_last_figure_is_here) {
  const Series whole = read_series("stopped = \"2026-05\"\n", monthly);
  EXPECT_EQ(on(whole, "2030-01-01").state, SeriesState::ended);
  EXPECT_FALSE(on(whole, "2030-01-01").next);
  const Series part = read_series("stopped = \"2026-08\"\n", monthly);
  EXPECT_EQ(on(part, "2030-01-01").state, SeriesState::late);
  EXPECT_EQ(on(part, "2030-01-01").out_until->text(), "2026-08");
}

TEST(series_status, a_series_without_figures_is_to_be_fetched) {
  Series empty;
  empty.id = "s";
  EXPECT_EQ(on(empty, "2026-01-01").state, SeriesState::late);
  EXPECT_FALSE(on(empty, "2026-01-01").last);
}

TEST(series_status, a_figure_between_others_is_missed) {
  const std::string rows = R"(["2026-01", 99.99], ["2026-04", 102.91], ["2026-05", 103.01])";
  const SeriesStatus open = on(read_series("frequency = \"month\"\n", rows), "2026-06-20");
  ASSERT_EQ(open.gaps.size(), 1U);
  EXPECT_EQ(open.gaps[0].first.text(), "2026-02");
  EXPECT_EQ(open.gaps[0].last.text(), "2026-03");
  EXPECT_TRUE(on(read_series("derived = \"computed\"\n", rows), "2026-06-20").gaps.empty());
}

}  // namespace series_status_test
