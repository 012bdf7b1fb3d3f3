#include "chance/paths.hpp"

#include <gmock/gmock.h>

#include <algorithm>
#include <cmath>
#include <map>

#include "../simulation/simulated.hpp"
#include "chance/draws.hpp"
#include "chance/sampler.hpp"
#include "scenario/project.hpp"

namespace pricetalk {
namespace paths_test {

using namespace simulated;
using testing::ElementsAre;
using testing::IsEmpty;

using Words = std::array<std::uint32_t, 4>;

TEST(Draws, are_those_that_random123_publishes) {
  // kat_vectors of Random123: philox4x32 10
  EXPECT_EQ(philox({0, 0, 0, 0}, {0, 0}), (Words{0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8}));
  EXPECT_EQ(philox({0xffffffff, 0xffffffff, 0xffffffff, 0xffffffff}, {0xffffffff, 0xffffffff}),
            (Words{0x408f276d, 0x41c83b0e, 0xa20bc7c6, 0x6d5451fd}));
  EXPECT_EQ(philox({0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344}, {0xa4093822, 0x299f31d0}),
            (Words{0xd16cfe09, 0x94fdcceb, 0x5001e420, 0x24126ea1}));
}

DrawRule rule(RandomMethod method, int block = 12) { return {method, 1, block, 2010 * 12, 120}; }

TEST(DrawnMonths, do_not_depend_on_where_the_path_begins) {
  for (const RandomMethod method : {RandomMethod::bootstrap, RandomMethod::ar1})
    for (std::uint64_t path = 0; path < 50; ++path) {
      const auto all = drawn_months(rule(method), path, 2020 * 12, 2020 * 12 + 99);
      const auto later = drawn_months(rule(method), path, 2020 * 12 + 37, 2020 * 12 + 99);
      EXPECT_TRUE(std::equal(later.begin(), later.end(), all.begin() + 37, all.end()));
    }
}

TEST(DrawnMonths, keep_their_place_in_the_calendar) {
  for (std::uint64_t path = 0; path < 50; ++path) {
    const auto drawn = drawn_months(rule(RandomMethod::bootstrap), path, 2020 * 12 + 5, 2030 * 12);
    for (std::size_t i = 0; i < drawn.size(); ++i)
      EXPECT_EQ(drawn[i] % 12, (5 + static_cast<int>(i)) % 12);
  }
}

TEST(DrawnMonths, go_on_for_as_long_as_a_block_is_said_to_be) {
  int begun = 0;
  int months = 0;
  std::vector<int> years(10, 0);
  for (std::uint64_t path = 0; path < 2000; ++path) {
    const auto drawn =
        drawn_months(rule(RandomMethod::bootstrap), path, 2020 * 12, 2020 * 12 + 119);
    for (std::size_t i = 1; i < drawn.size(); ++i) {
      ++months;
      if (drawn[i] != (drawn[i - 1] + 1) % 120) ++begun;
      ++years[static_cast<std::size_t>(drawn[i] / 12)];
    }
  }
  // A block that happens to go on as it was is not seen: 9 of 10 begin in another year.
  EXPECT_NEAR(static_cast<double>(begun) / months, 0.9 / 12, 0.002);
  for (const int count : years) EXPECT_NEAR(static_cast<double>(count) / months, 0.1, 0.005);
}

/// A series of `months` figures from 2012-01 on: a season, a trend, and now and then a jump.
std::string monthly(const std::string& id, int months, const std::string& keys = "",
                    std::uint32_t noise = 7) {
  std::string text = "[[series]]\nid = \"" + id + "\"\nfrequency = \"month\"\ndecimals = 2\n" +
                     keys + "figures = [";
  double level = 100;
  for (int i = 0; i < months; ++i) {
    const Period period = Period::month(2012 + i / 12, i % 12 + 1);
    noise = noise * 1664525U + 1013904223U;
    level *= 1.002 + 0.003 * (i % 12 == 6) +
             0.004 * (static_cast<double>(noise >> 8U) / 16777216.0 - 0.5);
    text += "[\"" + period.text() + "\", " + Decimal(std::llround(level * 100), 2).text() + "], ";
  }
  return text + "]\n";
}

Library figures_of(const std::string& tables) {
  const SourcePtr file = source("figures.toml", "schema = 1\n" + tables);
  Loaded<std::vector<Series>> loaded = read_figures(file);
  if (!loaded.value || loaded.diagnostics.has_errors())
    throw std::runtime_error(render(loaded.diagnostics, Language::en));
  return Library().with(std::move(*loaded.value), {file});
}

Loaded<PathMaker> fitted(const Library& known, const std::string& random = "",
                         const std::string& future = "", std::vector<std::string> ids = {"a", "b"},
                         const char* today = "2025-01-15", const char* until = "2029-12-31") {
  const Scenario scenario =
      scenario_of(months(60, "random = true\n" + future) + "[random]\n" + random);
  return PathMaker::fit(known, scenario.futures.front(), scenario.random, day(today), day(until),
                        ids);
}

Library two() { return figures_of(monthly("a", 156) + monthly("b", 155, "", 99)); }

TEST(PathMaker, makes_each_path_alone_as_among_others) {
  for (const char* method : {"method = \"bootstrap\"", "method = \"ar1\""}) {
    const PathMaker maker = *fitted(two(), method).value;
    const Paths all = maker.make(0, 100);
    const Paths some = maker.make(40, 7);
    ASSERT_EQ(all.series.size(), 2U);
    for (std::size_t s = 0; s < 2; ++s)
      for (std::size_t period = 0; period < all.series[s].periods.size(); ++period)
        for (std::size_t path = 0; path < 7; ++path)
          EXPECT_EQ(some.series[s].figures[period][path], all.series[s].figures[period][40 + path]);
  }
}

TEST(PathMaker, gives_the_library_of_a_path_the_same_figures) {
  const PathMaker maker = *fitted(two()).value;
  const Paths all = maker.make(0, 20);
  for (std::uint64_t path = 0; path < 20; ++path) {
    const Library library = maker.library(path);
    for (const SeriesPaths& one : all.series)
      for (std::size_t i = 0; i < one.periods.size(); ++i) {
        const auto records = library.find(one.series)->records.of(one.periods[i]);
        ASSERT_EQ(records.size(), 1U);
        const Observation& o = library.find(one.series)->records[records.front()];
        EXPECT_EQ(o.status, FigureStatus::projected);
        EXPECT_EQ(o.published, one.published[i]);
        EXPECT_TRUE(o.value.same_text(Decimal(one.figures[i][path], one.decimals)));
      }
  }
  EXPECT_EQ(maker.library(17).find("a")->projection.en,
            "scenario s, future f: path 17 by chance: months of 2012-12 to 2024-11 in blocks of 12 "
            "on average, seed 1");
}

TEST(PathMaker, starts_each_series_behind_its_own_last_published_month) {
  const Paths paths = fitted(two()).value->make(0, 1);
  EXPECT_EQ(paths.series[0].periods.front().text(), "2025-01");
  EXPECT_EQ(paths.series[1].periods.front().text(), "2024-12");
  EXPECT_EQ(paths.series[0].periods.back().text(), "2029-12");
}

TEST(PathMaker, draws_the_same_months_for_all_series) {
  // Two series of one history give one path.
  const Library known = figures_of(monthly("a", 156) + monthly("b", 156));
  const Paths paths = fitted(known).value->make(0, 50);
  EXPECT_EQ(paths.series[0].figures, paths.series[1].figures);
}

TEST(PathMaker, keeps_a_path_when_another_series_comes_to_it) {
  const std::string window = "window = \"2014-01 to 2023-12\"";
  const Paths alone = fitted(two(), window, "", {"a"}).value->make(0, 50);
  const Paths both = fitted(two(), window).value->make(0, 50);
  EXPECT_EQ(alone.series[0].figures, both.series[0].figures);
}

TEST(PathMaker, gives_other_paths_for_another_seed) {
  EXPECT_NE(fitted(two(), "seed = 1").value->make(0, 5).series[0].figures,
            fitted(two(), "seed = 2").value->make(0, 5).series[0].figures);
}

TEST(PathMaker, takes_whole_years_up_to_the_last_month_of_all) {
  EXPECT_EQ(fitted(two()).value->window()->text(), "2012-12 to 2024-11");
  EXPECT_EQ(fitted(two(), "window = \"2015-01 to 2019-12\"").value->window()->text(),
            "2015-01 to 2019-12");
}

TEST(PathMaker, has_on_average_the_growth_of_its_window) {
  // Both methods: the mean logarithm after five years is five years of the mean change.
  const Library known = two();
  for (const char* method : {"method = \"bootstrap\"", "method = \"ar1\""}) {
    const Paths paths = fitted(known, method, "", {"a"}).value->make(0, 4000);
    const auto& last = paths.series[0].figures.back();
    double mean = 0;
    for (const std::int64_t figure : last)
      mean += std::log(static_cast<double>(figure)) / static_cast<double>(last.size());
    const Records& records = known.find("a")->records;
    const auto level = [&](RecordId id) {
      return std::log(static_cast<double>(records[id].value.mantissa()));
    };
    const double growth = (level(155) - level(11)) / 144 * 60;
    EXPECT_NEAR(mean - level(155), growth, 0.002) << method;
  }
}

TEST(PathMaker, leaves_to_their_rule_the_series_that_have_one) {
  const Loaded<PathMaker> maker =
      fitted(two(), "", "series = [{ series = \"b\", growth = \"2%\" }]");
  EXPECT_EQ(maker.value->make(0, 1).series.size(), 1U);
  EXPECT_EQ(maker.value->library(3).find("b")->projection.en, "scenario s, future f: 2% a year");
}

TEST(PathMaker, computes_yearly_changes_and_means_from_their_series) {
  const Library known = figures_of(
      monthly("a", 156) +
      "[[series]]\nid = \"rate\"\nunit = \"percent\"\ndecimals = 1\nrate_of = \"a\"\n"
      "figures = [[\"2024-12\", 2.5]]\n"
      "[[series]]\nid = \"year\"\ndecimals = 2\nmean_of = \"a\"\nfigures = [[\"2024\", 120.00]]\n");
  const PathMaker maker = *fitted(known, "", "", {"rate", "year"}).value;
  const Paths paths = maker.make(0, 20);
  ASSERT_EQ(paths.series.size(), 3U);
  EXPECT_EQ(paths.series[2].periods.back().text(), "2029");
  for (std::size_t path = 0; path < 20; ++path) {
    std::int64_t sum = 0;
    for (std::size_t month = 0; month < 12; ++month) sum += paths.series[0].figures[month][path];
    EXPECT_EQ(paths.series[2].figures[0][path], std::llround(static_cast<double>(sum) / 12));
    const auto now = static_cast<double>(paths.series[0].figures[12][path]);
    const auto then = static_cast<double>(paths.series[0].figures[0][path]);
    EXPECT_EQ(paths.series[1].figures[12][path], std::llround((now / then - 1) * 1000));
  }
  EXPECT_EQ(maker.library(5).find("rate")->projection.en,
            "scenario s, future f: yearly changes of 'a'");
  for (std::uint64_t path = 0; path < 20; ++path)
    for (const SeriesPaths& one : paths.series) {
      const Library library = maker.library(path);
      const Records& records = library.find(one.series)->records;
      for (std::size_t i = 0; i < one.periods.size(); ++i)
        EXPECT_EQ(records[records.of(one.periods[i]).front()].value.mantissa(),
                  one.figures[i][path])
            << one.series << " " << one.periods[i].text() << " on path " << path;
    }
}

Texts wrong_fit(const Library& known, const std::string& random = "",
                std::vector<std::string> ids = {"a"}) {
  return problems(fitted(known, random, "", std::move(ids)).diagnostics);
}

TEST(PathMaker, says_what_it_cannot_draw_from) {
  EXPECT_THAT(wrong_fit(figures_of(monthly("a", 40))),
              ElementsAre("S0301 series 'a' is too short: 39 monthly changes that all series have, "
                          "and 60 are needed"));
  EXPECT_THAT(wrong_fit(two(), "window = \"2005-01 to 2014-12\""),
              ElementsAre("S0301 the window 2005-01 to 2014-12 needs figures of 'a' from 2004-12 "
                          "on, and there are those of 2012-01 to 2024-12"));
  EXPECT_THAT(wrong_fit(two(), "window = \"2021-01 to 2022-12\""),
              ElementsAre("S0301 a window of 24 months is too short to draw from: five years at "
                          "least"));
  std::string gap = monthly("a", 156);
  gap.erase(gap.find("[\"2018-03\""), gap.find("[\"2018-04\"") - gap.find("[\"2018-03\""));
  EXPECT_THAT(
      wrong_fit(figures_of(gap)),
      ElementsAre("S0302 series 'a' has no figure for 2018-03, inside the window 2013-01 to "
                  "2024-12"));
  std::string zero = monthly("a", 156);
  const auto at = zero.find("[\"2018-03\"");
  zero.replace(at, zero.find("],", at) - at, "[\"2018-03\", 0.00");
  EXPECT_THAT(
      wrong_fit(figures_of(zero)),
      ElementsAre("S0303 the figure of 'a' for 2018-03 is not above zero, and has no change "
                  "in proportion"));
  EXPECT_THAT(
      wrong_fit(figures_of("[[series]]\nid = \"a\"\nfrequency = \"quarter\"\nfigures = "
                           "[[\"2024-Q3\", 1.0]]\n")),
      ElementsAre("S0304 series 'a' has no figure for every month, and chance goes by month"));
}

TEST(PathMaker, bridges_a_hole_that_its_publisher_declares) {
  std::string hole =
      monthly("a", 156, "hole = [{ period = \"2018-03\", why = \"not collected\" }]\n");
  const auto at = hole.find("[\"2018-03\"");
  hole.erase(at, hole.find("[\"2018-04\"") - at);
  EXPECT_THAT(wrong_fit(figures_of(hole)), IsEmpty());
}

TEST(PathMaker, moves_percentages_that_follow_nothing_by_points) {
  std::string text = "[[series]]\nid = \"a\"\nunit = \"percent\"\ndecimals = 1\nfigures = [";
  for (int i = 0; i < 120; ++i)
    text += "[\"" + Period::month(2015 + i / 12, i % 12 + 1).text() + "\", " +
            (i % 2 == 0 ? "-0.5" : "0.0") + "], ";
  const Paths paths = fitted(figures_of(text + "]\n"), "", "", {"a"}).value->make(0, 10);
  for (const auto& period : paths.series[0].figures)
    for (const std::int64_t figure : period) EXPECT_TRUE(figure == 0 || figure == -5);
}

TEST(PathMaker, refuses_figures_of_too_many_digits) {
  std::string text = "[[series]]\nid = \"a\"\ndecimals = 2\nfigures = [";
  for (int i = 0; i < 120; ++i)
    text += "[\"" + Period::month(2015 + i / 12, i % 12 + 1).text() + "\", " +
            (i % 2 == 0 ? "1.00" : "900.00") + "], ";
  EXPECT_THAT(wrong_fit(figures_of(text + "]\n")),
              ElementsAre("S0305 series 'a' moves so wildly that its figures may need more than 18 "
                          "digits"));
}

}  // namespace paths_test
}  // namespace pricetalk
