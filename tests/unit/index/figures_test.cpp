#include "pricetalk/index/figures.hpp"

#include <gtest/gtest.h>

namespace figures_test {

using namespace pricetalk;

Loaded<std::vector<Series>> read(const std::string& text) {
  return read_figures(std::make_shared<const SourceText>("figures.toml", text));
}

/// "I0101 words under the mark" of every diagnostic.
std::vector<std::string> problems(const std::string& text) {
  const auto loaded = read(text);
  std::vector<std::string> found;
  for (const Diagnostic& one : loaded.diagnostics.sorted()) {
    found.push_back(one.code + " " + std::string(one.span.text()));
    EXPECT_FALSE(one.title.nl.empty()) << one.code;
    EXPECT_EQ(one.hint.en.empty(), one.hint.nl.empty()) << one.code;
  }
  return found;
}
using Lines = std::vector<std::string>;

const std::string head = "schema = 1\n[[series]]\nid = \"s\"\n";

TEST(Figures, a_file_is_read_with_all_its_columns) {
  const auto loaded = read(R"(schema = 1
[[series]]
id = "cbs/cpi"
title = "CPI, alle bestedingen"
publisher = "CBS"
table = "86141NED T001112"
base = "2025=100"
unit = "index"
decimals = 2
frequency = "month"
retrieved = 2026-07-02
licence = "CC BY 4.0"
source = "https://figures.example/"
stopped = "2026-06"
successor = "cbs/cpi-2"
calendar = [["2026-07", 2026-08-11]]
calendar_source = "publication calendar"
break = [{ from = "2023-06", what = "energy" }]
figures = [
  ["2026-04", 102.91],
  ["2026-05", 103.01, "provisional", 2026-06-09],
  ["2026-05", 103.10, "definitive", 2026-07-09],
]
)");
  ASSERT_TRUE(loaded.ok()) << render(loaded.diagnostics, Language::en);
  const Series& s = loaded.value->front();
  EXPECT_EQ(s.id, "cbs/cpi");
  EXPECT_EQ(s.base, "2025=100");
  EXPECT_EQ(s.frequency, Unit::month);
  EXPECT_EQ(s.stopped, Period::month(2026, 6));
  EXPECT_EQ(s.publication_day(Period::month(2026, 7)), Date::parse("2026-08-11"));
  EXPECT_FALSE(s.publication_day(Period::month(2026, 8)));
  ASSERT_EQ(s.records.size(), 3u);
  EXPECT_EQ(s.records[0].status, FigureStatus::definitive);
  EXPECT_FALSE(s.records[0].published);
  EXPECT_EQ(s.records[0].retrieved, *Date::parse("2026-07-02"));
  EXPECT_EQ(s.records[1].status, FigureStatus::provisional);
  EXPECT_FALSE(s.records[1].supersedes);
  EXPECT_EQ(s.records[2].supersedes, 1u);
  EXPECT_EQ(s.records[2].where.text(), R"(["2026-05", 103.10, "definitive", 2026-07-09])");
}

TEST(Figures, decimals_are_the_most_that_were_seen_unless_stated) {
  EXPECT_EQ(read(head + "figures = [[\"2024\", 100], [\"2025\", 101.25]]\n")
                .value->front()
                .published_decimals(),
            2);
  EXPECT_EQ(read(head + "decimals = 1\nfigures = [[\"2025\", 101.25]]\n")
                .value->front()
                .published_decimals(),
            1);
}

TEST(Figures, one_row_or_many_may_stand_there) {
  EXPECT_EQ(read(head + "figures = [\"2024\", 100]\n").value->front().records.size(), 1u);
  EXPECT_EQ(read(head + "figures = []\n").value->front().records.size(), 0u);
  EXPECT_EQ(read(head).value->front().records.size(), 0u);
}

TEST(Figures, a_repeated_row_is_an_error_and_a_revision_is_not) {
  EXPECT_EQ(problems(head + "figures = [[\"2024\", 100], [\"2024\", 101]]\n"),
            Lines{"I0101 [\"2024\", 101]"});
  EXPECT_EQ(problems(head + "figures = [[\"2024\", 100, \"provisional\", 2025-01-02], [\"2024\", "
                            "100, \"provisional\", 2025-01-02]]\n"),
            Lines{"I0101 [\"2024\", 100, \"provisional\", 2025-01-02]"});
  EXPECT_EQ(problems(head + "figures = [[\"2024\", 100, \"provisional\"], [\"2024\", 101]]\n"),
            Lines{});
  EXPECT_EQ(problems(head + "figures = [[\"2024\", 100, \"provisional\", 2025-01-02], [\"2024\", "
                            "101, \"provisional\", 2025-02-02]]\n"),
            Lines{});
}

TEST(Figures, decimals_lie_between_0_and_18) {
  EXPECT_EQ(problems(head + "decimals = 19\n"), Lines{"I0102 19"});
  EXPECT_EQ(problems(head + "decimals = -1\n"), Lines{"I0102 -1"});
  EXPECT_EQ(problems(head + "decimals = 18\n"), Lines{});
}

TEST(Figures, a_calendar_says_where_its_days_are_stated) {
  EXPECT_EQ(problems("schema = 1\n[[series]]\nid = \"s\"\ncalendar = [[\"2026-07\", 2026-08-11]]\n")
                .size(),
            1u);
  EXPECT_EQ(problems(head + "calendar = [[\"2026-07\", 2026-08-11]]\n").front().substr(0, 5),
            "I0103");
}

TEST(Figures, two_series_of_one_id_are_an_error_that_shows_both) {
  const auto loaded = read(head + "[[series]]\nid = \"s\"\n");
  ASSERT_EQ(loaded.diagnostics.list().size(), 1u);
  EXPECT_EQ(loaded.diagnostics.list()[0].code, "I0104");
  EXPECT_EQ(loaded.diagnostics.list()[0].context.size(), 1u);
}

TEST(Figures, a_schema_of_the_future_is_refused) {
  EXPECT_EQ(problems("schema = 2\n[[series]]\nid = \"s\"\n").front().substr(0, 5), "T0306");
}

TEST(Figures, a_wrong_cell_is_marked_by_itself) {
  EXPECT_EQ(problems(head + "figures = [[\"2024-13\", 100]]\n").size(), 1u);
  EXPECT_NE(problems(head + "figures = [[\"2024-13\", 100]]\n").front().find("\"2024-13\""),
            std::string::npos);
  EXPECT_NE(problems(head + "figures = [[\"2024\", \"100\"]]\n").front().find("\"100\""),
            std::string::npos);
  EXPECT_NE(problems(head + "figures = [[\"2024\", 100, \"final\"]]\n").front().find("\"final\""),
            std::string::npos);
  EXPECT_EQ(problems(head + "figures = [[\"2024\"]]\n").size(), 1u);
  EXPECT_EQ(problems(head + "figures = [[\"2024\", 1, \"revised\", 2024-01-01, 5]]\n").size(), 1u);
}

TEST(Figures, no_file_can_state_a_projection) {
  EXPECT_EQ(problems(head + "figures = [[\"2024\", 100, \"projected\"]]\n").size(), 1u);
}

TEST(Figures, a_series_id_may_hold_slashes_and_points_and_nothing_else) {
  EXPECT_EQ(problems("schema = 1\n[[series]]\nid = \"cbs/cpi.2025_a-b\"\n"), Lines{});
  EXPECT_EQ(problems("schema = 1\n[[series]]\nid = \"cbs cpi\"\n").size(), 1u);
  EXPECT_EQ(problems("schema = 1\n[[series]]\nid = \"\"\n").size(), 1u);
}

TEST(Library, a_later_series_of_the_same_id_replaces_the_earlier) {
  const auto old = read(head + "figures = [[\"2024\", 100]]\n");
  const auto more = read(
      "schema = 1\n[[series]]\nid = \"a\"\n[[series]]\nid = \"s\"\nfigures = [[\"2024\", 200]]\n");
  const Library first = Library().with(*old.value, {});
  const Library second = first.with(*more.value, {});
  EXPECT_EQ(first.ids(), (std::vector<std::string_view>{"s"}));
  EXPECT_EQ(second.ids(), (std::vector<std::string_view>{"a", "s"}));
  EXPECT_EQ(first.find("s")->records[0].value.text(), "100") << "a snapshot never changes";
  EXPECT_EQ(second.find("s")->records[0].value.text(), "200");
  EXPECT_EQ(second.find("t"), nullptr);
}

}  // namespace figures_test
