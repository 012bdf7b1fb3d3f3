#include <gtest/gtest.h>

#include "publication_text.hpp"

// Small files in the syntax of BLS and SDMX-ML. The figures are real: CUUR0000SA0, CUSR0000SA0, the
// French IRL 001515333 and the production index 001654489.

namespace publication_replies_test {

using namespace publication_text;

const std::string flat_head = "series_id        \tyear\tperiod\t       value\tfootnote_codes\r\n";

std::string flat(const char* id, const char* year, const char* period, const char* value,
                 const char* footnote = "        ") {
  return std::string(id) + "      \t" + year + "\t" + period + "\t" + value + "\t" + footnote +
         "\r\n";
}

TEST(BlsFlat, takes_series_and_annual_means_apart_and_names_the_seasonal_adjustment) {
  const auto loaded = read(flat_head + flat("CUSR0000SA0", "1947", "M01", "       21.48") +
                           flat("CUUR0000SA0", "2017", "M11", "     246.669") +
                           flat("CUUR0000SA0", "2017", "M12", "     246.524") +
                           flat("CUUR0000SA0", "2017", "M13", "     245.120") +
                           flat("CUUS0000SA0", "2017", "S01", "     244.076"));
  ASSERT_TRUE(loaded.ok()) << problems(loaded);
  const auto& series = loaded.value->series;
  ASSERT_EQ(series.size(), 3U);
  EXPECT_EQ(head(series[0]), "BLS | CUSR0000SA0 |  | index | month");
  EXPECT_EQ(series[0].title, "CUSR0000SA0, seasonally adjusted");
  EXPECT_EQ(rows(series[0]), "1947-01=21.48");
  EXPECT_EQ(series[1].title, "CUUR0000SA0, not seasonally adjusted");
  EXPECT_EQ(rows(series[1]), "2017-11=246.669 2017-12=246.524");
  EXPECT_EQ(head(series[2]), "BLS | CUUR0000SA0 |  | index | year");
  EXPECT_EQ(rows(series[2]), "2017=245.120");
  EXPECT_EQ(remarks(loaded), "BLS CUUS0000SA0: half-yearly means (S01 to S03) are left out\n");
}

TEST(BlsFlat, keeps_a_month_without_a_figure_and_marks_preliminary_ones) {
  const auto loaded =
      read(flat_head + flat("WPU00000000", "2025", "M08", "     262.114", "P       ") +
           flat("CUUR0000SA0", "2025", "M10", "           -", "X       "));
  ASSERT_TRUE(loaded.ok()) << problems(loaded);
  EXPECT_EQ(rows(loaded.value->series[0]), "2025-08=262.114p");
  EXPECT_EQ(rows(loaded.value->series[1]), "2025-10=-");
  EXPECT_EQ(remarks(loaded), "BLS CUUR0000SA0: no figure for 2025-10\n");
}

TEST(BlsFlat, says_that_a_survey_of_another_kind_may_be_no_index) {
  const auto loaded = read(flat_head + flat("LNS14000000", "2024", "M01", "         3.7"));
  ASSERT_TRUE(loaded.ok()) << problems(loaded);
  EXPECT_NE(remarks(loaded).find("check that this is an index"), std::string::npos);
}

TEST(BlsFlat, points_at_periods_figures_and_rows_that_break_off) {
  EXPECT_EQ(problems(read(flat_head + flat("CUUR0000SA0", "2017", "M14", "     246.669") +
                          flat("CUUR0000SA0", "2017", "M12", "     246,524x"))),
            "I0307 2:24 'M14'; I0307 3:33 '246,524x'");
  EXPECT_EQ(problems(read(flat_head + flat("CUUR0000SA0", "2017", "M11", "     246.669") +
                          "CUUR0000SA0\t2017\tM12\t   24")),
            "I0305 3:1 'CUUR0000SA0\t2017\tM12\t   24'");
  EXPECT_EQ(problems(read(flat_head + flat("CUUR0000SA0", "2017", "M11", "     246.669") +
                          flat("CUUR0000SA0", "2017", "M11", "     246.524"))),
            "I0306 3:33 '246.524'");
  EXPECT_EQ(problems(read("series_id\tyear\tperiod\nCUUR0000SA0\t2017\tM12\n")),
            "I0313 1:1 'series_id\tyear\tperiod'; I0313 1:1 'series_id\tyear\tperiod'");
}

std::string reply(const std::string& data, const std::string& message = "",
                  const std::string& status = "REQUEST_SUCCEEDED") {
  return R"({"status":")" + status + R"(","responseTime":175,"message":[)" + message +
         R"(],"Results":{"series":[{"seriesID":"CUUR0000SA0","data":[)" + data + "]}]}}\n";
}

const std::string may =
    R"({"year":"2024","period":"M05","periodName":"May","latest":"true","value":"314.069","footnotes":[{}]})";
const std::string april =
    R"({"year":"2024","period":"M04","periodName":"April","value":"313.548","footnotes":[{}]})";

TEST(BlsReply, puts_the_newest_first_last_and_the_annual_mean_apart) {
  const auto loaded = read(reply(
      may + "," + april +
      R"(,{"year":"2023","period":"M13","periodName":"Annual","value":"304.702","footnotes":[{}]})"));
  ASSERT_TRUE(loaded.ok()) << problems(loaded);
  ASSERT_EQ(loaded.value->series.size(), 2U);
  EXPECT_EQ(head(loaded.value->series[0]), "BLS | CUUR0000SA0 |  | index | month");
  EXPECT_EQ(rows(loaded.value->series[0]), "2024-04=313.548 2024-05=314.069");
  EXPECT_EQ(rows(loaded.value->series[1]), "2023=304.702");
  EXPECT_EQ(loaded.value->series[0].rows[1].where.text(), "\"314.069\"");
}

TEST(BlsReply, a_dash_with_its_footnote_is_a_month_without_a_figure) {
  const auto loaded = read(reply(
      R"({"year":"2025","period":"M11","value":"324.122","footnotes":[{}]},)"
      R"({"year":"2025","period":"M10","value":"-","footnotes":[{"code":"X","text":"Data unavailable due to the 2025 lapse in appropriations."}]},)"
      R"({"year":"2025","period":"M09","value":"324.800","footnotes":[{}]})"));
  ASSERT_TRUE(loaded.ok()) << problems(loaded);
  EXPECT_EQ(rows(loaded.value->series[0]), "2025-09=324.800 2025-10=- 2025-11=324.122");
  EXPECT_EQ(remarks(loaded, Language::nl),
            "BLS CUUR0000SA0: geen cijfer voor 2025-10: Data unavailable due to the 2025 lapse in "
            "appropriations.\n");
}

TEST(BlsReply, a_message_of_a_reply_that_succeeded_is_told_or_without_figures_an_error) {
  const std::string message = R"("No Data Available for Series CUUR0000SA0 Year: 2026")";
  const auto some = read(reply(may, message));
  ASSERT_TRUE(some.ok()) << problems(some);
  EXPECT_EQ(remarks(some), "BLS: No Data Available for Series CUUR0000SA0 Year: 2026\n");
  const auto none = read(reply("", message));
  ASSERT_EQ(problems(none), "I0310 1:1");
  EXPECT_EQ(none.diagnostics.list()[0].title.en,
            "BLS answered without figures: No Data Available for Series CUUR0000SA0 Year: 2026");
}

TEST(BlsReply, a_refused_request_is_the_publishers_message) {
  const auto loaded = read(
      R"({"status":"REQUEST_NOT_PROCESSED","responseTime":0,"message":["Request could not be serviced, as the daily threshold has been reached."],"Results":{}})");
  ASSERT_EQ(problems(loaded), "I0310 1:11 '\"REQUEST_NOT_PROCESSED\"'");
  EXPECT_NE(loaded.diagnostics.list()[0].title.nl.find("daily threshold"), std::string::npos);
}

TEST(BlsReply, one_that_breaks_off_or_holds_another_text_for_a_figure_is_refused) {
  const std::string whole = reply(may + "," + april);
  EXPECT_EQ(problems(read(whole.substr(0, whole.size() - 40))).substr(0, 5), "I0305");
  EXPECT_EQ(problems(read(reply(R"({"year":"2024","period":"M05","value":"n/a"})"))),
            "I0307 1:156 '\"n/a\"'");
}

std::string generic(const std::string& series, const std::string& footer = "") {
  return "<?xml version=\"1.0\"?>\n<message:GenericData xmlns:message=\"m\" "
         "xmlns:generic=\"g\"><message:Header><message:Sender id=\"FR1\"/></message:Header>\n"
         "<message:DataSet structureRef=\"FR1_SERIES_BDM_1_0\">\n" +
         series + "</message:DataSet>" + footer + "</message:GenericData>\n";
}

std::string value(const char* id, const char* text) {
  return std::string("<generic:Value id=\"") + id + "\" value=\"" + text + "\"/>";
}

std::string series(const std::string& key, const std::string& attributes,
                   const std::string& observations) {
  return "<generic:Series><generic:SeriesKey>" + key + "</generic:SeriesKey><generic:Attributes>" +
         attributes + "</generic:Attributes>\n" + observations + "</generic:Series>\n";
}

std::string seen(const char* period, const char* figure, const char* status = "A") {
  return std::string("<generic:Obs>\n<generic:ObsDimension value=\"") + period +
         "\"/>\n<generic:ObsValue value=\"" + figure + "\"/>\n<generic:Attributes>" +
         value("OBS_STATUS", status) + "</generic:Attributes></generic:Obs>\n";
}

const std::string production =
    value("IDBANK", "001654489") +
    value("TITLE", "Indice brut de la production industrielle (base 100 en 2010) - Industries") +
    value("LAST_UPDATE", "2015-12-10") + value("UNIT_MEASURE", "SO") + value("UNIT_MULT", "0") +
    value("DECIMALS", "2") + value("BASE_PER", "2010");

TEST(SdmxMl, reads_insee_newest_first_with_base_decimals_and_day) {
  const auto loaded =
      read(generic(series(value("FREQ", "M") + value("PRODUIT", "B"), production,
                          seen("2015-10", "105.6", "P") + seen("2015-09", "106.06") +
                              seen("2015-08", ".", "M") + seen("2015-07", "NaN", "na"))));
  ASSERT_TRUE(loaded.ok()) << problems(loaded);
  ASSERT_EQ(loaded.value->series.size(), 1U);
  const PublishedSeries& read = loaded.value->series[0];
  EXPECT_EQ(head(read), "INSEE | 001654489 | 2010=100 | index | month");
  // 105.6 stands for 105.60: DECIMALS is 2.
  EXPECT_EQ(rows(read), "2015-07=- 2015-08=- 2015-09=106.06 2015-10=105.60p");
  ASSERT_TRUE(read.released);
  EXPECT_EQ(read.released->text(), "2015-12-10");
}

TEST(SdmxMl, finds_the_base_of_a_french_title) {
  const auto base = [](const char* title) {
    const auto loaded = read(generic(series(value("IDBANK", "000008630"),
                                            value("TITLE", title) + value("UNIT_MEASURE", "SO"),
                                            seen("2026-Q2", "2103"))));
    return loaded.ok() ? loaded.value->series[0].base : problems(loaded);
  };
  EXPECT_EQ(base("Indice du coût de la construction (ICC) - Base 100 au 4e trimestre 1953"),
            "1953-Q4=100");
  EXPECT_EQ(base("Indice des loyers commerciaux (ILC) - Base 100 : 1er trimestre 2008"),
            "2008-Q1=100");
  EXPECT_EQ(base("Indice des prix à la consommation - Base 2015 - Ensemble des ménages"),
            "2015=100");
  EXPECT_EQ(base("Indice du coût (base 100 en janvier 2015)"), "2015-01=100");
  EXPECT_EQ(base("Indice de référence des loyers (IRL)"), "");
}

TEST(SdmxMl, leaves_out_counts_and_says_so) {
  const auto loaded =
      read(generic(series(value("IDBANK", "001572432"),
                          value("TITLE", "Demandeurs d'emploi") + value("UNIT_MEASURE", "IND") +
                              value("UNIT_MULT", "3"),
                          seen("2016-11", "3548.5")) +
                   series(value("IDBANK", "001654489"), production, seen("2015-10", "105.61"))));
  ASSERT_TRUE(loaded.ok()) << problems(loaded);
  EXPECT_EQ(loaded.value->series.size(), 1U);
  EXPECT_NE(remarks(loaded).find("INSEE 001572432 is left out: its unit 'IND x 10^3'"),
            std::string::npos);
}

TEST(SdmxMl, reads_what_insee_sends_now_with_quality_and_day_of_the_journal) {
  const auto loaded = read(
      "<?xml version='1.0' encoding='UTF-8'?><message:StructureSpecificData xmlns:message=\"m\">"
      "<message:DataSet><Series IDBANK=\"001515333\" FREQ=\"T\" TITLE_FR=\"Indice de référence des "
      "loyers (IRL)\" LAST_UPDATE=\"2026-07-10\" UNIT_MEASURE=\"SO\" UNIT_MULT=\"0\" "
      "DECIMALS=\"2\"><Obs TIME_PERIOD=\"2026-Q2\" OBS_VALUE=\"148.37\" OBS_STATUS=\"A\" "
      "OBS_QUAL=\"DEF\" DATE_JO=\"2026-07-12\"/><Obs TIME_PERIOD=\"2026-Q1\" OBS_VALUE=\"146.60\" "
      "OBS_QUAL=\"P\"/></Series></message:DataSet></message:StructureSpecificData>");
  ASSERT_TRUE(loaded.ok()) << problems(loaded);
  const PublishedSeries& read = loaded.value->series[0];
  EXPECT_EQ(head(read), "INSEE | 001515333 |  | index | quarter");
  EXPECT_EQ(rows(read), "2026-Q1=146.60p 2026-Q2=148.37");
  EXPECT_FALSE(read.rows[0].published);
  ASSERT_TRUE(read.rows[1].published);
  EXPECT_EQ(read.rows[1].published->text(), "2026-07-12");
}

TEST(SdmxMl, reads_eurostat_by_its_key_and_unit) {
  std::string text = generic(series(
      value("UNIT", "I15") + value("COICOP", "CP00") + value("GEO", "EA") + value("FREQ", "M"), "",
      seen("2025-06", "129.72", "p") + seen("2025-05", "129.30", "")));
  text.replace(text.find("FR1"), 3, "ESTAT");
  text.replace(text.find("</message:Header>"), 0,
               "<message:DataSetID>prc_hicp_midx</message:DataSetID>");
  const auto loaded = read(text);
  ASSERT_TRUE(loaded.ok()) << problems(loaded);
  EXPECT_EQ(head(loaded.value->series[0]),
            "Eurostat | prc_hicp_midx I15 CP00 EA | 2015=100 | index | month");
  EXPECT_EQ(rows(loaded.value->series[0]), "2025-05=129.30 2025-06=129.72p");
}

TEST(SdmxMl, a_document_type_is_refused_before_anything_is_parsed) {
  std::string bomb = "<?xml version=\"1.0\"?>\n<!DOCTYPE lolz [\n <!ENTITY lol \"lol\">\n";
  for (int i = 1; i < 10; ++i)
    bomb += " <!ENTITY lol" + std::to_string(i) + " \"&lol;&lol;&lol;&lol;&lol;&lol;\">\n";
  bomb += "]>\n<message:GenericData>&lol9;</message:GenericData>\n";
  EXPECT_EQ(problems(read(bomb)), "I0308 2:1 '<!DOCTYPE'");
}

TEST(SdmxMl, points_at_cells_and_at_the_place_where_it_breaks_off) {
  const std::string whole = generic(
      series(value("IDBANK", "001654489"), production,
             seen("2015-10", "105,6x") + seen("2015-13", "106.06") + seen("2015-08", "1.0", "?")));
  EXPECT_EQ(problems(read(whole)), "I0307 7:26 '105,6x'; I0307 10:30 '2015-13'; I0307 16:59 '?'");
  const auto cut = read(whole.substr(0, whole.find("</generic:Series>")));
  ASSERT_EQ(problems(cut).substr(0, 5), "I0305") << problems(cut);
}

TEST(SdmxMl, an_error_message_and_other_xml_are_told_apart) {
  const auto error = read(
      "<?xml version=\"1.0\"?><message:Error><message:ErrorMessage code=\"100\"><common:Text>No "
      "results found</common:Text></message:ErrorMessage></message:Error>");
  ASSERT_EQ(problems(error).substr(0, 5), "I0310");
  EXPECT_EQ(error.diagnostics.list()[0].title.en,
            "the publisher answered with a message: 100, No results found");
  EXPECT_EQ(problems(read("<?xml version=\"1.0\"?><rss><channel/></rss>")).substr(0, 5), "I0301");
}

// Whatever a download that broke off still holds, no figure in it may differ from the whole file's:
// it is refused, or warned of, or what is read of it is a part of the whole.
TEST(BrokenOff, a_file_cut_at_any_byte_never_gives_another_figure) {
  const std::string year = ";MONAT;Monate;MONAT05;Mai;DINSG;Deutschland insgesamt;DG;Deutschland;";
  const std::vector<std::string> files{
      "Tabelle: 61111-0002\nVerbraucherpreisindex: Deutschland, Monate;;;;\nDeutschland;;;;;;;\n"
      ";;Verbraucherpreisindex;;Veränderung zum Vorjahresmonat;;Veränderung zum Vormonat;\n"
      ";;2020=100;2020=100;in (%);in (%);in (%);in (%)\n2024;August;119,7;p;1,9;e;-0,1;e\n"
      ";September;119,7;p;1,6;e;-;\n__________\n© Statistisches Bundesamt\n"
      "Stand: 22.11.2024 / 06:58:59\n",
      "statistics_code;statistics_label;time_code;time;1_variable_code;1_variable_label;"
      "1_variable_attribute_code;1_variable_attribute_label;2_variable_code;2_variable_label;"
      "2_variable_attribute_code;2_variable_attribute_label;value;value_unit;value_variable_code;"
      "value_q\n61111;VPI;JAHR;2020" +
          year + "100,4;2020=100;PREIS1;e\n61111;VPI;JAHR;2024" + year +
          "119,3;2020=100;PREIS1;p\n",
      "\"Title\",\"CPI INDEX 00: ALL ITEMS 2015=100\"\n\"CDID\",\"D7BT\"\n\"Source dataset ID\","
      "\"MM23\"\n\"Unit\",\"Index, base year = 100\"\n\"1988\",\"49.6\"\n\"2026 AUG\",\"143.6\"\n",
      "observation_date,A\n2024-01-01,131.94\n2024-02-01,133.82\n2024-03-01,134.51\n",
      flat_head + flat("CUUR0000SA0", "2017", "M11", "     246.669") +
          flat("CUUR0000SA0", "2017", "M12", "     246.524", "P"),
      reply(may + "," + april),
      generic(series(value("IDBANK", "001654489"), production,
                     seen("2015-10", "105.61", "P") + seen("2015-09", "106.06"))),
      "\"Frequency\",\"Reference area\",\"Unit of measure\",\"Time Period\",\"2022-01\",\"2021\"\n"
      "\"M:Monthly\",\"NL:Netherlands\",\"628:Index, 2010 = 100\",\"M:NL:628\",\"125.0475\",\"\"\n"
      "\"A:Annual\",\"NL:Netherlands\",\"628:Index, 2010 = 100\",\"A:NL:628\",\"\","
      "\"120.523717\"\n"};
  for (const std::string& file : files) {
    const auto whole = read(file);
    ASSERT_EQ(problems(whole), "") << file;
    std::string all;
    for (const PublishedSeries& each : whole.value->series)
      all += head(each) + " " + rows(each) + " ";
    for (std::size_t length = 1; length < file.size(); ++length) {
      const auto cut = read(file.substr(0, length));
      if (!cut.value || !cut.diagnostics.empty()) continue;
      for (const PublishedSeries& each : cut.value->series) {
        EXPECT_NE(all.find(head(each)), std::string::npos) << head(each) << " at " << length;
        for (const PublishedRow& row : each.rows) {
          PublishedSeries one;
          one.rows = {row};
          EXPECT_NE(all.find(" " + rows(one) + " "), std::string::npos)
              << rows(one) << " at byte " << length << " of\n"
              << file;
        }
      }
    }
  }
}

TEST(Recognition, none_of_these_formats_takes_a_file_of_sdmx_csv) {
  for (const char* start :
       {"KEY,FREQ,REF_AREA,ADJUSTMENT,TIME_PERIOD,OBS_VALUE,OBS_STATUS\nSTS.M,M,I9,N,1996-01,71.03,"
        "A\n",
        "DATAFLOW,LAST UPDATE,freq,unit,coicop,geo,TIME_PERIOD,OBS_VALUE,OBS_FLAG\n"
        "ESTAT:PRC_HICP_MIDX(1.0),06/02/26 23:00:00,M,I15,CP00,EA,2025-06,129.72,\n"}) {
    const auto loaded = read(start);
    if (!loaded.value) continue;
    for (const PublishedSeries& each : loaded.value->series)
      EXPECT_EQ(each.format, PublicationFormat::sdmx_csv);
  }
}

TEST(Recognition, a_page_latin_letters_and_an_archive_are_refused_before_any_format) {
  EXPECT_EQ(
      problems(read("<!DOCTYPE html><html><body>Tabelle: 61111-0002</body></html>")).substr(0, 5),
      "I0303");
  EXPECT_EQ(problems(read("Tabelle: 61111-0002\nM\xE4rz\n")).substr(0, 9), "I0304 2:2");
  EXPECT_EQ(problems(read(std::string("PK\x03\x04 x"))).substr(0, 5), "I0312");
  EXPECT_EQ(problems(read("%PDF-1.7\n")).substr(0, 5), "I0302");
}

}  // namespace publication_replies_test
