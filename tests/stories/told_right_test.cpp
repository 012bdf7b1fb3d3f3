#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

#include "talked.hpp"

// That page, letter and red face accuse nobody of what was not asked, and say one price, as certain
// as it is: the basic contract with one thing changed.

namespace pricetalk::harness {
namespace {

using testing::HasSubstr;
using testing::Not;

constexpr const char* index =
    "index.C = { series = \"cbs/cpi/alle-bestedingen-2025\", use = \"july of previous year\" }";
constexpr const char* adjust = "adjust = { every = \"year\", on = \"01-01\", first = 2026-01-01 }";
constexpr const char* saving =
    "saving_per_year = { cautious = 20000.00, expected = 25000.00, optimistic = 30000.00 }";

/// The decision, written before the talk.
Changes decided(const std::string& keys) {
  return {{"[talk]\n", "[[decision]]\ndate = 2026-01-01\n" + keys + "\n[talk]\n"}};
}

std::string letter_of(const Changes& changes, const std::string& scenario = "verwacht") {
  return letter_on_basis(changes, "--today 2025-10-14 --scenario scenarios/" + scenario + ".toml");
}

TEST(ToldRight, nothing_is_late_where_nothing_had_to_be_announced) {
  const std::vector<std::pair<std::string, Changes>> free = {
      {"waived", decided("kind = \"waived\"")},
      {"deferred", decided("kind = \"deferred\"\nto = 2026-04-01")},
      {"agreed", decided("kind = \"agreed-price\"\nunit_price = 30.50")},
      {"threshold", {{two_months, two_months + "threshold = { more_than = \"3%\" }\n"}}},
      {"too soon",
       {{adjust,
         "adjust = { every = \"year\", on = \"01-01\", first = 2026-01-01, minimum_interval = "
         "\"18 months\" }"}}},
      {"falls",
       {{index, "index.C = { series = \"eia/brent-usd\", use = \"june of previous year\" }"}}}};
  for (const auto& [name, changes] : free) {
    const Ran blush = run_on_basis("redface", changes, "--today 2025-11-25");
    EXPECT_THAT(blush.out, Not(HasSubstr("aangekondigd"))) << name;
    const Talked made = talk_of_basis(changes, "2025-11-25");
    EXPECT_THAT(made.page(), Not(HasSubstr("TE LAAT"))) << name;
    EXPECT_THAT(made.page(), Not(HasSubstr("Te laat voor"))) << name;
    EXPECT_THAT(made.ran.out, Not(HasSubstr("Aankondigen uiterlijk"))) << name;
  }
  EXPECT_THAT(run_on_basis("redface", {}, "--today 2025-11-25").out,
              HasSubstr("niet op tijd aangekondigd"));
}

TEST(ToldRight, the_last_day_of_a_deferred_step_counts_back_from_its_new_day) {
  const Changes to_april = decided("kind = \"deferred\"\nto = 2026-04-01");
  EXPECT_THAT(run_on_basis("redface", to_april, "--today 2026-01-20").out,
              Not(HasSubstr("aangekondigd")));
  EXPECT_THAT(run_on_basis("redface", to_april, "--today 2026-02-10").out,
              HasSubstr("de aanpassing van 1 april 2026 is niet op tijd aangekondigd"));
}

TEST(ToldRight, a_lower_percentage_that_was_announced_is_asked_about_and_holds_the_letter) {
  const Changes announced{
      {"[talk]\n",
       "[[announcement]]\ndate = 2025-10-10\nclause = \"cpi\"\nfor = 2026-01-01\nform = "
       "\"letter\"\nchange = \"0.5%\"\n[talk]\n"}};
  const std::string what =
      "aangekondigd is 0,50% vanaf 1 januari 2026, minder dan de 2,91% die het contract toestaat";
  EXPECT_THAT(run_on_basis("redface", announced, "--today 2025-10-14").out, HasSubstr(what));
  EXPECT_THAT(run_on_basis("check", announced, "--today 2025-10-14").err, HasSubstr("U0026"));
  const Talked made = talk_of_basis(announced);
  EXPECT_THAT(made.page(), HasSubstr("NOG NIET KLAAR: de brief mist nog iets"));
  EXPECT_THAT(made.page(), HasSubstr(what));
  EXPECT_FALSE(made.has("customer/letter.md"));
  Changes settled = announced;
  settled.front().second =
      "[[decision]]\ndate = 2026-01-01\nkind = \"reduced\"\nchange = "
      "\"0.5%\"\n" +
      announced.front().second;
  EXPECT_THAT(letter_of(settled), HasSubstr("van € 30,00 naar € 30,15"));
}

TEST(ToldRight, a_saving_that_is_the_same_whatever_comes_is_no_expectation) {
  const std::string made = letter_of(
      {{"clause = \"cpi\"\n\n", "clause = \"cpi\"\nsurcharges = [\"fuel\"]\n\n"},
       {"[talk]\n",
        "[clause.fuel]\nformula = \"surcharge = 2 * (B / 60)\"\nadjust = { every = \"month\" }\n"
        "index.B = { series = \"eia/brent-usd\", use = \"2 months before\" }\n[talk]\n"}});
  EXPECT_THAT(made, HasSubstr("Dat scheelt u € 10.440."));
  EXPECT_THAT(made, Not(HasSubstr("Wij rekenen met: verwacht")));
  // The totals do rest on figures to come, and say on which.
  EXPECT_THAT(made, HasSubstr("met de gewone indexatie, naar verwachting"));
  EXPECT_THAT(made, HasSubstr("(U.S. Energy Information Administration): 2,5% per jaar. Wat de "
                              "indexatie scheelt, hangt daar niet van af."));
}

TEST(ToldRight, totals_that_rest_on_figures_to_come_are_expected) {
  const std::string made = letter_of(
      {{"[talk]\n",
        "[price.glas]\ntitle = \"Glas\"\nunit = \"visit\"\nunit_price = 500.00\nprice_date = "
        "2025-01-01\nquantity = { per_month = 4 }\nclause = \"glas\"\n[clause.glas]\nadjust = { "
        "every = \"year\", on = \"07-01\", first = 2026-07-01 }\nindex.C = { series = "
        "\"cbs/cpi/alle-bestedingen-2025\", use = \"january of same year\" }\n[talk]\n"}});
  EXPECT_THAT(made, HasSubstr("Te betalen in 2026 zonder indexatie, naar verwachting"));
  EXPECT_THAT(made, HasSubstr("De totalen in 2026 zijn een verwachting"));
  EXPECT_THAT(made, HasSubstr("**Geen indexatie in 2026** |"));
}

TEST(ToldRight, nothing_comes_back_is_said_only_where_no_figure_can_change_it) {
  const Changes per_year{
      {adjust, "adjust = { every = \"6 months\", first = 2026-01-01 }"},
      {index,
       "index.C = { series = \"cbs/cpi/alle-bestedingen-2025\", use = \"5 months before\" }"},
      {two_months, two_months + "limits = { cap = \"2%\", per = \"year\" }\n"}};
  EXPECT_THAT(letter_of(per_year), HasSubstr("Dit geldt in ieder geval tot 1 juli 2026."));
  // The highest price is reached after the years that were reckoned.
  const Changes highest{{"end = 2029-12-31", "end = 2060-12-31"},
                        {two_months, two_months + "limits = { highest_price = 34.50 }\n"}};
  EXPECT_THAT(letter_of(highest), HasSubstr("Dit geldt in ieder geval tot 1 januari 2027."));
  const Changes known{{"end = 2029-12-31", "end = 2060-12-31"},
                      {index, "formula = \"change = 2%\""},
                      {saving, "saving_per_year = { cautious = 90000.00 }"},
                      {two_months, two_months + "limits = { highest_price = 40.00 }\n"}};
  EXPECT_THAT(letter_of(known),
              HasSubstr("Wij halen dit bedrag tot en met 31 december 2030 niet alsnog op."));
  EXPECT_THAT(letter_of({{"end = 2029-12-31\n", ""}}),
              HasSubstr("Wij halen dit bedrag later niet alsnog op."));
}

TEST(ToldRight, a_provisional_price_is_one_price_on_page_letter_and_annexes) {
  const Changes latest{{index,
                        "index.C = { series = \"cbs/cpi/alle-bestedingen-2025\", use = \"latest "
                        "published\", base = \"1 year earlier\" }"}};
  // 30.95 less 30.00, x 12,000.
  const std::string made = letter_of(latest);
  EXPECT_THAT(made, HasSubstr("Dat scheelt u naar verwachting € 11.400."));
  EXPECT_THAT(made, HasSubstr("naar € 30,95 per uur. Dat is voorlopig"));
  EXPECT_THAT(made, HasSubstr("met de gewone indexatie, naar verwachting |  | € 371.400,00"));
  EXPECT_THAT(made, HasSubstr("Wij rekenen met de cijfers die er nu zijn."));
  const Talked page = talk_of_basis(latest);
  EXPECT_THAT(page.page(), HasSubstr("Voorlopig: gerekend is met het laatste cijfer dat er nu is"));
  EXPECT_THAT(page.page(), HasSubstr("naar verwachting € 13.200 minder in het eerste jaar"));
  const Ran price = run_on_basis("price", latest, "--today 2025-10-14 --on 2026-01-01");
  EXPECT_THAT(price.out, HasSubstr("aangepast, voorlopig"));
}

TEST(ToldRight, rows_that_could_not_be_judged_are_said) {
  const TemporaryFolder folder;
  folder.put("invoices.csv",
             "invoice,date,line,from,to,quantity,unit_price,amount\n"
             "F1,2025-01-31,kantoor,2025-01-01,2025-01-31,1000,30.00,30000.00\n"
             "F98,2025-10-01,ramenlappen,2025-03-01,2025-03-31,10,30.00,300.00\n");
  const std::string rest = "--today 2025-10-14 --scenario scenarios/verwacht.toml --invoices " +
                           (folder / "invoices.csv");
  EXPECT_THAT(run_on_basis("letter", {}, rest).err,
              HasSubstr("let op: niet beoordeeld: 1 factuurregel"));
  const std::string out = folder / "talk";
  run_on_basis("prepare", {}, rest + " --out " + out);
  EXPECT_THAT(read(out + "/internal/talk.md"), HasSubstr("**Niet beoordeeld:** 1 factuurregel"));
  EXPECT_THAT(read(out + "/internal/talk.json"), HasSubstr("\"rows_not_judged\": 1"));
}

TEST(ToldRight, a_scenario_that_leaves_out_a_series_leaves_the_talk_not_ready) {
  const TemporaryFolder folder;
  folder.put("leeg.toml",
             "schema = 1\n[scenario]\nid = \"leeg\"\nmonths = 60\ndiscount_rate = \"0%\"\n"
             "[future.leeg]\n[[future.leeg.series]]\nseries = \"szw/*\"\ngrowth = \"2.5%\"\n");
  const Talked made = talk_of_basis({}, "2025-10-14", folder / "leeg.toml");
  EXPECT_THAT(made.page(), HasSubstr("NOG NIET KLAAR: het scenario zegt te weinig"));
  EXPECT_THAT(made.page(), HasSubstr("het scenario aanvullen: toekomst 'leeg' zegt niet"));
  // The step itself needs no future: its letter is there.
  EXPECT_THAT(made.ran.out, HasSubstr("de brief: volledige indexatie"));
}

TEST(ToldRight, the_years_of_invoices_of_four_weeks_begin_with_the_adjustment) {
  const Changes weeks{{"[talk]\n", "[billing]\nperiod = \"4 weeks\"\n[talk]\n"}};
  const std::string made = letter_of(weeks);
  // Thirteen invoices and a part of one, each rounded to cents.
  EXPECT_THAT(made, HasSubstr("in 2026 geen indexatie. Dat scheelt u € 10.440,03."));
  EXPECT_THAT(made, HasSubstr("Samen betaalt u in 2026 € 12.240,03 minder"));
  EXPECT_THAT(made, HasSubstr("vanaf 1 april 2026 op elke factuur minder betaalt"));
  EXPECT_THAT(made, HasSubstr("Vanaf 1 april 2026 betaalt u € 2.400 per jaar minder"));
  EXPECT_THAT(made, Not(HasSubstr("maandbedrag")));
}

TEST(ToldRight, a_figure_that_must_be_there_by_now_is_missing_in_the_library_everywhere) {
  const Talked made = talk_of_basis({}, "2026-10-14");
  EXPECT_THAT(made.page(), HasSubstr("het staat niet in de bibliotheek"));
  EXPECT_THAT(made.files.at("internal/talk.json"), Not(HasSubstr("nog niet gepubliceerd")));
  EXPECT_THAT(made.page(), HasSubstr("€ 31,64? |"));
}

TEST(ToldRight, rises_that_nobody_knows_yet_are_one_sentence) {
  const std::string made = letter_of(
      {{adjust, "adjust = { every = \"month\", first = 2026-01-01 }"},
       {index,
        "index.C = { series = \"cbs/cpi/alle-bestedingen-2025\", use = \"5 months before\" }"},
       {two_months, "notice = { before = \"1 month\", form = \"letter\" }\n"},
       {saving, "saving_per_year = { cautious = 90000.00 }"}});
  const std::string said = "wel stijgen";
  const std::size_t first = made.find(said);
  ASSERT_NE(first, std::string::npos) << made;
  EXPECT_EQ(made.find(said, first + 1), std::string::npos) << made;
}

TEST(ToldRight, a_contract_that_ends_within_the_year_is_told_in_its_own_days) {
  const std::string made = letter_of({{"end = 2029-12-31", "end = 2026-10-31"},
                                      {saving, "saving_per_year = { cautious = 60000.00 }"}});
  EXPECT_THAT(made, HasSubstr("van 1 januari tot en met 31 oktober 2026"));
  EXPECT_THAT(made, HasSubstr("van januari tot en met oktober 2026"));
  EXPECT_THAT(made, Not(HasSubstr("de tijd van")));
  EXPECT_THAT(made, Not(HasSubstr("in januari 2026 tot en met")));
}

TEST(ToldRight, a_price_without_a_unit_ends_with_its_full_stop) {
  EXPECT_THAT(letter_of({{"unit = \"hour\"\n", ""}}), HasSubstr("naar € 30,87. De berekening"));
}

TEST(ToldRight, a_reduction_of_less_than_a_cent_is_none) {
  EXPECT_THAT(letter_of({{"reduction_per_month = 200.00", "reduction_per_month = 0.004"},
                         {saving, "saving_per_year = { cautious = 90000.00 }"}}),
              Not(HasSubstr("maandbedrag")));
}

}  // namespace
}  // namespace pricetalk::harness
