#include <gmock/gmock.h>

#include "../simulation/simulated.hpp"
#include "index/look_up.hpp"

namespace pricetalk {
namespace project_test {

using namespace simulated;
using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::Not;

/// One series `s` with these keys and rows.
Library figures(const std::string& rest) {
  const SourcePtr file = source("figures.toml", "schema = 1\n[[series]]\nid = \"s\"\n" + rest);
  Loaded<std::vector<Series>> loaded = read_figures(file);
  if (!loaded.value || loaded.diagnostics.has_errors())
    throw std::runtime_error(render(loaded.diagnostics, Language::en));
  return Library().with(std::move(*loaded.value), {file});
}

Library projected(const Library& known, const std::string& rule, const char* today,
                  const char* until) {
  const Scenario scenario = scenario_of(months(12, "[[future.f.series]]\n" + rule));
  return project(known, scenario.futures.front(), day(today), day(until));
}

/// "2026-01 14.48" of every projected record.
Texts made(const Library& library, const char* series = "s") {
  Texts found;
  for (const Observation& o : library.find(series)->records)
    if (o.status == FigureStatus::projected)
      found.push_back(o.period.text() + " " + o.value.text());
  return found;
}

constexpr const char* wage =
    "decimals = 2\nfigures = [[\"2024-01\", 13.27], [\"2024-07\", 13.68], [\"2025-01\", 14.06],\n"
    "  [\"2025-07\", 14.40], [\"2026-01\", 14.71]]\n";

TEST(Project, grows_a_half_yearly_wage_from_the_same_month_a_year_before) {
  // 14.06 x 1.03 = 14.4818; 14.40 x 1.03 = 14.832; 14.48 x 1.03 = 14.9144: each from the rounded
  // one.
  const Library library =
      projected(figures(wage), "series = \"s\"\ngrowth = \"3%\"", "2025-10-14", "2027-06-30");
  EXPECT_THAT(made(library), ElementsAre("2026-01 14.48", "2026-07 14.83", "2027-01 14.91"));
}

TEST(Project, grows_each_calendar_year_by_its_own_percentage) {
  // 14.06 x 1.10 = 15.466; 14.40 x 1.10 = 15.84; then 15.47 x 1.02 = 15.7794; 15.84 x 1.02
  // = 16.1568; then 15.78 x 1.00.
  const Library library = projected(
      figures(wage), "series = \"s\"\ngrowth = { 2026 = \"10%\", 2027 = \"2%\", then = \"0%\" }",
      "2025-10-14", "2028-01-31");
  EXPECT_THAT(made(library), ElementsAre("2026-01 15.47", "2026-07 15.84", "2027-01 15.78",
                                         "2027-07 16.16", "2028-01 15.78"));
}

TEST(Project, starts_from_what_was_public_on_the_day) {
  // 14.71 for January 2026 stands in the file, and the world of October 2025 does not know it.
  const Library library =
      projected(figures(wage), "series = \"s\"\ngrowth = \"0%\"", "2025-10-14", "2026-01-31");
  const Lookup now = look_up(library, "s", *Period::parse("2026-01"), Which::as_known,
                             {day("2026-01-01"), {}, {}});
  EXPECT_EQ(value(now), Outcome<Ratio>(Ratio(Decimal(1406, 2))));
  // Without a rule the figure is simply not there.
  const Library none =
      projected(figures(wage), "series = \"other\"\ngrowth = \"0%\"", "2025-10-14", "2026-01-31");
  EXPECT_FALSE(value(
      look_up(none, "s", *Period::parse("2026-01"), Which::as_known, {day("2026-01-01"), {}, {}})));
}

TEST(Project, keeps_years_and_quarters_in_their_own_unit) {
  const Library library = projected(figures("decimals = 1\nfigures = [[\"2024\", 100.0], "
                                            "[\"2024-Q3\", 50.0], [\"2024-Q4\", 52.0]]\n"),
                                    "series = \"s\"\ngrowth = \"10%\"", "2025-06-01", "2026-10-01");
  EXPECT_THAT(made(library), ElementsAre("2025-Q3 55.0", "2025-Q4 57.2", "2026-Q3 60.5",
                                         "2026-Q4 62.9", "2025 110.0", "2026 121.0"));
}

TEST(Project, follows_a_stated_path_and_nothing_else) {
  const Library library = projected(
      figures(wage),
      "series = \"s\"\npath = [[\"2026-01\", 14.715], [\"2024-01\", 99], [\"2026-04\", 15]]",
      "2025-10-14", "2027-12-31");
  EXPECT_THAT(made(library), ElementsAre("2026-01 14.72", "2026-04 15.00"));
}

TEST(Project, replays_the_yearly_changes_of_whole_years_again_and_again) {
  // 2023 rose by 10 %, 2024 by 20 %, both in January: 150 x 1.1 = 165, x 1.2 = 198, x 1.1 = 217.8
  const Library library =
      projected(figures("decimals = 1\nfigures = [[\"2022-01\", 100], [\"2023-01\", 110], "
                        "[\"2024-01\", 132], [\"2025-01\", 150]]\n"),
                "series = \"s\"\nreplay = \"2023-01 to 2024-12\"", "2025-06-01", "2028-12-31");
  EXPECT_THAT(made(library), ElementsAre("2026-01 165.0", "2027-01 198.0", "2028-01 217.8"));
}

TEST(Project, replays_each_season_in_its_own_season) {
  // Last seen July 2025, so January 2026 comes first; both take 2024's change of their own month:
  // January 110/100, July 60/50.
  const Library library =
      projected(figures("decimals = 1\nfigures = [[\"2023-01\", 100], [\"2023-07\", 50], "
                        "[\"2024-01\", 110], [\"2024-07\", 60],\n"
                        "[\"2025-01\", 200], [\"2025-07\", 80]]\n"),
                "series = \"s\"\nreplay = \"2024\"", "2025-08-01", "2026-12-31");
  EXPECT_THAT(made(library), ElementsAre("2026-01 220.0", "2026-07 96.0"));
}

TEST(Project, lets_a_shock_fade_evenly_and_leave_nothing_behind) {
  // 100 x 1.08, then 6 of 12 months later 100 x 1.04, then 100
  const Library library =
      projected(figures("decimals = 2\nfigures = [[\"2026-03\", 100], [\"2026-09\", 100]]\n"),
                "series = \"s\"\ngrowth = \"0%\"\nshocks = [{ from = \"2027-03\", change = \"8%\", "
                "fades = \"12 months\" }]",
                "2026-10-01", "2028-12-31");
  EXPECT_THAT(made(library),
              ElementsAre("2027-03 108.00", "2027-09 104.00", "2028-03 100.00", "2028-09 100.00"));
  const Library stays = projected(
      figures("decimals = 2\nfigures = [[\"2026-03\", 100]]\n"),
      "series = \"s\"\ngrowth = \"10%\"\nshocks = [{ from = \"2027-03\", change = \"8%\" }]",
      "2026-10-01", "2028-12-31");
  EXPECT_THAT(made(stays), ElementsAre("2027-03 118.80", "2028-03 130.68"));  // 110 and 121 x 1.08
}

TEST(Project, never_continues_a_series_that_ended) {
  EXPECT_THAT(
      made(projected(
          figures("stopped = \"2025-07\"\nfigures = [[\"2025-01\", 1.0], [\"2025-07\", 1.0]]\n"),
          "series = \"*\"\ngrowth = \"2%\"", "2025-10-14", "2027-12-31")),
      IsEmpty());
  EXPECT_THAT(made(projected(figures("successor = \"t\"\nfigures = [[\"2025-01\", 1.0]]\n"),
                             "series = \"*\"\ngrowth = \"2%\"", "2025-10-14", "2027-12-31")),
              IsEmpty());
}

TEST(Project, publishes_with_the_usual_delay_of_the_past) {
  // Days after the end of the month: 10, 12, 20; the median is 12.
  const Library library =
      projected(figures("decimals = 0\nfigures = [[\"2025-01\", 1, \"definitive\", 2025-02-10], "
                        "[\"2025-02\", 1, \"definitive\", 2025-03-12],\n"
                        "[\"2025-03\", 1, \"definitive\", 2025-04-20]]\n"),
                "series = \"s\"\ngrowth = \"0%\"", "2025-05-01", "2026-03-31");
  const auto latest = [&](const char* on) {
    return latest_period(library, "s", Which::as_known, {day(on), {}, {}})->text();
  };
  EXPECT_EQ(latest("2026-02-11"), "2025-03");
  EXPECT_EQ(latest("2026-02-12"), "2026-01");
}

TEST(Project, says_which_scenario_and_future_made_a_figure) {
  const Library library =
      projected(figures(wage), "series = \"s\"\ngrowth = \"3%\"", "2025-10-14", "2026-01-31");
  const Lookup seen = look_up(library, "s", *Period::parse("2026-01"), Which::as_known,
                              {day("2026-01-01"), {}, {}});
  const InputSource from = source_of(std::get<Seen>(seen));
  EXPECT_EQ(from.kind, InputSource::Kind::projected);
  EXPECT_EQ(from.fixity, Fixity::projected);
  EXPECT_EQ(from.text.en, "scenario s, future f: 3% a year");
  EXPECT_EQ(from.text.nl, "scenario s, toekomst f: 3% per jaar");
  EXPECT_EQ(from.figure->status.nl, "aangenomen");
  EXPECT_EQ(from.where.place(), "scenario.toml:6");
}

TEST(Project, makes_a_provisional_figure_definitive_after_today) {
  const Library library = projected(
      figures(
          "decimals = 1\nfigures = [[\"2025-08\", 1.0], [\"2025-09\", 1.5, \"provisional\"]]\n"),
      "series = \"s\"\ngrowth = \"0%\"", "2025-10-14", "2025-10-31");
  const auto read = [&](const char* on) {
    return value(look_up(library, "s", *Period::parse("2025-09"), Which::definitive,
                         {day(on), {}, {}}))
        .determined();
  };
  EXPECT_TRUE(read("2026-01-01"));
  const Library before =
      figures("figures = [[\"2025-08\", 1.0], [\"2025-09\", 1.5, \"provisional\"]]\n");
  EXPECT_FALSE(value(look_up(before, "s", *Period::parse("2025-09"), Which::definitive,
                             {day("2026-01-01"), {}, {}})));
}

TEST(Project, cannot_be_stated_by_a_file) {
  const auto loaded = read_figures(source(
      "figures.toml",
      "schema = 1\n[[series]]\nid = \"s\"\nfigures = [[\"2025-09\", 1.5, \"projected\"]]\n"));
  EXPECT_TRUE(loaded.diagnostics.has_errors());
}

TEST(Project, stops_where_a_figure_has_too_many_digits) {
  // 10^15 times 11, 121, 1331: with two decimals the second has nineteen digits.
  const Library library =
      projected(figures("decimals = 2\nfigures = [[\"2025-01\", 1000000000000000.00]]\n"),
                "series = \"s\"\ngrowth = \"900%\"", "2025-06-01", "2029-12-31");
  EXPECT_THAT(made(library), IsEmpty());
}

}  // namespace project_test
}  // namespace pricetalk
