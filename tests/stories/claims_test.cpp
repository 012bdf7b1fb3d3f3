#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

#include "talked.hpp"

// What letters promise, beside what the contract will do: one contract, each time with another
// article or offer.

namespace pricetalk::harness {
namespace {

using testing::HasSubstr;
using testing::Not;

constexpr const char* article_7 =
    "index.C = { series = \"cbs/cpi/alle-bestedingen-2025\", use = \"july of previous year\" }\n";
constexpr const char* saves_20000 =
    "saving_per_year = { cautious = 20000.00, expected = 25000.00, optimistic = 30000.00 }";
constexpr const char* saves_enough = "saving_per_year = { cautious = 90000.00 }";

const std::string in_three_futures =
    "--today 2025-10-14 --scenario scenarios/laag.toml --scenario scenarios/verwacht.toml "
    "--scenario scenarios/hoog.toml";

Ran claimed(const std::string& command, const Changes& changes, const std::string& invoices = "") {
  return run_on_basis(command, changes, in_three_futures, invoices);
}

std::string letter(const Changes& changes) { return letter_on_basis(changes, in_three_futures); }

/// A clause that takes a step once a year.
std::string stepping(const std::string& id, const std::string& change,
                     const std::string& on = "01-01") {
  return "[clause." + id + "]\narticle = \"8\"\nadjust = { every = \"year\", on = \"" + on +
         "\" }\nformula = \"change = stap\"\nconstants = { stap = \"" + change + "\" }\n";
}

/// A second price line that article 8 raises each year.
std::string windows(const std::string& on = "01-01") {
  return "[price.ramen]\ntitle = \"Glasbewassing\"\nunit = \"visit\"\nunit_price = 900.00\n"
         "price_date = 2025-01-01\nquantity = { per_year = 24 }\nclause = \"glas\"\n" +
         stepping("glas", "4%", on) + "[clause.cpi]\n";
}

TEST(Claims, a_waiver_holds_until_the_first_day_of_any_future_on_which_it_is_back) {
  // In the high future 31.50 is reached on 1 January 2027 with and without the step of 2026.
  for (const char* limit :
       {"limits = { highest_price = 31.50 }\n", "limits = { cap_total = \"6%\" }\n"})
    EXPECT_THAT(letter({{article_7, std::string(article_7) + limit}, {saves_20000, saves_enough}}),
                HasSubstr("Dit geldt in ieder geval tot 1 januari 2027. Vanaf die dag kan"))
        << limit;
}

TEST(Claims, a_decrease_within_one_price_stays_the_customers) {
  // 30.00 x (0.7 x 1.05 + 0.2 x 0.9 + 0.1) = 30.45; without the rise of the first part 29.40.
  const std::string parts = letter(
      {{"clause = \"cpi\"\n",
        "parts = [ { name = \"loon\", share = \"70%\", clause = \"op\" }, { name = \"brandstof\", "
        "share = \"20%\", clause = \"af\" }, { name = \"rest\", share = \"10%\" } ]\n" +
            stepping("op", "5%") + stepping("af", "-10%")},
       {saves_20000, saves_enough}});
  EXPECT_THAT(parts, HasSubstr("daalt de prijs van Schoonmaak kantoor naar € 29,40"));
  EXPECT_THAT(parts, HasSubstr("van € 30,00 naar € 30,45"));
  // 30.00 x 1.06 = 31.80, x 0.98 = 31.16; without the rise 29.40.
  const std::string clauses =
      letter({{"clause = \"cpi\"\n",
               "clause = [\"op\", \"af\"]\n" + stepping("op", "6%") + stepping("af", "-2%")},
              {saves_20000, saves_enough}});
  EXPECT_THAT(clauses, HasSubstr("daalt de prijs van Schoonmaak kantoor naar € 29,40"));
}

TEST(Claims, a_step_that_a_decision_made_smaller_can_be_given_up_whichever_clause_it_is_of) {
  const std::string reduced = letter(
      {{"[talk]\n",
        "[[decision]]\ndate = 2026-01-01\nkind = \"reduced\"\nchange = \"1.5%\"\n[talk]\n"}});
  EXPECT_THAT(reduced, HasSubstr("van € 30,00 naar € 30,45"));
  EXPECT_THAT(reduced, HasSubstr("€ 5.400"));
  for (const char* decided : {"op", "meer"})
    EXPECT_THAT(
        letter({{"clause = \"cpi\"\n",
                 "clause = [\"op\", \"meer\"]\n" + stepping("op", "3%") + stepping("meer", "4%")},
                {"[talk]\n", "[[decision]]\ndate = 2026-01-01\nclause = \"" + std::string(decided) +
                                 "\"\nkind = \"reduced\"\nchange = \"1%\"\n[talk]\n"},
                {saves_20000, saves_enough}}),
        HasSubstr("Wij halen dit bedrag later niet alsnog op."))
        << decided;
}

TEST(Claims, an_agreed_price_is_not_called_an_indexation_that_may_not_be_charged) {
  const Ran ran = claimed("letter", {{"[talk]\n",
                                      "[[decision]]\ndate = 2026-01-01\nkind = \"agreed-price\"\n"
                                      "unit_price = 31.00\n[talk]\n"}});
  EXPECT_EQ(ran.status, 1);
  EXPECT_THAT(ran.err, HasSubstr("De prijs vanaf 1 januari 2026 is afgesproken"));
}

TEST(Claims, a_price_that_a_later_figure_can_change_is_provisional) {
  const std::string latest =
      letter({{"use = \"july of previous year\"", "use = \"latest published\""},
              {saves_20000, saves_enough}});
  EXPECT_THAT(latest, HasSubstr("gaat dan op 1 januari 2026 naar verwachting van € 30,00"));
  EXPECT_THAT(latest, HasSubstr("Dat is voorlopig: er komt nog een cijfer uit"));
  const std::string stand_in =
      letter({{"use = \"july of previous year\"",
               "use = \"october of previous year\", if_missing = \"latest-and-true-up\""},
              {saves_20000, saves_enough}});
  EXPECT_THAT(stand_in, HasSubstr("Dat is voorlopig: er komt nog een cijfer uit"));
  EXPECT_THAT(stand_in,
              HasSubstr("in plaats van dat van oktober 2025, dat nog niet gepubliceerd is"));
  EXPECT_THAT(stand_in, Not(HasSubstr("2025-10")));
  EXPECT_THAT(letter({{saves_20000, saves_enough}}), Not(HasSubstr("voorlopig")));
}

TEST(Claims, the_opening_promises_nothing_for_a_line_that_rises) {
  for (const char* offered : {"ramen", "kantoor"}) {
    const std::string text =
        letter({{"[clause.cpi]\n", windows()},
                {saves_20000, std::string(saves_enough) + "\nfor = \"" + offered + "\""}});
    const std::string name =
        std::string(offered) == "ramen" ? "Glasbewassing" : "Schoonmaak kantoor";
    EXPECT_THAT(text, HasSubstr("wij willen de prijs van " + name + " in 2026 niet verhogen"));
    EXPECT_THAT(text, HasSubstr("doen wij u een voorstel.")) << text;
    EXPECT_THAT(text, Not(HasSubstr("elke maand minder"))) << text;
  }
}

TEST(Claims, the_opening_says_from_when_the_bill_is_lower_and_only_then) {
  EXPECT_THAT(letter({}), HasSubstr("waardoor u vanaf 1 april 2026 elke maand minder betaalt"));
  const std::string later =
      letter({{"start = 2026-04-01", "start = 2027-06-01"}, {saves_20000, saves_enough}});
  EXPECT_THAT(later, Not(HasSubstr("elke maand minder")));
  EXPECT_THAT(later, Not(HasSubstr("Samen betaalt u"))) << later;
  EXPECT_THAT(later, Not(HasSubstr("× 0")));
  EXPECT_THAT(later, HasSubstr("Vanaf 1 juni 2027 gaat uw maandbedrag € 200 omlaag."));
}

TEST(Claims, the_other_choice_has_the_day_from_which_an_invoice_counts_the_price) {
  const std::string text = letter(
      {{"[clause.cpi]\n", stepping("kwartaal", "3%", "02-01") +
                              "[billing]\nperiod = \"quarter\"\nproration = \"next-period\"\n"
                              "[clause.cpi]\n"},
       {"clause = \"cpi\"\n", "clause = \"kwartaal\"\n"},
       {saves_20000, saves_enough}});
  // 3 % on 1 February 2025 and again on 1 February 2026, which the quarter from April counts.
  EXPECT_THAT(text, HasSubstr("gaat dan op 1 april 2026 van € 30,90 naar € 31,83"));
}

TEST(Claims, a_reduction_does_not_begin_before_the_customer_has_answered) {
  const Ran ran = claimed("letter", {{"start = 2026-04-01", "start = 2025-10-15"}});
  EXPECT_EQ(ran.status, 1);
  EXPECT_THAT(ran.err, HasSubstr("terwijl de klant tot en met 14 november 2025 mag antwoorden"));
}

/// The basic offer beside a gift that runs already.
Changes with_gift(const std::string& gift) {
  return {{"[[own_cost]]\n",
           "[innovation.oud]\nwhat = \"Wij vegen met robots.\"\nform = \"gift\"\n"
           "evidence = \"Gemeten sinds 2023.\"\nsaving_per_year = { cautious = 15000.00 }\n" +
               gift + "\n[[own_cost]]\n"},
          {"reduction_per_month = 200.00\nrunning_cost_per_year = 1000.00\ninvestment = 5000.00\n",
           "reduction_per_month = 200.00\n"},
          {saves_20000, "saving_per_year = { cautious = 4000.00 }"},
          {"form = \"exchange\"\n", ""}};
}

TEST(Claims, a_gift_is_paid_from_what_its_saving_leaves) {
  // Without costs it pays for the indexation, which comes to 38,244.40 in four years at 5 %. With
  // them 1,000 x 3.54595 is left, or 15,000 x (1/1.05^3 + 1/1.05^4) from 2028 on.
  EXPECT_EQ(claimed("propose", with_gift("start = 2024-01-01")).status, 0);
  for (const auto& [cost, loss] : Changes{{"running_cost_per_year = 14000.00", "34.698,45"},
                                          {"ramp_up = \"4 years\"", "12.946,30"}}) {
    const Ran ran = claimed("propose", with_gift("start = 2024-01-01\n" + cost));
    EXPECT_EQ(ran.status, 1);
    EXPECT_THAT(ran.out, HasSubstr("wij verliezen € " + loss)) << cost;
  }
  for (const char* cost : {"investment = 90000.00", "reduction_per_month = 1000.00"})
    EXPECT_EQ(claimed("propose", with_gift("start = 2024-01-01\n" + std::string(cost))).status, 1)
        << cost;
}

TEST(Claims, an_investment_of_a_gift_counts_for_what_is_not_earned_back_yet) {
  // Eight years at 15,000 earned 90,000 back; three months did not.
  EXPECT_EQ(claimed("propose", with_gift("start = 2018-01-01\ninvestment = 90000.00")).status, 0);
  const Ran young = claimed("propose", with_gift("start = 2025-10-01\ninvestment = 60000.00"));
  EXPECT_EQ(young.status, 1);
  // 60,000 less a quarter of 15,000.
  EXPECT_THAT(young.out, HasSubstr("56.250"));
}

TEST(Claims, a_gift_that_has_not_begun_has_earned_nothing) {
  EXPECT_THAT(claimed("propose", with_gift("start = 2025-12-01")).out,
              Not(HasSubstr("eerder verdiend")));
}

TEST(Claims, a_letter_waits_while_the_customer_does_not_know_that_he_paid_too_little) {
  std::string rows = "invoice,date,line,from,to,quantity,unit_price,amount\n";
  for (const char* month : {"01", "02", "03"})
    rows += "F" + std::string(month) + ",2025-" + month + "-28,kantoor,2025-" + month +
            "-01,2025-" + month + "-28,1000,29.50,29500.00\n";
  const Ran held = claimed("letter", {}, rows);
  EXPECT_EQ(held.status, 1);
  EXPECT_THAT(held.err, HasSubstr("geen brief: bel de klant eerst over"));
  const Ran told =
      claimed("letter",
              {{"[talk]\n",
                "[[disclosure]]\ndate = 2025-10-10\nby = \"Marieke Vos\"\nto = \"Jan de "
                "Boer\"\nwhat = \"te weinig gerekend\"\nrule = \"charged-below-allowed\"\n"
                "price = \"kantoor\"\n[talk]\n"}},
              rows);
  EXPECT_EQ(told.status, 0) << told.both;
}

TEST(Claims, an_own_figure_that_the_program_computed_stops_the_letter_too) {
  const Ran proposal = claimed("propose", {});
  const std::string mark = "en wij van € ";
  const std::size_t at = proposal.out.find(mark);
  ASSERT_NE(at, std::string::npos) << proposal.out;
  const std::string gain = proposal.out.substr(
      at + mark.size(), proposal.out.find('.', at + mark.size() + 4) - at - mark.size());
  const Ran ran = claimed(
      "letter", {{"Wij maken schoon waar is gewerkt.", "Wij winnen er € " + gain + " mee."}});
  EXPECT_EQ(ran.status, 1);
  EXPECT_THAT(ran.err, HasSubstr("alleen voor ons: '" + gain)) << ran.err;
  const Ran margin =
      claimed("letter", {{"Wij maken schoon waar is gewerkt.", "Onze marge is 3 euro per uur."}});
  EXPECT_THAT(margin.err, HasSubstr("onze marge op kantoor"));
}

TEST(Claims, what_stands_beside_a_figure_or_a_unit_stops_the_letter_too) {
  const Ran unit = claimed("letter", {{"unit = \"hour\"", "unit = \"uur (kost ons € 27,00)\""}});
  EXPECT_THAT(unit.err, HasSubstr("'27,00' in price.kantoor.unit"));
}

}  // namespace
}  // namespace pricetalk::harness
