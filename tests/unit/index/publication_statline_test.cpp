#include <gtest/gtest.h>

#include "publication_text.hpp"

// Small files in the syntax of a StatLine export. The figures are real: 83131NED (annual, and food
// by month), 71905ned (1900=100) and 83760NED (quarters).

namespace publication_statline_test {

using namespace publication_text;

const std::string start =
    "\xEF\xBB\xBF\"Consumentenprijzen; prijsindex 2015=100\"\n"
    "\"Bestedingscategorieën: 000000 Alle bestedingen\"\n"
    "\"\";\"Onderwerp\"\n"
    "\"\";\"CPI\";\"Jaarmutatie CPI\"\n"
    "\"Perioden\";\"2015 = 100\";\"%\"\n";

TEST(StatLineCsv, finds_the_figures_below_a_heading_of_any_length) {
  const auto loaded = read(start +
                           "\"1996\";\"68,94\";\"\"\n"
                           "\"1997\";\"70,40\";\"2,1\"\n"
                           "\"Bron: CBS\"\n");
  ASSERT_TRUE(loaded.ok()) << problems(loaded);
  const auto& series = loaded.value->series;
  ASSERT_EQ(series.size(), 2U);
  EXPECT_EQ(head(series[0]),
            "CBS | Consumentenprijzen; prijsindex 2015=100 000000 CPI | 2015=100 | index | year");
  EXPECT_EQ(series[0].title, "CPI, 000000 Alle bestedingen");
  EXPECT_EQ(rows(series[0]), "1996=68.94 1997=70.40");
  EXPECT_EQ(head(series[1]),
            "CBS | Consumentenprijzen; prijsindex 2015=100 000000 Jaarmutatie CPI "
            "|  | percent | year");
  EXPECT_EQ(rows(series[1]), "1996=- 1997=2.1");
  EXPECT_EQ(remarks(loaded), "");
}

TEST(StatLineCsv, takes_months_quarters_and_years_apart_and_reads_stars_and_quarters) {
  const auto loaded = read(
      "\"Dienstenprijzen; commerciële dienstverlening 2015=100\"\r\n"
      "\"Diensten: Totaal ...\"\r\n"
      "\"Status: alle\"\r\n"
      "\"\";\"Onderwerp\"\r\n"
      "\"\";\"Prijsindexcijfer\"\r\n"
      "\"Perioden\";\"2015 = 100\"\r\n"
      "\"2023 3e kwartaal\";\"122,7\"\r\n"
      "\"2023 4e kwartaal**\";\"123,5\"\r\n"
      "\"2022\";\"116,0\"\r\n"
      "\"2023 *\";\"122,6\"\r\n"
      "\"Bron: CBS\"\r\n");
  ASSERT_TRUE(loaded.ok()) << problems(loaded);
  ASSERT_EQ(loaded.value->series.size(), 2U);
  EXPECT_EQ(loaded.value->series[0].table,
            "Dienstenprijzen; commerciële dienstverlening 2015=100 Totaal alle Prijsindexcijfer");
  EXPECT_EQ(rows(loaded.value->series[0]), "2023-Q3=122.7 2023-Q4=123.5p");
  EXPECT_EQ(rows(loaded.value->series[1]), "2022=116.0 2023=122.6p");
}

TEST(StatLineCsv, reads_one_measure_with_commas_or_tabs_between_the_cells) {
  for (const std::string sign : {",", "\t"}) {
    const auto loaded = read("\"Consumentenprijzen; prijsindex 2015=100\"\n\"Perioden\"" + sign +
                             "\"2015=100\"\n\"2023 april\"" + sign + "\"127,71\"\n\"Bron: CBS\"\n");
    ASSERT_TRUE(loaded.ok()) << problems(loaded);
    EXPECT_EQ(loaded.value->series[0].publisher, "CBS");
    EXPECT_EQ(loaded.value->series[0].base, "2015=100");
    EXPECT_EQ(rows(loaded.value->series[0]), "2023-04=127.71");
  }
}

TEST(StatLineCsv, reads_a_view_with_the_periods_across) {
  const auto loaded = read(
      "\"Consumentenprijzen; prijsindex 2015=100\"\n"
      "\"Bestedingscategorieën: 010000 Voedingsmiddelen en alcoholvrije..\"\n"
      "\"Onderwerp\";\"Perioden\";\"2023 november\";\"2023 december*\";\"2023 jaargemiddelde\"\n"
      "\"CPI\";\"2015 = 100\";\"136,91\";\"136,82\";\"\"\n"
      "\"Jaarmutatie CPI\";\"%\";\".\";\"-\";\"x\"\n"
      "\"Wegingscoëfficiënt\";\"1/100 000\";\"12 345\";\"12 345\";\"\"\n"
      "\"Bron: CBS\"\n");
  ASSERT_TRUE(loaded.ok()) << problems(loaded);
  const auto& series = loaded.value->series;
  ASSERT_EQ(series.size(), 4U);
  EXPECT_EQ(head(series[0]),
            "CBS | Consumentenprijzen; prijsindex 2015=100 010000 CPI | 2015=100 | index | month");
  EXPECT_EQ(rows(series[0]), "2023-11=136.91 2023-12=136.82p");
  EXPECT_EQ(rows(series[2]), "2023-11=- 2023-12=0p");
  EXPECT_NE(remarks(loaded).find("Wegingscoëfficiënt is left out: its unit '1/100 000'"),
            std::string::npos)
      << remarks(loaded);
}

TEST(StatLineCsv, reads_english_labels_and_categories_at_the_side) {
  const auto loaded = read(
      "\"Consumer prices; price index 2015=100\"\n"
      "\"\";\"\";\"Topic\"\n"
      "\"\";\"\";\"CPI\"\n"
      "\"Expenditure categories\";\"Periods\";\"2015 = 100\"\n"
      "\"000000 All items\";\"2023 April\";\"126,01\"\n"
      "\"\";\"2023 May*\";\"126,26\"\n"
      "\"010000 Food\";\"2023 4th quarter\";\"136,70\"\n"
      "\"Source: CBS\"\n");
  ASSERT_TRUE(loaded.ok()) << problems(loaded);
  ASSERT_EQ(loaded.value->series.size(), 2U);
  EXPECT_EQ(loaded.value->series[0].table, "Consumer prices; price index 2015=100 000000 CPI");
  EXPECT_EQ(rows(loaded.value->series[0]), "2023-04=126.01 2023-05=126.26p");
  EXPECT_EQ(rows(loaded.value->series[1]), "2023-Q4=136.70");
}

TEST(StatLineCsv, reads_dots_between_thousands_and_says_that_only_a_rate_is_there) {
  const auto loaded = read(
      "\"Consumentenprijsindex (CPI) vanaf 1900\"\n"
      "\"\";\"Onderwerp\"\n"
      "\"\";\"CPI\";\"Jaarmutatie CPI\"\n"
      "\"Perioden\";\"1900 = 100\";\"%\"\n"
      "\"2024\";\"3.636,7\";\"3,3\"\n"
      "\"2025\";\"3.755,3\";\"3,3\"\n"
      "\"2026*\";\"\";\"2,9\"\n"
      "\"Bron: CBS\"\n");
  ASSERT_TRUE(loaded.ok()) << problems(loaded);
  EXPECT_EQ(rows(loaded.value->series[0]), "2024=3636.7 2025=3755.3 2026=-p");
  EXPECT_EQ(loaded.value->series[0].base, "1900=100");
  EXPECT_EQ(remarks(loaded).substr(0, 45), "2026: published as a rate of change only; the");
}

TEST(StatLineCsv, points_at_cells_and_at_rows_that_break_off) {
  EXPECT_EQ(problems(read(start + "\"1996\";\"68,9x\";\"\"\n"
                                  "\"199\";\"70,40\";\"2,1\"\n"
                                  "\"1998\";\"71,78\"\n"
                                  "\"Bron: CBS\"\n")),
            "I0307 6:8 '\"68,9x\"'; I0307 7:1 '\"199\"'; I0305 8:1 '\"1998\";\"71,78\"'");
  EXPECT_EQ(problems(read(start + "\"1996\";\"68,94\";\"\"\n\"1997\";\"70,4")), "I0305 7:8 '\"'");
}

TEST(StatLineCsv, refuses_a_year_twice_and_notices_that_the_last_line_is_not_there) {
  EXPECT_EQ(problems(read(start + "\"1996\";\"68,94\";\"\"\n"
                                  "\"1996\";\"68,95\";\"\"\n"
                                  "\"Bron: CBS\"\n")),
            "I0306 7:8 '\"68,95\"'");
  const auto loaded = read(start + "\"1996\";\"68,94\";\"\"\n");
  EXPECT_NE(remarks(loaded).find("may have broken off"), std::string::npos);
}

TEST(StatLineCsv, refuses_another_encoding_and_a_saved_page) {
  EXPECT_EQ(problems(read("\"Bestedingscategorie\xEBn: x\"\n\"\";\"Onderwerp\"\n")), "I0304 1:21");
  EXPECT_EQ(problems(read("\n<!DOCTYPE html>\n<html><body>Perioden;Onderwerp</body></html>")),
            "I0303 2:1");
}

}  // namespace publication_statline_test
