#include <gtest/gtest.h>

#include "publication_text.hpp"

// Tables of two columns as people type them and spreadsheets write them. The figures are made up.

namespace publication_plain_test {

using namespace publication_text;

std::string read_rows(const std::string& text) {
  const auto loaded = read(text);
  if (!loaded.ok()) return problems(loaded);
  return loaded.value->series.empty() ? "" : rows(loaded.value->series[0]);
}

TEST(PlainTable, periods_are_read_as_they_are_typed) {
  const std::string wanted = "2025-01=101.23 2025-02=101.55";
  for (const auto& [first, second] :
       std::vector<std::pair<std::string, std::string>>{{"jan-25", "feb-25"},
                                                        {"01-01-2025", "01-02-2025"},
                                                        {"202501", "202502"},
                                                        {"2025-01", "2025-02"},
                                                        {"januari 2025", "februari 2025"},
                                                        {"01/2025", "02/2025"}})
    EXPECT_EQ(read_rows("periode;waarde\n" + first + ";101,23\n" + second + ";101,55\n"), wanted)
        << first;
  EXPECT_EQ(read_rows("periode;waarde\nQ1-2024;101,23\n2024Q2;101,55\n3e kwartaal 2024;102,00\n"),
            "2024-Q1=101.23 2024-Q2=101.55 2024-Q3=102.00");
}

TEST(PlainTable, the_heading_may_have_other_words_and_be_left_out) {
  EXPECT_EQ(read_rows("Maand;CPI\n2025-01;101,23\n2025-02;101,55\n"),
            "2025-01=101.23 2025-02=101.55");
  EXPECT_EQ(read_rows("Datum;Waarde\n2025-01;101,23\n"), "2025-01=101.23");
  EXPECT_EQ(read_rows("jan-25;101,23\nfeb-25;101,55\n"), "2025-01=101.23 2025-02=101.55");
  const auto swedish = read(
      "\"månad\",\"KPI, fastställda tal, 1980=100\"\n\"2026M07\",\"421.33\"\n"
      "\"2026M08\",\"421.90\"\n");
  ASSERT_TRUE(swedish.ok()) << problems(swedish);
  EXPECT_EQ(rows(swedish.value->series[0]), "2026-07=421.33 2026-08=421.90");
  EXPECT_EQ(swedish.value->series[0].title, "KPI, fastställda tal, 1980=100");
  EXPECT_EQ(swedish.value->series[0].base, "1980=100");
}

TEST(PlainTable, what_a_spreadsheet_adds_is_left_out) {
  EXPECT_EQ(read_rows("periode;waarde;;\n2025-01;101,23;;\n2025-02;101,55;;\n;;;\n"),
            "2025-01=101.23 2025-02=101.55");
  EXPECT_EQ(read_rows("sep=;\nperiode;waarde\n2025-01;101,23\n"), "2025-01=101.23");
  EXPECT_EQ(read_rows("\xEF\xBB\xBFsep=;\r\nperiode;waarde\r\n2025-01;101,23\r\nBron: CBS;\r\n"),
            "2025-01=101.23");
}

TEST(PlainTable, a_title_stands_above_it_and_says_the_base) {
  const auto loaded = read("CPI alle bestedingen 2025=100\n\nperiode;waarde\n2025-01;101,23\n");
  ASSERT_TRUE(loaded.ok()) << problems(loaded);
  EXPECT_EQ(rows(loaded.value->series[0]), "2025-01=101.23");
  EXPECT_EQ(loaded.value->series[0].title, "CPI alle bestedingen 2025=100");
  EXPECT_EQ(loaded.value->series[0].base, "2025=100");
  EXPECT_EQ(read_rows("CPI, alle bestedingen\nperiod,value\n2025-01,101.23\n"), "2025-01=101.23");
}

TEST(PlainTable, a_star_behind_a_figure_is_provisional) {
  EXPECT_EQ(read_rows("periode;waarde\n2025-01;101,23\n2025-02;101,55*\n2025-03*;101,80\n"),
            "2025-01=101.23 2025-02=101.55p 2025-03=101.80p");
}

TEST(PlainTable, letters_and_words_in_brackets_say_how_sure_a_figure_is) {
  EXPECT_EQ(read_rows("periode;waarde\n2025-01;101,23 (voorlopig)\n2025-02;101,55 p\n"
                      "2025-03 (r);101,80\n2025-04;102,00e\n2025 IV;102,10\n"),
            "2025-01=101.23p 2025-02=101.55p 2025-03=101.80r 2025-04=102.00e");
  EXPECT_EQ(read_rows("periode;waarde\n2025-01;101,23 kg\n"), "I0307 2:9 '101,23 kg'");
}

TEST(PlainTable, any_line_just_above_the_first_row_is_its_heading) {
  EXPECT_EQ(read_rows("Referentiemaand;Indexcijfer\n2025-01;101,23\n"), "2025-01=101.23");
  EXPECT_EQ(read_rows("Bron: CBS\nOpgehaald;3 december\nMnd;Stand;Bijzonder\n\njan-25;101,23\n"),
            "2025-01=101.23");
  EXPECT_EQ(read_rows("CPI\nBron: CBS, 86141NED\n\nmaand;index\njan-25;101,23\n"),
            "2025-01=101.23");
  EXPECT_EQ(read_rows("periode|waarde\n2025-01|101,23\n"), "2025-01=101.23");
}

TEST(PlainTable, lines_below_the_figures_are_left_out_and_named) {
  const auto loaded = read(
      "periode;waarde\n2025-01;101,23\n2025-02;101,55*\ngemiddelde;101,39\n\n"
      "* voorlopig\n(c) CBS, 3 mei; niet afgerond\n");
  ASSERT_TRUE(loaded.ok()) << problems(loaded);
  EXPECT_EQ(rows(loaded.value->series[0]), "2025-01=101.23 2025-02=101.55p");
  EXPECT_EQ(remarks(loaded, Language::nl),
            "onder de cijfers, weggelaten: 'gemiddelde', '* voorlopig', '(c) CBS, 3 mei'\n");
  EXPECT_EQ(read_rows("periode;waarde\n2025-01;101,23\n2o25-02;101,55\n"), "I0307 3:1 '2o25-02'");
  EXPECT_EQ(read_rows("periode;waarde\n2025-01;101,23\nlos\n2025-02;101,55\n"), "I0307 3:1 'los'");
  const auto wide =
      read("Maand;2024;2025\njanuari;101,23;103\nfebruari;101,55;\nmaart;;\n* zie noot\n");
  ASSERT_TRUE(wide.ok()) << problems(wide);
  EXPECT_EQ(remarks(wide), "below the figures, left out: '* zie noot'\n");
}

TEST(PlainTable, cells_without_a_figure_are_counted) {
  EXPECT_EQ(remarks(read("periode;waarde\n2025-01;101,23\n2025-02;#N/A\n2025-03;\n")),
            "2025-02 ('#N/A') has no figure; nothing is taken over for it\n");
  EXPECT_EQ(
      remarks(read("periode;waarde\n2025-01;101,23\n2025-02;NA\n2025-03;.\n"), Language::nl),
      "2 cellen hebben geen cijfer, de eerste 2025-02 ('NA'); daarvan is niets overgenomen\n");
}

TEST(PlainTable, all_marks_for_no_figure_are_known) {
  EXPECT_EQ(read_rows("periode;waarde\n2025-01;101,23\n2025-02;.\n2025-03;:\n2025-04;-\n"
                      "2025-05;x\n2025-06;n/a\n2025-07;..\n2025-08;…\n2025-09;#N/A\n2025-10;NA\n"
                      "2025-11;#N/B\n2025-12;\n"),
            "2025-01=101.23 2025-02=- 2025-03=- 2025-04=- 2025-05=- 2025-06=- 2025-07=- 2025-08=- "
            "2025-09=- 2025-10=- 2025-11=- 2025-12=-");
}

TEST(PlainTable, more_columns_are_more_series) {
  const auto loaded = read(
      "Maand;CPI;CPI afgeleid;status\n2025-01;101,23;100,90;\n"
      "2025-02;101,55;101,10;voorlopig\n");
  ASSERT_TRUE(loaded.ok()) << problems(loaded);
  ASSERT_EQ(loaded.value->series.size(), 2U);
  EXPECT_EQ(loaded.value->series[0].table, "CPI");
  EXPECT_EQ(rows(loaded.value->series[0]), "2025-01=101.23 2025-02=101.55p");
  EXPECT_EQ(loaded.value->series[1].table, "CPI afgeleid");
  EXPECT_EQ(rows(loaded.value->series[1]), "2025-01=100.90 2025-02=101.10p");
}

TEST(PlainTable, year_and_month_may_stand_in_columns_of_their_own) {
  EXPECT_EQ(read_rows("Jaar;Maand;CPI\n2025;januari;101,23\n;februari*;101,55\n"),
            "2025-01=101.23 2025-02=101.55p");
  EXPECT_EQ(read_rows("Year,Quarter,Index\n2024,4,101.23\n2025,1,101.55\n"),
            "2024-Q4=101.23 2025-Q1=101.55");
  EXPECT_EQ(read_rows("Jaar;Maand;CPI\n2025;januari;101,23\n2025;brumaire;101,55\n"),
            "I0307 3:6 'brumaire'");
}

TEST(PlainTable, a_number_beside_a_year_is_a_month_or_a_quarter_as_the_column_says) {
  const std::string lines = "2025-1;101,23\n2025-2;101,55\n";
  EXPECT_EQ(read_rows("Maand;CPI\n" + lines), "2025-01=101.23 2025-02=101.55");
  EXPECT_EQ(read_rows("Kwartaal;DPI\n" + lines), "2025-Q1=101.23 2025-Q2=101.55");
  EXPECT_EQ(read_rows("periode;waarde\n" + lines), "I0307 2:1 '2025-1'; I0307 3:1 '2025-2'");
  EXPECT_EQ(read_rows("periode;waarde\n" + lines + "2025-5;102,00\n"),
            "2025-01=101.23 2025-02=101.55 2025-05=102.00");
}

TEST(PlainTable, half_years_are_left_out_and_said) {
  const auto loaded = read("periode;waarde\n2025 1e halfjaar;101,23\n2025;101,55\n");
  ASSERT_TRUE(loaded.ok()) << problems(loaded);
  EXPECT_EQ(rows(loaded.value->series[0]), "2025=101.55");
  EXPECT_EQ(remarks(loaded),
            "figures of half-years are left out: the program knows months, quarters and years\n");
}

TEST(PlainTable, a_doubtful_day_is_asked_and_a_wrong_period_refused) {
  EXPECT_EQ(read_rows("periode;waarde\n01-01-2025;101,23\n"), "I0307 2:1 '01-01-2025'");
  EXPECT_EQ(read_rows("period,value\n01/01/2025,101.23\n02/01/2025,101.55\n03/01/2025,102\n"),
            "I0307 3:1 '02/01/2025'; I0307 4:1 '03/01/2025'");
  EXPECT_EQ(read_rows("periode;waarde\n2025-01;101,23\n2025-13;101,55\n"), "I0307 3:1 '2025-13'");
}

TEST(PlainTable, prose_with_a_year_in_it_is_no_table) {
  EXPECT_EQ(read_rows("Notes\nWe met in 2025, and talked.\n2025, that is.\n").substr(0, 5),
            "I0301");
}

TEST(PlainTable, a_row_with_more_cells_than_the_heading_is_refused) {
  EXPECT_EQ(read_rows("periode,waarde\n2026-05,103,01\n"), "I0305 2:1 '2026-05,103,01'");
  EXPECT_EQ(read_rows("periode,waarde,,\n2026-05,103,01,\n"), "I0305 2:1 '2026-05,103,01,'");
  EXPECT_EQ(read_rows("periode,A,B\n2026-05,103.01,104.01,2\n"),
            "I0305 2:1 '2026-05,103.01,104.01,2'");
  EXPECT_EQ(read_rows("periode;waarde\n2026-05;103,01;;\n"), "2026-05=103.01");
}

TEST(PlainTable, a_status_behind_a_table_of_two_columns_needs_no_heading) {
  EXPECT_EQ(read_rows("periode;waarde\n2026-05;103,01\n2026-06;103,30;voorlopig\n"),
            "2026-05=103.01 2026-06=103.30p");
}

std::string base_of(const std::string& text) {
  const auto loaded = read(text);
  if (!loaded.ok()) return problems(loaded);
  std::string bases;
  for (const auto& each : loaded.value->series)
    bases += (bases.empty() ? "" : " ") + (each.base.empty() ? "-" : each.base);
  return bases;
}

TEST(PlainTable, every_line_above_it_can_say_the_base) {
  const std::string table = "periode;waarde\n2025-01;101,23\n";
  for (const char* line : {"Basis: 2025=100", "basis 2025", "Basisjaar: 2025", "(2025 = 100)",
                           "Basis;2025=100", "Basis;2025", "Base year: 2025"})
    EXPECT_EQ(base_of("CPI, alle bestedingen\n" + std::string(line) + "\n\n" + table), "2025=100")
        << line;
  EXPECT_EQ(base_of("Prijzen vanaf 2025\n" + table), "-");
}

TEST(PlainTable, a_column_can_say_the_base) {
  EXPECT_EQ(base_of("periode;waarde;basis\n2025-01;101,23;2025=100\n2025-02;101,55;2025\n"),
            "2025=100");
  EXPECT_EQ(base_of("periode;waarde;base\n2025-01;101,23;2025=100\n2025-01;121,23;2015=100\n"),
            "2025=100 2015=100");
  EXPECT_EQ(base_of("periode;waarde;basis\n2025-01;101,23;oud\n"), "I0307 2:16 'oud'");
}

TEST(PlainTable, asks_for_the_year_of_a_day) {
  EXPECT_EQ(read_rows("periode;waarde\n01-jan;101,23\n01-feb;101,55\n"),
            "I0307 2:1 '01-jan'; I0307 3:1 '01-feb'");
}

TEST(PlainTable, cells_with_a_percent_sign_are_a_series_of_percentages) {
  const auto loaded = read("periode;mutatie\n2025-01;2,5%\n2025-02;3 %\n");
  ASSERT_TRUE(loaded.ok()) << problems(loaded);
  EXPECT_EQ(rows(loaded.value->series[0]), "2025-01=2.5 2025-02=3");
  EXPECT_EQ(loaded.value->series[0].unit, SeriesUnit::percent);
  EXPECT_EQ(read_rows("periode;waarde\n2025-01;2,5%\n2025-02;3,0\n"), "I0307 3:9 '3,0'");
  EXPECT_EQ(read_rows("periode;waarde\n2025-01;101,5\n2025-02;3,0%\n"), "I0307 3:9 '3,0%'");
}

TEST(PlainTable, a_column_of_remarks_is_left_out_and_named) {
  const std::string wanted = "2025-01=101.23 2025-02=101.55";
  const auto loaded =
      read("periode;waarde;opmerking\n2025-01;101,23;\n2025-02;101,55;voorlopig volgens Jan\n");
  ASSERT_TRUE(loaded.ok()) << problems(loaded);
  ASSERT_EQ(loaded.value->series.size(), 1U);
  EXPECT_EQ(rows(loaded.value->series[0]), wanted);
  EXPECT_NE(remarks(loaded).find("holds texts and no figures"), std::string::npos);
  EXPECT_EQ(read_rows("periode;waarde;opmerking\n2025-01;101,23;\n2025-02;101,55;voorlopig\n"),
            wanted + "p");
  EXPECT_EQ(read_rows("periode;bron;waarde\n2025-01;CBS;101,23\n2025-02;CBS;101,55\n"), wanted);
  EXPECT_EQ(read_rows("periode;waarde;cpi\n2025-01;101,23;101,5\n2025-02;101,55;zie noot\n"),
            "I0307 3:16 'zie noot'");
}

TEST(WideTable, months_stand_beside_their_year) {
  const std::string wanted = "2024-11=101.20 2024-12=101.55 2025-11=103.00 2025-12=-";
  EXPECT_EQ(read_rows("CPI 2015=100\nJaar;nov;dec\n2024;101,2;101,55\n2025;103;.\n"), wanted);
  EXPECT_EQ(read_rows("year,November,December\n2024,101.2,101.55\n2025,103,.\n"), wanted);
  EXPECT_EQ(read_rows("Jaar;1e kwartaal;2e kwartaal\n2024;101,2;101,5\nBron: eigen;;\n"),
            "2024-Q1=101.2 2024-Q2=101.5");
  EXPECT_EQ(read_rows(";Q1;Q2\n2024;101,2;101,5*\n2025;102,0;\n"),
            "2024-Q1=101.2 2024-Q2=101.5p 2025-Q1=102.0");
  const auto twelve = read(
      "jaar;1;2;3;4;5;6;7;8;9;10;11;12;gemiddelde\n"
      "2024;1,1;1,2;1,3;1,4;1,5;1,6;1,7;1,8;1,9;2,0;2,1;2,2;1,7\n");
  ASSERT_TRUE(twelve.ok()) << problems(twelve);
  ASSERT_EQ(twelve.value->series.size(), 1U);
  EXPECT_EQ(twelve.value->series[0].rows.size(), 12U);
  EXPECT_NE(remarks(twelve, Language::nl).find("'gemiddelde' is weggelaten"), std::string::npos);
}

TEST(WideTable, years_stand_beside_their_month) {
  EXPECT_EQ(read_rows("Maand;2024;2025\njanuari;101,2;103,0\nfebruari;101,5;\n"),
            "2024-01=101.2 2024-02=101.5 2025-01=103.0");
  EXPECT_EQ(read_rows("maand;2024;2025\n1;101,2;103,0\n2;101,5;103,4\n"),
            "2024-01=101.2 2024-02=101.5 2025-01=103.0 2025-02=103.4");
}

TEST(WideTable, periods_stand_beside_the_name_of_a_series) {
  const auto loaded = read(";2025-01;2025-02\nCPI (2015=100);101,2;101,5\nLonen;99,1;99,4\n");
  ASSERT_TRUE(loaded.ok()) << problems(loaded);
  ASSERT_EQ(loaded.value->series.size(), 2U);
  EXPECT_EQ(head(loaded.value->series[0]), " | CPI (2015=100) | 2015=100 | index | month");
  EXPECT_EQ(rows(loaded.value->series[1]), "2025-01=99.1 2025-02=99.4");
  EXPECT_EQ(read_rows("Reeks;Q1 2024;Q2 2024\nCPI;101,2;101,5\n"), "2024-Q1=101.2 2024-Q2=101.5");
  EXPECT_EQ(read_rows("Jahr;Jan;Feb;M\u00E4r\n2024;101,2;101,5;101,9\n"),
            "2024-01=101.2 2024-02=101.5 2024-03=101.9");
}

TEST(WideTable, what_stands_in_the_wrong_place_is_pointed_at) {
  EXPECT_EQ(read_rows("Jaar;jan;feb\n2024;101,2;101,5\n2o25;1;2\n"), "I0307 3:1 '2o25'");
  EXPECT_EQ(read_rows("Jaar;jan;feb\n2024;101,2;zie noot\n"), "I0307 2:12 'zie noot'");
  EXPECT_EQ(read_rows("Jaar;jan;feb\n2024;101,2;101,5;103\n"), "I0305 2:1 '2024;101,2;101,5;103'");
  EXPECT_EQ(read_rows("Jaar;jan;feb\n2024;101,2;101,5\n2024;101,2;101,6\n"), "I0306 3:12 '101,6'");
}

}  // namespace publication_plain_test
