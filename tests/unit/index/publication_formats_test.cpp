#include <gtest/gtest.h>

#include "publication_text.hpp"

// Small files in the syntax of downloads that are newer, English or rarer. Figures partly made up.

namespace publication_formats_test {

using namespace publication_text;

TEST(StatlineInEnglish, has_a_decimal_point_between_its_semicolons) {
  const auto loaded = read(
      "\xEF\xBB\xBF\"Consumer prices; price index 2025=100\"\n"
      "\"Expenditure categories: 000000 All items\"\n\"\";\"Topic\"\n"
      "\"\";\"CPI\";\"CPI derived\";\"Annual rate of change CPI\"\n"
      "\"Periods\";\"2025=100\";\"2025=100\";\"%\"\n\"2026 June\";\"103.30\";\"103.10\";\"2.8\"\n"
      "\"2026 July*\";\"103.95\";\"103.70\";\"2.9\"\n\"Source: CBS\"\n");
  ASSERT_TRUE(loaded.ok()) << problems(loaded);
  ASSERT_EQ(loaded.value->series.size(), 3U);
  EXPECT_EQ(rows(loaded.value->series[0]), "2026-06=103.30 2026-07=103.95p");
  EXPECT_EQ(rows(loaded.value->series[2]), "2026-06=2.8 2026-07=2.9p");
  const auto prices = read(
      "\"Prices of natural gas and electricity\"\n\"VAT and tax: Excluding VAT and taxes\"\n"
      "\"\";\"Topic\"\n\"\";\"Natural gas\"\n\"Periods\";\"euro/m3\"\n"
      "\"2025 1st quarter\";\"0.851\"\n\"2025 2nd quarter*\";\"1,000.722\"\n\"Source: CBS\"\n");
  ASSERT_TRUE(prices.ok()) << problems(prices);
  EXPECT_EQ(rows(prices.value->series[0]), "2025-Q1=0.851 2025-Q2=1000.722p");
}

TEST(Statline, half_years_are_left_out_and_the_year_is_kept) {
  const auto loaded = read(
      "\"Energieprijzen\"\n\"\";\"Onderwerp\"\n\"\";\"Aardgas\"\n\"Perioden\";\"euro/m3\"\n"
      "\"2025 1e halfjaar\";\"0,851\"\n\"2025 2e halfjaar*\";\"0,722\"\n\"2025\";\"0,780\"\n"
      "\"Bron: CBS\"\n");
  ASSERT_TRUE(loaded.ok()) << problems(loaded);
  EXPECT_EQ(rows(loaded.value->series[0]), "2025=0.780");
  EXPECT_EQ(remarks(loaded, Language::nl),
            "cijfers per halfjaar blijven weg: het programma kent maanden, kwartalen en jaren\n");
}

TEST(CbsServices, leave_out_the_spans_that_the_program_does_not_know) {
  const auto third = read(
      R"({"odata.metadata":"http://opendata.cbs.nl/ODataApi/OData/83131NED/$metadata#Cbs.OData.WebAPI.TypedDataSet","value":[{"ID":0,"B":"T001112  ","Perioden":"2025MM12  ","CPI_1":137.12},{"ID":1,"B":"T001112  ","Perioden":"2025X000","CPI_1":1.0},{"ID":2,"B":"T001112  ","Perioden":"2025HJ01","CPI_1":1.0}]})");
  ASSERT_TRUE(third.ok()) << problems(third);
  EXPECT_EQ(rows(third.value->series[0]), "2025-12=137.12");
  const auto fourth = read(
      R"({"@odata.context":"https://datasets.cbs.nl/odata/v1/CBS/84183NED/$metadata#Observations","value":[{"Id":0,"Measure":"M1","ValueAttribute":"None","Value":124.9,"StringValue":null,"B":"T001081","Perioden":"2023KW04"},{"Id":1,"Measure":"M1","ValueAttribute":"None","Value":124.1,"StringValue":null,"B":"T001081","Perioden":"2023VJ12"}]})");
  ASSERT_TRUE(fourth.ok()) << problems(fourth);
  EXPECT_EQ(rows(fourth.value->series[0]), "2023-Q4=124.9");
  EXPECT_NE(remarks(fourth).find("four quarters up to a quarter are left out"), std::string::npos);
}

TEST(CbsRawDataSet, is_read_without_a_table_and_says_so) {
  const auto loaded = read(
      "\xEF\xBB\xBF\"ID\";\"Bestedingscategorieen\";\"Perioden\";\"CPI_1\";\"JaarmutatieCPI_5\"\n"
      "0;\"T001112  \";\"2026MM06\";103.30;2.8\n1;\"T001112  \";\"2026MM07\";103.95;.\n");
  ASSERT_TRUE(loaded.ok()) << problems(loaded);
  EXPECT_EQ(head(loaded.value->series[0]), "CBS | T001112 CPI |  | index | month");
  EXPECT_EQ(rows(loaded.value->series[0]), "2026-06=103.30 2026-07=103.95");
  EXPECT_EQ(head(loaded.value->series[1]), "CBS | T001112 JaarmutatieCPI |  | percent | month");
  EXPECT_NE(remarks(loaded).find("does not say of which table it is"), std::string::npos);
  const auto twice = read(
      "ID,Periods,PriceIndices_1,PriceIndices_3,Weights_4,Cost2010100_5\n"
      "65,1995MM01,89.4,85.6,100,77.5\n66,1995VJ12,1,2,3,4\n");
  ASSERT_TRUE(twice.ok()) << problems(twice);
  ASSERT_EQ(twice.value->series.size(), 3U);
  EXPECT_EQ(twice.value->series[1].table, "PriceIndices_3");
  EXPECT_EQ(rows(twice.value->series[1]), "1995-01=85.6");
  EXPECT_EQ(twice.value->series[2].base, "2010=100");
  EXPECT_EQ(problems(read("ID,Periods,CPI_1\n0,1995MM13,1\n1,1995MM01,x\n")),
            "I0307 2:3 '1995MM13'; I0307 3:12 'x'");
}

TEST(CbsPortal, has_a_figure_a_row_with_unit_and_stars) {
  const std::string start =
      "\xEF\xBB\xBF\"B_code\";\"B_title\";\"Perioden_code\";\"Perioden_title\";\"Measure\";"
      "\"Unit\";"
      "\"Value\";\"StringValue\"\n";
  const auto loaded =
      read(start +
           "\"T001112\";\"000000 Alle bestedingen\";\"2026MM06\";\"2026 juni\";\"CPI\";"
           "\"2025=100\";\"103.3\";\"\"\n"
           "\"T001112\";\"000000 Alle bestedingen\";\"2026MM07\";\"2026 juli*\";\"CPI\";"
           "\"2025=100\";\"103.95\";\"\"\n"
           "\"T001112\";\"000000 Alle bestedingen\";\"2026MM07\";\"2026 juli*\";\"Gewicht\";\"x 1 "
           "000\";\"1000\";\"\"\n");
  ASSERT_TRUE(loaded.ok()) << problems(loaded);
  ASSERT_EQ(loaded.value->series.size(), 1U);
  EXPECT_EQ(head(loaded.value->series[0]), "CBS | T001112 CPI | 2025=100 | index | month");
  EXPECT_EQ(rows(loaded.value->series[0]), "2026-06=103.30 2026-07=103.95p");
  EXPECT_NE(remarks(loaded).find("T001112 Gewicht is left out"), std::string::npos);
}

TEST(DestatisInEnglish, has_english_months_and_a_decimal_point) {
  const auto loaded = read(
      "\xEF\xBB\xBFTable: 61111-0002\nConsumer price index: Germany, months;;;\n"
      "Consumer price index for Germany;;;\nGermany;;;\n;;Consumer price index;\n"
      ";;2020=100;\n2026;July;124.3;e\n;August;124.5;p\n__________\n"
      "(c) Statistisches Bundesamt (Destatis), 2026\nStand: 20.09.2026 / 08:00:00\n");
  ASSERT_TRUE(loaded.ok()) << problems(loaded);
  EXPECT_EQ(head(loaded.value->series[0]), "Destatis | 61111-0002 | 2020=100 | index | month");
  EXPECT_EQ(rows(loaded.value->series[0]), "2026-07=124.3 2026-08=124.5p");
  const std::string flat =
      "statistics_code;statistics_label;time_code;time_label;time;1_variable_code;1_variable_label;"
      "1_variable_attribute_code;1_variable_attribute_label;value;value_unit;value_variable_code;"
      "value_variable_label\n61111;Consumer price index;JAHR;Year;2026;MONAT;Months;MONAT07;July;"
      "124.3;2020=100;PREIS1;Consumer price index\n";
  EXPECT_EQ(rows(read(flat).value->series[0]), "2026-07=124.3");
}

TEST(DestatisFlatUntil2025, has_a_column_a_measure) {
  const std::string start =
      "Statistik_Code;Statistik_Label;Zeit_Code;Zeit_Label;Zeit;1_Merkmal_Code;1_Merkmal_Label;"
      "1_Auspraegung_Code;1_Auspraegung_Label;2_Merkmal_Code;2_Merkmal_Label;2_Auspraegung_Code;"
      "2_Auspraegung_Label;PREIS1__Verbraucherpreisindex__2020=100\n"
      "61111;Verbraucherpreisindex für Deutschland;JAHR;Jahr;2023;DINSG;Deutschland insgesamt;DG;"
      "Deutschland;MONAT;Monate;MONAT07;Juli;";
  const auto loaded = read(start + "117,1\n");
  ASSERT_TRUE(loaded.ok()) << problems(loaded);
  EXPECT_EQ(head(loaded.value->series[0]), "Destatis | 61111-0002 | 2020=100 | index | month");
  EXPECT_EQ(rows(loaded.value->series[0]), "2023-07=117.1");
  EXPECT_EQ(problems(read(start + "117.1x\n")), "I0307 2:129 '117.1x'");
}

TEST(DestatisCube, says_first_what_its_columns_are) {
  const auto loaded = read(
      "* Export\nK;DQ;FACH-SCHL;GHH-ART\nD;61111BM001;;N\nK;DQ-ERH;FACH-SCHL\nD;61111\n"
      "K;DQA;NAME;RHF-BSR;RHF-ACHSE\nD;DINSG;1;1\nD;MONAT;2;2\nK;DQZ;NAME\nD;JAHR;3;3\n"
      "K;DQI;NAME;ME-NAME;DST\nD;PREIS1;2020=100;FEST\n"
      "K;QEI;FACH-SCHL;FACH-SCHL;ZI-WERT;WERT;QUALITAET;GESPERRT;WERT-VERFAELSCHT\n"
      "D;DG;MONAT07;2026;124.3;e;;0.0\nD;DG;MONAT08;2026;124.5;p;;0.0\n");
  ASSERT_TRUE(loaded.ok()) << problems(loaded);
  EXPECT_EQ(head(loaded.value->series[0]),
            "Destatis | 61111BM001 PREIS1 | 2020=100 | index | month");
  EXPECT_EQ(rows(loaded.value->series[0]), "2026-07=124.3 2026-08=124.5p");
  EXPECT_EQ(problems(read("K;DQ;FACH-SCHL\nD;61111BM001\n")).substr(0, 5), "I0313");
}

TEST(InseeOnTheWeb, has_its_codes_behind_the_figures) {
  const std::string start =
      "\xEF\xBB\xBF\"Libellé\";\"Indice des loyers commerciaux (ILC)\";\"Codes\"\n"
      "\"idBank\";\"001532540\";\"\"\n\"Dernière mise à jour\";\"24/09/2026 08:45\";\"\"\n"
      "\"Période\";\"\";\"\"\n";
  const auto loaded = read(start +
                           "\"2026-T2\";\"137.50\";\"A\"\n\"2026-T1\";\"137.03\";\"P\"\n"
                           "\"2025-T4\";\"136.80\";\"SD\"\n\"2025-T3\";\"\";\"O\"\n");
  ASSERT_TRUE(loaded.ok()) << problems(loaded);
  EXPECT_EQ(head(loaded.value->series[0]), "INSEE | 001532540 |  | index | quarter");
  EXPECT_EQ(rows(loaded.value->series[0]),
            "2025-Q3=- 2025-Q4=136.80p 2026-Q1=137.03p 2026-Q2=137.50");
  ASSERT_TRUE(loaded.value->series[0].released);
  EXPECT_EQ(loaded.value->series[0].released->text(), "2026-09-24");
  EXPECT_EQ(problems(read(start + "\"2026-T5\";\"137.50\";\"A\"\n\"2026-T1\";\"137.50\";\"!\"\n")),
            "I0307 5:1 '\"2026-T5\"'; I0307 6:20 '\"!\"'");
}

TEST(InseeOnTheWeb, may_have_its_periods_across) {
  const auto loaded = read(
      "\"Libellé\";\"idBank\";\"Dernière mise à jour\";\"Période\";\"2026-01\";\"2026-02\"\n"
      "\"Indice des prix à la consommation - Base 2015\";\"001763852\";\"13/03/2026 "
      "08:45\";\"\";\"121.30\";\"121.55\"\n");
  ASSERT_TRUE(loaded.ok()) << problems(loaded);
  EXPECT_EQ(head(loaded.value->series[0]), "INSEE | 001763852 | 2015=100 | index | month");
  EXPECT_EQ(rows(loaded.value->series[0]), "2026-01=121.30 2026-02=121.55");
}

TEST(InseeOnTheWeb, may_be_in_english_and_without_a_day) {
  const auto loaded = read(
      "\"Label\";\"idBank\";\"Period\";\"2026-Q1\";\"2026-Q2\"\n"
      "\"Commercial rent index - Indice\";\"001532540\";\"\";\"137.03\";\"137.50\"\n");
  ASSERT_TRUE(loaded.ok()) << problems(loaded);
  EXPECT_EQ(rows(loaded.value->series[0]), "2026-Q1=137.03 2026-Q2=137.50");
}

TEST(EcbPortal, is_not_taken_for_fred) {
  const auto loaded = read(
      "DATE,TIME PERIOD,\"HICP - Overall index, Netherlands, Monthly "
      "(ICP.M.NL.N.000000.4.INX)\",\"HICP - Annual rate (ICP.M.NL.N.000000.4.ANR)\"\n"
      "2026-07-31,2026Jul,135.20,2.9\n2026-08-31,2026Aug,135.60,\n");
  ASSERT_TRUE(loaded.ok()) << problems(loaded);
  EXPECT_EQ(head(loaded.value->series[0]), "ECB | ICP.M.NL.N.000000.4.INX |  | index | month");
  EXPECT_EQ(loaded.value->series[0].title, "HICP - Overall index, Netherlands, Monthly");
  EXPECT_EQ(rows(loaded.value->series[0]), "2026-07=135.20 2026-08=135.60");
  EXPECT_EQ(loaded.value->series[1].unit, SeriesUnit::percent);
  EXPECT_EQ(rows(loaded.value->series[1]), "2026-07=2.9 2026-08=-");
}

TEST(FredSavedAgain, may_have_semicolons_commas_and_days_first) {
  EXPECT_EQ(rows(read("observation_date;CPIAUCNS\n2026-08-01;336,98\n2026-09-01;337,9\n")
                     .value->series[0]),
            "2026-08=336.98 2026-09=337.90");
  EXPECT_EQ(
      rows(read("observation_date;CPIAUCNS\n1-8-2026;336,98\n1-9-2026;337,9\n").value->series[0]),
      "2026-08=336.98 2026-09=337.90");
}

TEST(BisInRows, is_known_by_its_codes) {
  const auto loaded = read(
      "STRUCTURE;STRUCTURE_ID;FREQ:Frequency;REF_AREA:Reference area;UNIT_MEASURE:Unit of measure;"
      "TIME_PERIOD:Time period;OBS_VALUE:Observation Value;OBS_STATUS:Observation Status\n"
      "dataflow;BIS:WS_LONG_CPI(1.0);M: Monthly;NL: Netherlands;628: Index, 2010 = "
      "100;2026-08;145.201;A: Normal value\n");
  ASSERT_TRUE(loaded.ok()) << problems(loaded);
  EXPECT_EQ(head(loaded.value->series[0]), "BIS | WS_LONG_CPI M:NL:628 | 2010=100 | index | month");
  EXPECT_EQ(rows(loaded.value->series[0]), "2026-08=145.201");
}

TEST(PxWebCsv, has_labels_before_its_figures_and_the_period_among_them_or_above) {
  const auto down = read(
      "\"varugrupp\",\"månad\",\"KPI, 1980=100\"\n"
      "\"Totalt\",\"2026M07\",\"421.33\"\n\"Totalt\",\"2026M08\",\"421.9\"\n"
      "\"Mat\",\"2026M07\",\"..\"\n\"Mat\",\"2026M08\",\"380.10\"\n");
  ASSERT_TRUE(down.ok()) << problems(down);
  ASSERT_EQ(down.value->series.size(), 2U);
  EXPECT_EQ(head(down.value->series[0]), " | Totalt, KPI, 1980=100 | 1980=100 | index | month");
  EXPECT_EQ(rows(down.value->series[0]), "2026-07=421.33 2026-08=421.90");
  EXPECT_EQ(rows(down.value->series[1]), "2026-08=380.10");
  const auto across = read(
      "\"konsumgruppe\";\"KPI 2026M07\";\"KPI 2026M08\"\n"
      "\"Totalindeks\";139,2;139,9\n");
  ASSERT_TRUE(across.ok()) << problems(across);
  EXPECT_EQ(head(across.value->series[0]), " | Totalindeks, KPI |  | index | month");
  EXPECT_EQ(rows(across.value->series[0]), "2026-07=139.2 2026-08=139.9");
}

TEST(OnsJson, has_the_name_of_its_csv) {
  const auto loaded = read(
      R"({"months":[{"date":"2026 AUG","value":"142.1","label":"2026 AUG","year":"2026","month":"August","quarter":"","sourceDataset":"MM23","updateDate":"2026-09-16T06:00:00.000Z"}],"quarters":[{"date":"2026 Q2","value":"141.0"}],"years":[{"date":"2025","value":"138.6"}],"description":{"title":"CPI INDEX 00: ALL ITEMS 2015=100","cdid":"D7BT","datasetId":"MM23","releaseDate":"2026-09-16"}})");
  ASSERT_TRUE(loaded.ok()) << problems(loaded);
  ASSERT_EQ(loaded.value->series.size(), 3U);
  EXPECT_EQ(head(loaded.value->series[0]), "ONS | MM23 D7BT | 2015=100 | index | month");
  EXPECT_EQ(rows(loaded.value->series[0]), "2026-08=142.1");
  EXPECT_EQ(loaded.value->series[0].released->text(), "2026-09-16");
  EXPECT_EQ(
      problems(
          read(
              R"({"months":[{"date":"2026 AUX","value":"1","sourceDataset":"MM23","updateDate":"x"}],"description":{"title":"X 2015=100","cdid":"D7BT"}})"))
          .substr(0, 5),
      "I0307");
}

TEST(BlsDownload, has_commas_and_the_names_of_the_data_viewer) {
  const auto loaded = read(
      "Series ID,Year,Period,Label,Observation Value\n"
      "CUUR0000SA0,2026,M08,2026 Aug,336.980\n"
      "CUUR0000SA0,2026,M09,2026 Sep,337.900\n");
  ASSERT_TRUE(loaded.ok()) << problems(loaded);
  EXPECT_EQ(head(loaded.value->series[0]), "BLS | CUUR0000SA0 |  | index | month");
  EXPECT_EQ(rows(loaded.value->series[0]), "2026-08=336.980 2026-09=337.900");
}

TEST(StatisticsCanada, has_a_series_a_vector_and_tells_quarters_by_their_distance) {
  const std::string start =
      "\"REF_DATE\",\"GEO\",\"DGUID\",\"Index\",\"UOM\",\"UOM_ID\",\"SCALAR_FACTOR\",\"SCALAR_ID\","
      "\"VECTOR\",\"COORDINATE\",\"VALUE\",\"STATUS\",\"SYMBOL\",\"TERMINATED\",\"DECIMALS\"\n";
  const auto row = [](const char* date, const char* vector, const char* value, const char* status) {
    return std::string("\"") + date +
           "\",\"Canada\",\"2016A\",\"All items\",\"Index, 2014=100\",\"351\",\"units "
           "\",\"0\",\"" +
           vector + "\",\"1.1\",\"" + value + "\",\"" + status + "\",\"\",\"\",\"1\"\n";
  };
  const auto loaded = read(start + row("2025-01", "v1", "131", "") +
                           row("2025-02", "v1", "131.4", "p") + row("2025-01", "v2", "120.1", "") +
                           row("2025-04", "v2", "", "..") + row("2025-07", "v2", "121.0", "A"));
  ASSERT_TRUE(loaded.ok()) << problems(loaded);
  EXPECT_EQ(head(loaded.value->series[0]), "Statistics Canada | v1 | 2014=100 | index | month");
  EXPECT_EQ(loaded.value->series[0].title, "Canada, All items");
  EXPECT_EQ(rows(loaded.value->series[0]), "2025-01=131.0 2025-02=131.4p");
  EXPECT_EQ(rows(loaded.value->series[1]), "2025-Q1=120.1 2025-Q2=- 2025-Q3=121.0");
}

TEST(StatistikAustria, tells_codes_from_figures_by_the_first_letter) {
  const auto loaded = read(
      "C-VPIZR-0;C-VPI5NEU-0;F-VPIMZBM;F-VPIPZVJM\n"
      "VPIZR-202607;VPI-0;131,2;3,1\nVPIZR-202608;VPI-0;131,5;3,0\n");
  ASSERT_TRUE(loaded.ok()) << problems(loaded);
  EXPECT_EQ(head(loaded.value->series[0]),
            "Statistik Austria | VPI-0 F-VPIMZBM |  | index | month");
  EXPECT_EQ(rows(loaded.value->series[0]), "2026-07=131.2 2026-08=131.5");
  EXPECT_EQ(loaded.value->series[1].unit, SeriesUnit::percent);
  EXPECT_EQ(rows(loaded.value->series[1]), "2026-07=3.1 2026-08=3.0");
}

}  // namespace publication_formats_test
