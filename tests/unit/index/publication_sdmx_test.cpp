#include <gtest/gtest.h>

#include "index/publication/unpack.hpp"
#include "publication_text.hpp"

// Small files in the syntax of Eurostat TSV and SDMX-CSV. The figures are real: HICP of the euro
// area and of the Netherlands (prc_hicp_midx I15 CP00), and the ECB's STS...CFOOD0.3.000.

namespace publication_sdmx_test {

using namespace publication_text;

const std::string tsv_head = "freq,unit,coicop,geo\\TIME_PERIOD\t2025-04 \t2025-05 \t2025-06 \n";

/// The heading, two months and one row of the table below, packed with gzip -n.
const std::string packed(
    "\037\213\010\000\000\000\000\000\002\377\113\053\112\055\324\051\315\313\054\321"
    "\111\316\317\114\316\057\320\111\117\315\217\011\361\364\165\215\017\160\015\362"
    "\364\167\341\064\062\060\062\325\065\060\125\200\062\314\024\270\174\165\074\015"
    "\115\165\234\003\014\014\164\134\035\071\015\215\054\364\314\015\024\200\264\245"
    "\236\241\201\002\027\000\345\314\062\151\121\000\000\000",
    94);
/// The same text in two members.
const std::string packed_twice(
    "\037\213\010\000\000\000\000\000\002\377\113\053\112\055\324\051\315\313\054\321"
    "\111\316\317\114\316\057\320\111\117\315\217\011\361\364\165\215\017\160\015\362"
    "\364\167\341\064\062\060\062\325\065\060\125\200\062\314\024\000\100\071\142\171"
    "\062\000\000\000\037\213\010\000\000\000\000\000\002\377\343\362\325\361\064\064"
    "\325\161\016\060\060\320\161\165\344\064\064\262\320\063\067\120\000\322\226\172"
    "\206\006\012\134\000\071\375\323\331\037\000\000\000",
    113);

SourcePtr source(const std::string& bytes) {
  return std::make_shared<const SourceText>("estat_prc_hicp_midx.tsv.gz", bytes);
}

TEST(EurostatTsv, reads_figures_with_their_flags_and_keeps_a_later_gap) {
  const auto loaded = read(tsv_head +
                               "M,I15,CP00,EA\t: \t128.7 p\t129.10 e\n"
                               "M,I15,CP00,NL\t136.91 b\t: c\t135.72 \n"
                               "M,I15,CP011,NL\t: \t: \t: @C\n",
                           "downloads/estat_prc_hicp_midx.tsv");
  ASSERT_TRUE(loaded.ok()) << problems(loaded);
  const auto& series = loaded.value->series;
  ASSERT_EQ(series.size(), 2U);
  EXPECT_EQ(head(series[0]), "Eurostat | prc_hicp_midx I15 CP00 EA | 2015=100 | index | month");
  EXPECT_EQ(rows(series[0]), "2025-05=128.70p 2025-06=129.10e");
  EXPECT_EQ(rows(series[1]), "2025-04=136.91 2025-05=- 2025-06=135.72");
  EXPECT_EQ(remarks(loaded), "the table is taken from the name of the file: prc_hicp_midx\n");
}

TEST(EurostatTsv, keeps_rates_apart_leaves_other_units_out_and_reads_old_headings) {
  const auto loaded = read(
      "unit,coicop,geo\\time\t2025M06 \t2025M05 \n"
      "RCH_A,CP00,EA\t2.0 \t1.9 \n"
      "I05,CP00,EA\t: \t: \n"
      "THS_PER,CP00,EA\t1 \t2 \n");
  ASSERT_TRUE(loaded.ok()) << problems(loaded);
  ASSERT_EQ(loaded.value->series.size(), 1U);
  EXPECT_EQ(head(loaded.value->series[0]), "Eurostat | RCH_A CP00 EA |  | percent | month");
  EXPECT_EQ(rows(loaded.value->series[0]), "2025-05=1.9 2025-06=2.0");
  EXPECT_EQ(remarks(loaded, Language::nl),
            "het bestand zegt niet bij welke tabel van Eurostat het hoort, en de naam ook niet\n"
            "Eurostat blijft weg: de eenheid 'THS_PER' is geen index, percentage of bedrag\n");
}

TEST(EurostatTsv, says_that_a_flash_month_has_a_rate_only_and_leaves_half_years_out) {
  const auto loaded = read(
      "freq,unit,coicop18,geo\\TIME_PERIOD\t2025-05 \t2025-06 \t2025-S1 \n"
      "M,I25,TOTAL,NL\t99.87 \t: \t: \n"
      "M,RCH_A,TOTAL,NL\t2.9 \t2.8 e\t: \n",
      "prc_hicp_minr.tsv");
  ASSERT_TRUE(loaded.ok()) << problems(loaded);
  EXPECT_EQ(loaded.value->series[0].base, "2025=100");
  EXPECT_EQ(loaded.value->series[0].table, "prc_hicp_minr I25 TOTAL NL");
  EXPECT_NE(remarks(loaded).find("2025-06: published as a rate of change only"), std::string::npos);
  EXPECT_NE(remarks(loaded).find("half-years are left out"), std::string::npos);
}

TEST(EurostatTsv, points_at_cells_and_at_rows_that_break_off) {
  EXPECT_EQ(problems(read(tsv_head + "M,I15,CP00,EA\t128,77 \t128.70 %\t129.10 \n"
                                     "M,I15,CP00,NL\t136.91 \t135")),
            "I0307 2:15 '128,77'; I0307 2:23 '128.70 %'; I0305 3:1 'M,I15,CP00,NL\t136.91 \t135'");
  EXPECT_EQ(problems(read("freq,geo\\TIME_PERIOD\t2025-13 \nM,NL\t1 \n")), "I0307 1:22 '2025-13'");
}

TEST(EurostatTsv, refuses_one_series_twice_with_different_figures) {
  EXPECT_EQ(problems(read(
                "freq,unit,geo\\TIME_PERIOD\t2025-05 \nM,I15,NL\t135.73 \nM,I15,NL\t135.37 \n")),
            "I0306 3:10 '135.37'");
}

TEST(Unpack, reads_a_gzip_file_of_one_or_more_members) {
  for (const std::string& bytes : {packed, packed_twice}) {
    const auto loaded = read_publication({source(bytes)});
    ASSERT_TRUE(loaded.ok()) << problems(loaded);
    ASSERT_EQ(loaded.value->series.size(), 1U);
    EXPECT_EQ(loaded.value->series[0].table, "prc_hicp_midx I15 CP00 EA");
    EXPECT_EQ(rows(loaded.value->series[0]), "2025-05=128.70 2025-06=129.10");
    ASSERT_EQ(loaded.value->unpacked.size(), 1U);
    EXPECT_EQ(loaded.value->series[0].rows[0].where.source, loaded.value->unpacked[0].get());
  }
}

TEST(Unpack, refuses_a_file_that_is_cut_damaged_or_has_something_behind_its_end) {
  std::string damaged = packed;
  damaged[30] = static_cast<char>(damaged[30] ^ 0x55);
  for (const std::string& bytes : {packed.substr(0, 60), packed.substr(0, packed.size() - 1),
                                   packed.substr(0, 10), damaged, packed + "behind"})
    EXPECT_EQ(problems(read_publication({source(bytes)})), "I0312") << bytes.size();
}

TEST(Unpack, stops_at_the_limit) {
  Diagnostics diagnostics;
  EXPECT_EQ(publication::unpack(source(packed), diagnostics, 80), nullptr);
  ASSERT_EQ(diagnostics.list().size(), 1U);
  EXPECT_EQ(diagnostics.list()[0].code, "I0312");
  Diagnostics none;
  EXPECT_NE(publication::unpack(source(packed), none, 81), nullptr);
  EXPECT_TRUE(none.empty());
}

TEST(SdmxCsv, reads_version_one_of_eurostat_with_its_day_and_flags) {
  const auto loaded = read(
      "DATAFLOW,LAST UPDATE,freq,unit,coicop,geo,TIME_PERIOD,OBS_VALUE,OBS_FLAG,CONF_STATUS\r\n"
      "ESTAT:PRC_HICP_MIDX(1.0),06/02/26 23:00:00,M,I15,CP00,EA,2025-05,128.7,,\r\n"
      "ESTAT:PRC_HICP_MIDX(1.0),06/02/26 23:00:00,M,I15,CP00,EA,2025-06,129.10,ep,\r\n"
      "ESTAT:PRC_HICP_MIDX(1.0),06/02/26 23:00:00,M,I15,CP00,NL,2025-06,,c,C\r\n"
      "ESTAT:PRC_HICP_MIDX(1.0),06/02/26 23:00:00,M,I15,CP00,NL,2025-05,135.73,r,\r\n");
  ASSERT_TRUE(loaded.ok()) << problems(loaded);
  const auto& series = loaded.value->series;
  ASSERT_EQ(series.size(), 2U);
  EXPECT_EQ(head(series[0]), "Eurostat | prc_hicp_midx I15 CP00 EA | 2015=100 | index | month");
  EXPECT_EQ(rows(series[0]), "2025-05=128.70 2025-06=129.10e");
  EXPECT_EQ(series[0].released, Date::parse("2026-02-06"));
  EXPECT_EQ(rows(series[1]), "2025-05=135.73r 2025-06=-");
}

TEST(SdmxCsv, reads_version_two_with_codes_and_names_in_one_cell_semicolons_and_commas) {
  const auto loaded = read(
      "STRUCTURE;STRUCTURE_ID;ACTION;freq: Time frequency;unit: Unit;geo: Area;TIME_PERIOD: "
      "Time;OBS_VALUE: Value;OBS_FLAG: Flag\n"
      "dataflow;ESTAT:PRC_HICP_MINR(1.0);I;M: Monthly;I15: Index, 2015=100;NL: "
      "Netherlands;2025-05;135,730;p: provisional\n"
      "dataflow;ESTAT:PRC_HICP_MINR(1.0);I;M: Monthly;I15: Index, 2015=100;NL: "
      "Netherlands;2025-06;135.720;\n");
  ASSERT_TRUE(loaded.ok()) << problems(loaded);
  ASSERT_EQ(loaded.value->series.size(), 1U);
  EXPECT_EQ(head(loaded.value->series[0]),
            "Eurostat | prc_hicp_minr I15 NL | 2015=100 | index | month");
  EXPECT_EQ(rows(loaded.value->series[0]), "2025-05=135.730p 2025-06=135.720");
  EXPECT_EQ(loaded.value->series[0].title, "Index, 2015=100, Netherlands");
}

TEST(SdmxCsv, reads_the_ecb_with_base_and_decimals_in_columns) {
  const auto loaded = read(
      "KEY,FREQ,REF_AREA,TIME_PERIOD,OBS_VALUE,OBS_STATUS,UNIT_INDEX_BASE,DECIMALS,TITLE,"
      "TITLE_COMPL,UNIT,UNIT_MULT\n"
      "STS.M.I9.N.ECPE.CFOOD0.3.000,M,I9,1996-01,71.03,A,2010=100,2,\"ECB index, "
      "import\",\"Euro area, Food \",PURE_NUMB,0\n"
      "STS.M.I9.N.ECPE.CFOOD0.3.000,M,I9,1996-02,75.5,A,2010=100,2,\"ECB index, "
      "import\",\"Euro area, Food \",PURE_NUMB,0\n"
      "STS.M.I9.N.ECPE.CFOOD0.3.000,M,I9,1996-03,,M,2010=100,2,\"ECB index, "
      "import\",\"Euro area, Food \",PURE_NUMB,0\n");
  ASSERT_TRUE(loaded.ok()) << problems(loaded);
  EXPECT_EQ(head(loaded.value->series[0]),
            "ECB | STS.M.I9.N.ECPE.CFOOD0.3.000 | 2010=100 | index | month");
  EXPECT_EQ(rows(loaded.value->series[0]), "1996-01=71.03 1996-02=75.50 1996-03=-");
  EXPECT_EQ(loaded.value->series[0].title, "Euro area, Food");
}

TEST(SdmxCsv, reads_the_oecd_with_names_in_columns_of_their_own) {
  const std::string row =
      "DATAFLOW,OECD.SDD.TPS:DSD_PRICES@DF_PRICES_ALL(1.0),Consumer prices,I,NLD,Netherlands,M,"
      "Monthly,";
  const auto loaded = read(
      "STRUCTURE,STRUCTURE_ID,STRUCTURE_NAME,ACTION,REF_AREA,Reference area,FREQ,Frequency of "
      "observation,UNIT_MEASURE,Unit of measure,TIME_PERIOD,Time "
      "period,OBS_VALUE,Observation value,OBS_STATUS,Observation status,BASE_PER,Base "
      "period\r\n" +
      row + "IX,Index,2022-01,,118.2,,A,Normal value,2015,\r\n" + row +
      "PA,Percent per annum,2022-01,,6.4,,P,Provisional value,,\r\n" + row +
      "USD_EXC,US dollars exchange converted,2022-01,,n/a,,A,Normal value,,\r\n");
  ASSERT_TRUE(loaded.ok()) << problems(loaded);
  ASSERT_EQ(loaded.value->series.size(), 2U);
  EXPECT_EQ(head(loaded.value->series[0]),
            "OECD | DSD_PRICES@DF_PRICES_ALL NLD M IX | 2015=100 | index | month");
  EXPECT_EQ(loaded.value->series[0].title, "Netherlands, Monthly, Index");
  EXPECT_EQ(rows(loaded.value->series[1]), "2022-01=6.4p");
  EXPECT_NE(remarks(loaded).find("'USD_EXC' is neither"), std::string::npos);
}

TEST(SdmxCsv, points_at_cells_rows_and_missing_columns) {
  const std::string start = "DATAFLOW,LAST UPDATE,freq,unit,geo,TIME_PERIOD,OBS_VALUE,OBS_FLAG\n";
  const std::string row = "ESTAT:PRC_HICP_MIDX(1.0),06/02/26 23:00:00,M,I15,NL,";
  EXPECT_EQ(problems(read(start + row + "2025-13,1.0,\n" + row + "2025-05,\"135,73\",\n" + row +
                          "2025-06,135.72,?\n" + row + "2025-0")),
            "I0307 2:53 '2025-13'; I0307 3:61 '\"135,73\"'; I0307 4:68 '?'; I0305 5:1 "
            "'ESTAT:PRC_HICP_MIDX(1.0),06/02/26 23:00:00,M,I15,NL,2025-0'");
  EXPECT_EQ(problems(read("DATAFLOW,freq,unit,geo,OBS_VALUE\nESTAT:X(1.0),M,I15,NL,1\n")),
            "I0313 1:1 'DATAFLOW,freq,unit,geo,OBS_VALUE'");
  EXPECT_EQ(problems(read(start + row + "2025-05,135.73,\n" + row + "2025-05,135.37,\n")),
            "I0306 3:61 '135.37'");
}

}  // namespace publication_sdmx_test
