#include "index/change_set.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <random>

#include "index/look_up.hpp"
#include "pricetalk/index/figures.hpp"

namespace change_set_test {

using namespace pricetalk;
using testing::ElementsAre;

Date day(const char* text) { return *Date::parse(text); }

struct Loaded_library {
  SourcePtr source;
  Library library;
};

Loaded_library library_of(const std::string& text) {
  const auto source = std::make_shared<const SourceText>("indices/cpi.toml", text);
  auto loaded = read_figures(source);
  EXPECT_FALSE(loaded.diagnostics.has_errors()) << render(loaded.diagnostics, Language::en);
  return {source, Library().with(std::move(*loaded.value), {source})};
}

const std::string heading =
    "schema = 1\n\n[[series]]\nid = \"cpi\"\npublisher = \"CBS\"\ntable = \"T1 M1\"\n"
    "base = \"2025=100\"\nfrequency = \"month\"\nretrieved = 2026-06-09\n";

Loaded_library library_with(const std::string& rows) {
  return library_of(heading + "figures = [" + rows + "]\n");
}

PublishedRow row(const char* period, const char* value, FigureStatus status = {}) {
  PublishedRow made;
  made.period = *Period::parse(period);
  if (*value != '\0') made.value = *Decimal::parse(value);
  made.status = status;
  return made;
}

PublishedSeries cpi(std::vector<PublishedRow> rows) {
  PublishedSeries made;
  made.publisher = "CBS";
  made.table = "M1 T1";  // the same codes in another order
  made.base = "2025=100";
  made.released = day("2026-07-09");
  made.format = PublicationFormat::cbs_odata_v4;
  made.rows = std::move(rows);
  return made;
}

Publication only(PublishedSeries series) {
  Publication made;
  made.series.push_back(std::move(series));
  return made;
}

/// `2026-05 103.01>103.02 revised`
std::vector<std::string> changes(const Library& library, const Publication& publication,
                                 const ImportRequest& request = {}) {
  const auto found = compare(library, publication, request);
  EXPECT_TRUE(found.value) << render(found.diagnostics, Language::en);
  std::vector<std::string> made;
  if (!found.value) return made;
  for (const SeriesChange& series : found.value->series)
    for (const FigureChange& each : series.changes)
      made.push_back(each.period.text() + " " +
                     (each.before ? series.series.records[*each.before].value.text() : "") + ">" +
                     each.value.text() + " " + words(each.kind).en);
  return made;
}

TEST(change_set, finds_the_series_by_its_codes_in_any_order) {
  const auto known = library_with(R"(["2026-05", 103.01])");
  EXPECT_THAT(changes(known.library, only(cpi({row("2026-06", "103.30")}))),
              ElementsAre("2026-06 >103.30 new"));
}

TEST(change_set, a_figure_that_is_no_longer_provisional_is_settled) {
  const auto known = library_with(R"(["2026-05", 103.01, "provisional"])");
  EXPECT_THAT(changes(known.library, only(cpi({row("2026-05", "103.01")}))),
              ElementsAre("2026-05 103.01>103.01 now definitive"));
}

TEST(change_set, a_file_without_a_status_settles_nothing) {
  const auto known = library_with(R"(["2026-04", 102.91], ["2026-05", 103.01, "provisional"])");
  PublishedSeries found = cpi({row("2026-05", "103.01")});
  found.states_status = false;
  EXPECT_THAT(changes(known.library, only(found)), ElementsAre());
  found.rows = {row("2026-05", "103.02")};
  const auto set = compare(known.library, only(found), {});
  ASSERT_TRUE(set.value);
  EXPECT_EQ(set.value->series[0].changes[0].kind, ChangeKind::revised);
  EXPECT_EQ(set.value->series[0].changes[0].status, FigureStatus::provisional);
}

TEST(change_set, a_provisional_figure_may_change_and_a_definitive_one_may_not) {
  const auto known = library_with(R"(["2026-04", 102.91], ["2026-05", 103.01, "provisional"])");
  EXPECT_THAT(
      changes(known.library, only(cpi({row("2026-04", "102.90"), row("2026-05", "103.02")}))),
      ElementsAre("2026-04 102.91>102.90 conflicting", "2026-05 103.01>103.02 revised"));
}

TEST(change_set, a_file_may_call_its_figure_revised) {
  const auto known = library_with(R"(["2026-04", 102.91])");
  EXPECT_THAT(changes(known.library, only(cpi({row("2026-04", "102.90", FigureStatus::revised)}))),
              ElementsAre("2026-04 102.91>102.90 revised"));
}

TEST(change_set, an_older_file_without_the_figure_withdraws_nothing) {
  const auto known = library_with(R"(["2026-04", 102.91], ["2026-05", 103.01])");
  PublishedSeries found = cpi({row("2026-04", "102.91"), row("2026-05", "")});
  EXPECT_THAT(changes(known.library, only(found)), ElementsAre("2026-05 103.01>103.01 withdrawn"));
  found.released = day("2026-06-01");
  EXPECT_THAT(changes(known.library, only(found)), ElementsAre());
}

TEST(change_set, lost_zeros_are_no_difference) {
  const auto known = library_with(R"(["2026-04", 102.90])");
  EXPECT_THAT(changes(known.library, only(cpi({row("2026-04", "102.9")}))), ElementsAre());
}

TEST(change_set, figures_of_another_base_are_another_series) {
  const auto known = library_with(R"(["2026-04", 102.91])");
  PublishedSeries found = cpi({row("2026-04", "138.40")});
  found.base = "2015=100";
  const auto set = compare(known.library, only(found), {});
  ASSERT_TRUE(set.value);
  EXPECT_TRUE(set.value->series[0].is_new);
  EXPECT_EQ(set.value->series[0].series.id, "cbs/m1-t1-month");
  ImportRequest named;
  named.as = "cpi";
  const auto refused = compare(known.library, only(found), named);
  EXPECT_FALSE(refused.value);
  EXPECT_EQ(refused.diagnostics.list().at(0).code, "I0403");
}

TEST(change_set, of_several_unknown_series_none_is_taken_unasked) {
  const auto known = library_with(R"(["2026-04", 102.91])");
  Publication files = only(cpi({row("2026-04", "102.91")}));
  files.series.push_back(cpi({row("2026-04", "88.1")}));
  files.series.back().table = "T2 M1";
  files.series.push_back(cpi({row("2025", "100.00")}));
  files.series.back().frequency = Unit::year;
  const auto all = compare(known.library, files, {});
  ASSERT_TRUE(all.value);
  EXPECT_EQ(all.value->series.size(), 1U);
  EXPECT_EQ(all.value->left_out.size(), 2U);
  ImportRequest one;
  one.only = {"t1 YEAR"};
  const auto chosen = compare(known.library, files, one);
  ASSERT_TRUE(chosen.value);
  ASSERT_EQ(chosen.value->series.size(), 1U);
  EXPECT_EQ(chosen.value->series[0].series.id, "cbs/m1-t1-year");
  one.only = {"t3"};
  EXPECT_EQ(compare(known.library, files, one).diagnostics.list().at(0).code, "I0401");
}

TEST(change_set, a_derived_series_does_not_take_published_figures) {
  const auto known =
      library_of(heading + "derived = \"from BIS\"\nfigures = [[\"2026-04\", 1.0]]\n");
  const auto set = compare(known.library, only(cpi({row("2026-04", "102.91")})), {});
  ASSERT_TRUE(set.value);
  EXPECT_TRUE(set.value->series[0].is_new);
}

TEST(change_set, what_replaces_a_figure_is_known_from_the_day_of_its_import) {
  const auto known = library_with(R"(["2026-05", 103.01, "provisional"])");
  const auto set =
      compare(known.library, only(cpi({row("2026-05", "103.02"), row("2026-06", "103.30")})), {});
  ASSERT_TRUE(set.value);
  const Library after = with_changes(known.library, *set.value);
  const auto seen = [&](const char* period, const char* as_known) {
    const Lookup found = look_up(after, "cpi", *Period::parse(period), Which::as_known,
                                 {day("2027-01-01"), {}, day(as_known)});
    const auto* record = std::get_if<Seen>(&found);
    return record == nullptr ? std::string("-") : record->observation().value.text();
  };
  EXPECT_EQ(seen("2026-05", "2026-05-31"), "-");
  EXPECT_EQ(seen("2026-05", "2026-06-08"), "103.01") << "undated, and its period is over";
  EXPECT_EQ(seen("2026-05", "2026-07-08"), "103.01");
  EXPECT_EQ(seen("2026-05", "2026-07-09"), "103.02");
  EXPECT_EQ(seen("2026-06", "2026-06-30"), "-");
  EXPECT_EQ(seen("2026-06", "2026-07-01"), "103.30");
}

/// Whatever is imported: the files read back as the library that was promised, keep every byte that
/// stood there, and a second import finds nothing.
TEST(change_set, files_read_back_as_promised_and_a_second_import_changes_nothing) {
  std::mt19937 random(20261122);
  const auto below = [&](unsigned most) { return static_cast<int>(random() % most); };
  const std::array statuses{FigureStatus::definitive, FigureStatus::provisional,
                            FigureStatus::estimate, FigureStatus::revised};
  int written = 0;
  for (int round = 0; round < 300; ++round) {
    std::string rows;
    std::vector<PublishedRow> found;
    for (int month = 1; month <= 12; ++month) {
      const Period period = Period::month(2026, month);
      const auto status = statuses[static_cast<std::size_t>(below(4))];
      const int value = 10000 + below(500);
      if (below(4) > 0)
        rows += "[\"" + period.text() + "\", " + Decimal(value, 2).text() + ", \"" +
                words(status).en + "\"], ";
      if (below(4) == 0) continue;
      PublishedRow row;
      row.period = period;
      if (below(8) > 0) row.value = Decimal(below(2) == 0 ? value : 10000 + below(500), 2);
      row.status = statuses[static_cast<std::size_t>(below(4))];
      if (below(3) == 0) row.published = day("2026-07-09");
      found.push_back(row);
    }
    const std::string text = heading + "figures = [" + rows + "]\n\n# about the next one\n" +
                             "[[series]]\nid = \"other\"\nfigures = [[\"2026\", 1]]\n";
    const auto known = library_of(text);
    const Publication publication = only(cpi(found));
    ImportRequest request;
    request.on_conflict = below(2) == 0 ? OnConflict::take : OnConflict::keep;
    request.on_doubt = request.on_conflict;
    const auto set = compare(known.library, publication, request);
    ASSERT_TRUE(set.value) << render(set.diagnostics, Language::en);
    ASSERT_FALSE(set.value->conflicts());
    const auto files = library_files(*set.value, "indices");
    if (set.value->empty()) {
      EXPECT_TRUE(files.empty());
      continue;
    }
    ++written;
    ASSERT_EQ(files.size(), 1U);
    const std::string& made = files.at("indices/cpi.toml").text;
    const auto after = library_of(made);
    const Series promised = with_changes(set.value->series[0]);
    const Series& read = *after.library.find("cpi");
    ASSERT_EQ(read.records.size(), promised.records.size()) << made;
    for (std::size_t i = 0; i < read.records.size(); ++i) {
      EXPECT_EQ(read.records[i].period, promised.records[i].period);
      EXPECT_TRUE(read.records[i].value.same_text(promised.records[i].value));
      EXPECT_EQ(read.records[i].status, promised.records[i].status);
      EXPECT_EQ(read.records[i].published, promised.records[i].published);
      EXPECT_EQ(read.records[i].retrieved, promised.records[i].retrieved);
      EXPECT_EQ(read.records[i].supersedes, promised.records[i].supersedes);
    }
    EXPECT_EQ(after.library.find("other")->records.size(), 1U);
    // What is new is one piece; without it stands what stood there.
    const auto begin = made.find("\n[[series.import]]");
    ASSERT_NE(begin, std::string::npos);
    const std::size_t size = made.size() - text.size();
    EXPECT_EQ(made.substr(0, begin) + made.substr(begin + size), text);
    request.on_conflict = request.on_doubt = OnConflict::keep;
    const auto again = compare(after.library, publication, request);
    ASSERT_TRUE(again.value);
    EXPECT_TRUE(again.value->empty()) << made;
  }
  EXPECT_GT(written, 250);
}

TEST(change_set, reads_a_figure_as_it_is_typed) {
  const auto figure = FigureByHand::parse("cbs/cpi=2026-06:103.30");
  ASSERT_TRUE(figure);
  EXPECT_EQ(figure->series, "cbs/cpi");
  EXPECT_EQ(figure->period.text(), "2026-06");
  EXPECT_EQ(figure->value.text(), "103.30");
  for (const char* wrong :
       {"", "cpi", "cpi=2026-06", "=2026-06:1", "cpi=2026-13:1", "cpi=2026-06:1,5"})
    EXPECT_FALSE(FigureByHand::parse(wrong)) << wrong;
}

PublishedSeries own_table(std::vector<PublishedRow> rows) {
  PublishedSeries made = cpi(std::move(rows));
  made.publisher = made.table = made.base = "";
  made.states_status = false;
  made.format = PublicationFormat::plain_csv;
  return made;
}

TEST(change_set, an_empty_cell_of_an_own_table_withdraws_nothing_by_itself) {
  const auto known = library_with(R"(["2026-04", 102.91], ["2026-05", 103.01])");
  const Publication file = only(own_table({row("2026-04", "102.91"), row("2026-05", "")}));
  ImportRequest request{.as = "cpi", .retrieved = day("2026-07-09")};
  EXPECT_THAT(changes(known.library, file, request),
              ElementsAre("2026-05 103.01>103.01 conflicting"));
  request.on_conflict = OnConflict::keep;
  EXPECT_THAT(changes(known.library, file, request), ElementsAre());
  request.on_conflict = OnConflict::take;
  EXPECT_THAT(changes(known.library, file, request),
              ElementsAre("2026-05 103.01>103.01 withdrawn"));
  request.on_conflict = OnConflict::stop;
  EXPECT_THAT(
      changes(
          known.library,
          only(own_table({row("2026-04", "102.91"), row("2026-05", "", FigureStatus::withdrawn)})),
          request),
      ElementsAre("2026-05 103.01>103.01 withdrawn"));
}

std::vector<std::string> typed_in(const Library& library, const std::vector<const char*>& texts,
                                  Date today) {
  std::vector<FigureByHand> figures;
  for (const char* text : texts) figures.push_back(*FigureByHand::parse(text));
  const auto found = compare(library, figures, today, OnConflict::stop, OnConflict::stop);
  std::vector<std::string> made;
  for (const Diagnostic& each : found.diagnostics.list()) made.push_back(each.code);
  if (!found.value) return made;
  for (const SeriesChange& series : found.value->series)
    for (const FigureChange& each : series.changes)
      made.push_back(each.period.text() + " " + each.value.text() + " " + words(each.kind).en +
                     (each.why.empty() ? "" : ": " + each.why.en));
  return made;
}

TEST(change_set, a_series_that_ended_or_was_computed_gets_no_figures) {
  const auto ended = library_of(heading +
                                "stopped = \"2026-05\"\nsuccessor = \"cpi-new\"\n"
                                "figures = [[\"2026-05\", 103.01]]\n");
  EXPECT_THAT(typed_in(ended.library, {"cpi=2026-06:103.30"}, day("2026-07-10")),
              ElementsAre("2026-06 103.30 held back: comes after 2026-05, the last period of this "
                          "series; it goes on as cpi-new"));
  EXPECT_THAT(typed_in(ended.library, {"cpi=2026-06:103.30!"}, day("2026-07-10")),
              ElementsAre("2026-06 103.30 new"));
  const auto derived =
      library_of(heading + "derived = \"from 2015\"\nfigures = [[\"2026-05\", 103.01]]\n");
  EXPECT_THAT(typed_in(derived.library, {"cpi=2026-06:103.30"}, day("2026-07-10")),
              ElementsAre("2026-06 103.30 held back: the figures of this series are computed from "
                          "others; none is published in it"));
}

TEST(change_set, a_period_is_typed_once) {
  const auto known = library_with(R"(["2026-05", 103.01])");
  EXPECT_THAT(
      typed_in(known.library, {"cpi=2026-06:103.30", "cpi=2026-06:103.40"}, day("2026-07-10")),
      ElementsAre("I0306"));
  EXPECT_THAT(
      typed_in(known.library, {"cpi=2026-06:103.30", "cpi=2026-06:103.30"}, day("2026-07-10")),
      ElementsAre("2026-06 103.30 new"));
}

TEST(change_set, a_second_import_of_one_day_revises_the_first) {
  const auto known = library_of(heading +
                                "figures = [[\"2026-05\", 103.01]]\n"
                                "[[series.import]]\nretrieved = 2026-07-10\nby_hand = "
                                "true\nfigures = [[\"2026-06\", 103.3]]\n"
                                "[[series.import]]\nretrieved = 2026-07-10\nby_hand = "
                                "true\nfigures = [[\"2026-06\", 103.4]]\n");
  const Series& series = *known.library.find("cpi");
  ASSERT_EQ(series.records.size(), 3U);
  EXPECT_EQ(series.records[2].supersedes, std::optional<RecordId>(1));
}

TEST(change_set, files_that_say_two_things_of_a_period_are_refused) {
  const auto known = library_with(R"(["2026-05", 103.01])");
  Publication files = only(cpi({row("2026-06", "103.30")}));
  files.series.push_back(cpi({row("2026-06", "103.30"), row("2026-07", "103.50")}));
  auto found = compare(known.library, files, {});
  ASSERT_TRUE(found.value);
  Diagnostics problems;
  say_once(*found.value, problems);
  EXPECT_FALSE(problems.has_errors());
  ASSERT_EQ(found.value->series.size(), 2U);
  EXPECT_EQ(found.value->series[1].changes.size(), 1U);
  files.series[1].rows[0].value = *Decimal::parse("103.40");
  found = compare(known.library, files, {});
  say_once(*found.value, problems);
  EXPECT_TRUE(problems.has_errors());
}

TEST(change_set, new_series_of_one_name_become_one) {
  const auto known = library_with(R"(["2026-05", 103.01])");
  PublishedSeries first = cpi({row("2026-07", "103.50")});
  first.table = "T9 M9";
  PublishedSeries second = first;
  second.rows = {row("2026-06", "103.30")};
  Publication files = only(first);
  files.series.push_back(second);
  auto found = compare(known.library, files, {.only = {"T9 M9"}});
  ASSERT_TRUE(found.value) << render(found.diagnostics, Language::en);
  Diagnostics problems;
  say_once(*found.value, problems);
  ASSERT_EQ(found.value->series.size(), 1U);
  ASSERT_EQ(found.value->series[0].changes.size(), 2U);
  EXPECT_EQ(found.value->series[0].changes[0].period.text(), "2026-06");
}

std::string refused(const Library& library, const Publication& publication,
                    const ImportRequest& request) {
  const auto found = compare(library, publication, request);
  if (found.value) return "taken";
  return found.diagnostics.list().front().code + ": " + found.diagnostics.list().front().title.en +
         "; " + found.diagnostics.list().front().hint.en;
}

TEST(change_set, a_name_that_fits_nothing_in_the_files_is_an_error) {
  const auto known = library_with(R"(["2026-05", 103.01])");
  PublishedSeries first = cpi({row("2026-06", "103.30")});
  first.base = "2015=100";
  PublishedSeries second = first;
  second.table = "T2 M2";
  Publication files = only(first);
  files.series.push_back(second);
  EXPECT_THAT(refused(known.library, files, {.as = "cpi"}), testing::StartsWith("I0403: none of"));
  PublishedSeries rates = cpi({row("2026-06", "3.3")});
  rates.unit = SeriesUnit::percent;
  EXPECT_THAT(refused(known.library, only(rates), {.as = "cpi"}),
              testing::StartsWith("I0403: 'cpi' has the unit index, the file percent"));
}

TEST(change_set, a_quarter_is_no_figure_of_months_that_name_no_frequency) {
  std::string months = heading;
  months.erase(months.find("frequency"), std::string("frequency = \"month\"\n").size());
  const auto known = library_of(months + "figures = [[\"2026-01\", 103.01]]\n");
  PublishedSeries quarters = own_table({row("2026-Q2", "103.30")});
  quarters.frequency = Unit::quarter;
  EXPECT_THAT(refused(known.library, only(quarters), {.as = "cpi"}),
              testing::StartsWith("I0403: 'cpi' has a figure per month, the file per quarter"));
}

TEST(change_set, a_file_without_a_name_is_named_after_the_figures_in_it) {
  const auto known = library_with(R"(["2026-04", 102.91], ["2026-05", 103.01])");
  EXPECT_THAT(refused(known.library, only(own_table({row("2026-05", "103.01")})), {}),
              testing::EndsWith("--as cpi (it has these figures)"));
  EXPECT_THAT(refused(known.library, only(own_table({row("2026-06", "103.30")})), {}),
              testing::EndsWith("--as ID"));
}

TEST(change_set, what_can_be_chosen_fits_as_it_is_printed) {
  const auto known = library_with(R"(["2026-04", 102.91], ["2026-05", 103.01])");
  PublishedSeries first = own_table({row("2026-06", "103.30")});
  first.file = "f.xlsx, Blad1";
  PublishedSeries second = own_table({row("2026-06", "99.30")});
  second.file = "f.xlsx, Blad2";
  Publication files = only(first);
  files.series.push_back(second);
  const ImportRequest request{.only = {"f.xlsx, Blad1 month"}, .as = "cpi"};
  EXPECT_THAT(changes(known.library, files, request), ElementsAre("2026-06 >103.30 new"));
}

TEST(change_set, a_name_against_the_words_and_figures_of_the_file_is_doubted) {
  const auto known =
      library_of(heading + "figures = [[\"2026-05\", 103.01]]\n\n[[series]]\nid = \"other\"\n" +
                 "base = \"2025=100\"\nfrequency = \"month\"\nfigures = [[\"2026-04\", 102.90]]\n");
  ImportRequest request{.as = "other", .retrieved = day("2026-07-09")};
  const auto held = compare(
      known.library, only(cpi({row("2026-05", "103.01"), row("2026-06", "103.30")})), request);
  ASSERT_TRUE(held.value);
  ASSERT_EQ(held.value->series[0].changes.size(), 2U);
  EXPECT_EQ(held.value->series[0].changes[0].kind, ChangeKind::held_back);
  EXPECT_NE(held.value->series[0].changes[0].why.en.find("holds cpi"), std::string::npos);
  // A figure that the named series has as well speaks for it.
  EXPECT_THAT(changes(known.library,
                      only(cpi({row("2026-04", "102.90"), row("2026-05", "103.01")})), request),
              ElementsAre("2026-05 >103.01 new"));
  request.on_doubt = OnConflict::take;
  EXPECT_THAT(changes(known.library, only(cpi({row("2026-05", "103.01")})), request),
              ElementsAre("2026-05 >103.01 new"));
}

TEST(change_set, the_answer_to_a_conflict_takes_no_jump) {
  const auto known = library_with(R"(["2026-04", 102.91], ["2026-05", 103.01])");
  const Publication file = only(cpi({row("2026-04", "102.92"), row("2026-06", "1033.00")}));
  ImportRequest request;
  request.on_conflict = OnConflict::take;
  EXPECT_THAT(changes(known.library, file, request),
              ElementsAre("2026-04 102.91>102.92 revised", "2026-06 >1033.00 held back"));
  request.on_doubt = OnConflict::keep;
  EXPECT_THAT(changes(known.library, file, request), ElementsAre("2026-04 102.91>102.92 revised"));
}

TEST(change_set, the_decimals_of_the_series_tell_what_a_sheet_shortened) {
  const auto known = library_with(R"(["2026-04", 102.91], ["2026-05", 103.01])");
  PublishedRow computed = row("2026-06", "103.29873");
  computed.shown = Decimal::parse("103.30");
  PublishedRow shortened = row("2026-03", "101.75");
  shortened.shown = Decimal::parse("101.8");
  EXPECT_THAT(changes(known.library, only(cpi({shortened, computed}))),
              ElementsAre("2026-03 >101.75 new", "2026-06 >103.30 new"));
  const auto asked = compare(Library(), only(cpi({computed})), {});
  ASSERT_TRUE(asked.diagnostics.has_errors());
  EXPECT_EQ(asked.diagnostics.list()[0].code, "I0410");
}

}  // namespace change_set_test
