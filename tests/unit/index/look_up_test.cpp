#include "index/look_up.hpp"

#include <gtest/gtest.h>

#include <random>

#include "pricetalk/index/figures.hpp"

namespace look_up_test {

using namespace pricetalk;

Date day(const char* text) { return *Date::parse(text); }
Period period(const char* text) { return *Period::parse(text); }

Library library(const std::string& series) {
  const auto source = std::make_shared<const SourceText>("figures.toml", "schema = 1\n" + series);
  auto loaded = read_figures(source);
  EXPECT_FALSE(loaded.diagnostics.has_errors()) << render(loaded.diagnostics, Language::en);
  return Library().with(std::move(*loaded.value), {source});
}

Library figures(const std::string& rows, const std::string& keys = "") {
  return library("[[series]]\nid = \"s\"\n" + keys + "figures = [" + rows + "]\n");
}

std::string text(const Lookup& lookup) {
  if (const auto* seen = std::get_if<Seen>(&lookup)) return seen->observation().value.text();
  if (const auto* wait = std::get_if<NotYet>(&lookup))
    return wait->expected ? "not yet, " + wait->expected->text() : "not yet";
  switch (std::get<Missing>(lookup).why) {
    case Missing::Why::unknown_series:
      return "unknown series";
    case Missing::Why::before_start:
      return "before start";
    case Missing::Why::gap:
      return "gap";
    case Missing::Why::never:
      return "never";
    case Missing::Why::stopped:
      return "stopped";
    case Missing::Why::withdrawn:
      return "withdrawn";
    case Missing::Why::day_unknown:
      return "day unknown";
    case Missing::Why::not_definitive:
      return "not definitive";
    case Missing::Why::no_first:
      return "no first";
  }
  return {};
}

/// What the clause reads on `reading_day`, with every other day open.
std::string read(const Library& from, const char* what, const char* reading_day,
                 Which which = Which::as_known) {
  return text(look_up(from, "s", period(what), which, {day(reading_day), {}, {}}));
}

TEST(LookUp, a_figure_that_is_there_arrives_with_its_record) {
  const Library from = figures(R"(["2024-01", 100.10], ["2024-02", 100.20])");
  const Lookup found =
      look_up(from, "s", period("2024-02"), Which::as_known, {day("2024-12-31"), {}, {}});
  const auto& seen = std::get<Seen>(found);
  EXPECT_EQ(seen.series->id, "s");
  EXPECT_EQ(seen.record, 1u);
  EXPECT_EQ(seen.observation().value.text(), "100.20");
  EXPECT_EQ(value(found), Ratio::of(501, 5));
}

TEST(LookUp, a_percentage_is_read_as_a_fraction) {
  const Library from = figures(R"(["2024", 3.9])", "unit = \"percent\"\n");
  EXPECT_EQ(value(look_up(from, "s", period("2024"), Which::as_known, {day("2024-12-31"), {}, {}})),
            Ratio::of(39, 1000));
}

TEST(LookUp, every_way_of_missing_has_its_name) {
  const char* rows = R"(["2024-02", 100.20], ["2024-04", 100.40])";
  const Library from = figures(rows, "stopped = \"2024-06\"\nsuccessor = \"t\"\n");
  EXPECT_EQ(
      text(look_up(from, "u", period("2024-02"), Which::as_known, {day("2024-12-31"), {}, {}})),
      "unknown series");
  EXPECT_EQ(read(from, "2024-01", "2030-01-01"), "before start");
  EXPECT_EQ(read(from, "2024-03", "2030-01-01"), "gap");
  EXPECT_EQ(read(from, "2024-05", "2030-01-01"), "not yet") << "it stops after 2024-06";
  EXPECT_EQ(read(from, "2024-07", "2030-01-01"), "stopped");
  EXPECT_EQ(read(from, "2024-Q1", "2030-01-01"), "gap") << "a monthly series has no quarters";
  const auto missing = std::get<Missing>(
      look_up(from, "s", period("2024-07"), Which::as_known, {day("2030-01-01"), {}, {}}));
  EXPECT_EQ(missing.successor, "t");
  EXPECT_NE(reason(missing).text.nl.find("opvolger"), std::string::npos);
}

TEST(LookUp, a_withdrawn_figure_is_gone_until_a_later_row) {
  const Library from = figures(
      R"(["2024-01", 100, "definitive", 2024-02-10], ["2024-01", 100, "withdrawn", 2024-03-10])");
  EXPECT_EQ(read(from, "2024-01", "2024-03-09"), "100");
  EXPECT_EQ(read(from, "2024-01", "2024-03-10"), "withdrawn");
  const Library mended = figures(
      R"(["2024-01", 100, "definitive", 2024-02-10], ["2024-01", 100, "withdrawn", 2024-03-10],
                                    ["2024-01", 99, "revised", 2024-04-10])");
  EXPECT_EQ(read(mended, "2024-01", "2024-03-20"), "not yet");
  EXPECT_EQ(read(mended, "2024-01", "2024-04-10"), "99");
}

TEST(LookUp, the_version_known_on_the_reading_day_counts) {
  const Library from = figures(
      R"(["2024-01", 100.1, "provisional", 2024-02-10], ["2024-01", 100.2, "definitive", 2024-05-10])");
  EXPECT_EQ(read(from, "2024-01", "2024-02-09"), "not yet");
  EXPECT_EQ(read(from, "2024-01", "2024-02-10"), "100.1");
  EXPECT_EQ(read(from, "2024-01", "2024-05-09"), "100.1");
  EXPECT_EQ(read(from, "2024-01", "2024-05-10"), "100.2");
}

TEST(LookUp, the_first_version_stays_the_first) {
  const Library from = figures(
      R"(["2024-01", 100.1, "provisional", 2024-02-10], ["2024-01", 100.2, "definitive", 2024-05-10])");
  EXPECT_EQ(read(from, "2024-01", "2024-12-31", Which::first), "100.1");
}

TEST(LookUp, a_first_version_that_nobody_kept_is_not_invented) {
  const Library from = figures(R"(["2024-01", 100.2, "revised", 2024-05-10])");
  EXPECT_EQ(read(from, "2024-01", "2024-12-31", Which::first), "no first");
  EXPECT_EQ(read(from, "2024-01", "2024-12-31"), "100.2");
}

TEST(LookUp, definitive_waits_for_a_definitive_or_revised_version) {
  const char* provisional = R"(["2024-01", 100.1, "provisional", 2024-02-10])";
  EXPECT_EQ(read(figures(provisional), "2024-01", "2024-12-31", Which::definitive),
            "not definitive");
  const Library from = figures(
      std::string(provisional) +
      R"(, ["2024-01", 100.2, "definitive", 2024-05-10], ["2024-01", 100.3, "revised", 2024-09-10])");
  EXPECT_EQ(read(from, "2024-01", "2024-12-31", Which::definitive), "100.3");
  EXPECT_EQ(text(look_up(from, "s", period("2024-01"), Which::definitive,
                         {day("2024-06-01"), day("2024-06-01"), {}})),
            "100.2");
  EXPECT_EQ(text(look_up(from, "s", period("2024-01"), Which::definitive,
                         {day("2024-04-01"), day("2024-04-01"), {}})),
            "not yet");
}

TEST(LookUp, a_row_without_publication_day_counts_as_known_on_the_reading_day) {
  EXPECT_EQ(
      read(figures(R"(["2024-01", 100])", "retrieved = 2025-01-01\n"), "2024-01", "2024-02-01"),
      "100");
}

TEST(LookUp, asked_as_known_a_row_without_day_counts_when_it_came_or_its_period_was_over) {
  const Library from = figures(R"(["2024-01", 100], ["2024-02", 101, "definitive", 2024-03-10])",
                               "retrieved = 2025-01-01\n");
  const auto known = [&](const char* what, const char* on) {
    return text(
        look_up(from, "s", period(what), Which::as_known, {day("2025-06-01"), {}, day(on)}));
  };
  EXPECT_EQ(known("2024-01", "2024-01-31"), "day unknown");
  EXPECT_EQ(known("2024-01", "2024-02-01"), "100") << "the day after its period";
  const Library ahead = figures(R"(["2024-07", 100])", "retrieved = 2024-06-03\n");
  const auto ahead_on = [&](const char* on) {
    return text(
        look_up(ahead, "s", period("2024-07"), Which::as_known, {day("2025-06-01"), {}, day(on)}));
  };
  EXPECT_EQ(ahead_on("2024-06-02"), "day unknown");
  EXPECT_EQ(ahead_on("2024-06-03"), "100") << "the day on which it was brought in";
  EXPECT_EQ(known("2024-02", "2024-03-09"), "not yet");
  EXPECT_EQ(known("2024-02", "2024-03-10"), "101");
}

TEST(LookUp, today_hides_what_the_world_cannot_know_yet) {
  const Library from =
      figures(R"(["2024-01", 100], ["2024-02", 101], ["2024-03", 102, "definitive", 2024-02-20])");
  const auto on = [&](const char* what, const char* today) {
    return text(
        look_up(from, "s", period(what), Which::as_known, {day("2030-01-01"), day(today), {}}));
  };
  EXPECT_EQ(on("2024-01", "2024-01-31"), "not yet") << "the period has not ended";
  EXPECT_EQ(on("2024-01", "2024-02-01"), "100");
  EXPECT_EQ(on("2024-02", "2024-02-29"), "not yet") << "2024 is a leap year";
  EXPECT_EQ(on("2024-02", "2024-03-01"), "101");
  EXPECT_EQ(on("2024-03", "2024-02-19"), "not yet");
  EXPECT_EQ(on("2024-03", "2024-02-20"), "102") << "its day of publication is known";
}

TEST(LookUp, an_undated_figure_keeps_no_step_waiting_that_was_due) {
  const Library from = figures(R"(["2024-06", 14.71], ["2024-07", 14.99])");
  const auto at = [&](const char* reading, const char* today) {
    return text(
        look_up(from, "s", period("2024-07"), Which::as_known, {day(reading), day(today), {}}));
  };
  EXPECT_EQ(at("2024-07-01", "2024-07-01"), "14.99");
  EXPECT_EQ(at("2024-07-01", "2024-06-30"), "not yet") << "its period has not begun";
  EXPECT_EQ(at("2024-08-01", "2024-07-15"), "not yet") << "the step is not due";
}

TEST(LookUp, what_is_measured_over_a_period_is_not_known_before_it_is_over) {
  const char* const rows = R"(["2024-06", 14.71], ["2024-07", 14.99])";
  const auto at = [&](const char* keys, const char* reading, const char* today) {
    return text(look_up(figures(rows, keys), "s", period("2024-07"), Which::as_known,
                        {day(reading), day(today), {}}));
  };
  const char* const index = "unit = \"index\"\nfrequency = \"month\"\nretrieved = 2025-01-01\n";
  EXPECT_EQ(at(index, "2024-07-10", "2024-07-14"), "not yet") << "announced before its month ended";
  EXPECT_EQ(at(index, "2024-07-10", "2024-08-01"), "14.99");
  const char* const amount =
      "unit = \"price\"\ncurrency = \"EUR\"\nper = \"hour\"\nretrieved = 2025-01-01\n";
  EXPECT_EQ(at(amount, "2024-07-10", "2024-07-14"), "14.99") << "set ahead";
}

TEST(LookUp, a_figure_that_must_be_out_is_told_with_the_command_to_type) {
  const Library from = figures(R"(["2024-01", 100, "definitive", 2024-02-10])",
                               "retrieved = 2024-02-12\nsource = \"https://figures.example\"\n");
  const Reason late = reason(std::get<NotYet>(look_up(from, "s", period("2024-02"), Which::as_known,
                                                      {day("2024-06-01"), day("2024-06-01"), {}})));
  EXPECT_NE(late.text.en.find("not in the library"), std::string::npos) << late.text.en;
  EXPECT_NE(late.text.en.find("`pricetalk index import FILE --into . --as s`"), std::string::npos);
  EXPECT_NE(late.text.nl.find("binnengehaald op 12 februari 2024"), std::string::npos);
  const Reason waiting = reason(std::get<NotYet>(look_up(
      from, "s", period("2024-02"), Which::as_known, {day("2024-03-05"), day("2024-03-05"), {}})));
  EXPECT_NE(waiting.text.en.find("expected about 10 March 2024"), std::string::npos)
      << waiting.text.en;
}

TEST(LookUp, a_publication_day_is_expected_only_where_the_calendar_states_it) {
  const Library from = figures(R"(["2024-01", 100])",
                               "calendar = [[\"2024-02\", 2024-03-12]]\ncalendar_source = "
                               "\"stated\"\nsource = \"https://figures.example\"\n");
  EXPECT_EQ(read(from, "2024-02", "2024-02-01"), "not yet, 2024-03-12");
  EXPECT_EQ(read(from, "2024-03", "2024-02-01"), "not yet");
  const Reason expected = reason(std::get<NotYet>(
      look_up(from, "s", period("2024-02"), Which::as_known, {day("2024-02-01"), {}, {}})));
  EXPECT_EQ(expected.kind, Reason::Kind::not_yet);
  EXPECT_EQ(expected.key, "s 2024-02");
  EXPECT_EQ(expected.expected, day("2024-03-12"));
  EXPECT_NE(expected.text.en.find("https://figures.example"), std::string::npos);
  EXPECT_NE(expected.text.nl.find("nog niet gepubliceerd"), std::string::npos);
}

TEST(LookUp, the_latest_period_is_the_latest_that_can_be_seen) {
  const Library from =
      figures(R"(["2024-01", 1, "definitive", 2024-02-10], ["2024-03", 3, "definitive", 2024-04-10],
                                  ["2024-02", 2, "provisional", 2024-03-10])");
  const auto latest = [&](const char* on, Which which = Which::as_known) {
    const auto found = latest_period(from, "s", which, {day(on), day(on), {}});
    return found ? found->text() : "none";
  };
  EXPECT_EQ(latest("2024-02-09"), "none");
  EXPECT_EQ(latest("2024-03-31"), "2024-02");
  EXPECT_EQ(latest("2024-03-31", Which::definitive), "2024-01");
  EXPECT_EQ(latest("2024-12-31"), "2024-03");
  EXPECT_FALSE(latest_period(from, "u", Which::as_known, {day("2024-12-31"), {}, {}}));
}

TEST(LookUp, periods_inside_a_span_are_named_once_in_order) {
  const Library from = figures(
      R"(["2024-03", 3], ["2024-01", 1], ["2024-01", 1, "revised"], ["2024", 9], ["2024-W10", 4], ["2023-12", 0])");
  std::string all;
  for (const Period& one :
       periods_inside(*from.find("s"), *PeriodSpan::parse("2024-01 to 2024-03")))
    all += one.text() + " ";
  EXPECT_EQ(all, "2024-01 2024-03 2024-W10 ");
}

TEST(LookUp, the_annex_gets_all_that_it_prints) {
  const Library from = figures(R"(["2024-01", 100.10, "provisional", 2024-02-10])",
                               "title = \"CPI\"\npublisher = \"CBS\"\ntable = \"86141NED\"\nbase = "
                               "\"2025=100\"\nlicence = \"CC BY 4.0\"\nretrieved = 2024-03-01\n");
  const InputSource source = source_of(std::get<Seen>(
      look_up(from, "s", period("2024-01"), Which::as_known, {day("2024-12-31"), {}, {}})));
  ASSERT_TRUE(source.figure);
  EXPECT_EQ(source.kind, InputSource::Kind::figure);
  EXPECT_EQ(source.fixity, Fixity::provisional);
  EXPECT_EQ(source.figure->value.text(), "100.10");
  EXPECT_EQ(source.figure->period, "2024-01");
  EXPECT_EQ(source.figure->base, "2025=100");
  EXPECT_EQ(source.figure->status.nl, "voorlopig");
  EXPECT_EQ(source.figure->published, day("2024-02-10"));
  EXPECT_EQ(source.where.text(), R"(["2024-01", 100.10, "provisional", 2024-02-10])");
}

// ---- holes, imports, what the publisher states about going on

TEST(LookUp, a_hole_is_waited_for_by_nobody) {
  const Library from = figures(R"(["2025-09", 324.8], ["2025-11", 324.1])",
                               "hole = [{ period = \"2025-10\", why = \"not collected\" }]\n");
  EXPECT_EQ(read(from, "2025-10", "2030-01-01"), "never");
  const Reason why = reason(std::get<Missing>(
      look_up(from, "s", period("2025-10"), Which::as_known, {day("2030-01-01"), {}, {}})));
  EXPECT_EQ(why.kind, Reason::Kind::missing);
  EXPECT_NE(why.text.en.find("never publish this figure: not collected"), std::string::npos);
}

TEST(LookUp, a_hole_at_the_end_is_not_waited_for_either) {
  const Library from = figures(R"(["2025-09", 324.8])",
                               "hole = [{ period = \"2025-10\", why = \"not collected\" }]\n");
  EXPECT_EQ(read(from, "2025-10", "2025-10-01"), "never");
  EXPECT_EQ(read(from, "2025-11", "2025-10-01"), "not yet");
}

TEST(LookUp, asked_as_known_a_row_without_any_day_counts_when_its_period_was_over) {
  const Library from = figures(R"(["2024-01", 100])");
  const auto known = [&](const char* on) {
    return text(
        look_up(from, "s", period("2024-01"), Which::as_known, {day("2025-06-01"), {}, day(on)}));
  };
  EXPECT_EQ(known("2024-01-31"), "day unknown");
  EXPECT_EQ(known("2024-02-01"), "100");
  EXPECT_EQ(read(from, "2024-01", "2025-06-01"), "100") << "a clause's own reading day takes it";
}

/// Taken over on 1 March, and again on 12 August: then June was revised and July was new.
Library imported(const std::string& keys = "") {
  return figures(R"(["2024-05", 102.0], ["2024-06", 102.5, "provisional"])",
                 "retrieved = 2024-07-15\n" + keys +
                     "import = [{ retrieved = 2024-08-12, figures = [[\"2024-06\", 102.7], "
                     "[\"2024-07\", 103.1, \"provisional\"]] }]\n");
}

TEST(Import, the_day_of_the_import_counts_and_not_that_of_the_heading) {
  const Library from = imported();
  const auto known = [&](const char* what, const char* on) {
    return text(
        look_up(from, "s", period(what), Which::as_known, {day("2025-01-01"), {}, day(on)}));
  };
  EXPECT_EQ(known("2024-06", "2024-06-30"), "day unknown");
  EXPECT_EQ(known("2024-06", "2024-07-01"), "102.5");
  EXPECT_EQ(known("2024-06", "2024-08-11"), "102.5");
  EXPECT_EQ(known("2024-06", "2024-08-12"), "102.7");
  EXPECT_EQ(known("2024-07", "2024-07-31"), "day unknown");
  EXPECT_EQ(known("2024-07", "2024-08-01"), "103.1");
}

TEST(Import, first_and_definitive_read_over_all_imports) {
  const Library from = imported();
  EXPECT_EQ(read(from, "2024-06", "2025-01-01", Which::first), "102.5");
  EXPECT_EQ(read(from, "2024-06", "2025-01-01", Which::definitive), "102.7");
  EXPECT_EQ(read(from, "2024-07", "2025-01-01", Which::definitive), "not definitive");
  const auto seen = std::get<Seen>(
      look_up(from, "s", period("2024-06"), Which::as_known, {day("2025-01-01"), {}, {}}));
  ASSERT_TRUE(seen.observation().supersedes);
  EXPECT_EQ(seen.series->records[*seen.observation().supersedes].value.text(), "102.5");
  EXPECT_EQ(source_of(seen).figure->retrieved, day("2024-08-12"));
}

TEST(Import, a_later_import_can_withdraw_a_figure) {
  const Library from = figures(
      R"(["2024-05", 102.0])",
      "retrieved = 2024-07-15\nimport = [{ retrieved = 2024-08-12, figures = [[\"2024-05\", "
      "102.0, \"withdrawn\"]] }]\n");
  EXPECT_EQ(read(from, "2024-05", "2025-01-01"), "withdrawn");
  EXPECT_EQ(text(look_up(from, "s", period("2024-05"), Which::as_known,
                         {day("2025-01-01"), {}, day("2024-08-01")})),
            "102.0");
}

TEST(Import, a_figure_that_a_person_typed_says_so_wherever_it_is_used) {
  const Library from = figures(
      R"(["2024-05", 102.0])",
      "import = [{ retrieved = 2024-08-12, by_hand = true, figures = [[\"2024-06\", 102.7]] }]\n");
  const auto source = [&](const char* what) {
    return source_of(std::get<Seen>(
        look_up(from, "s", period(what), Which::as_known, {day("2025-01-01"), {}, {}})));
  };
  EXPECT_EQ(source("2024-05").figure->status.en, "definitive");
  EXPECT_EQ(source("2024-05").fixity, Fixity::fixed);
  EXPECT_EQ(source("2024-06").figure->status.en, "entered by hand");
  EXPECT_EQ(source("2024-06").figure->status.nl, "met de hand ingevoerd");
  EXPECT_EQ(source("2024-06").fixity, Fixity::provisional);
}

TEST(Import, a_figure_that_a_person_typed_of_a_month_to_come_is_an_assumption) {
  const Library from = figures(
      R"(["2024-05", 102.0])",
      "import = [{ retrieved = 2024-06-12, by_hand = true, figures = [[\"2024-06\", 102.7]] }]\n");
  const auto seen = std::get<Seen>(
      look_up(from, "s", period("2024-06"), Which::as_known, {day("2025-01-01"), {}, {}}));
  EXPECT_EQ(source_of(seen).figure->status.en,
            "assumed (entered by hand before the period was over)");
}

TEST(Stopped, the_reason_states_the_link_of_the_publisher_and_does_not_use_it) {
  const Library from = library(
      "[[series]]\nid = \"a\"\nstopped = \"2025\"\nsuccessor = \"b\"\nfigures = [[\"2025\", "
      "135.30]]\nlink = [{ next = \"b\", coefficient = 1.35298 }]\n[[series]]\nid = "
      "\"b\"\nfigures = [[\"2026\", 101.5]]\n");
  const Lookup found =
      look_up(from, "a", period("2026"), Which::as_known, {day("2027-01-01"), {}, {}});
  ASSERT_EQ(text(found), "stopped");
  const Phrase why = reason(std::get<Missing>(found)).text;
  EXPECT_NE(why.en.find("its publisher states a = 1.35298 × b"), std::string::npos) << why.en;
  EXPECT_NE(why.nl.find("a = 1,35298 × b"), std::string::npos) << why.nl;
}

TEST(Stopped, a_link_stated_the_other_way_is_told_as_it_was_published) {
  const Library from = library(
      "[[series]]\nid = \"a\"\nstopped = \"2025\"\nfigures = [[\"2025\", 135.30]]\nlink = [{ "
      "next = \"b\", coefficient_to_next = 0.7391 }]\n");
  const Phrase why = reason(std::get<Missing>(look_up(from, "a", period("2026"), Which::as_known,
                                                      {day("2027-01-01"), {}, {}})))
                         .text;
  EXPECT_NE(why.en.find("names b as successor"), std::string::npos) << why.en;
  EXPECT_NE(why.en.find("b = 0.7391 × a"), std::string::npos) << why.en;
}

// Property: as known on a day, the answer is the last row of the file that was published by then.
TEST(LookUp, as_known_agrees_with_a_plain_walk_over_the_rows) {
  std::mt19937_64 random(7);
  const auto below = [&](int n) { return static_cast<int>(random() % static_cast<unsigned>(n)); };
  for (int round = 0; round < 60; ++round) {
    std::string rows;
    std::vector<std::pair<Date, int>> published;
    Date last = day("2024-02-01");
    for (int i = 0, count = 1 + below(5); i < count; ++i) {
      last = last.plus_days(1 + below(40));
      published.emplace_back(last, i);
      rows +=
          "[\"2024-01\", " + std::to_string(100 + i) + ", \"provisional\", " + last.text() + "], ";
    }
    const Library from = figures(rows);
    for (int asked = 0; asked < 10; ++asked) {
      const Date on = day("2024-02-01").plus_days(below(200));
      std::string expected = "not yet";
      for (const auto& [when, i] : published)
        if (when <= on) expected = std::to_string(100 + i);
      EXPECT_EQ(read(from, "2024-01", on.text().c_str()), expected) << rows << on.text();
    }
  }
}

}  // namespace look_up_test
