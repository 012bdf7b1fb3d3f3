#include "lint/review.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "../pricing/priced.hpp"
#include "lint/history.hpp"
#include "lint/series_kind.hpp"
#include "lint/unclear.hpp"
#include "lint/variable_share.hpp"

namespace pricetalk {
namespace review_tests {

using priced::day;
using priced::Talk;

std::string contract(const std::string& clause, const std::string& head = "") {
  return "schema = 1\n[contract]\nid = \"t\"\ncurrency = \"EUR\"\n" + head +
         "start = 2022-01-01\n[price.p]\nunit_price = 100.00\nprice_date = 2022-01-01\nquantity = "
         "{ per_month = 10 }\nclause = \"c\"\n[clause.c]\nadjust = { every = \"year\", on = "
         "\"01-01\" "
         "}\n" +
         clause +
         "\n[[series]]\nid = \"statbel/x\"\nfrequency = \"year\"\nfigures = [[\"2020\", 100], "
         "[\"2021\", 110], [\"2022\", 99], [\"2023\", 120]]\n";
}
const std::string plain = "index.X = { series = \"statbel/x\", use = \"previous year\" }\n";

std::vector<std::string> codes(const Talk& talk, const Law& law = shipped_law()) {
  std::vector<std::string> found;
  for (const Remark& each :
       review(talk.contract(), talk.coverage().library(), law, day("2024-06-01")))
    found.push_back(each.code + (each.question ? "?" : "!"));
  return found;
}

bool has(const std::vector<std::string>& all, const std::string& code) {
  return std::find(all.begin(), all.end(), code) != all.end();
}

// Hand-computed: 100 x 99/110 = 90.00 on 1 January 2023 and x 120/99 = 109.09 a year later; with
// the fall left out 100 x 120/99 = 121.21.
TEST(Review, shows_both_prices_of_a_fall_that_the_contract_does_not_speak_of) {
  const Talk talk(contract(plain));
  for (const Remark& each : unclear(talk.contract(), talk.coverage(), day("2024-06-01"))) {
    if (each.code != "W0208") continue;
    ASSERT_TRUE(each.spread);
    EXPECT_EQ(round(each.spread->low, Rounding::decimals(2)).text(), "109.09");
    EXPECT_EQ(round(each.spread->high, Rounding::decimals(2)).text(), "121.21");
    EXPECT_EQ(each.spread->a_year->amount.text(), "1454.40");
    return;
  }
  FAIL() << "nothing is said of the fall";
}

TEST(Review, says_nothing_of_a_fall_that_the_contract_speaks_of) {
  EXPECT_TRUE(has(codes(Talk(contract(plain))), "W0208?"));
  EXPECT_FALSE(has(codes(Talk(contract(plain + "limits = { floor = \"none\" }\n"))), "W0208?"));
  EXPECT_FALSE(has(codes(Talk(contract(plain + "limits = { floor = \"0%\" }\n"))), "W0208?"));
}

TEST(Review, leaves_out_what_a_clause_accepts) {
  EXPECT_FALSE(
      has(codes(Talk(contract(plain + "accept = [\"W0208: it falls as well\"]\n"))), "W0208?"));
}

TEST(Review, asks_and_does_not_judge_where_the_law_or_the_customer_is_not_known) {
  EXPECT_TRUE(has(codes(Talk(contract(plain))), "W0301?"));
  const std::string floor = plain + "limits = { floor = \"0%\" }\n";
  const auto found = codes(Talk(contract(floor, "jurisdiction = \"AT\"\n")));
  EXPECT_TRUE(has(found, "W0301?"));
  EXPECT_FALSE(has(found, "W0304!"));
  EXPECT_TRUE(
      has(codes(Talk(contract(floor, "jurisdiction = \"AT\"\naudience = \"b2c\"\n"))), "W0304!"));
}

TEST(Review, finds_more_than_four_fifths_of_a_belgian_price_and_not_four_fifths) {
  const std::string head = "jurisdiction = \"BE\"\naudience = \"b2b\"\n";
  EXPECT_TRUE(has(codes(Talk(contract(plain, head))), "W0303!"));
  EXPECT_TRUE(
      has(codes(Talk(contract(plain + "formula = \"P = P0 * (0.19 + 0.81*X/X0)\"\n", head))),
          "W0303!"));
  EXPECT_FALSE(
      has(codes(Talk(contract(plain + "formula = \"P = P0 * (0.20 + 0.80*X/X0)\"\n", head))),
          "W0303!"));
}

TEST(Review, carries_no_rule_on_to_days_that_it_does_not_cover) {
  const std::string head = "jurisdiction = \"BE\"\naudience = \"b2b\"\nsigned = ";
  EXPECT_TRUE(has(codes(Talk(contract(plain, head + "1975-01-01\n"))), "W0308?"));
  EXPECT_TRUE(has(codes(Talk(contract(plain, head + "2026-11-22\n"))), "W0308?"));
  EXPECT_FALSE(has(codes(Talk(contract(plain, head + "2026-11-21\n"))), "W0308?"));
}

TEST(VariableShare, is_what_the_calculation_moves_by) {
  const Talk talk(contract(plain + "formula = \"change = 0.3 * (X - X0)/X0\"\n"));
  const PriceSchedule prices = talk.schedule();
  const auto share = variable_share(prices.entries[1]);
  ASSERT_TRUE(share);
  EXPECT_EQ(*share, Ratio(Decimal(3, 1)));
}

TEST(History, counts_the_years_in_which_a_series_fell) {
  const Talk talk(contract(plain));
  const Series& series = *talk.coverage().library().find("statbel/x");
  const Falls found = falls(series, day("2024-06-01"));
  EXPECT_EQ(found.of, 3);
  EXPECT_EQ(found.fell, 1);
  EXPECT_EQ(found.deepest->factor, Ratio::of(9, 10));
  EXPECT_EQ(movement(series, 3, day("2024-06-01"))->factor, Ratio::of(6, 5));
  EXPECT_EQ(movement(series, 2, day("2023-06-01"))->factor, Ratio::of(99, 100));
  EXPECT_FALSE(movement(series, 4, day("2024-06-01")));
}

SeriesKind kind(const char* id, const char* title) {
  Series series;
  series.id = id;
  series.title = title;
  return kind_of(series);
}

TEST(SeriesKind, tells_all_prices_from_those_of_a_part) {
  EXPECT_EQ(kind("cbs/cpi/alle-bestedingen-2015", "Consumentenprijsindex (CPI), alle bestedingen"),
            SeriesKind::general_prices);
  EXPECT_EQ(kind("cbs/cpi/voeding-2015", "Consumentenprijsindex (CPI), voeding"),
            SeriesKind::other);
  EXPECT_EQ(kind("eurostat/hicp/ea-energie-2015", "HICP eurogebied, energie"), SeriesKind::other);
  EXPECT_EQ(kind("destatis/vpi-2020", "Verbraucherpreisindex Deutschland"),
            SeriesKind::general_prices);
  EXPECT_EQ(kind("statbel/gezondheidsindex-2013", "Gezondheidsindex België"),
            SeriesKind::general_prices);
  EXPECT_EQ(kind("bfs/lik-2020-12", "Landesindex der Konsumentenpreise"),
            SeriesKind::general_prices);
  EXPECT_EQ(kind("szw/minimumuurloon-21", "Wettelijk minimumuurloon vanaf 21 jaar"),
            SeriesKind::minimum_wage);
  EXPECT_EQ(kind("cbs/lonen/cao-uur-2020", "Cao-lonen per uur, alle bedrijfstakken"),
            SeriesKind::general_wages);
  EXPECT_EQ(kind("insee/ilc-2008q1", "Indice des loyers commerciaux (ILC)"), SeriesKind::other);
  EXPECT_EQ(kind("eia/brent-usd", "Ruwe olie, Brent, maandgemiddelde"), SeriesKind::other);
}

TEST(SeriesKind, asks_where_a_further_word_may_name_one_group) {
  for (const char* title :
       {"Consumptieprijsindex: restaurants en hotels", "CPI alcoholic beverages",
        "Verbraucherpreisindex: Strom", "Consumer price index, furniture"})
    EXPECT_EQ(kind("own/x", title), SeriesKind::perhaps_general_prices) << title;
  EXPECT_EQ(kind_of_id("own/cpi-haircuts"), SeriesKind::perhaps_general_prices);
  EXPECT_EQ(kind_of_id("own/cpi-2015"), SeriesKind::general_prices);
}

TEST(ShippedRules, have_days_that_follow_each_other) {
  const Law law = shipped_law();
  ASSERT_FALSE(law.rules.empty());
  for (const ClauseRule& a : law.rules) {
    EXPECT_FALSE(a.says.nl.empty()) << a.id;
    EXPECT_FALSE(a.act.empty()) << a.id;
    for (const ClauseRule& b : law.rules) {
      if (&a == &b || a.jurisdiction != b.jurisdiction || a.asks != b.asks ||
          a.audience != b.audience)
        continue;
      EXPECT_TRUE((a.to && *a.to < b.from) || (b.to && *b.to < a.from))
          << a.id << " and " << b.id << " hold on one day";
    }
  }
}

}  // namespace review_tests
}  // namespace pricetalk
