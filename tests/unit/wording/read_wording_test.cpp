#include "wording/read_wording.hpp"

#include <gmock/gmock.h>

#include <map>
#include <random>

#include "pricetalk/index/series.hpp"

namespace pricetalk {
namespace {

using ::testing::HasSubstr;
using ::testing::IsEmpty;

Library library_of(std::initializer_list<const char*> ids) {
  std::vector<Series> all;
  for (const char* id : ids) {
    Series series;
    series.id = id;
    all.push_back(std::move(series));
  }
  return Library().with(std::move(all), {});
}

const Library& library() {
  static const Library made =
      library_of({"cbs/cpi/alle-bestedingen-2015", "cbs/cpi/alle-bestedingen-2015-jaar",
                  "cbs/cpi/alle-bestedingen-2025", "cbs/cpi/afgeleid-2025", "cbs/dpi/totaal-2015",
                  "cbs/lonen/cao-uur-2020", "statbel/gezondheidsindex-2013", "ons/rpi-chaw-1987-01",
                  "ons/cpi-d7bt-2015"});
  return made;
}

std::map<std::string, std::string> keys_of(const ReadWording& read) {
  std::map<std::string, std::string> made;
  for (const PlacedWords& each : read.placed) made[each.key] = each.value;
  return made;
}

/// Words, and what they say.
struct Part {
  const char* words;
  std::map<std::string, std::string> says;
};

using Parts = std::vector<Part>;

const Parts& indices() {
  static const Parts all{
      {"de consumentenprijsindex (CPI) alle huishoudens (2015=100)",
       {{"index.series", "cbs/cpi/alle-bestedingen-2015"}, {"base_year", "2015"}}},
      {"het CPI-cijfer, reeks alle bestedingen", {}},
      {"de CPI alle bestedingen", {{"index.series", "cbs/cpi/alle-bestedingen-2025"}}},
      {"CPI afgeleid", {{"index.series", "cbs/cpi/afgeleid-2025"}}},
      {"de cao-lonen per uur", {{"index.series", "cbs/lonen/cao-uur-2020"}}},
      {"het gezondheidsindexcijfer", {{"index.series", "statbel/gezondheidsindex-2013"}}},
      {"de RPI", {{"index.series", "ons/rpi-chaw-1987-01"}}},
  };
  return all;
}

const Parts& times() {
  static const Parts all{
      {"jaarlijks per 1 januari", {{"adjust.every", "year"}, {"adjust.on", "01-01"}}},
      {"elk jaar op 15 juli", {{"adjust.every", "year"}, {"adjust.on", "07-15"}}},
      {"annually on 1 April", {{"adjust.every", "year"}, {"adjust.on", "04-01"}}},
      {"om de drie jaar met ingang van 1 maart",
       {{"adjust.every", "3 years"}, {"adjust.on", "03-01"}}},
  };
  return all;
}

const Parts& figures() {
  static const Parts all{
      {"over de maand oktober van het voorgaande jaar",
       {{"index.use", "october of previous year"}}},
      {"drie maanden voor de aanpassing", {{"index.use", "3 months before"}}},
      {"het gemiddelde van het voorgaande jaar", {{"index.use", "average of previous year"}}},
      {"van de maand voorafgaand aan de aanpassing", {{"index.use", "1 month before"}}},
      {"", {}},
  };
  return all;
}

const Parts& limits() {
  static const Parts all{
      {"met een maximum van 3%", {{"limits.cap", "3%"}}},
      {"ten hoogste 2,5 procent per jaar", {{"limits.cap", "2.5%"}}},
      {"niet meer dan 4%", {{"limits.cap", "4%"}}},
      {"capped at 5% per annum", {{"limits.cap", "5%"}}},
      {"met een minimum van 1%", {{"limits.floor", "1%"}}},
      {"indien de stijging meer dan 2% bedraagt", {{"threshold.more_than", "2%"}}},
      {"verminderd met 0,5%", {{"margin", "-0.5%"}}},
      {"", {}},
  };
  return all;
}

const Parts& notices() {
  static const Parts all{
      {"uiterlijk twee maanden van tevoren aangekondigd", {{"notice.before", "2 months"}}},
      {"at least 30 days written notice", {{"notice.before", "30 days"}}},
      {"", {}},
  };
  return all;
}

TEST(Wording, says_of_every_mix_of_known_phrases_what_they_say_and_nothing_else) {
  std::mt19937 random(20'261'201);
  const auto one_of = [&](const Parts& all) -> const Part& { return all[random() % all.size()]; };
  for (int turn = 0; turn < 400; ++turn) {
    std::map<std::string, std::string> expected;
    std::string text = "De prijzen worden ";
    for (const Parts* each : {&times(), &indices(), &figures(), &limits(), &notices()}) {
      const Part& part = one_of(*each);
      expected.insert(part.says.begin(), part.says.end());
      text += std::string(part.words) + ", ";
    }
    std::map<std::string, std::string> read = keys_of(read_wording(text, library(), "NL"));
    // An index whose words were not told here may be any; all others must be as they were told.
    if (expected.count("index.series") == 0) read.erase("index.series");
    ASSERT_EQ(read, expected) << text;
  }
}

TEST(Wording, leaves_a_month_open_that_nobody_names) {
  const ReadWording read = read_wording(
      "Prijzen worden jaarlijks per 1 januari geïndexeerd met de CPI alle bestedingen.", library(),
      "NL");
  EXPECT_THAT(read.open, testing::ElementsAre("use"));
  EXPECT_THAT(read.clause, HasSubstr("unknown = [\"use\"]"));
  EXPECT_THAT(read.unplaced, IsEmpty());
}

TEST(Wording, leaves_out_both_of_two_values_of_one_key) {
  const ReadWording read = read_wording(
      "Jaarlijks per 1 januari met de CPI alle bestedingen, met een maximum van 2% in het eerste "
      "jaar en een maximum van 3% daarna.",
      library(), "NL");
  EXPECT_EQ(keys_of(read).count("limits.cap"), 0u);
  EXPECT_THAT(read.clause, testing::Not(HasSubstr("limits")));
  EXPECT_EQ(read.unplaced.size(), 4u);
}

TEST(Wording, quotes_what_it_does_not_know) {
  const ReadWording read = read_wording(
      "De tarieven volgen de CPI alle bestedingen, behoudens wijzigingen in wetgeving.", library(),
      "NL");
  ASSERT_EQ(read.unplaced.size(), 2u);
  EXPECT_EQ(read.unplaced.back().words, "behoudens wijzigingen in wetgeving");
}

TEST(Wording, makes_no_clause_where_no_index_and_no_fixed_rise_is_named) {
  const ReadWording read =
      read_wording("Stijgende kosten komen voor rekening van de klant.", library(), "NL");
  EXPECT_THAT(read.clause, IsEmpty());
}

TEST(Wording, takes_a_fixed_rise) {
  const ReadWording read =
      read_wording("De vergoeding stijgt jaarlijks met 2,5%.", library(), "NL");
  EXPECT_THAT(read.clause, HasSubstr("formula = \"change = 2.5%\""));
}

TEST(Wording, reads_empty_and_very_long_texts) {
  EXPECT_THAT(read_wording("", library(), "NL").clause, IsEmpty());
  const std::string text(100'000, 'x');
  EXPECT_EQ(read_wording(text, library(), "NL").unplaced.size(), 1u);
  std::string many;
  for (int i = 0; i < 2'000; ++i) many += "met een maximum van 3% ";
  EXPECT_EQ(keys_of(read_wording(many, library(), "NL"))["limits.cap"], "3%");
}

}  // namespace
}  // namespace pricetalk
