#include <gtest/gtest.h>

#include "publication_text.hpp"

// JSON-stat as Eurostat, PxWeb and others send it. The figures are made up.

namespace publication_json_stat_test {

using namespace publication_text;

std::string dataset(const std::string& value, const std::string& more = "") {
  return R"j({"version":"2.0","class":"dataset","label":"HICP - monthly data (index)","source":"ESTAT",
"updated":"2026-10-02T11:00:00+0200","value":)j" +
         value + more +
         R"j(,"id":["freq","unit","coicop18","geo","time"],"size":[1,1,1,1,3],
"dimension":{"freq":{"category":{"index":{"M":0},"label":{"M":"Monthly"}}},
"unit":{"category":{"index":{"I25":0},"label":{"I25":"Index, 2025=100"}}},
"coicop18":{"category":{"index":{"TOTAL":0},"label":{"TOTAL":"All-items HICP"}}},
"geo":{"category":{"index":{"NL":0},"label":{"NL":"Netherlands"}}},
"time":{"category":{"index":{"2026-07":0,"2026-08":1,"2026-09":2}}}},
"extension":{"id":"PRC_HICP_MINR"}})j";
}

TEST(JsonStat, reads_a_reply_of_eurostat_under_the_name_of_its_other_formats) {
  const auto loaded =
      read(dataset(R"({"0":102.59,"1":103.1,"2":103.81})", R"(,"status":{"2":"e"})"));
  ASSERT_TRUE(loaded.ok()) << problems(loaded);
  ASSERT_EQ(loaded.value->series.size(), 1U);
  const PublishedSeries& series = loaded.value->series[0];
  EXPECT_EQ(head(series), "Eurostat | prc_hicp_minr I25 TOTAL NL | 2025=100 | index | month");
  EXPECT_EQ(rows(series), "2026-07=102.59 2026-08=103.10 2026-09=103.81e");
  EXPECT_EQ(series.title, "Index, 2025=100, All-items HICP, Netherlands");
  ASSERT_TRUE(series.released);
  EXPECT_EQ(series.released->text(), "2026-10-02");
  EXPECT_EQ(series.format, PublicationFormat::json_stat);
}

TEST(JsonStat, reads_values_in_a_list_with_holes) {
  const auto loaded = read(dataset("[null,103.1,null]", R"(,"status":[":","","c"])"));
  ASSERT_TRUE(loaded.ok()) << problems(loaded);
  EXPECT_EQ(rows(loaded.value->series[0]), "2026-08=103.1 2026-09=-");
}

const std::string norway =
    R"j({"dataset":{"label":"Consumer Price Index, by contents and month","source":"Statistics Norway",
"updated":"2026-09-10T06:00:00Z","value":[139.2,139.9,2.9,3],
"dimension":{"ContentsCode":{"label":"contents","category":{"index":["KpiIndMnd","Tolvmnd"],
"label":{"KpiIndMnd":"Consumer Price Index (2015=100)","Tolvmnd":"12-month rate"},
"unit":{"KpiIndMnd":{"base":"index","decimals":1},"Tolvmnd":{"base":"per cent","decimals":1}}}},
"Tid":{"label":"month","category":{"index":{"2026M07":0,"2026M08":1},"label":{}}},
"id":["ContentsCode","Tid"],"size":[2,2],"role":{"time":["Tid"],"metric":["ContentsCode"]}}}})j";

TEST(JsonStat, reads_version_1_of_pxweb_with_units_and_decimals_beside_the_measure) {
  const auto loaded = read(norway);
  ASSERT_TRUE(loaded.ok()) << problems(loaded);
  ASSERT_EQ(loaded.value->series.size(), 2U);
  EXPECT_EQ(
      head(loaded.value->series[0]),
      "SSB | Consumer Price Index, by contents and month KpiIndMnd | 2015=100 | index | month");
  EXPECT_EQ(rows(loaded.value->series[0]), "2026-07=139.2 2026-08=139.9");
  EXPECT_EQ(loaded.value->series[1].unit, SeriesUnit::percent);
  EXPECT_EQ(rows(loaded.value->series[1]), "2026-07=2.9 2026-08=3.0");
}

TEST(JsonStat, leaves_out_what_is_no_index_and_half_years) {
  const auto persons = read(
      R"j({"version":"2.0","class":"dataset","label":"Population","source":"SCB","value":[1,2],
"id":["ContentsCode","Tid"],"size":[1,2],"role":{"time":["Tid"],"metric":["ContentsCode"]},
"dimension":{"ContentsCode":{"category":{"index":["A"],"label":{"A":"Population"},
"unit":{"A":{"base":"antal"}}}},"Tid":{"category":{"index":["2026M01","2026M02"]}}}})j");
  EXPECT_EQ(problems(persons).substr(0, 5), "I0309");
  const auto halves = read(
      R"j({"version":"2.0","class":"dataset","label":"Prices 2015=100","source":"X","value":[1.5,2],
"id":["time"],"size":[2],"dimension":{"time":{"category":{"index":["2026-S1","2026"]}}}})j");
  ASSERT_TRUE(halves.ok()) << problems(halves);
  EXPECT_EQ(rows(halves.value->series[0]), "2026=2");
  EXPECT_NE(remarks(halves).find("half-years"), std::string::npos);
}

TEST(JsonStat, refuses_what_does_not_fit_together) {
  EXPECT_EQ(problems(read(dataset("[102.59,103.1]"))).substr(0, 5), "I0305");
  EXPECT_EQ(problems(read(dataset(R"({"3":102.59})"))).substr(0, 5), "I0305");
  EXPECT_EQ(problems(read(dataset(R"({"x":102.59})"))).substr(0, 5), "I0305");
  EXPECT_EQ(problems(read(dataset(R"(["102,59",103.1,103])"))), "I0307 2:47 '\"102,59\"'");
  std::string huge = dataset("[1,2,3]");
  huge.replace(huge.find("[1,1,1,1,3]"), 11, "[99999,99999,99999,99999,3]");
  EXPECT_EQ(problems(read(huge)).substr(0, 5), "I0305");
  std::string without = dataset("[1,2,3]");
  without.replace(without.find("\"2026-08\":1"), 11, "\"August\":1");
  EXPECT_EQ(problems(read(without)).substr(0, 5), "I0307");
  const std::string whole = dataset("[1,2,3]");
  for (std::size_t size = 1; size < whole.size(); size += 37)
    EXPECT_FALSE(read(whole.substr(0, size)).ok()) << size;
}

}  // namespace publication_json_stat_test
