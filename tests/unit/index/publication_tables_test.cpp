#include <gtest/gtest.h>

#include "publication_text.hpp"

// Small files in the syntax of Destatis, ONS, FRED and BIS. The figures are real: those of the
// published series 61111-0002, CHAW and D7BT, CP0000NLM086NEST and M:NL:628.

namespace publication_tables_test {

using namespace publication_text;

const std::string destatis_start =
    "\xEF\xBB\xBFTabelle: 61111-0002\n"
    "Verbraucherpreisindex: Deutschland, Monate;;;;\n"
    "Verbraucherpreisindex für Deutschland;;;;;;;\n"
    "Deutschland;;;;;;;\n"
    ";;Verbraucherpreisindex;;Veränderung zum Vorjahresmonat;;Veränderung zum Vormonat;\n"
    ";;2020=100;2020=100;in (%);in (%);in (%);in (%)\n";
const std::string destatis_end =
    "__________\n© Statistisches Bundesamt (Destatis), 2024\nStand: 22.11.2024 / 06:58:59\n";

TEST(DestatisTable, keeps_the_index_and_both_rates_apart_and_the_year_until_the_next) {
  const auto loaded = read(destatis_start +
                           "1991;Januar;60,5;e;.;;.;\n"
                           ";Februar;60,8;e;.;;0,5;e\n"
                           ";März;60,8;e;.;;-;\n"
                           "2024;August;119,7;e;1,9;e;-0,1;e\n"
                           ";September;119,7;e;1,6;e;-;\n" +
                           destatis_end);
  ASSERT_TRUE(loaded.ok()) << problems(loaded);
  const auto& series = loaded.value->series;
  ASSERT_EQ(series.size(), 3U);
  EXPECT_EQ(head(series[0]), "Destatis | 61111-0002 | 2020=100 | index | month");
  EXPECT_EQ(rows(series[0]), "1991-01=60.5 1991-02=60.8 1991-03=60.8 2024-08=119.7 2024-09=119.7");
  EXPECT_EQ(head(series[1]),
            "Destatis | 61111-0002 Veränderung zum Vorjahresmonat |  | percent | month");
  EXPECT_EQ(rows(series[1]), "1991-01=- 1991-02=- 1991-03=- 2024-08=1.9 2024-09=1.6");
  EXPECT_EQ(rows(series[2]), "1991-01=- 1991-02=0.5 1991-03=0 2024-08=-0.1 2024-09=0");
  EXPECT_EQ(series[0].title, "Verbraucherpreisindex: Deutschland, Monate");
  ASSERT_TRUE(series[0].released);
  EXPECT_EQ(series[0].released->text(), "2024-11-22");
}

TEST(DestatisTable, leaves_out_months_to_come_and_reads_every_sign_of_quality) {
  const auto loaded = read(destatis_start +
                           "2024;Juli;119,8;p;2,3;p;0,3;s\n"
                           ";August;119,7;r;1,9;e;-0,1;e\n"
                           ";November;...;;...;;...;\n" +
                           destatis_end);
  ASSERT_TRUE(loaded.ok()) << problems(loaded);
  EXPECT_EQ(rows(loaded.value->series[0]), "2024-07=119.8p 2024-08=119.7r");
  EXPECT_EQ(rows(loaded.value->series[2]), "2024-07=0.3e 2024-08=-0.1");
}

TEST(DestatisTable, a_rate_without_an_index_is_said_and_no_index_is_made_of_it) {
  const auto loaded =
      read(destatis_start + "2024;Oktober;120,2;e;2,0;e;0,4;e\n;November;...;;2,2;p;-0,2;p\n" +
           destatis_end);
  ASSERT_TRUE(loaded.ok()) << problems(loaded);
  EXPECT_EQ(rows(loaded.value->series[0]), "2024-10=120.2");
  EXPECT_EQ(remarks(loaded),
            "2024-11: published as a rate of change only; there is no index figure yet, and none "
            "is computed from the rate\n");
}

TEST(DestatisTable, a_dash_in_an_index_is_no_figure_because_an_index_is_never_nil) {
  const auto loaded =
      read(destatis_start + "2024;Juli;-;;-;;-;\n;August;119,7;e;1,9;e;-0,1;e\n" + destatis_end);
  ASSERT_TRUE(loaded.ok()) << problems(loaded);
  EXPECT_EQ(rows(loaded.value->series[0]), "2024-07=- 2024-08=119.7");
}

TEST(DestatisTable, reads_a_table_without_quality_columns_and_one_of_years) {
  const auto loaded = read(
      "Tabelle: 61111-0001\nVerbraucherpreisindex: Deutschland, Jahre;;\n"
      "Verbraucherpreisindex für Deutschland;;\nDeutschland;;\n"
      ";Verbraucherpreisindex;Veränderung zum Vorjahr\n;2020=100;in (%)\n"
      "2022;110,2;6,9\n2023;116,7;5,9\n" +
      destatis_end);
  ASSERT_TRUE(loaded.ok()) << problems(loaded);
  EXPECT_EQ(head(loaded.value->series[0]), "Destatis | 61111-0001 | 2020=100 | index | year");
  EXPECT_EQ(rows(loaded.value->series[0]), "2022=110.2 2023=116.7");
  EXPECT_EQ(rows(loaded.value->series[1]), "2022=6.9 2023=5.9");
}

TEST(DestatisTable, points_at_the_cell_that_cannot_be_read) {
  const auto loaded = read(destatis_start +
                           "2024;Juli;119.8x;e;2,3;e;0,3;e\n"
                           ";Brachet;119,7;e;1,9;e;-0,1;e\n"
                           ";September;119,7;q;1,6;e;-;\n" +
                           destatis_end);
  EXPECT_FALSE(loaded.ok());
  EXPECT_EQ(problems(loaded), "I0307 7:11 '119.8x'; I0307 8:2 'Brachet'; I0307 9:18 'q'");
}

TEST(DestatisTable, says_when_a_row_or_the_end_of_the_table_is_missing) {
  const auto row = read(destatis_start + "2024;Juli;119,8;e;2,3\n");
  EXPECT_EQ(problems(row), "I0305 7:1 '2024;Juli;119,8;e;2,3'");
  const auto end = read(destatis_start + "2024;Juli;119,8;e;2,3;e;0,3;e\n");
  EXPECT_TRUE(end.ok());
  EXPECT_EQ(problems(end), "I0305 8:1 (warning)");
}

const std::string flat_start =
    "\xEF\xBB\xBFstatistics_code;statistics_label;time_code;time_label;time;1_variable_code;"
    "1_variable_label;1_variable_attribute_code;1_variable_attribute_label;2_variable_code;"
    "2_variable_label;2_variable_attribute_code;2_variable_attribute_label;value;value_unit;"
    "value_variable_code;value_variable_label";

std::string flat_row(const char* year, const char* month, const char* rest) {
  return std::string("61111;Verbraucherpreisindex für Deutschland;JAHR;Jahr;") + year +
         ";MONAT;Monate;" + month + ";x;DINSG;Deutschland insgesamt;DG;Deutschland;" + rest + "\n";
}

TEST(DestatisFlat, puts_rows_in_order_and_leaves_out_the_rates_that_nothing_tells_apart) {
  const auto loaded =
      read(flat_start + ";value_q\n" + flat_row("2020", "MONAT05", "-;%;PREIS1;in;") +
           flat_row("2020", "MONAT05", "0,8;%;PREIS1;in;e") +
           flat_row("2020", "MONAT05", "100,4;2020=100;PREIS1;Verbraucherpreisindex;e") +
           flat_row("1991", "MONAT09", "62,2;2020=100;PREIS1;Verbraucherpreisindex;e") +
           flat_row("2024", "MONAT12", "...;2020=100;PREIS1;Verbraucherpreisindex;"));
  ASSERT_TRUE(loaded.ok()) << problems(loaded);
  ASSERT_EQ(loaded.value->series.size(), 1U);
  EXPECT_EQ(head(loaded.value->series[0]), "Destatis | 61111-0002 | 2020=100 | index | month");
  EXPECT_EQ(rows(loaded.value->series[0]), "1991-09=62.2 2020-05=100.4");
  EXPECT_TRUE(loaded.value->series[0].states_status);
  EXPECT_NE(remarks(loaded).find("carry the same name in the flat file and are left out"),
            std::string::npos);
  EXPECT_NE(remarks(loaded).find("read as table 61111-0002"), std::string::npos);
}

TEST(DestatisFlat, reads_a_file_without_quality_and_then_knows_no_status) {
  const auto loaded =
      read(flat_start + "\n" +
           flat_row("2020", "MONAT05", "100,4;2020=100;PREIS1;Verbraucherpreisindex"));
  ASSERT_TRUE(loaded.ok()) << problems(loaded);
  EXPECT_EQ(rows(loaded.value->series[0]), "2020-05=100.4");
  EXPECT_FALSE(loaded.value->series[0].states_status);
}

TEST(DestatisFlat, keeps_a_month_twice_with_two_figures_and_unreadable_cells_out) {
  const std::string index = ";2020=100;PREIS1;Verbraucherpreisindex;e";
  const auto twice =
      read(flat_start + ";value_q\n" + flat_row("2020", "MONAT05", ("100,4" + index).c_str()) +
           flat_row("2020", "MONAT05", ("100,5" + index).c_str()));
  EXPECT_EQ(problems(twice), "I0306 3:126 '100,5'");
  const auto month =
      read(flat_start + ";value_q\n" + flat_row("2020", "MONAT13", ("100,4" + index).c_str()));
  EXPECT_EQ(problems(month), "I0307 2:73 'MONAT13'");
  const auto column = read("statistics_code;time_code;time;value;value_unit\n1;JAHR;2020;1,0;%\n");
  EXPECT_EQ(problems(column).substr(0, 5), "I0313");
}

TEST(DestatisReply, a_message_inside_json_is_shown_though_the_service_reports_success) {
  const auto loaded =
      read(R"({"Ident":{"Service":"data","Method":"tablefile"},"Status":{"Code":-1,)"
           R"("Content":"Die Tabelle 61111-0003 gibt es nicht.","Type":"Error"}})");
  ASSERT_EQ(problems(loaded), "I0310 1:80 '\"Die Tabelle 61111-0003 gibt es nicht.\"'");
  EXPECT_EQ(loaded.diagnostics.list()[0].title.nl,
            "Destatis antwoordde met een melding, niet met een tabel: -1, Die Tabelle 61111-0003 "
            "gibt es nicht.");
  EXPECT_EQ(problems(read(R"({"Status":{"Code":-1,"Content":"Die Ta)"
                          "\",\"Type\""))
                .substr(0, 5),
            "I0305");
}

const std::string ons_start =
    "\"Title\",\"CPI INDEX 00: ALL ITEMS 2015=100\"\n\"CDID\",\"D7BT\"\n"
    "\"Source dataset ID\",\"MM23\"\n\"PreUnit\",\"\"\n\"Unit\",\"Index, base year = 100\"\n"
    "\"Release date\",\"16-09-2026\"\n\"Next release\",\"21 October 2026\"\n"
    "\"Important notes\",\n";

TEST(Ons, takes_three_frequencies_in_one_column_apart) {
  const auto loaded = read(ons_start +
                           "\"1988\",\"49.6\"\n\"1989\",\"52.2\"\n\"1988 Q1\",\"48.6\"\n"
                           "\"1988 JAN\",\"48.4\"\n\"2026 AUG\",\"143.6\"\n");
  ASSERT_TRUE(loaded.ok()) << problems(loaded);
  const auto& series = loaded.value->series;
  ASSERT_EQ(series.size(), 3U);
  EXPECT_EQ(head(series[0]), "ONS | MM23 D7BT | 2015=100 | index | month");
  EXPECT_EQ(rows(series[0]), "1988-01=48.4 2026-08=143.6");
  EXPECT_EQ(rows(series[1]), "1988-Q1=48.6");
  EXPECT_EQ(rows(series[2]), "1988=49.6 1989=52.2");
  EXPECT_EQ(series[0].title, "CPI INDEX 00: ALL ITEMS 2015=100");
  ASSERT_TRUE(series[0].released);
  EXPECT_EQ(series[0].released->text(), "2026-09-16");
  EXPECT_FALSE(series[0].states_status);
}

TEST(Ons, finds_a_base_of_one_month_in_the_title) {
  std::string text = ons_start + "\"1987 JAN\",\"100.0\"\n";
  const std::string title = "CPI INDEX 00: ALL ITEMS 2015=100";
  text.replace(text.find(title), title.size(), "RPI All Items Index: Jan 1987=100");
  const auto loaded = read(text);
  ASSERT_TRUE(loaded.ok()) << problems(loaded);
  EXPECT_EQ(head(loaded.value->series[0]), "ONS | MM23 D7BT | 1987-01=100 | index | month");
}

TEST(Ons, a_published_rate_is_a_series_in_percent_and_an_amount_is_left_out) {
  const auto loaded = read(
      "\"Title\",\"CPI INDEX 00: ALL ITEMS 2015=100\",\"CPI ANNUAL RATE\",\"GDP\"\n"
      "\"CDID\",\"D7BT\",\"D7G7\",\"YBHA\"\n\"PreUnit\",\"\",\"\",\"£\"\n"
      "\"Unit\",\"Index, base year = 100\",\"%\",\"m\"\n"
      "\"1988 JAN\",\"48.4\",\"\",\"\"\n\"1989 JAN\",\"50.9\",\"4.9\",\"\"\n");
  ASSERT_TRUE(loaded.ok()) << problems(loaded);
  ASSERT_EQ(loaded.value->series.size(), 2U);
  EXPECT_EQ(head(loaded.value->series[1]), "ONS | D7G7 |  | percent | month");
  EXPECT_EQ(rows(loaded.value->series[1]), "1989-01=4.9");
  EXPECT_NE(remarks(loaded).find("ONS YBHA is left out"), std::string::npos);
}

TEST(Ons, points_at_a_figure_a_day_and_a_quote_that_breaks_off) {
  EXPECT_EQ(problems(read(ons_start + "\"2026 JUL\",\"142,9a\"\n\"2026 AUG\",\"143.6\"\n")),
            "I0307 9:12 '\"142,9a\"'");
  EXPECT_EQ(problems(read(ons_start + "\"2026 JUL\",\"142.9\"\n\"2026 AUX\",\"143.6\"\n")),
            "I0307 10:1 '\"2026 AUX\"'");
  EXPECT_EQ(problems(read(ons_start + "\"2026 JUL\",\"142.9\"\n\"2026 AUG\",\"14")),
            "I0305 10:12 '\"'");
  EXPECT_EQ(problems(read(ons_start + "\"2026 JUL\",\"142.9\"\n\"2026 AUG\"")),
            "I0305 10:1 '\"2026 AUG\"'");
}

TEST(Fred, restores_lost_zeros_and_says_that_unit_and_base_are_not_there) {
  const auto loaded = read(
      "observation_date,CP0000NLM086NEST\n1996-05-01,69.04\n1996-06-01,68.7\n1996-07-01,.\n"
      "1996-08-01,68.36\n1996-09-01,\n");
  ASSERT_TRUE(loaded.ok()) << problems(loaded);
  ASSERT_EQ(loaded.value->series.size(), 1U);
  EXPECT_EQ(head(loaded.value->series[0]), "FRED | CP0000NLM086NEST |  | index | month");
  EXPECT_EQ(rows(loaded.value->series[0]),
            "1996-05=69.04 1996-06=68.70 1996-07=- 1996-08=68.36 1996-09=-");
  EXPECT_EQ(remarks(loaded),
            "FRED CP0000NLM086NEST: the file states no unit, no base and no status; take them from "
            "the publisher\n");
}

TEST(Fred, the_spacing_tells_months_quarters_years_and_days) {
  const auto frequency = [](const std::string& days) {
    const auto loaded = read(days);
    return loaded.ok() ? rows(loaded.value->series[0]) : problems(loaded);
  };
  EXPECT_EQ(frequency("DATE,A\n2024-01-01,1.0\n2024-04-01,1.1\n2024-07-01,1.2\n"),
            "2024-Q1=1.0 2024-Q2=1.1 2024-Q3=1.2");
  EXPECT_EQ(frequency("DATE,A\n2023-01-01,1.0\n2024-01-01,1.1\n"), "2023=1.0 2024=1.1");
  EXPECT_EQ(frequency("DATE,A\n2024-01-04,1.0\n2024-01-05,1.1\n"), "2024-01-04=1.0 2024-01-05=1.1");
  // A month that is missing does not make a monthly series anything else.
  EXPECT_EQ(frequency("DATE,A\n2025-08-01,1.0\n2025-09-01,1.1\n2025-11-01,1.2\n"),
            "2025-08=1.0 2025-09=1.1 2025-11=1.2");
  EXPECT_EQ(frequency("DATE,A\n2024-01-05,1.0\n2024-01-12,1.1\n"), "I0313 1:1 'DATE,A'");
  EXPECT_EQ(frequency("DATE,A\n2024-01-01,1.0\n"), "I0313 1:1 'DATE,A'");
  EXPECT_EQ(frequency("DATE,A\n2024-02-01,1.0\n2024-05-01,1.0\n"), "I0313 1:1 'DATE,A'");
}

TEST(Fred, points_at_days_and_figures_and_warns_when_the_last_line_has_no_end) {
  EXPECT_EQ(problems(read("DATE,A\n2024-01-01,1.0\n2024-02-01,1;1\n01/03/2024,1.2\n")),
            "I0307 3:12 '1;1'; I0307 4:1 '01/03/2024'");
  EXPECT_EQ(problems(read("DATE,A\n2024-01-01,1.0\n2024-02-01\n2024-03-01,1.1\n")),
            "I0305 3:1 '2024-02-01'");
  EXPECT_EQ(problems(read("DATE,A\n2024-01-01,131.94\n2024-02-01,133.8")), "I0305 3:17 (warning)");
}

const std::string bis_start =
    "\"Frequency\",\"Reference area\",\"Unit of measure\",\"Time Format\",\"Breaks\","
    "\"Coverage\",\"Decimals\",\"Title (tseries level)\",\"Time Period\","
    "\"2022-01\",\"2022-02\",\"2022-03\",\"2020\",\"2021\"\n";

TEST(Bis, reads_months_and_years_from_the_columns_of_one_table) {
  const auto loaded = read(
      bis_start +
      R"("A:Annual","NL:Netherlands","628:Index, 2010 = 100",,,,,,"A:NL:628","","","","117.382892","120.523717")"
      "\n"
      R"("M:Monthly","NL:Netherlands","628:Index, 2010 = 100",,,,,,"M:NL:628","125.0475","125.8555","","","")"
      "\n"
      R"("M:Monthly","NL:Netherlands","771:Year-on-year changes, in per cent",,,,,,"M:NL:771","","6.171155","9.727193","","")"
      "\n");
  ASSERT_TRUE(loaded.ok()) << problems(loaded);
  const auto& series = loaded.value->series;
  ASSERT_EQ(series.size(), 3U);
  EXPECT_EQ(head(series[0]), "BIS | WS_LONG_CPI A:NL:628 | 2010=100 | index | year");
  EXPECT_EQ(rows(series[0]), "2020=117.382892 2021=120.523717");
  EXPECT_EQ(head(series[1]), "BIS | WS_LONG_CPI M:NL:628 | 2010=100 | index | month");
  EXPECT_EQ(rows(series[1]), "2022-01=125.0475 2022-02=125.8555 2022-03=-");
  EXPECT_EQ(head(series[2]), "BIS | WS_LONG_CPI M:NL:771 |  | percent | month");
  // Nothing is listed above the first figure of a series.
  EXPECT_EQ(rows(series[2]), "2022-02=6.171155 2022-03=9.727193");
  EXPECT_EQ(series[1].title, "Netherlands, Index, 2010 = 100");
}

TEST(Bis, leaves_out_other_units_and_points_at_cells) {
  const auto loaded = read(
      bis_start +
      R"("M:Monthly","NL:Netherlands","799:Persons",,,,,,"M:NL:799","1","2","3","","")"
      "\n"
      R"("M:Monthly","NL:Netherlands","628:Index, 2010 = 100",,,,,,"M:NL:628","125,0475x","1","","","")"
      "\n"
      R"("M:Monthly","BE:Belgium","628:Index, 2010 = 100",,,,,,"M:BE:628","1","1")"
      "\n");
  EXPECT_EQ(problems(loaded).substr(0, 36), "I0307 3:70 '\"125,0475x\"'; I0305 4:1 ");
}

}  // namespace publication_tables_test
