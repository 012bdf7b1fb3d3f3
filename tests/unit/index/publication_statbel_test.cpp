#include <gtest/gtest.h>

#include "publication_text.hpp"

// Small files in the syntax of be.STAT, as its users describe it. The figures are real: the Belgian
// CPI and health index, 2004=100 and 2013=100.

namespace publication_statbel_test {

using namespace publication_text;

TEST(StatbelJson, reads_years_and_months_in_dutch) {
  const auto loaded = read(R"({"facts":[{"Jaar":"2026","Maand":"Mei","Gezondheidsindex":139.22},)"
                           R"({"Jaar":"2026","Maand":"April","Gezondheidsindex":139.33},)"
                           R"({"Jaar":"2026","Maand":"Juni","Gezondheidsindex":null}]})");
  ASSERT_TRUE(loaded.ok()) << problems(loaded);
  ASSERT_EQ(loaded.value->series.size(), 1U);
  EXPECT_EQ(head(loaded.value->series[0]), "Statbel | Gezondheidsindex |  | index | month");
  EXPECT_EQ(rows(loaded.value->series[0]), "2026-04=139.33 2026-05=139.22 2026-06=-");
  EXPECT_FALSE(loaded.value->series[0].states_status);
  EXPECT_EQ(remarks(loaded, Language::nl),
            "Gezondheidsindex: het bestand zegt niet op welke basis de cijfers staan\n");
}

TEST(StatbelJson, reads_the_english_view_with_the_year_in_the_month) {
  const auto loaded =
      read(R"({"facts":[{"Year":"2025","Month":"December 2025","Health index":136.69},)"
           R"({"Year":"2025","Month":"October 2025","Health index":135.76}]})");
  ASSERT_TRUE(loaded.ok()) << problems(loaded);
  EXPECT_EQ(loaded.value->series[0].table, "Gezondheidsindex");
  EXPECT_EQ(rows(loaded.value->series[0]), "2025-10=135.76 2025-12=136.69");
}

TEST(StatbelJson, makes_a_series_of_every_base_year_and_index) {
  const auto loaded = read(
      R"({"facts":[)"
      R"({"Jaar":2019,"Maand":"Januari","Niveau 1":"Totaal","Basisjaar":"2013 = 100","Consumptieprijsindex":108.17},)"
      R"({"Jaar":2019,"Maand":"Januari","Niveau 1":"Totaal","Basisjaar":"2004 = 100","Consumptieprijsindex":132.4},)"
      R"({"Jaar":2019,"Maand":"Januari","Niveau 1":"Gezondheidsindex","Basisjaar":"2013 = 100","Consumptieprijsindex":108.5},)"
      R"({"Jaar":2018,"Maand":"Januari","Niveau 1":"Gezondheidsindex","Basisjaar":"2013 = 100","Consumptieprijsindex":106.37}]})");
  ASSERT_TRUE(loaded.ok()) << problems(loaded);
  const auto& series = loaded.value->series;
  ASSERT_EQ(series.size(), 3U);
  EXPECT_EQ(head(series[0]), "Statbel | Consumptieprijsindex | 2013=100 | index | month");
  EXPECT_EQ(rows(series[0]), "2019-01=108.17");
  EXPECT_EQ(head(series[1]), "Statbel | Consumptieprijsindex | 2004=100 | index | month");
  EXPECT_EQ(rows(series[1]), "2019-01=132.4");
  EXPECT_EQ(head(series[2]), "Statbel | Gezondheidsindex | 2013=100 | index | month");
  EXPECT_EQ(rows(series[2]), "2018-01=106.37 2019-01=108.50");
}

TEST(StatbelJson, points_into_the_text_and_tells_an_empty_list_from_figures) {
  EXPECT_EQ(
      problems(read("{\"facts\":[\n{\"Jaar\":2026,\"Maand\":\"Foo\",\"Gezondheidsindex\":1},\n"
                    "{\"Jaar\":2026,\"Maand\":\"Mei\",\"Gezondheidsindex\":\"n.v.t.\"}]}")),
      "I0307 2:22 '\"Foo\"'; I0307 3:47 '\"n.v.t.\"'");
  EXPECT_EQ(problems(read(R"({"facts":[]})")), "I0310 1:1");
  EXPECT_EQ(problems(read(R"({"facts":[{"Jaar":2026,"Maand":"Mei","Aantal":3}]})")),
            "I0313 1:48 '}'");
  EXPECT_EQ(problems(read(R"({"facts":[{"Jaar":2026,"Maand":"Mei",)")), "I0305 1:38");
}

TEST(StatbelCsv, reads_the_same_names_from_a_heading) {
  const auto loaded = read(
      "\xEF\xBB\xBFJaar,Maand,Niveau 1,Basisjaar,Consumptieprijsindex\r\n"
      "2026,Mei,Totaal,2013 = 100,139.71\r\n"
      "2026,Juni,Totaal,2013 = 100,\"139,29\"\r\n"
      "2025,December,Totaal,2013 = 100,136.29\r\n");
  ASSERT_TRUE(loaded.ok()) << problems(loaded);
  ASSERT_EQ(loaded.value->series.size(), 1U);
  EXPECT_EQ(head(loaded.value->series[0]),
            "Statbel | Consumptieprijsindex | 2013=100 | index | month");
  EXPECT_EQ(rows(loaded.value->series[0]), "2025-12=136.29 2026-05=139.71 2026-06=139.29");
}

TEST(StatbelCsv, leaves_the_consumer_prices_of_other_publishers_alone) {
  for (const char* heading : {"Year,Month,CPI\n", "Year,Month,Consumer price index\n"}) {
    const auto loaded = read(std::string(heading) + "2019,January,108.17\n");
    ASSERT_TRUE(loaded.ok()) << problems(loaded);
    EXPECT_EQ(loaded.value->series[0].publisher, "") << heading;
    EXPECT_EQ(rows(loaded.value->series[0]), "2019-01=108.17");
  }
}

TEST(StatbelCsv, keeps_inflation_apart_as_percentages) {
  const auto loaded = read(
      "Year;Month;Base year;Consumer price index;Inflation\n"
      "2019;January;2013 = 100;108,17;1,99\n");
  ASSERT_TRUE(loaded.ok()) << problems(loaded);
  ASSERT_EQ(loaded.value->series.size(), 2U);
  EXPECT_EQ(head(loaded.value->series[0]),
            "Statbel | Consumptieprijsindex | 2013=100 | index | month");
  EXPECT_EQ(head(loaded.value->series[1]), "Statbel | Inflation |  | percent | month");
  EXPECT_EQ(rows(loaded.value->series[1]), "2019-01=1.99");
}

TEST(StatbelCsv, points_at_cells_rows_and_a_month_twice) {
  const std::string start = "Jaar,Maand,Gezondheidsindex\n";
  EXPECT_EQ(problems(read(start + "2026,Mei,139.x\n2026,14,139.08\n2026,Ju")),
            "I0307 2:10 '139.x'; I0307 3:6 '14'; I0305 4:1 '2026,Ju'");
  EXPECT_EQ(problems(read(start + "2026,Mei,139.22\n2026,5,139.08\n")), "I0306 3:8 '139.08'");
}

}  // namespace publication_statbel_test
