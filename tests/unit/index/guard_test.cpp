#include "index/guard.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <sstream>

#include "index/decimal_sign.hpp"
#include "index/publication/figure_text.hpp"
#include "index/same_series.hpp"

namespace guard_test {

using namespace pricetalk;
using testing::HasSubstr;

Period period(const char* text) { return *Period::parse(text); }
Decimal number(const char* text) { return *Decimal::parse(text); }
Date day(const char* text) { return *Date::parse(text); }

/// Every series that comes with the program.
std::vector<Series> shipped_series() {
  std::vector<Series> all;
  for (const auto& file : std::filesystem::directory_iterator(PRICETALK_ROOT "/indices")) {
    std::ifstream in(file.path());
    std::ostringstream text;
    text << in.rdbuf();
    auto read = read_figures(
        std::make_shared<const SourceText>(file.path().filename().string(), text.str()));
    for (Series& each : *read.value) all.push_back(std::move(each));
  }
  return all;
}

FigureChange change_of(const Observation& figure) {
  FigureChange made;
  made.period = figure.period;
  made.value = figure.value;
  made.status = figure.status;
  made.published = figure.published;
  return made;
}

/// The series as it was before its figure in that place, without later ones.
Series before(const Series& series, std::size_t figure) {
  Series made = series;
  made.records = {};
  for (std::size_t i = 0; i < figure; ++i)
    made.records.push_back(series.records[static_cast<RecordId>(i)]);
  return made;
}

TEST(guard, holds_no_genuine_figure_back) {
  constexpr std::size_t enough_history = 12;
  constexpr std::size_t last_ones = 60;
  const Date today = day("2026-11-29");
  std::size_t looked_at = 0;
  for (const Series& series : shipped_series()) {
    const std::size_t size = series.records.size();
    for (std::size_t i = std::max(enough_history, size > last_ones ? size - last_ones : 0);
         i < size; ++i) {
      const Observation& figure = series.records[static_cast<RecordId>(i)];
      const Series history = before(series, i);
      const FigureGuard guard(history, today);
      EXPECT_EQ(guard.against(change_of(figure), today).en, "")
          << series.id << " " << figure.period.text() << " " << figure.value.text();
      ++looked_at;
    }
  }
  EXPECT_GT(looked_at, 1500U);
}

TEST(guard, holds_no_figure_of_a_series_that_comes_whole_back) {
  for (const Series& series : shipped_series()) {
    Series heading = series;
    heading.records = {};
    FigureGuard guard(heading, day("2026-11-29"));
    for (const Observation& figure : series.records) {
      EXPECT_EQ(guard.against(change_of(figure), day("2026-11-29")).en, "")
          << series.id << " " << figure.period.text();
      guard.accept(change_of(figure));
    }
  }
}

TEST(guard, holds_a_figure_with_a_shifted_sign_back_in_every_series) {
  for (const Series& series : shipped_series()) {
    const std::size_t size = series.records.size();
    if (size < 12 || series.unit == SeriesUnit::percent) continue;
    const Observation& last = series.records[static_cast<RecordId>(size - 1)];
    const Series history = before(series, size - 1);
    const FigureGuard guard(history, day("2026-11-29"));
    FigureChange shifted = change_of(last);
    shifted.value = Decimal(last.value.mantissa() * 10, last.value.scale());
    EXPECT_THAT(guard.against(shifted, day("2026-11-29")).en, HasSubstr("decimal sign"))
        << series.id;
    shifted.value = Decimal(last.value.mantissa(), last.value.scale() + 1);
    EXPECT_NE(guard.against(shifted, day("2026-11-29")).en, "") << series.id;
  }
}

Series monthly(std::vector<std::pair<const char*, const char*>> figures) {
  Series made;
  made.id = "cpi";
  made.base = "2013=100";
  made.frequency = Unit::month;
  for (const auto& [when, value] : figures)
    made.records.push_back({.period = period(when),
                            .value = number(value),
                            .published = {},
                            .retrieved = {},
                            .supersedes = {},
                            .where = {}});
  return made;
}

FigureChange figure(const char* when, const char* value) {
  FigureChange made;
  made.period = period(when);
  made.value = number(value);
  return made;
}

TEST(guard, waits_until_a_period_is_over_and_lets_a_flash_estimate_pass) {
  const Series known = monthly({{"2026-08", "103.10"}, {"2026-09", "103.20"}});
  const FigureGuard guard(known, day("2026-10-29"));
  FigureChange october = figure("2026-10", "103.30");
  EXPECT_THAT(guard.against(october, day("2026-10-29")).en, HasSubstr("not over"));
  october.status = FigureStatus::estimate;
  EXPECT_EQ(guard.against(october, day("2026-10-29")).en, "");
  EXPECT_THAT(guard.against(october, day("2026-10-10")).en, HasSubstr("not over"));
}

TEST(guard, knows_that_a_day_of_publication_is_still_to_come) {
  const Series known = monthly({{"2026-08", "103.10"}, {"2026-09", "103.20"}});
  const FigureGuard guard(known, day("2026-11-29"));
  FigureChange october = figure("2026-10", "103.30");
  october.published = day("2027-11-09");
  EXPECT_THAT(guard.against(october, {}).en, HasSubstr("still to come"));
}

TEST(guard, takes_small_figures_of_a_new_series_for_what_they_may_be) {
  Series fresh;
  FigureGuard guard(fresh, day("2026-11-29"));
  for (const auto& [when, value] : std::vector<std::pair<const char*, const char*>>{
           {"2026-01", "0.7"}, {"2026-02", "0.1"}, {"2026-03", "0.0"}, {"2026-04", "-0.2"}}) {
    EXPECT_EQ(guard.against(figure(when, value), {}).en, "") << when;
    guard.accept(figure(when, value));
  }
  FigureGuard other(fresh, day("2026-11-29"));
  other.accept(figure("2026-01", "101.23"));
  EXPECT_NE(other.against(figure("2026-02", "0"), {}).en, "");
  EXPECT_NE(FigureGuard(fresh, {}).against(figure("2026-02", "-101.23"), {}).en, "");
}

TEST(guard, knows_the_figures_of_another_series) {
  Series food = monthly({{"2026-06", "104.30"}, {"2026-07", "104.50"}, {"2026-08", "104.80"}});
  food.id = "food";
  SeriesChange change;
  change.series = monthly({{"2026-05", "103.10"}});
  for (const char* row : {"104.30", "104.50", "104.80"})
    change.changes.push_back(
        figure(("2026-0" + std::to_string(6 + change.changes.size())).c_str(), row));
  const Library library = Library().with({food}, {});
  EXPECT_THAT(against_other_series(change, library).en, HasSubstr("food"));
  change.unchanged = 1;
  EXPECT_EQ(against_other_series(change, library).en, "") << "one stands in its own series";
  change.unchanged = 0;
  change.changes.pop_back();
  EXPECT_EQ(against_other_series(change, library).en, "") << "two can be chance";
}

TEST(guard, sees_rounded_figures_only_when_chance_cannot_explain_them) {
  const Series known = monthly({{"2026-04", "103.10"}, {"2026-05", "103.22"}});
  const FigureGuard guard(known, day("2026-11-29"));
  std::vector<FigureChange> rounded{figure("2026-06", "103.3"), figure("2026-07", "103.4"),
                                    figure("2026-08", "103.6"), figure("2026-09", "103.7")};
  EXPECT_EQ(guard.against_rounded(rounded).en, "");
  rounded.push_back(figure("2026-10", "103.9"));
  EXPECT_THAT(guard.against_rounded(rounded).en, HasSubstr("rounded"));
  rounded.push_back(figure("2026-11", "103.95"));
  EXPECT_EQ(guard.against_rounded(rounded).en, "");
}

/// `317.671 or 317671`, with the sign between.
std::string said_by(const char* cell) {
  const auto read = publication::read_cell(cell);
  if (!read) return "nothing";
  std::string text = read->value.text();
  if (read->as_thousands) text += " or " + read->as_thousands->text();
  return text;
}

TEST(decimal_sign, only_one_sign_before_three_digits_says_two_things) {
  EXPECT_EQ(said_by("101,55"), "101.55");
  EXPECT_EQ(said_by("101.55"), "101.55");
  EXPECT_EQ(said_by("1.274,5"), "1274.5");
  EXPECT_EQ(said_by("1,274.5"), "1274.5");
  EXPECT_EQ(said_by("1.234.567"), "1234567");
  EXPECT_EQ(said_by("0.851"), "0.851");
  EXPECT_EQ(said_by("1274.512"), "1274.512");
  EXPECT_EQ(said_by("317.671"), "317.671 or 317671");
  EXPECT_EQ(said_by("317,671"), "317.671 or 317671");
  EXPECT_EQ(said_by("-0,4"), "-0.4");
  EXPECT_EQ(said_by("103,30*"), "nothing");
  EXPECT_EQ(said_by("1.23.45"), "nothing");
}

PublishedRow undecided(const char* when, const char* decimals, const char* thousands) {
  PublishedRow made;
  made.period = period(when);
  made.value = number(decimals);
  made.undecided = UndecidedSign{DecimalMark::point, number(thousands)};
  return made;
}

TEST(decimal_sign, the_decimals_of_the_series_decide) {
  std::vector<PublishedRow> rows{undecided("2025-01", "317.671", "317671")};
  decide_by_decimals(2, rows);
  EXPECT_NE(first_undecided(rows), nullptr);
  decide_by_decimals(3, rows);
  EXPECT_EQ(first_undecided(rows), nullptr);
  EXPECT_EQ(rows[0].value->text(), "317.671");
  rows = {undecided("2025-01", "137.500", "137500")};
  decide_by_decimals(2, rows);
  EXPECT_EQ(rows[0].value->text(), "137.50");
  rows = {undecided("2025-01", "317.671", "317671")};
  decide_by_decimals(0, rows);
  EXPECT_EQ(rows[0].value->text(), "317671");
}

TEST(decimal_sign, the_figures_of_the_series_decide_where_only_one_reading_is_near) {
  const Series known = monthly({{"2024-12", "315.61"}});
  std::vector<PublishedRow> rows{undecided("2025-01", "317.671", "317671")};
  decide_by_figures(known, rows);
  EXPECT_EQ(first_undecided(rows), nullptr);
  EXPECT_EQ(rows[0].value->text(), "317.671");
  const Series elsewhere = monthly({{"2024-12", "10000.00"}});
  rows = {undecided("2025-01", "317.671", "317671")};
  decide_by_figures(elsewhere, rows);
  EXPECT_NE(first_undecided(rows), nullptr);
}

std::string printed(const char* value) {
  const auto found = publication::without_binary_noise(number(value));
  return found ? found->text() : "as it is";
}

TEST(binary_noise, is_taken_away_and_genuine_decimals_are_not) {
  EXPECT_EQ(printed("79.4000015258789"), "79.4");
  EXPECT_EQ(printed("79.80000305175781"), "79.8");
  EXPECT_EQ(printed("80.76000213623047"), "80.76");
  EXPECT_EQ(printed("101.30000000000001"), "101.3");
  EXPECT_EQ(printed("1.0812345678"), "as it is");
  EXPECT_EQ(printed("102.957234"), "as it is");
  EXPECT_EQ(printed("102.957200"), "as it is");
  EXPECT_EQ(printed("317.671"), "as it is");
  EXPECT_EQ(printed("0"), "as it is");
}

TEST(guard, lets_no_long_gap_hide_that_an_index_starts_anew) {
  std::size_t looked_at = 0;
  for (const Series& series : shipped_series()) {
    if (series.id != "cbs/cpi/alle-bestedingen-2015" && series.id != "cbs/cpi/afgeleid-2015")
      continue;
    const FigureGuard guard(series, day("2029-11-29"));
    const Observation& last = series.records.back();
    FigureChange anew = change_of(last);
    anew.value = number("101.00");
    for (const int months : {1, 13, 18, 24, 30}) {
      anew.period = last.period.plus(months);
      EXPECT_THAT(guard.against_ahead(anew).en, HasSubstr("below the figure")) << months;
    }
    ++looked_at;
  }
  EXPECT_GT(looked_at, 0U);
}

TEST(guard, holds_a_zero_back_where_no_figure_ever_was_one) {
  Series price = monthly({{"2026-04", "65.10"}, {"2026-05", "66.20"}, {"2026-06", "64.80"}});
  price.unit = SeriesUnit::price;
  const FigureGuard guard(price, {});
  EXPECT_THAT(guard.against(figure("2026-07", "0"), {}).en, HasSubstr("zero or negative"));
  EXPECT_THAT(guard.against(figure("2026-07", "-4.20"), {}).nl, HasSubstr("nul of negatief"));
  Series spot = monthly({{"2026-04", "3.10"}, {"2026-05", "-1.20"}, {"2026-06", "0.00"}});
  spot.unit = SeriesUnit::price;
  EXPECT_EQ(FigureGuard(spot, {}).against(figure("2026-07", "-2.00"), {}).en, "");
}

/// What the figure looks like beside the shipped series.
Phrase cause_of(const char* series, const char* when, const char* value) {
  Library library = Library().with(shipped_series(), {});
  SeriesChange change;
  change.series = *library.find(series);
  change.changes.push_back(figure(when, value));
  change.changes.back().kind = ChangeKind::held_back;
  return likely_cause(change, library);
}

TEST(guard, names_a_base_year_that_the_publisher_uses) {
  EXPECT_THAT(cause_of("cbs/cpi/alle-bestedingen-2025", "2026-06", "138.95").en,
              HasSubstr("on base 2015=100"));
  EXPECT_THAT(cause_of("statbel/gezondheidsindex-2013", "2026-07", "101.25").en,
              HasSubstr("on base 2025=100"));
}

TEST(guard, tells_percentages_from_an_index) {
  EXPECT_THAT(cause_of("cbs/cpi/alle-bestedingen-2025", "2026-06", "2.9").nl,
              HasSubstr("veranderingen in procenten"));
  EXPECT_THAT(cause_of("cbs/cpi/jaarmutatie", "2026-07", "103.95").en,
              HasSubstr("figures of an index"));
}

}  // namespace guard_test
