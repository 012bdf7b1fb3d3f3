#include <gmock/gmock.h>
#include <rapidcheck/gtest.h>

#include <cstdlib>

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

/// Months of years, all of one figure or as listed.
std::string months_of(int first_year, const std::vector<std::vector<const char*>>& years,
                      const std::string& keys = "") {
  std::string text = "decimals = 2\n" + keys + "figures = [";
  for (std::size_t y = 0; y < years.size(); ++y)
    for (std::size_t m = 0; m < years[y].size(); ++m)
      text += "[\"" +
              Period::month(first_year + static_cast<int>(y), static_cast<int>(m) + 1).text() +
              "\", " + years[y][m] + "], ";
  return text + "]\n";
}

const std::vector<const char*> level_year(12, "100.00");
const std::vector<const char*> season{"98.00",  "99.00",  "100.00", "101.00", "102.00", "103.00",
                                      "103.00", "102.00", "101.00", "100.00", "99.00",  "98.00"};

/// Whole cents of all figures of a year, published and projected.
std::int64_t year_sum(const Library& library, int year, const char* series = "s") {
  std::int64_t sum = 0;
  for (const Observation& o : library.find(series)->records)
    if (o.period.first_day().year() == year)
      sum += round(o.value, Rounding::decimals(2)).mantissa();
  return sum;
}

TEST(Project, makes_the_months_of_a_year_give_its_stated_mean) {
  // A year of 100 and May 2025 known: 12 x 102 = 1224 and 12 x 103.02 = 1236.24 in cents.
  const Library library = projected(
      figures(months_of(2024, {level_year, {"100.00", "100.50", "101.00", "101.50", "102.00"}})),
      "series = \"s\"\nmeans = { 2025 = \"2%\", then = \"1%\" }", "2025-06-15", "2028-12-31");
  EXPECT_EQ(year_sum(library, 2025), 122400);
  EXPECT_EQ(year_sum(library, 2026), 123624);
  EXPECT_EQ(year_sum(library, 2027), 124860);  // 1248.6024
  EXPECT_EQ(year_sum(library, 2028), 126109);  // 1261.086...
}

TEST(Project, moves_to_a_mean_as_evenly_as_it_can) {
  // Two years of 100; 12 x 101.5 = 1218 needs 18 more than 1200. With weights of 100 a month's
  // share is q(i) = 12 + 11 + ... (13 - i): 12, 23, 33, 42, 50, 57, 63, 68, 72, 75, 77, 78 of 650.
  const Library library = projected(figures(months_of(2023, {level_year, level_year})),
                                    "series = \"s\"\nmeans = \"1.5%\"", "2025-01-05", "2025-12-31");
  // 100 + 18 x 12/650 = 100.3323; ... 100 + 18 x 78/650 = 102.16; cents of the running sum
  EXPECT_THAT(made(library),
              ElementsAre("2025-01 100.33", "2025-02 100.64", "2025-03 100.91", "2025-04 101.17",
                          "2025-05 101.38", "2025-06 101.58", "2025-07 101.74", "2025-08 101.89",
                          "2025-09 101.99", "2025-10 102.08", "2025-11 102.13", "2025-12 102.16"));
}

TEST(Project, keeps_the_season_under_a_mean) {
  // The change over a year is 2% already, and the mean asks for 2%: every month is 1.02 times that
  // of the year before.
  std::vector<const char*> next{"99.96",  "100.98", "102.00", "103.02", "104.04", "105.06",
                                "105.06", "104.04", "103.02", "102.00", "100.98", "99.96"};
  const Library library = projected(figures(months_of(2023, {season, next})),
                                    "series = \"s\"\nmeans = \"2%\"", "2025-01-05", "2025-12-31");
  EXPECT_THAT(made(library),
              ElementsAre("2025-01 101.96", "2025-02 103.00", "2025-03 104.04", "2025-04 105.08",
                          "2025-05 106.12", "2025-06 107.16", "2025-07 107.16", "2025-08 106.12",
                          "2025-09 105.08", "2025-10 104.04", "2025-11 103.00", "2025-12 101.96"));
}

TEST(Project, takes_a_stated_level_as_the_mean_of_its_year) {
  const Library library = projected(figures(months_of(2024, {level_year})),
                                    "series = \"s\"\nmeans = { 2025 = 104.25, then = \"2%\" }",
                                    "2025-01-05", "2026-12-31");
  EXPECT_EQ(year_sum(library, 2025), 125100);
  EXPECT_EQ(year_sum(library, 2026), 127602);
}

TEST(Project, means_of_a_yearly_series_are_its_figures) {
  const Library library = projected(figures("decimals = 1\nfigures = [[\"2024\", 110.0]]\n"),
                                    "series = \"s\"\nmeans = { 2025 = \"2.4%\", then = \"2%\" }",
                                    "2025-06-01", "2026-12-31");
  EXPECT_THAT(made(library), ElementsAre("2025 112.6", "2026 114.9"));
}

RC_GTEST_PROP(Project, any_mean_holds_to_half_a_last_decimal, ()) {
  const int known = *rc::gen::inRange(0, 12);
  const int tenths = *rc::gen::inRange(-80, 150);
  std::string text = "decimals = 2\nfigures = [";
  std::int64_t before = 0;
  for (int i = 0; i < 12 + known; ++i) {
    const std::int64_t cents = *rc::gen::inRange(9500, 10500);
    if (i < 12) before += cents;
    text += "[\"" + Period::month(2023 + i / 12, i % 12 + 1).text() + "\", " +
            Decimal(cents, 2).text() + "], ";
  }
  const std::string percent = Decimal(tenths, 1).text();
  const Library library = projected(
      figures(text + "]\n"), "series = \"s\"\nmeans = \"" + percent + "%\"",
      Period::month(2024 + known / 12, known % 12 + 1).last_day().text().c_str(), "2024-12-31");
  const auto records = library.find("s")->records.size();
  if (records < 24) RC_DISCARD("out of reach");
  RC_ASSERT(std::abs(1000 * year_sum(library, 2024) - before * (1000 + tenths)) <= 500);
}

TEST(Project, takes_all_series_through_the_past_together) {
  // The year of today is the span's first year: 2024-11 as 2020-11, 2025-01 as 2021-01; after
  // 2022-12 comes 2021-01. Figures one and two move alike from wherever they stand.
  std::string tables;
  for (const char* id : {"one", "two"}) {
    tables += std::string("[[series]]\nid = \"") + id + "\"\ndecimals = 2\nfigures = [";
    const int months = id[0] == 'o' ? 59 : 58;  // the second one is a month late
    for (int i = 0; i < months; ++i) {
      const Period month = Period::month(2020 + i / 12, i % 12 + 1);
      const int step = i < 36 ? i : 35;  // level from 2023 on
      tables +=
          "[\"" + month.text() + "\", " +
          Decimal((id[0] == 'o' ? 10000 : 20000) + (id[0] == 'o' ? 100 : 200) * step, 2).text() +
          "], ";
    }
    tables += "]\n";
  }
  const SourcePtr file = source("figures.toml", "schema = 1\n" + tables);
  const Library known = Library().with(*read_figures(file).value, {file});
  const Scenario scenario = scenario_of(months(12, "replay = \"2021-01 to 2022-12\""));
  const Library library =
      project(known, scenario.futures.front(), day("2025-01-05"), day("2025-03-31"));
  // One stands at 135 in 2024-11; 2020-12 was 111 after 110; 2021-01 112, 2021-02 113, 2021-03 114.
  EXPECT_THAT(made(library, "one"),
              ElementsAre("2024-12 136.23", "2025-01 137.45", "2025-02 138.68", "2025-03 139.91"));
  EXPECT_EQ(made(library, "two").front(), "2024-11 272.48");  // 270 x 220 / 218
  EXPECT_EQ(made(library, "two").back(), "2025-03 282.39");   // 270 x 228 / 218
}

TEST(Project, follows_the_series_whose_changes_and_means_it_holds) {
  const SourcePtr file = source(
      "figures.toml",
      "schema = 1\n[[series]]\nid = \"level\"\n" + months_of(2023, {level_year, level_year}) +
          "[[series]]\nid = \"rate\"\nunit = \"percent\"\ndecimals = 1\nrate_of = \"level\"\n"
          "figures = [[\"2024-12\", 0.0]]\n"
          "[[series]]\nid = \"year\"\ndecimals = 2\nmean_of = \"level\"\nfigures = "
          "[[\"2024\", 100.00]]\n");
  const Library known = Library().with(*read_figures(file).value, {file});
  const Scenario scenario =
      scenario_of(months(12, "series = [{ series = \"level\", growth = \"2.5%\" }]"));
  const Library library =
      project(known, scenario.futures.front(), day("2025-01-05"), day("2025-12-31"));
  EXPECT_EQ(made(library, "rate").size(), 12U);
  EXPECT_EQ(made(library, "rate").front(), "2025-01 2.5");
  EXPECT_THAT(made(library, "year"), ElementsAre("2025 102.50"));
  EXPECT_EQ(library.find("rate")->projection.en, "scenario s, future f: yearly changes of 'level'");
}

}  // namespace project_test
}  // namespace pricetalk
