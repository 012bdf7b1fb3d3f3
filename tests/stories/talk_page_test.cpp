#include <gtest/gtest.h>

#include <string>

#include "talked.hpp"

// What the page says of amounts, sheets, figures that are not there, and names.

namespace pricetalk::harness {
namespace {

std::string part(const std::string& text, const std::string& from, const std::string& to) {
  const auto begin = text.find(from);
  if (begin == std::string::npos) return "";
  return text.substr(begin, text.find(to, begin) - begin);
}

std::size_t count(const std::string& text, const std::string& what) {
  std::size_t found = 0;
  for (auto at = text.find(what); at != std::string::npos; at = text.find(what, at + 1)) ++found;
  return found;
}

TEST(Talk, says_what_is_left_of_a_year_when_the_contract_ends_within_it) {
  const Talked made = talk_of_basis(
      {{"end = 2029-12-31", "end = 2026-01-31"}, {"start = 2026-04-01", "start = 2026-01-01"}});
  // One month: 1,000 x 0.87.
  EXPECT_TRUE(holds(made.page(),
                    "Het contract eindigt op 31 januari 2026; tot dan is het + € 870 en niet een "
                    "heel jaar."))
      << made.page();
  EXPECT_TRUE(holds(made.page(), "Contract: 1 maand;")) << made.page();
  EXPECT_FALSE(holds(made.page(), "in het eerste jaar")) << made.page();
  EXPECT_FALSE(holds(made.page(), "januari 2026 - januari 2026")) << made.page();
  EXPECT_TRUE(holds(made.files.at("internal/talk.json"), "\"difference_left\""));
}

TEST(Talk, counts_what_is_delivered_once_and_users_once_a_month) {
  const Talked made = talk_of_basis(
      {{"unit = \"hour\"\n", "unit = \"user\"\n"},
       {"unit_price = 30.00", "unit_price = 9.95"},
       {"quantity = { per_month = 1000 }", "quantity = { per_month = 1250 }"},
       {two_months,
        two_months + "[price.pas]\ntitle = \"Toegangspas\"\nunit = \"piece\"\nunit_price = 4.10\n"
                     "price_date = 2025-01-01\nquantity = { once = 40 }\ndelivered = 2026-02-10\n"
                     "clause = \"cpi\"\n"}});
  EXPECT_TRUE(holds(made.page(), "Schoonmaak kantoor, 1.250 gebruikers | € 9,95 | € 10,24 |"))
      << made.page();
  // 40 x 0.12 = 4.80 beside 15,000 x 0.29 = 4,350.
  EXPECT_TRUE(holds(made.page(), "| € 4,10 | € 4,22 | 2,91% | + € 5 eenmalig |")) << made.page();
  EXPECT_TRUE(holds(made.page(), "**+ € 4.355**")) << made.page();
  EXPECT_TRUE(holds(made.files.at("internal/talk.json"), "\"value\": \"4354.80\""));
}

TEST(Talk, keeps_the_first_sheet_to_the_largest_steps_when_all_lines_have_their_own) {
  std::string lines;
  for (int i = 1; i <= 24; ++i) {
    const std::string n = std::to_string(i);
    lines += "[price.gebouw-" + n + "]\ntitle = \"Gebouw " + n +
             ", Burgemeester van der Heijdenlaan 1" + (i < 10 ? "0" : "") + n +
             " te Waterdam-Noord\"\nunit = \"hour\"\nunit_price = 25.00\n"
             "price_date = 2025-01-01\nquantity = { per_month = 100 }\nclause = \"c" +
             n + "\"\n[clause.c" + n +
             "]\nadjust = { every = \"year\", on = \"01-01\", first = 2026-01-01 }\n"
             "formula = \"change = stap\"\nconstants = { stap = \"" +
             std::to_string(3 + i) + "%\" }\n" + two_months;
  }
  const Talked made = talk_of_basis({{two_months, two_months + lines}});
  const std::string first = part(made.page(), "## 1.", "## 2.");
  EXPECT_LE(count(first, "\n| "), 17U) << first;
  EXPECT_TRUE(holds(first, "Gebouw 24, ")) << first;
  EXPECT_FALSE(holds(first, "Gebouw 2, ")) << first;
  EXPECT_TRUE(holds(first, "**samen**")) << first;
  EXPECT_TRUE(holds(first, "samen is van alle 25 prijsregels: zie blad 2.")) << first;
  const std::string second = part(made.page(), "## Blad 2", "\n## 9");
  EXPECT_TRUE(holds(second, "Gebouw 2, ")) << second;
}

TEST(Talk, names_a_figure_that_is_missing_once) {
  const Talked made = talk_of_basis({{"july of previous year", "october of previous year"},
                                     {"before = \"2 months\"", "before = \"1 month\""}});
  EXPECT_TRUE(holds(made.page(), "- [ ] wacht op het cijfer van CBS over oktober 2025"))
      << made.page();
  EXPECT_EQ(count(made.page(), "oktober 2025 ("), 1U) << made.page();
  EXPECT_FALSE(holds(made.page(), "https://")) << made.page();
  EXPECT_TRUE(holds(made.page(), "er ontbreekt een cijfer (punt 8)")) << made.page();
}

TEST(Talk, waits_for_no_figure_that_should_have_been_there_long_ago) {
  const Talked made = talk_of_basis({{"cbs/cpi/alle-bestedingen-2025", "cbs/lonen/cao-uur-2020"},
                                     {"july of previous year", "september of previous year"}});
  EXPECT_TRUE(holds(made.page(), "- [ ] haal het cijfer van CBS over september 2024 ("))
      << made.page();
  EXPECT_TRUE(holds(made.page(), "op: het staat niet in de bibliotheek")) << made.page();
  // A month that ended two weeks ago may still come.
  EXPECT_TRUE(holds(made.page(), "- [ ] wacht op het cijfer van CBS over september 2025"))
      << made.page();
}

std::string gift_that_saved(const std::string& amount) {
  return "[innovation.oud]\nwhat = \"Wij vegen met robots.\"\nform = \"gift\"\n"
         "capability = \"Vijf gebouwen.\"\nevidence = \"Gemeten sinds 2023.\"\n"
         "customer_effort = \"Niets.\"\nsaving_per_year = { cautious = 15000.00 }\n"
         "start = 2024-01-01\nrealised = [{ year = 2024, saving = " +
         amount + ", evidence = \"urenstaat\" }]\n[[own_cost]]";
}

TEST(Talk, says_when_it_is_that_we_lose_beside_a_gain) {
  const Talked made = talk_of_basis({{"start = 2025-01-01\nend", "start = 2024-01-01\nend"},
                                     {"[[own_cost]]", gift_that_saved("9000.00")}});
  EXPECT_TRUE(holds(made.page(), "als de klant wel aanneemt wat vervalt, maar niet de innovatie"))
      << made.page();
  EXPECT_TRUE(holds(made.page(), "Dit maakt het wel goed voor beide:\n\n- ")) << made.page();
}

TEST(Talk, says_no_more_than_everything_of_a_saving_may_fail) {
  const Talked made = talk_of_basis({{"start = 2025-01-01\nend", "start = 2024-01-01\nend"},
                                     {"[[own_cost]]", gift_that_saved("26000.00")}});
  EXPECT_TRUE(holds(made.page(), "Ook zonder enige besparing verliezen wij niet.")) << made.page();
  EXPECT_FALSE(holds(made.page(), "% tegenvallen")) << made.page();
}

TEST(Talk, repays_nothing_that_was_announced_only) {
  const Talked made = talk_of_basis(
      {{two_months, two_months + "[[announcement]]\ndate = 2025-10-01\nclause = \"cpi\"\n"
                                 "for = 2026-01-01\nform = \"letter\"\nchange = \"5%\"\n"}});
  EXPECT_TRUE(holds(made.page(), "- [ ] bellen over de fout en het goede cijfer sturen"))
      << made.page();
  EXPECT_TRUE(holds(made.page(), "daarna vastleggen ([[announcement]])")) << made.page();
  EXPECT_FALSE(holds(made.page(), "terugbetalen")) << made.page();
}

TEST(Talk, calls_futures_and_pounds_by_their_english_names_in_english) {
  const Talked made = talk_of_basis({{"jurisdiction = \"NL\"", "jurisdiction = \"GB\""},
                                     {"currency = \"EUR\"", "currency = \"GBP\""}});
  EXPECT_TRUE(holds(made.page(), "\n| expected | £")) << made.page();
  EXPECT_FALSE(holds(made.page(), "verwacht")) << made.page();
  EXPECT_TRUE(holds(made.page(), "| £30.00 | £30.87 | 2.91% | +£10,440 |")) << made.page();
}

TEST(Talk, shows_no_keys_ids_or_factors_of_one_in_the_annex_of_the_customer) {
  const Talked made = talk_of_basis(
      {{"title = \"Schoonmaak kantoor\"\nunit", "unit"},
       {"use = \"july of previous year\" }",
        "use = \"july of previous year\", base = \"2024-07\" }\ncompounding = \"base\""},
       {two_months, two_months + "[[announcement]]\ndate = 2025-10-01\nclause = \"cpi\"\n"
                                 "for = 2026-01-01\nform = \"letter\"\n"}});
  ASSERT_TRUE(made.has("customer/annex-2.md")) << made.ran.both;
  const std::string& annex = made.files.at("customer/annex-2.md");
  EXPECT_TRUE(holds(annex, "## kantoor\n")) << annex;
  EXPECT_TRUE(holds(annex, "prijs van het contract op 1 januari 2025")) << annex;
  EXPECT_FALSE(holds(annex, "unit_price")) << annex;
  EXPECT_FALSE(holds(annex, "vervallen")) << annex;
}

}  // namespace
}  // namespace pricetalk::harness
