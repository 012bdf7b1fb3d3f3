#include "register/index_words.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "register/headings.hpp"
#include "register/row_values.hpp"

namespace pricetalk {
namespace {

Library shipped() {
  std::vector<Series> all;
  for (const char* id :
       {"cbs/cpi/alle-bestedingen-2025", "cbs/cpi/afgeleid-2025", "cbs/lonen/cao-uur-2020",
        "cbs/dpi/totaal-2015", "statbel/gezondheidsindex-2013", "statbel/cpi-2013",
        "destatis/vpi-2020"}) {
    Series& each = all.emplace_back();
    each.id = id;
    each.frequency = Unit::month;
  }
  return Library().with(std::move(all), {});
}

/// "cpi: …": the name and the keys of the clause; "none"; "?".
std::string meant(const std::string& text, const std::string& country = "NL") {
  const Library library = shipped();
  const IndexMeaning found = index_meaning(text, country, library);
  if (found.kind == IndexMeaning::Kind::none) return "none";
  if (found.kind == IndexMeaning::Kind::question) {
    EXPECT_FALSE(found.why.en.empty() || found.why.nl.empty()) << text;
    return "?";
  }
  return found.id;
}

TEST(words_for_an_index, name_a_clause) {
  EXPECT_EQ(meant("CPI"), "cpi");
  EXPECT_EQ(meant("cpi alle huishoudens"), "cpi");
  EXPECT_EQ(meant("CPI afgeleid"), "cpi-afgeleid");
  EXPECT_EQ(meant("CPI (CBS)"), "cpi");
  EXPECT_EQ(meant("CBS"), "cbs");
  EXPECT_EQ(meant("DPI"), "dpi");
  EXPECT_EQ(meant("cao-lonen"), "cao-lonen");
  EXPECT_EQ(meant("gezondheidsindex"), "gezondheidsindex");
  EXPECT_EQ(meant("VPI"), "vpi");
  EXPECT_EQ(meant("CPI", "BE"), "cpi-be");
  EXPECT_EQ(meant("CPI -/- 0,5"), "cpi-min-0-5");
  EXPECT_EQ(meant("CPI \xE2\x80\x93 0,5%"), "cpi-min-0-5");
  EXPECT_EQ(meant("CPI + 1%"), "cpi-plus-1");
  EXPECT_EQ(meant("CPI max 3%"), "cpi-max-3");
  EXPECT_EQ(meant("CPI, max. 3 %"), "cpi-max-3");
  EXPECT_EQ(meant("CPI min 0% max 4%"), "cpi-minimaal-0-max-4");
  EXPECT_EQ(meant("CPI minimaal 1%"), "cpi-minimaal-1");
  EXPECT_EQ(meant("80% CPI"), "cpi-80-procent");
  EXPECT_EQ(meant("80% van de CPI"), "cpi-80-procent");
  EXPECT_EQ(meant("3% vast"), "vast-3");
  EXPECT_EQ(meant("2,5% per jaar"), "vast-2-5");
}

TEST(words_for_an_index, say_that_there_is_none) {
  for (const char* word : {"nvt", "n.v.t.", "geen", "-", "vast", "geen indexering", "n/a"})
    EXPECT_EQ(meant(word), "none") << word;
}

TEST(words_for_an_index, are_a_question_where_nobody_can_tell) {
  for (const char* word :
       {"ja", "conform contract", "max 3%", "cao", "cao schoonmaak", "Abex", "Agoria", "3%",
        "CPI min 0,5%", "CPI 3%", "80 CPI", "80% CPI + 1%", "CPI of cao", "CPI max 3% max 4%",
        "CPI min 4% max 3%", "50% CPI 50% cao", "zie bijlage 4"})
    EXPECT_EQ(meant(word), "?") << word;
  EXPECT_EQ(meant("CPI", ""), "?");
}

TEST(words_for_an_index, become_the_keys_of_a_clause) {
  const Library library = shipped();
  EXPECT_EQ(clause_text(index_meaning("80% CPI max 3%", "NL", library)),
            "adjust = { every = \"year\" }\n"
            "index.C = { series = \"cbs/cpi/alle-bestedingen-2025\", unknown = [\"use\"] }\n"
            "pass_through = \"80%\"\n"
            "limits = { cap = \"3%\" }\n");
  EXPECT_EQ(clause_text(index_meaning("CPI -/- 0,5", "NL", library)),
            "adjust = { every = \"year\" }\n"
            "formula = \"C/C0 - 0.5%\"\n"
            "index.C = { series = \"cbs/cpi/alle-bestedingen-2025\", unknown = [\"use\"] }\n");
  EXPECT_EQ(clause_text(index_meaning("3% vast", "NL", library)),
            "adjust = { every = \"year\" }\nformula = \"1 + 3%\"\n");
}

TEST(a_heading, is_known_in_both_languages_with_what_stands_behind_it) {
  EXPECT_EQ(register_heading("Contractnr.")->column, RegisterColumn::contract);
  EXPECT_EQ(register_heading("Opzegtermijn (mnd)")->column, RegisterColumn::notice_months);
  EXPECT_EQ(register_heading("Uren per week")->column, RegisterColumn::hours_a_week);
  EXPECT_EQ(register_heading("Monthly amount")->column, RegisterColumn::amount_a_month);
  const auto excluded = register_heading("Maandbedrag in euro (excl. btw)");
  ASSERT_TRUE(excluded);
  EXPECT_EQ(excluded->column, RegisterColumn::amount_a_month);
  EXPECT_EQ(excluded->with_vat, std::optional(false));
  EXPECT_FALSE(register_heading("Opmerkingen"));
}

TEST(a_notice, is_read_as_people_write_it) {
  const auto text = [](const char* cell, std::optional<Unit> unit = {}) {
    const auto found = written_duration(cell, unit);
    return found ? found->text() : "?";
  };
  EXPECT_EQ(text("3 mnd"), "3 months");
  EXPECT_EQ(text("3 maanden"), "3 months");
  EXPECT_EQ(text("drie maanden"), "3 months");
  EXPECT_EQ(text("1 jaar"), "1 year");
  EXPECT_EQ(text("90 dagen"), "90 days");
  EXPECT_EQ(text("3mnd"), "3 months");
  EXPECT_EQ(text("3", Unit::month), "3 months");
  EXPECT_EQ(text("3"), "?");
  EXPECT_EQ(text("90 dagen", Unit::month), "?");
  EXPECT_EQ(text("per direct"), "?");
}

TEST(option_years, are_counted) {
  const auto text = [](const char* cell) {
    const auto found = written_extension(cell);
    return found ? words(*found).nl : "?";
  };
  EXPECT_EQ(text("2x1"), "2 keer 1 jaar");
  EXPECT_EQ(text("2 x 1 jaar"), "2 keer 1 jaar");
  EXPECT_EQ(text("1+1"), "2 keer 1 jaar");
  EXPECT_EQ(text("2"), "2 keer 1 jaar");
  EXPECT_EQ(text("2x12 mnd"), "2 keer 12 maanden");
  EXPECT_EQ(text("2+1"), "?");
  EXPECT_EQ(text("in overleg"), "?");
}

TEST(a_number_of_a_contract, may_be_of_two_contracts) {
  EXPECT_TRUE(names_several("FM-12 / FM-13"));
  EXPECT_TRUE(names_several("FM-12/FM-13"));
  EXPECT_TRUE(names_several("FM-12 en FM-13"));
  EXPECT_FALSE(names_several("2024/031"));
  EXPECT_FALSE(names_several("FM-12/a"));
  EXPECT_FALSE(names_several("FM-2024-031"));
}

TEST(a_day, may_stand_as_the_number_that_spreadsheets_count_with) {
  EXPECT_EQ(day_of_number("43466")->text(), "2019-01-01");
  EXPECT_FALSE(day_of_number("12500000"));
  EXPECT_FALSE(day_of_number("12500"));
}

}  // namespace
}  // namespace pricetalk
