#include <gtest/gtest.h>

#include <string>

#include "talked.hpp"

// What page, letter and verdict say of one contract, and that they say the same.

namespace pricetalk::harness {
namespace {

TEST(Talk, shows_the_price_that_can_still_be_charged_when_a_late_step_is_forfeited) {
  const Talked made = talk("tests/stories/talk/late-forfeits.toml", "2025-11-10");
  EXPECT_EQ(made.ran.status, 0) << made.ran.both;
  EXPECT_TRUE(holds(made.page(), "| € 30,00 | € 30,00 | vervalt | € 0 |")) << made.page();
  EXPECT_FALSE(holds(made.page(), "30,87"));
  EXPECT_FALSE(holds(made.page(), "10.440"));
  // One gain: five years of the reduction, 45 months of 200.00.
  EXPECT_TRUE(holds(made.page(), "€ 9.000"));
  EXPECT_FALSE(holds(made.page(), "52.200"));
  // The innovation is no good for both, and the customer hears that it was too late.
  EXPECT_TRUE(holds(made.page(), "**Brief:** te laat aangekondigd, klaar in customer/."));
  EXPECT_TRUE(made.has("customer/letter.md"));
}

TEST(Talk, does_not_wait_for_a_figure_that_comes_after_the_last_day) {
  const Talked made = talk("tests/stories/talk/figure-after-deadline.toml", "2025-10-14");
  EXPECT_TRUE(holds(made.page(), "NU AANKONDIGEN: het cijfer komt na de laatste dag"));
  EXPECT_TRUE(holds(made.page(),
                    "uiterlijk 31 oktober 2025: aankondigen hoe de prijs wordt "
                    "berekend en waar hij uitkomt"))
      << made.page();
  EXPECT_FALSE(holds(made.page(), "- [ ] wacht op"));
  // The letter tells the rule, and where the price will come out.
  EXPECT_TRUE(holds(made.page(), "**Brief:** volledige indexatie")) << made.page();
}

TEST(Talk, promises_nothing_about_a_step_whose_figure_is_not_published) {
  // The quarter from April rests on a figure of October, which nobody knows on 14 October.
  const Talked made = talk("tests/stories/talk/quarterly-unpublished.toml", "2025-10-14");
  ASSERT_TRUE(made.has("customer/letter.md")) << made.ran.both;
  const std::string& letter = made.files.at("customer/letter.md");
  EXPECT_TRUE(holds(letter, "tot 1 april 2026 niet verhogen")) << letter;
  EXPECT_TRUE(holds(letter, "op 3 dagen wel stijgen, voor het eerst op 1 april 2026")) << letter;
  EXPECT_FALSE(holds(letter, "dalen")) << letter;
}

TEST(Talk, calls_an_amount_that_rests_on_figures_to_come_an_expectation) {
  // The quarters from April rest on figures of October and later; the step of January does not.
  const Talked made = talk("tests/stories/talk/quarterly-unpublished.toml", "2025-10-14");
  ASSERT_TRUE(made.has("customer/letter.md")) << made.ran.both;
  const std::string assumed = "Consumentenprijsindex (CPI), alle bestedingen (CBS): 2,5% per jaar";
  const std::string& letter = made.files.at("customer/letter.md");
  EXPECT_TRUE(holds(letter, "Dat scheelt u in 2026 naar verwachting € 2.790.")) << letter;
  EXPECT_TRUE(holds(letter, "betaalt u in 2026 naar verwachting € 4.590 minder")) << letter;
  EXPECT_TRUE(holds(letter, "Wij rekenen met: " + assumed + ".")) << letter;
  const std::string& annex = made.files.at("customer/annex-1.md");
  EXPECT_TRUE(holds(annex, "**Uw voordeel in 2026, naar verwachting**")) << annex;
  EXPECT_TRUE(holds(annex, "Wij rekenen met: " + assumed + ".")) << annex;
  EXPECT_TRUE(holds(made.page(), "**Klant:** naar verwachting € 4.590 minder in het eerste jaar"))
      << made.page();
  EXPECT_TRUE(holds(made.page(), "(verwacht: " + assumed + ")")) << made.page();
  const Ran propose =
      run_in(root(), split("pricetalk propose tests/stories/talk/quarterly-unpublished.toml "
                           "--scenario scenarios/verwacht.toml --today 2025-10-14"));
  EXPECT_TRUE(
      holds(propose.out, "Aangenomen van cijfers die nog niet zijn gepubliceerd: " + assumed))
      << propose.out;
}

TEST(Talk, states_an_amount_of_published_figures_as_a_fact) {
  const Talked made = talk("tests/stories/talk/late-arrears.toml", "2025-11-10");
  const std::string& letter = made.files.at("customer/letter.md");
  EXPECT_FALSE(holds(letter, "verwachting")) << letter;
}

TEST(Talk, counts_a_reduction_that_begins_before_the_adjustment_in_all_totals) {
  // From 15 November: 200 x 16 / 30 = 106.67, and 200.00 for December, before four years of 2,400;
  // the indexation of four years is 43,200.
  const Talked made = talk("tests/stories/talk/reduction-before.toml", "2025-10-14");
  EXPECT_TRUE(holds(made.page(), "**Klant:** € 306,67 minder vóór 1 januari 2026; € 12.840 minder"))
      << made.page();
  EXPECT_TRUE(holds(made.page(), "€ 53.106,67 minder in totaal tot en met 31 december 2029"));
  const std::string& annex = made.files.at("customer/annex-1.md");
  EXPECT_TRUE(holds(annex, "| Dagen van november 2025 |  | 16 |")) << annex;
  EXPECT_TRUE(holds(annex, "| Deel van november 2025 | 200,00 × 16 / 30 | € 106,67 |")) << annex;
  EXPECT_TRUE(holds(annex, "**€ 9.906,67**")) << annex;
  for (const char* file : {"customer/annex-1.md", "internal/annex.md"})
    EXPECT_FALSE(holds(made.files.at(file), "49,5333")) << made.files.at(file);
  const Ran propose = run_in(root(), split("pricetalk propose tests/stories/talk/"
                                           "reduction-before.toml --scenario "
                                           "scenarios/verwacht.toml --today 2025-10-14"));
  EXPECT_TRUE(holds(propose.out, "november tot en met december 2025")) << propose.out;
  EXPECT_TRUE(holds(propose.out, "306,67")) << propose.out;
}

TEST(Talk, gives_no_advice_about_a_step_that_is_forfeited) {
  const Talked made = talk("tests/stories/talk/late-forfeits-value.toml", "2025-11-10");
  EXPECT_FALSE(holds(made.page(), "verhoging € 10.440")) << made.page();
  EXPECT_FALSE(holds(made.page(), "Het contract is ook zo te lezen")) << made.page();
  EXPECT_FALSE(holds(made.files.at("internal/annex.md"), "30,90"));
  const Ran redface = run_in(root(), split("pricetalk redface tests/stories/talk/"
                                           "late-forfeits-value.toml --today 2025-11-10"));
  EXPECT_FALSE(holds(redface.out, "verhoging € 10.440")) << redface.out;
  const Ran in_time = run_in(root(), split("pricetalk redface tests/stories/talk/"
                                           "late-forfeits-value.toml --today 2025-10-14"));
  EXPECT_TRUE(holds(in_time.out, "verhoging € 10.440")) << in_time.out;
}

TEST(Talk, counts_one_reading_of_three_lines_once_with_their_sum) {
  const Talked made = talk("tests/stories/talk/three-lines.toml", "2025-10-14");
  // 0.03 x 1000 x 12 on each of three lines; the other reading rounds half-up, to the same.
  EXPECT_TRUE(holds(made.page(), "+ € 1.080 per jaar voor 3 regels (de grootste van 2 andere"))
      << made.page();
  EXPECT_TRUE(holds(made.files.at("internal/annex.md"), "alle regels, afronding van de"));
}

TEST(Talk, names_the_day_from_which_a_late_price_holds) {
  const Talked made = talk("tests/stories/talk/late-level-only.toml", "2025-11-10");
  EXPECT_TRUE(holds(made.page(), "toegestaan vanaf 10 januari 2026")) << made.page();
  EXPECT_FALSE(holds(made.page(), "toegestaan vanaf 1 januari 2026"));
  EXPECT_TRUE(holds(made.page(), "dus de prijs geldt vanaf 10 januari 2026.")) << made.page();
}

TEST(Talk, says_of_each_line_when_it_moves_and_what_late_means_for_it) {
  const Talked made = talk("tests/stories/talk/late-next-date-beside-july.toml", "2025-11-10");
  EXPECT_TRUE(holds(made.page(), "schuift door naar 1 januari 2027")) << made.page();
  EXPECT_TRUE(holds(made.page(), "wijzigt op 1 juli 2026")) << made.page();
  ASSERT_TRUE(made.has("customer/letter.md")) << made.ran.both;
  const std::string& letter = made.files.at("customer/letter.md");
  EXPECT_TRUE(
      holds(letter, "Tot 1 januari 2027 betaalt u voor Schoonmaak kantoor dus wat u nu betaalt."))
      << letter;
  EXPECT_TRUE(holds(letter, "De prijs van Glasbewassing verandert op een eigen dag: 1 juli 2026."))
      << letter;
}

TEST(Talk, asks_nothing_about_a_year_after_the_contract) {
  const Talked longer = talk("tests/stories/talk/basis.toml", "2025-10-14");
  EXPECT_TRUE(holds(longer.page(), "Krijg ik de rekening in 2027 alsnog?"));
  const TemporaryFolder folder;
  folder.put("ends.toml",
             replaced(replaced(replaced(read(root() + "/tests/stories/talk/basis.toml"),
                                        "../../../indices", root() + "/indices"),
                               "end = 2029-12-31", "end = 2026-12-31"),
                      "investment = 5000.00", "investment = 500.00"));
  const Talked made = talk(folder / "ends.toml", "2025-10-14");
  ASSERT_TRUE(made.has("customer/letter.md")) << made.page();
  EXPECT_FALSE(holds(made.page(), "2027 alsnog")) << made.page();
}

TEST(Talk, covers_no_cost_of_a_line_that_has_ended) {
  const Ran propose =
      run_in(root(), split("pricetalk propose tests/stories/talk/line-until.toml "
                           "--scenario scenarios/verwacht.toml --today 2025-10-14"));
  // 13,040.25 without the line; its cost grows by 36.00 x 2.9% x 600 = 626.40 in 2026, at 5%.
  EXPECT_TRUE(holds(propose.out, "€ 12.443,68")) << propose.out;
}

TEST(Talk, says_which_amounts_are_with_vat) {
  const TemporaryFolder folder;
  folder.put("b2c.toml", replaced(replaced(read(root() + "/tests/stories/talk/basis.toml"),
                                           "../../../indices", root() + "/indices"),
                                  "audience = \"b2b\"", "audience = \"b2c\"\nvat = \"included\""));
  const Talked made = talk(folder / "b2c.toml", "2025-10-14");
  EXPECT_TRUE(holds(made.page(), "Prijzen en bedragen van de klant met btw, die van ons zonder."))
      << made.ran.both << made.page();
}

TEST(Talk, keeps_a_letter_with_a_computed_saving_of_ours_with_us) {
  // 20,000 a year from 1 April: 15,000 in 2026.
  const Talked made = talk("tests/stories/talk/own-saving-in-text.toml", "2025-10-14");
  EXPECT_EQ(made.ran.status, 1);
  EXPECT_TRUE(holds(made.ran.out, "'15.000' in innovation.slim.what: besparing")) << made.ran.out;
  EXPECT_FALSE(made.has("customer/letter.md"));
}

TEST(Talk, names_the_deadline_that_is_still_open_beside_the_one_that_has_passed) {
  const Talked made = talk("tests/stories/talk/partly-late.toml", "2025-10-14");
  EXPECT_TRUE(holds(made.page(), "DEELS TE LAAT")) << made.page();
  EXPECT_TRUE(holds(made.page(), "**vrijdag 31 oktober 2025** (nog 17 dagen)")) << made.page();
  EXPECT_TRUE(holds(made.page(),
                    "Te laat voor: Glasbewassing (1 oktober 2025), dus die aanpassing schuift "
                    "door naar 1 januari 2027."))
      << made.page();
  EXPECT_TRUE(holds(made.ran.out, "Aankondigen uiterlijk vrijdag 31 oktober 2025 (17 dagen)"));
}

TEST(Talk, says_nothing_of_late_where_the_price_holds_on_its_day_all_the_same) {
  const Talked made = talk("tests/stories/talk/late-arrears.toml", "2025-11-10");
  ASSERT_TRUE(made.has("customer/letter.md")) << made.ran.both;
  const std::string& letter = made.files.at("customer/letter.md");
  EXPECT_FALSE(holds(letter, "te laat")) << letter;
  EXPECT_TRUE(holds(letter, "gaat dan op 1 januari 2026 van € 30,00 naar € 30,87")) << letter;
}

TEST(Talk, says_that_a_gift_alone_is_no_exchange) {
  const Talked made = talk("tests/stories/talk/only-a-gift.toml", "2025-10-14");
  EXPECT_FALSE(holds(made.page(), "nog geen innovatie in het contractbestand")) << made.page();
  EXPECT_TRUE(holds(made.page(), "er is alleen een cadeau ([innovation.slim])")) << made.page();
}

TEST(Talk, keeps_a_letter_that_forces_with_us) {
  const Talked made = talk("tests/stories/talk/tone-stop.toml", "2025-10-14");
  EXPECT_EQ(made.ran.status, 1);
  EXPECT_TRUE(holds(made.page(), "NOG NIET KLAAR: de brief moet eerst anders")) << made.page();
  for (const char* pattern : {"NL01", "NL04", "NL18", "NL19"})
    EXPECT_TRUE(holds(made.ran.out, pattern)) << made.ran.out;
  EXPECT_FALSE(made.has("customer/letter.md"));
  EXPECT_TRUE(
      made.files.at("internal/draft/letter.md").starts_with("**CONCEPT: niet versturen.**"));
  EXPECT_TRUE(holds(made.files.at("internal/talk.json"), "\"letter\": false"));
}

TEST(Talk, keeps_a_letter_with_an_own_cost_in_it_with_us) {
  const Talked made = talk("tests/stories/talk/cost-in-text.toml", "2025-10-14");
  EXPECT_EQ(made.ran.status, 1);
  EXPECT_TRUE(holds(made.ran.out, "'27,00' in innovation.slim.what: onze eigen kosten"))
      << made.ran.out;
  EXPECT_FALSE(made.has("customer/letter.md"));
}

TEST(Talk, shows_the_step_of_the_price_where_two_clauses_move_it_and_each_in_the_annex) {
  const Talked made = talk("tests/stories/talk/two-steps-a-year.toml", "2023-11-21");
  // 31.66 / 30.89 - 1
  EXPECT_TRUE(holds(made.page(), "| € 30,89 | € 31,66 | 2,49% | + € 5.914 |")) << made.page();
  const std::string& annex = made.files.at("customer/annex-2.md");
  EXPECT_TRUE(holds(annex, "Deel loon, artikel 7.2"));
  EXPECT_TRUE(holds(annex, "Deel overig, artikel 7.3"));
  // 26.39 x 1.055 = 27.84, and 4.48 for the part that fell by 0.02 in January.
  EXPECT_TRUE(holds(made.files.at("customer/letter.md"),
                    "Op 1 juli 2024 stijgt de prijs van Dagelijkse schoonmaak wel, naar € 32,32."))
      << made.files.at("customer/letter.md");
}

TEST(Talk, counts_a_year_with_the_discount) {
  // 5.52 -> 5.69 less 10 % is 4.97 -> 5.12: 0.15 x 67,200 = 10,080; 2.18 -> 2.25 is 1.96 -> 2.03:
  // 0.07 x 105,600 = 7,392.
  const Talked made = talk("tests/stories/talk/discount.toml", "2025-11-20");
  EXPECT_TRUE(holds(made.page(), "| € 5,52 | € 5,69 | 3,10% | + € 10.080 |")) << made.page();
  EXPECT_TRUE(holds(made.page(), "| € 2,18 | € 2,25 | 3,10% | + € 7.392 |"));
  EXPECT_TRUE(holds(made.page(), "+ € 17.472")) << made.page();
  EXPECT_TRUE(holds(made.files.at("internal/talk.json"), "\"value\": \"17472.00\""));
}

TEST(Talk, has_a_reason_instead_of_futures_that_know_nothing) {
  const TemporaryFolder folder;
  folder.put("cao.toml", replaced(read(root() + "/tests/stories/talk/cao-index.toml"), "../indices",
                                  root() + "/indices"));
  const Talked made = talk(folder / "cao.toml", "2025-10-14");
  EXPECT_TRUE(holds(made.page(), "er ontbreken cijfers (punt 8)")) << made.page();
  EXPECT_FALSE(holds(made.page(), "€ 0 + ?"));
  EXPECT_TRUE(holds(made.page(), "haal het cijfer van CBS over oktober 2024 (Cao-lonen per uur"));
}

TEST(Talk, prints_what_was_typed_as_it_was_typed) {
  const TemporaryFolder folder;
  folder.put("odd.toml", replaced(read(root() + "/tests/stories/talk/odd-texts.toml"), "../indices",
                                  root() + "/indices"));
  const Talked made = talk(folder / "odd.toml", "2025-10-14");
  const bool ready = made.has("customer/letter.html");
  const std::string& html =
      made.files.at(ready ? "customer/letter.html" : "internal/draft/letter.html");
  EXPECT_FALSE(holds(html, "\\")) << html;
  EXPECT_FALSE(holds(html, "<script>"));
  EXPECT_TRUE(
      holds(html, "Waterschap &lt;script&gt;alert(1)&lt;/script&gt; &amp; Zn. | Polder_Noord *A*"))
      << html;
  EXPECT_TRUE(holds(html, "<li>elke week de vloeren</li>")) << html;
}

TEST(Talk, says_that_the_figures_of_two_quarters_are_compared) {
  const Talked made =
      talk("tests/golden/price/finds-a-quarter-compared-with-another/input.toml", "2023-11-28");
  EXPECT_TRUE(holds(made.page(),
                    "Op 1 januari 2024 vergelijkt D het derde kwartaal van 2023 met het vierde "
                    "kwartaal van 2022, "
                    "9 maanden uit elkaar, terwijl de prijs elk jaar wordt aangepast."))
      << made.page();
  // 114.2 / 109.0 is 4.77 %: 8,400 -> 8,800.73 instead of 8,712.81, x 12 = 1,055.04; the other line
  // 118 -> 123.63 instead of 122.39, x 300 = 372.00.
  EXPECT_TRUE(holds(made.page(),
                    "het cijfer van dezelfde periode, één aanpassing eerder, + € 1.427 "
                    "per jaar voor 2 regels"))
      << made.page();
}

TEST(Talk, says_that_a_falling_price_has_to_be_lowered) {
  const Talked made = talk("tests/stories/talk/decrease.toml", "2025-10-14");
  EXPECT_TRUE(holds(made.page(),
                    "op 1 januari 2026: de prijs van Brandstoftoeslag verlagen naar € 2.171,43"))
      << made.page();
  EXPECT_TRUE(holds(made.files.at("customer/letter.md"),
                    "Op 1 januari 2026 daalt de prijs van Brandstoftoeslag naar € 2.171,43."));
}

TEST(Talk, counts_the_years_of_a_relation_once) {
  const Talked made = talk("tests/stories/talk/basis.toml", "2025-10-14");
  EXPECT_TRUE(holds(made.page(), "klant sinds 2015 (10 jaar)"));
  EXPECT_TRUE(holds(made.files.at("customer/letter.md"), "U bent al 10 jaar klant bij ons."));
}

TEST(Talk, says_that_a_contract_has_ended) {
  const Talked made = talk("tests/stories/talk/basis.toml", "2030-02-01");
  EXPECT_TRUE(holds(made.page(), "AFGELOPEN: het contract is op 31 december 2029 geëindigd."))
      << made.page();
  EXPECT_FALSE(holds(made.page(), "KLAAR"));
}

TEST(Talk, takes_an_announcement_on_record_for_announced) {
  const Talked made = talk("contracts/receptie-rood-hoofd.toml", "2025-11-12");
  EXPECT_TRUE(holds(made.page(), "Aangekondigd op 20 oktober 2025.")) << made.page();
  EXPECT_FALSE(holds(made.page(), "TE LAAT"));
}

}  // namespace
}  // namespace pricetalk::harness
