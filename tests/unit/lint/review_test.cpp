#include "lint/review.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "../pricing/priced.hpp"
#include "index/series_kind.hpp"
#include "lint/history.hpp"
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

std::string replaced_all(std::string text, const std::string& from, const std::string& to) {
  for (std::size_t at = text.find(from); at != std::string::npos;
       at = text.find(from, at + to.size()))
    text.replace(at, from.size(), to);
  return text;
}
std::string replaced_once(std::string text, const std::string& from, const std::string& to) {
  const std::size_t at = text.find(from);
  EXPECT_NE(at, std::string::npos) << from;
  return at == std::string::npos ? text : text.replace(at, from.size(), to);
}

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

// Art. 57 § 2: a free first band leaves more than four fifths of every further change.
TEST(Review, sees_what_follows_beyond_a_free_first_band) {
  const std::string head = "jurisdiction = \"BE\"\naudience = \"b2b\"\n";
  const std::string free = plain + "pass_through = [{ up_to = \"5%\", share = \"0%\" }, ";
  EXPECT_TRUE(has(codes(Talk(contract(free + "{ share = \"100%\" }]\n", head))), "W0303!"));
  EXPECT_FALSE(has(codes(Talk(contract(free + "{ share = \"80%\" }]\n", head))), "W0303!"));
  EXPECT_FALSE(has(codes(Talk(contract(plain + "pass_through = \"80%\"\n", head))), "W0303!"));
  EXPECT_TRUE(has(codes(Talk(contract(plain + "pass_through = \"81%\"\n", head))), "W0303!"));
}

// BW 6:236 onder i: three months; a minimum interval can be what keeps the first rise away.
TEST(Review, looks_at_the_minimum_interval_before_it_says_that_a_rise_comes_soon) {
  const std::string head = "jurisdiction = \"NL\"\naudience = \"b2c\"\nsigned = 2022-11-15\n";
  const std::string with = "minimum_interval = \"6 months\"";
  const std::string text =
      replaced_once(contract(plain, head), "start = 2022-01-01", "start = 2022-11-15");
  const std::string dated =
      replaced_once(text, "price_date = 2022-01-01", "price_date = 2022-11-15");
  EXPECT_TRUE(has(codes(Talk(dated)), "W0305!"));
  EXPECT_FALSE(
      has(codes(Talk(replaced_once(dated, "\"01-01\" }", "\"01-01\", " + with + " }"))), "W0305!"));
}

TEST(Review, takes_no_fall_for_a_rise_that_comes_soon) {
  const std::string head = "jurisdiction = \"NL\"\naudience = \"b2c\"\nsigned = 2022-11-15\n";
  const auto soon = [&](const std::string& formula) {
    std::string text = contract("formula = \"" + formula + "\"\n", head);
    text = replaced_once(text, "start = 2022-01-01", "start = 2022-11-15");
    return has(
        codes(Talk(replaced_once(text, "price_date = 2022-01-01", "price_date = 2022-11-15"))),
        "W0305!");
  };
  EXPECT_TRUE(soon("change = 2%"));
  for (const char* fall : {"change = -10%", "change = 0%", "P = P0 * 0.95"})
    EXPECT_FALSE(soon(fall)) << fall;
}

// PrKG § 3 Abs. 1: ten years from the conclusion of the contract to its end.
TEST(Review, counts_the_ten_years_of_germany_from_the_conclusion) {
  const std::string of_cpi =
      replaced_all(contract(plain,
                            "jurisdiction = \"DE\"\naudience = \"b2b\"\nsigned = "
                            "2021-07-01\nend = 2031-06-30\n"),
                   "statbel/x", "own/cpi");
  EXPECT_FALSE(has(codes(Talk(of_cpi)), "W0302!"));
  EXPECT_TRUE(has(codes(Talk(replaced_once(of_cpi, "2031-06-30", "2031-06-29"))), "W0302!"));
}

TEST(Review, asks_whether_one_group_of_consumer_prices_is_all_of_them) {
  const std::string of_group =
      replaced_all(contract(plain, "jurisdiction = \"BE\"\naudience = \"b2b\"\n"), "statbel/x",
                   "own/cpi-haircuts");
  const auto found = codes(Talk(of_group));
  EXPECT_TRUE(has(found, "W0302?"));
  EXPECT_FALSE(has(found, "W0302!"));
}

// ---- rules of one sector

std::string rent(const std::string& subject, const std::string& percent,
                 const std::string& country = "NL") {
  return "schema = 1\n[contract]\nid = \"r\"\ncurrency = \"EUR\"\njurisdiction = \"" + country +
         "\"\n" + subject +
         "start = 2022-07-01\n[price.rent]\ntitle = \"Huur\"\nunit_price = 500.00\nprice_date = "
         "2022-07-01\nquantity = { per_month = 1 }\nclause = \"c\"\n[clause.c]\nadjust = { every = "
         "\"year\", first = 2024-07-01 }\nformula = \"change = " +
         percent + "\"\nrounding.price = { decimals = 2 }\n";
}
const std::string social = "subject = \"social-dwelling\"\n";

std::vector<Remark> of_code(const Talk& talk, const Law& law, const std::string& code,
                            const char* today) {
  std::vector<Remark> found;
  for (const Remark& each : review(talk.contract(), talk.coverage().library(), law, day(today)))
    if (each.code == code) found.push_back(each);
  return found;
}

// By hand: 500.00 x 1.058 = 529.00 is allowed on 1 July 2024, 530.00 is asked: 12.00 a year.
TEST(Sectors, hold_a_rise_against_the_maximum_of_its_day_in_money) {
  const Law law = shipped_law();
  const Talk talk(rent(social, "6%"));
  const auto found = of_code(talk, law, "W0310", "2024-06-15");
  ASSERT_EQ(found.size(), 1u);
  EXPECT_FALSE(found.front().question);
  EXPECT_EQ(as_decimal(found.front().spread->low, 2).text(), "529.00");
  EXPECT_EQ(as_decimal(found.front().spread->high, 2).text(), "530.00");
  EXPECT_EQ(found.front().spread->a_year->amount.text(), "12.00");
}

// By hand: 500.00, 530.00 and 561.80 are asked; 500.00 x 1.058 = 529.00 and x 1.05 = 555.45 are
// allowed: 6.35 a month, 76.20 a year.
TEST(Sectors, count_the_next_rise_from_what_was_allowed_before) {
  const Law law = shipped_law();
  const Talk talk(rent(social, "6%"));
  const auto found = of_code(talk, law, "W0310", "2025-06-15");
  ASSERT_EQ(found.size(), 2u);
  EXPECT_EQ(as_decimal(found.back().spread->low, 2).text(), "555.45");
  EXPECT_EQ(found.back().spread->a_year->amount.text(), "76.20");
}

TEST(Sectors, accuse_no_rise_that_is_the_maximum_to_the_cent) {
  const Law law = shipped_law();
  EXPECT_TRUE(of_code(Talk(rent(social, "5.8%")), law, "W0310", "2024-06-15").empty());
  const std::string odd = replaced_once(rent(social, "5.8%"), "500.00", "512.37");
  EXPECT_TRUE(of_code(Talk(odd), law, "W0310", "2024-06-15").empty());
}

TEST(Sectors, leave_what_is_paid_beside_the_rent_alone) {
  const Law law = shipped_law();
  const std::string service =
      "[price.service]\ntitle = \"Servicekosten\"\nunit_price = 50.00\nprice_date = 2022-07-01\n"
      "clause = \"s\"\n[clause.s]\nadjust = { every = \"6 months\", first = 2024-07-01 }\nformula "
      "= "
      "\"change = 9%\"\n";
  const Talk talk(rent(social, "5%") + service);
  EXPECT_TRUE(of_code(talk, law, "W0310", "2024-06-15").empty());
  EXPECT_TRUE(of_code(talk, law, "W0311", "2024-06-15").empty());
  EXPECT_EQ(of_code(Talk(rent(social, "9%") + service), law, "W0310", "2024-06-15").size(), 1u);
  for (const char* beside : {"Huur keuken", "Huur meubels", "Parkeren", "Blokverwarming", "Gas",
                             "Huur schuur", "Waarborgsom"})
    EXPECT_TRUE(of_code(Talk(rent(social, "5%") + replaced_once(service, "Servicekosten", beside)),
                        law, "W0310", "2024-06-15")
                    .empty())
        << beside;
}

// Parking, service and furniture may rise apart from the rent: a question, no verdict.
TEST(Sectors, ask_whether_a_line_alone_is_the_rent) {
  const Law law = shipped_law();
  for (const char* title : {"Parkeerplaats", "Parking space", "Servicekosten", "Furniture",
                            "Opslagbox", "Maandbedrag"}) {
    const Talk talk(replaced_once(rent(social, "9%"), "Huur", title));
    const auto found = of_code(talk, law, "W0310", "2024-06-15");
    ASSERT_EQ(found.size(), 1u) << title;
    EXPECT_TRUE(found.front().question) << title;
    EXPECT_NE(found.front().hint.en.find("the rent itself"), std::string::npos)
        << found.front().hint.en;
  }
  for (const char* title : {"Huur", "Kale huur appartement", "Rent", "Woning 12"}) {
    const auto found =
        of_code(Talk(replaced_once(rent(social, "9%"), "Huur", title)), law, "W0310", "2024-06-15");
    ASSERT_EQ(found.size(), 1u) << title;
    EXPECT_FALSE(found.front().question) << title;
  }
}

TEST(Sectors, say_that_a_day_has_no_row_and_carry_no_maximum_on) {
  const Law law = shipped_law();
  const std::string early = replaced_once(rent(social, "9%"), "2024-07-01", "2023-07-01");
  const auto found = of_code(Talk(early), law, "W0308", "2023-06-15");
  ASSERT_EQ(found.size(), 1u);
  EXPECT_NE(found.front().title.en.find("1 July 2023"), std::string::npos)
      << found.front().title.en;
  EXPECT_TRUE(of_code(Talk(early), law, "W0310", "2023-06-15").empty());
}

TEST(Sectors, ask_where_the_contract_does_not_say_what_it_is_about) {
  const Law law = shipped_law();
  for (const std::string& subject : {std::string(), std::string("subject = \"dwelling\"\n")}) {
    const auto found = of_code(Talk(rent(subject, "9%")), law, "W0310", "2024-06-15");
    ASSERT_FALSE(found.empty());
    for (const Remark& each : found) EXPECT_TRUE(each.question) << each.title.en;
  }
  const std::string cleaning = replaced_once(rent("", "9%"), "Huur", "Schoonmaak");
  EXPECT_TRUE(of_code(Talk(cleaning), law, "W0310", "2024-06-15").empty());
  EXPECT_TRUE(
      of_code(Talk(rent("subject = \"business-premises\"\n", "9%")), law, "W0310", "2024-06-15")
          .empty());
}

TEST(Sectors, hold_an_announced_rise_against_the_maximum) {
  const Law law = shipped_law();
  const std::string announced = rent(social, "4%") +
                                "[[announcement]]\ndate = 2024-05-01\nclause = \"c\"\nfor = "
                                "2024-07-01\nchange = \"7%\"\n";
  const auto found = of_code(Talk(announced), law, "W0310", "2024-06-15");
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(as_decimal(found.front().spread->high, 2).text(), "535.00");
}

TEST(Sectors, find_a_second_rise_within_a_year) {
  const Law law = shipped_law();
  const std::string twice = replaced_once(rent("subject = \"dwelling\"\n", "1%"),
                                          "every = \"year\"", "every = \"6 months\"");
  EXPECT_EQ(of_code(Talk(twice), law, "W0311", "2025-12-01").size(), 1u);
  EXPECT_TRUE(
      of_code(Talk(rent("subject = \"dwelling\"\n", "1%")), law, "W0311", "2025-12-01").empty());
}

// BGB § 557b Abs. 2: a year from the start as well.
TEST(Sectors, count_the_year_without_a_rise_from_the_start_in_germany) {
  const Law law = shipped_law();
  const std::string dwelling = "subject = \"dwelling\"\n";
  const std::string soon = replaced_once(rent(dwelling, "1%", "DE"), "2024-07-01", "2023-01-01");
  EXPECT_EQ(of_code(Talk(soon), law, "W0311", "2025-12-01").size(), 1u);
  EXPECT_TRUE(of_code(Talk(rent(dwelling, "1%", "DE")), law, "W0311", "2025-12-01").empty());
}

// Art. 57 § 3: rent is not a price of the Belgian act; PrKG leaves § 557b BGB as it is.
TEST(Sectors, leave_rents_out_of_what_is_not_about_them) {
  const std::string of_cpi = replaced_all(
      contract(plain, "jurisdiction = \"BE\"\naudience = \"b2c\"\nsubject = \"dwelling\"\n"),
      "statbel/x", "statbel/gezondheidsindex-own");
  const auto found = codes(Talk(of_cpi));
  for (const char* code : {"W0302!", "W0302?", "W0303!", "W0303?", "W0312?"})
    EXPECT_FALSE(has(found, code)) << code;
  const std::string german = replaced_once(of_cpi, "\"BE\"", "\"DE\"");
  EXPECT_FALSE(has(codes(Talk(german)), "W0302!"));
  EXPECT_TRUE(has(codes(Talk(german)), "W0312?"));
}

TEST(Sectors, name_what_no_file_can_show_only_where_the_subject_is_stated) {
  const Law law = shipped_law();
  const std::string energy =
      replaced_once(rent("subject = \"energy\"\n", "1%", "DE"), "Huur", "Wärme");
  const auto found = of_code(Talk(energy), law, "W0315", "2025-12-01");
  ASSERT_EQ(found.size(), 2u);
  EXPECT_TRUE(found.front().question);
  EXPECT_TRUE(of_code(Talk(rent("", "1%", "DE")), law, "W0315", "2025-12-01").empty());
}

// A rule of an index clause says nothing of a percentage, and the other way round.
TEST(Sectors, tell_a_rule_only_of_the_clauses_that_it_speaks_of) {
  const Law law = shipped_law();
  const auto acts = [&](const std::string& text) {
    std::string all;
    for (const Remark& each : of_code(Talk(text), law, "W0315", "2025-12-01"))
      all += each.rule->id + " ";
    return all;
  };
  const std::string dwelling = "subject = \"dwelling\"\naudience = \"b2c\"\n";
  const std::string indexed = contract(plain, "jurisdiction = \"DE\"\n" + dwelling);
  EXPECT_EQ(acts(rent(dwelling, "1%", "DE")).find("de-index-rent-text"), std::string::npos);
  EXPECT_NE(acts(indexed).find("de-index-rent-text"), std::string::npos);
  EXPECT_NE(acts(rent(dwelling, "1%", "CH")).find("ch-reference-rate"), std::string::npos);
  EXPECT_EQ(acts(replaced_once(indexed, "\"DE\"", "\"CH\"")).find("ch-reference-rate"),
            std::string::npos);
}

TEST(Review, carries_no_rule_on_to_days_that_it_does_not_cover) {
  const std::string head = "jurisdiction = \"BE\"\naudience = \"b2b\"\nsigned = ";
  EXPECT_TRUE(has(codes(Talk(contract(plain, head + "1975-01-01\n"))), "W0308?"));
  EXPECT_TRUE(has(codes(Talk(contract(plain, head + "2026-11-22\n"))), "W0308?"));
  EXPECT_FALSE(has(codes(Talk(contract(plain, head + "2026-11-21\n"))), "W0308?"));
}

// 120/99 over 2022 and 2023; by hand: a cap of 2 % every half year lets 10 steps of 2 % through.
TEST(Unwise, sees_a_price_that_never_falls_by_its_formula) {
  EXPECT_TRUE(
      has(codes(Talk(contract(plain + "formula = \"P = P0 * max(X/X0, 1)\"\n"))), "W0402?"));
  EXPECT_FALSE(has(codes(Talk(contract(plain + "formula = \"P = P0 * X/X0\"\n"))), "W0402?"));
}

// The figures rose from 100 in 2018 to 120 in 2023: 1.02^5 = 1.104, 1.02^10 = 1.219, 1.02^20 more.
TEST(Unwise, counts_a_cap_as_often_as_its_clause_runs) {
  const std::string text =
      replaced_once(contract(plain + "limits = { cap = \"2%\" }\n"), "[[\"2020\", 100]",
                    "[[\"2018\", 100], [\"2019\", 100], [\"2020\", 100]");
  EXPECT_TRUE(has(codes(Talk(text)), "W0403?"));
  EXPECT_FALSE(
      has(codes(Talk(replaced_once(text, "every = \"year\"", "every = \"6 months\""))), "W0403?"));
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
    EXPECT_EQ(a.rates.empty(), a.asks != RuleAsks::rise_cap) << a.id;
    EXPECT_EQ(a.indices.empty(), a.asks != RuleAsks::named_index && a.id != "fr-index-object")
        << a.id;
    if (a.asks == RuleAsks::rise_interval || a.asks == RuleAsks::minimum_term) {
      EXPECT_TRUE(a.time) << a.id;
    }
    for (const ClauseRule& b : law.rules) {
      if (&a == &b || a.jurisdiction != b.jurisdiction || a.asks != b.asks ||
          a.audience != b.audience || a.subjects != b.subjects || a.region != b.region ||
          a.energy_labels != b.energy_labels || a.second_hand != b.second_hand ||
          a.asks == RuleAsks::told || a.asks == RuleAsks::beside_withdrawal ||
          a.asks == RuleAsks::beside_conformity)
        continue;
      EXPECT_TRUE((a.to && *a.to < b.from) || (b.to && *b.to < a.from))
          << a.id << " and " << b.id << " hold on one day";
    }
  }
}

}  // namespace review_tests
}  // namespace pricetalk
