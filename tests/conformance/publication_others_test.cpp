#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <map>
#include <sstream>

#include "publication_text.hpp"

// Genuine files of Destatis, ONS, BLS, FRED, BIS, INSEE and Eurostat, where they are beside the
// checkout, against the series that were collected from other copies. The counts were taken from
// the files themselves with another program.

namespace publication_others_test {

using namespace publication_text;

const std::string formats = PRICETALK_ROOT "/../shared/data/formats/";
const std::string collected = PRICETALK_ROOT "/../shared/data/series/";

std::string contents(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  EXPECT_TRUE(in) << path;
  std::ostringstream all;
  all << in.rdbuf();
  return all.str();
}

/// `period,value[,status]` by period.
std::map<std::string, std::string> figures(const std::string& name) {
  std::map<std::string, std::string> made;
  std::istringstream in(contents(collected + name + ".csv"));
  std::string line;
  std::getline(in, line);
  while (std::getline(in, line)) {
    const auto comma = line.find(',');
    made[line.substr(0, comma)] = line.substr(comma + 1, line.find(',', comma + 1) - comma - 1);
  }
  return made;
}

const PublishedSeries* find(const Loaded<Publication>& loaded, const std::string& table,
                            Unit frequency) {
  if (!loaded.value) return nullptr;
  for (const PublishedSeries& each : loaded.value->series)
    if (each.table == table && each.frequency == frequency) return &each;
  return nullptr;
}

class GenuineFiles : public testing::Test {
 protected:
  void SetUp() override {
    if (!std::filesystem::is_directory(formats) || !std::filesystem::is_directory(collected))
      GTEST_SKIP() << "no shared folder beside the checkout";
  }

  static Loaded<Publication> file(const std::string& name) {
    auto loaded = read(contents(formats + name), name);
    EXPECT_EQ(problems(loaded), "") << name;
    return loaded;
  }

  /// How many figures of a file were compared, and that they are equal digit by digit; `longer` of
  /// them have the same value, with zeros that the collected copy has lost.
  static void same_figures(const Loaded<Publication>& loaded, const std::string& table,
                           Unit frequency, const std::string& name, int wanted, int longer = 0) {
    const PublishedSeries* series = find(loaded, table, frequency);
    ASSERT_NE(series, nullptr) << table;
    const auto known = figures(name);
    int compared = 0;
    int restored = 0;
    for (const PublishedRow& row : series->rows) {
      const auto other = known.find(row.period.text());
      if (!row.value) continue;
      ASSERT_NE(other, known.end()) << table << " " << row.period.text();
      ++compared;
      EXPECT_EQ(*row.value, *Decimal::parse(other->second)) << table << " " << row.period.text();
      if (row.value->text() != other->second) ++restored;
    }
    EXPECT_EQ(compared, wanted) << table;
    EXPECT_EQ(restored, longer) << table;
  }
};

TEST_F(GenuineFiles, destatis_table_and_flat_file_hold_the_published_index) {
  const auto table = file("destatis/61111-0002_de.csv");
  ASSERT_TRUE(table.ok());
  ASSERT_EQ(table.value->series.size(), 3U);
  same_figures(table, "61111-0002", Unit::month, "destatis-61111-0002-vpi-2020", 406);
  EXPECT_EQ(table.value->series[0].rows.size(), 406U);  // the two months to come are left out
  EXPECT_EQ(table.value->series[0].released->text(), "2024-11-22");
  // Every other column of the table, which has no collected copy: -0,1, - and . among them.
  const PublishedSeries& monthly = table.value->series[2];
  EXPECT_EQ(monthly.rows[404].value->text(), "0");  // September 2024, written -
  EXPECT_FALSE(monthly.rows[0].value);              // January 1991, written .

  const auto flat = file("destatis/61111-0002_de_flat.csv");
  ASSERT_TRUE(flat.ok());
  ASSERT_EQ(flat.value->series.size(), 1U);
  same_figures(flat, "61111-0002", Unit::month, "destatis-61111-0002-vpi-2020", 34);
}

TEST_F(GenuineFiles, ons_months_and_years_are_the_published_ones) {
  const auto rpi = file("ons/chaw-mm23.csv");
  ASSERT_TRUE(rpi.ok());
  EXPECT_EQ(rpi.value->series.size(), 3U);
  same_figures(rpi, "MM23 CHAW", Unit::month, "ons-chaw-rpi-jan1987", 42);
  same_figures(rpi, "MM23 CHAW", Unit::year, "ons-chaw-rpi-jan1987-year", 39);
  EXPECT_EQ(rpi.value->series[0].base, "1987-01=100");
  const auto cpi = file("ons/d7bt-mm23.csv");
  ASSERT_TRUE(cpi.ok());
  same_figures(cpi, "MM23 D7BT", Unit::month, "ons-d7bt-cpi-2015", 44);
  same_figures(cpi, "MM23 D7BT", Unit::year, "ons-d7bt-cpi-2015-year", 38);
  EXPECT_EQ(cpi.value->series[0].base, "2015=100");
}

TEST_F(GenuineFiles, bls_flat_file_and_reply_are_the_published_index) {
  const auto flat = file("bls/cu.data.1.AllItems");
  ASSERT_TRUE(flat.ok());
  same_figures(flat, "CUUR0000SA0", Unit::month, "bls-cuur0000sa0-cpi-u-1982-84", 69);
  ASSERT_NE(find(flat, "CUUR0000SA0", Unit::year), nullptr);
  EXPECT_EQ(find(flat, "CUUR0000SA0", Unit::year)->rows.size(), 5U);
  EXPECT_EQ(find(flat, "CUUS0000SA0", Unit::month), nullptr);
  EXPECT_EQ(find(flat, "CUSR0000SA0", Unit::month)->rows.size(), 57U);
  const auto reply = file("bls/publicapi-v2-CUUR0000SA0.json");
  ASSERT_TRUE(reply.ok());
  same_figures(reply, "CUUR0000SA0", Unit::month, "bls-cuur0000sa0-cpi-u-1982-84", 29, 2);
}

TEST_F(GenuineFiles, fred_files_are_the_published_series) {
  const auto hicp = file("fred/CP0000NLM086NEST.csv");
  ASSERT_TRUE(hicp.ok());
  same_figures(hicp, "CP0000NLM086NEST", Unit::month, "eurostat-hicp-nl-cp00-2015-via-fred", 354,
               36);
  const auto oil = file("fred/MCOILBRENTEU.csv");
  ASSERT_TRUE(oil.ok());
  same_figures(oil, "MCOILBRENTEU", Unit::month, "eia-brent-usd-monthly-via-fred-mcoilbrenteu",
               458);
}

TEST_F(GenuineFiles, bis_months_are_the_published_ones) {
  const auto bis = file("bis/WS_LONG_CPI_csv_col.csv");
  ASSERT_TRUE(bis.ok());
  ASSERT_EQ(bis.value->series.size(), 4U);
  same_figures(bis, "WS_LONG_CPI M:NL:628", Unit::month, "bis-ws-long-cpi-nl-2010", 687);
  EXPECT_EQ(find(bis, "WS_LONG_CPI A:NL:628", Unit::year)->rows.size(), 122U);
  EXPECT_EQ(find(bis, "WS_LONG_CPI M:NL:771", Unit::month)->unit, SeriesUnit::percent);
}

TEST_F(GenuineFiles, sdmx_messages_of_insee_and_eurostat_are_read_whole) {
  const auto production = file("insee/sdmx-generic-IPI-2010-A21.xml");
  ASSERT_TRUE(production.ok());
  ASSERT_EQ(production.value->series.size(), 2U);
  const PublishedSeries& raw = production.value->series[0];
  EXPECT_EQ(head(raw), "INSEE | 001654489 | 2010=100 | index | month");
  EXPECT_EQ(raw.rows.size(), 24U);
  EXPECT_EQ(raw.rows.back().period.text() + "=" + raw.rows.back().value->text(), "2015-10=105.61");
  EXPECT_NE(raw.title.find("rév. 2"), std::string::npos);
  const auto eurostat = file("eurostat/sdmx-generic-cdh_e_fos-2014.xml");
  ASSERT_TRUE(eurostat.ok());
  ASSERT_EQ(eurostat.value->series.size(), 5U);
  EXPECT_EQ(head(eurostat.value->series[4]),
            "Eurostat | cdh_e_fos PC TOTAL FOS1 DE |  | percent | year");
  EXPECT_EQ(rows(eurostat.value->series[4]), "2006=36.65 2009=-");
  // Numbers of people are no index.
  const auto people = read(contents(formats + "insee/sdmx-generic-SERIES_BDM.xml"));
  EXPECT_EQ(problems(people), "I0309 1:1");
}

TEST_F(GenuineFiles, the_file_of_the_ecb_is_left_to_sdmx_csv) {
  const auto ecb = read(contents(formats + "ecb/STS.M.I9.N.ECPE.CFOOD0.3.000.csv"));
  ASSERT_TRUE(ecb.ok()) << problems(ecb);
  for (const PublishedSeries& each : ecb.value->series)
    EXPECT_EQ(each.format, PublicationFormat::sdmx_csv);
}

}  // namespace publication_others_test
