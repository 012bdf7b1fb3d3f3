#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "publication_text.hpp"

// Small files in the syntax of CBS OData, version 4 (as the service writes it) and version 3 (as
// its clients describe it). The figures are real: 86141NED, CPI 2025=100.

namespace publication_cbs_test {

using namespace publication_text;

const std::string v4 =
    R"({"@odata.context":"https://datasets.cbs.nl/odata/v1/CBS/86141NED/$metadata#)";

std::string part(const std::string& name, const std::string& items) {
  return v4 + name + R"(","value":[)" + items + "]}";
}

/// An observation; `value` as it stands in JSON.
std::string observation(const std::string& measure, const std::string& period,
                        const std::string& value) {
  const std::string attribute = value == "null" ? "Impossible" : "None";
  return R"({"Id":1,"Measure":")" + measure + R"(","ValueAttribute":")" + attribute +
         R"(","Value":)" + value + R"(,"StringValue":null,"Bestedingscategorieen":"T001112",)" +
         R"("Perioden":")" + period + R"("})";
}

const std::string measures = part(
    "MeasureCodes",
    R"({"Identifier":"M000215","Title":"CPI","Unit":"2025=100","Decimals":2},)"
    R"({"Identifier":"M000238","Title":"Jaarmutatie CPI","Unit":"%","Decimals":1},)"
    R"({"Identifier":"M000289","Title":"Wegingscoëfficiënt","Unit":"Coëfficiënt","Decimals":0})");
const std::string periods = part(
    "PeriodenCodes",
    R"({"Identifier":"2025MM12","Status":"Definitief"},{"Identifier":"2025JJ00","Status":"Definitief"},)"
    R"({"Identifier":"2026MM04","Status":"NaderVoorlopig"},{"Identifier":"2026MM05","Status":"Voorlopig"},)"
    R"({"Identifier":"2026MM06","Status":"Voorlopig"})");
const std::string categories = part(
    "BestedingscategorieenCodes", R"({"Identifier":"T001112","Title":"000000 Alle bestedingen"})");
const std::string properties =
    v4 +
    R"(Properties","Identifier":"86141NED","Title":"Consumentenprijzen; CPI 2025=100",)"
    R"("Modified":"2026-07-02T00:00:00+02:00",)"
    R"("License":"https://creativecommons.org/licenses/by/4.0/","Provenance":[{"Title":"x"}]})";
const std::string observations =
    part("Observations", observation("M000215", "2025MM12", "100.73") + "," +
                             observation("M000238", "2025MM12", "2.9") + "," +
                             observation("M000289", "2025MM12", "100000") + "," +
                             observation("M000215", "2025JJ00", "100") + "," +
                             observation("M000238", "2025JJ00", "3.3") + "," +
                             observation("M000215", "2026MM04", "102.91") + "," +
                             observation("M000215", "2026MM05", "103.01") + "," +
                             observation("M000238", "2026MM05", "3.5") + "," +
                             observation("M000215", "2026MM06", "null") + "," +
                             observation("M000238", "2026MM06", "2.9"));

Loaded<Publication> read_all(const std::vector<std::string>& texts) {
  std::vector<SourcePtr> files;
  for (const std::string& text : texts)
    files.push_back(
        std::make_shared<const SourceText>("part" + std::to_string(files.size()), text));
  return read_publication(files);
}

TEST(CbsODataV4, puts_parts_together_by_what_stands_in_them_in_any_order) {
  const auto loaded = read_all({periods, observations, categories, properties, measures});
  ASSERT_TRUE(loaded.ok()) << problems(loaded);
  const auto& series = loaded.value->series;
  ASSERT_EQ(series.size(), 4U);
  EXPECT_EQ(head(series[0]), "CBS | 86141NED T001112 M000215 | 2025=100 | index | month");
  EXPECT_EQ(rows(series[0]), "2025-12=100.73 2026-04=102.91p 2026-05=103.01p 2026-06=-p");
  EXPECT_EQ(series[0].title, "CPI, 000000 Alle bestedingen");
  EXPECT_EQ(series[0].licence, "CC BY 4.0");
  EXPECT_EQ(series[0].source, "https://datasets.cbs.nl/odata/v1/CBS/86141NED");
  EXPECT_EQ(series[0].released, Date::parse("2026-07-02"));
  EXPECT_EQ(series[0].file, "part1");
  EXPECT_TRUE(series[0].states_status);
}

TEST(CbsODataV4, takes_annual_means_apart_and_restores_the_zeros_that_json_loses) {
  const auto loaded = read_all({observations, measures, periods});
  ASSERT_TRUE(loaded.ok()) << problems(loaded);
  EXPECT_EQ(head(loaded.value->series[1]),
            "CBS | 86141NED T001112 M000215 | 2025=100 | index | year");
  EXPECT_EQ(rows(loaded.value->series[1]), "2025=100.00");
  EXPECT_EQ(head(loaded.value->series[2]), "CBS | 86141NED T001112 M000238 |  | percent | month");
  EXPECT_EQ(rows(loaded.value->series[2]), "2025-12=2.9 2026-05=3.5p 2026-06=2.9p");
}

TEST(CbsODataV4, says_that_a_flash_rate_has_no_index_and_that_weights_are_left_out) {
  const auto loaded = read_all({observations, measures, periods});
  EXPECT_EQ(remarks(loaded),
            "M000289 (Wegingscoëfficiënt) is left out: its unit 'Coëfficiënt' is neither an index, "
            "a percentage nor an amount of money\n"
            "2026-06: published as a rate of change only; there is no index figure yet, and none "
            "is computed from the rate\n");
}

TEST(CbsODataV4, says_what_is_unknown_when_only_the_observations_are_given) {
  const auto loaded = read(observations);
  ASSERT_TRUE(loaded.ok()) << problems(loaded);
  EXPECT_EQ(head(loaded.value->series[0]), "CBS | 86141NED T001112 M000215 |  | index | month");
  EXPECT_EQ(rows(loaded.value->series[0]),
            "2025-12=100.73 2026-04=102.91 2026-05=103.01 2026-06=-");
  EXPECT_FALSE(loaded.value->series[0].states_status);
  EXPECT_EQ(remarks(loaded, Language::nl),
            "86141NED: MeasureCodes ontbreekt; basis, eenheid en het aantal decimalen van de "
            "uitgever zijn onbekend, en cijfers krijgen er evenveel als het langste\n"
            "86141NED: PeriodenCodes ontbreekt; welke cijfers voorlopig zijn, is onbekend\n");
}

TEST(CbsODataV4, counts_the_periods_that_the_list_of_periods_does_not_know) {
  const auto loaded =
      read_all({observations, measures,
                part("PeriodenCodes", R"({"Identifier":"2026MM05","Status":"Voorlopig"})")});
  EXPECT_NE(remarks(loaded).find("the status of 4 periods is not in the list of periods (the first "
                                 "is 2025-12)"),
            std::string::npos)
      << remarks(loaded);
}

TEST(CbsODataV4, reads_pages_together_and_misses_the_one_that_was_not_given) {
  const std::string first =
      part("Observations", observation("M000215", "2026MM04", "102.91"))
          .insert(v4.size() + 14, R"("@odata.nextLink":"https://datasets.cbs.nl/next?$skip=1",)");
  const std::string second = part("Observations", observation("M000215", "2026MM05", "103.01"));
  const auto loaded = read_all({second, first, measures, periods});
  ASSERT_TRUE(loaded.ok()) << problems(loaded);
  EXPECT_EQ(rows(loaded.value->series[0]), "2026-04=102.91p 2026-05=103.01p");
  EXPECT_EQ(problems(read_all({first, measures})), "I0311 1:1");
}

TEST(CbsODataV4, keeps_two_tables_apart) {
  std::string other = observations;
  for (auto at = other.find("86141NED"); at != std::string::npos; at = other.find("86141NED"))
    other.replace(at, 8, "83131NED");
  const auto loaded = read_all({observations, measures, other});
  ASSERT_TRUE(loaded.ok()) << problems(loaded);
  EXPECT_EQ(loaded.value->series.front().table, "86141NED T001112 M000215");
  EXPECT_EQ(loaded.value->series.back().table, "83131NED T001112 M000289");
  EXPECT_EQ(loaded.value->series.back().base, "");
}

TEST(CbsODataV4, wants_the_observations_and_their_members) {
  EXPECT_EQ(problems(read_all({measures, periods})), "I0311 1:1");
  EXPECT_EQ(problems(read(part("Observations", R"({"Id":1,"Measure":"M000215","Value":1})"))),
            "I0313 1:136 '}'");
  // Found by the fuzzer: an observation without any member.
  EXPECT_THAT(problems(read(part("Observations", "{}"))), testing::StartsWith("I0313"));
}

TEST(CbsODataV4, tells_an_error_or_an_empty_list_from_figures) {
  EXPECT_EQ(problems(read(part("Observations", ""))), "I0310 1:1");
  const auto loaded = read(R"({"error":{"code":"","message":"Table 86141NEDX not found"}})");
  ASSERT_EQ(loaded.diagnostics.list().size(), 1U);
  EXPECT_EQ(loaded.diagnostics.list()[0].code, "I0310");
  EXPECT_EQ(loaded.diagnostics.list()[0].title.en,
            "the publisher answered with an error: Table 86141NEDX not found");
  EXPECT_EQ(problems(read(R"({"error":"Not found"})")), "I0310 1:10 '\"Not found\"'");
}

TEST(CbsODataV4, points_at_periods_and_figures_with_line_column_and_pointer) {
  const std::string text = v4 + "Observations\",\n\"value\":[\n" +
                           observation("M000215", "2026XX04", "102.91") + ",\n" +
                           observation("M000215", "2026MM05", "1.03E2") + "]}";
  const auto loaded = read(text);
  EXPECT_EQ(problems(loaded), "I0307 3:132 '\"2026XX04\"'; I0307 4:61 '1.03E2'");
  ASSERT_EQ(loaded.diagnostics.list().size(), 2U);
  EXPECT_EQ(loaded.diagnostics.list()[0].title.en, "/value/0/Perioden: '2026XX04' is not a period");
  EXPECT_EQ(loaded.diagnostics.list()[1].title.nl, "/value/1/Value: '1.03E2' is geen cijfer");
}

TEST(CbsODataV4, refuses_a_month_twice_and_a_text_that_breaks_off) {
  const std::string twice =
      part("Observations", observation("M000215", "2026MM05", "103.01") + ",\n" +
                               observation("M000215", "2026MM05", "103.11"));
  EXPECT_EQ(problems(read_all({twice, measures, periods})), "I0306 2:61 '103.11'");
  EXPECT_EQ(problems(read(observations.substr(0, 300))), "I0305 1:301");
}

const std::string v3 =
    R"({"odata.metadata":"https://opendata.cbs.nl/ODataApi/OData/86141NED/$metadata#Cbs.OData.WebAPI.)";

const std::string topics =
    v3 +
    R"(DataProperties","value":[)"
    R"({"odata.type":"Cbs.OData.Dimension","Key":"Bestedingscategorieen","Type":"Dimension"},)"
    R"({"odata.type":"Cbs.OData.TimeDimension","Key":"Perioden","Type":"TimeDimension"},)"
    R"({"odata.type":"Cbs.OData.Topic","Key":"CPI_1","Type":"Topic","Title":"CPI","Unit":"2025=100","Decimals":2},)"
    R"({"odata.type":"Cbs.OData.Topic","Key":"JaarmutatieCPI_5","Type":"Topic","Title":"Jaarmutatie CPI","Unit":"%","Decimals":1}]})";
const std::string statuses =
    v3 + R"(Perioden","value":[{"Key":"2025JJ00","Title":"2025","Status":"Definitief"},)"
         R"({"Key":"2026MM01","Title":"2026 januari","Status":"Definitief"},)"
         R"({"Key":"2026MM05","Title":"2026 mei","Status":"Voorlopig"}]})";
const std::string typed =
    v3 +
    R"(TypedDataSet","value":[)"
    R"({"ID":1,"Bestedingscategorieen":"T001112  ","Perioden":"2025JJ00","CPI_1":100,"JaarmutatieCPI_5":3.3},)"
    R"({"ID":2,"Bestedingscategorieen":"T001112  ","Perioden":"2026MM01","CPI_1":99.99,"JaarmutatieCPI_5":2.4},)"
    R"({"ID":3,"Bestedingscategorieen":"T001112  ","Perioden":"2026MM05","CPI_1":null,"JaarmutatieCPI_5":3.5}]})";

TEST(CbsODataV3, reads_a_column_for_each_measure_and_strips_the_padding_of_codes) {
  const auto loaded = read_all({typed, topics, statuses});
  ASSERT_TRUE(loaded.ok()) << problems(loaded);
  const auto& series = loaded.value->series;
  ASSERT_EQ(series.size(), 4U);
  EXPECT_EQ(head(series[0]), "CBS | 86141NED T001112 CPI_1 | 2025=100 | index | month");
  EXPECT_EQ(rows(series[0]), "2026-01=99.99 2026-05=-p");
  EXPECT_EQ(rows(series[1]), "2025=100.00");
  EXPECT_EQ(head(series[2]), "CBS | 86141NED T001112 JaarmutatieCPI_5 |  | percent | month");
  EXPECT_EQ(rows(series[2]), "2026-01=2.4 2026-05=3.5p");
  EXPECT_NE(remarks(loaded).find("2026-05: published as a rate of change only"), std::string::npos);
}

TEST(CbsODataV3, reads_the_padded_texts_of_the_untyped_set) {
  const auto loaded = read(
      v3 +
      R"(UntypedDataSet","value":[)"
      R"({"ID":"1","Bestedingscategorieen":"T001112  ","Perioden":"2026MM01","CPI_1":"   99.99","JaarmutatieCPI_5":"     2.4"},)"
      R"({"ID":"2","Bestedingscategorieen":"T001112  ","Perioden":"2026MM06","CPI_1":"       .","JaarmutatieCPI_5":"     2.9"}]})");
  ASSERT_TRUE(loaded.ok()) << problems(loaded);
  EXPECT_EQ(loaded.value->series[0].table, "86141NED T001112 CPI_1");
  EXPECT_EQ(rows(loaded.value->series[0]), "2026-01=99.99 2026-06=-");
  EXPECT_EQ(rows(loaded.value->series[1]), "2026-01=2.4 2026-06=2.9");
  EXPECT_NE(remarks(loaded).find("DataProperties was not given"), std::string::npos);
}

TEST(CbsODataV3, tells_a_filter_that_matches_nothing_and_an_error_from_figures) {
  const auto nothing = read(v3 + R"(TypedDataSet","value":[]})");
  EXPECT_EQ(problems(nothing), "I0310 1:1");
  EXPECT_NE(nothing.diagnostics.list()[0].hint.en.find("'T001112  '"), std::string::npos);
  EXPECT_EQ(
      problems(read(
          R"({"odata.error":{"code":"","message":{"lang":"en-US","value":"Resource not found"}}})")),
      "I0310 1:61 '\"Resource not found\"'");
  EXPECT_EQ(problems(read_all({topics, statuses})), "I0311 1:1");
}

}  // namespace publication_cbs_test
