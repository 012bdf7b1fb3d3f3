#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <map>
#include <sstream>

#include "cli/load.hpp"
#include "index/check.hpp"

// The figures in indices/, against the files that they were taken from where these are beside the
// checkout, and against each other.

namespace pricetalk {
namespace {

struct Taken {
  std::string_view file;
  std::string_view series;
};

constexpr std::array taken{std::to_array<Taken>({
    {"be-statbel-afgevlakte-gezondheidsindex-2013-2015",
     "statbel/afgevlakte-gezondheidsindex-2013"},
    {"be-statbel-cpi-2004", "statbel/cpi-2004"},
    {"be-statbel-cpi-2013", "statbel/cpi-2013"},
    {"be-statbel-gezondheidsindex-1996", "statbel/gezondheidsindex-1996"},
    {"be-statbel-gezondheidsindex-2004", "statbel/gezondheidsindex-2004"},
    {"be-statbel-gezondheidsindex-2013", "statbel/gezondheidsindex-2013"},
    {"be-statbel-gezondheidsindex-4m-gemiddelde-2004", "statbel/gezondheidsindex-viermaands-2004"},
    {"bfs-ch-lik-1982-12-year", "bfs/lik-1982-12-year"},
    {"bfs-ch-lik-2010-12-year", "bfs/lik-2010-12-year"},
    {"bfs-ch-lik-2015-12-year", "bfs/lik-2015-12-year"},
    {"bfs-ch-lik-2020-12-year", "bfs/lik-2020-12-year"},
    {"bls-cuur0000sa0-cpi-u-1982-84", "bls/cpi-u-1982-84"},
    {"cbs-37573mr-cao-lonen-uur-incl-1990-jaar", "cbs/lonen/cao-uur-1990-jaar"},
    {"cbs-70145ned-cpi-2000", "cbs/cpi/totaal-2000"},
    {"cbs-71311ned-cpi-2006-jaar", "cbs/cpi/alle-huishoudens-2006-jaar"},
    {"cbs-71313ned-cpi-afgeleid-2006", "cbs/cpi/afgeleid-2006"},
    {"cbs-71313ned-cpi-alle-huishoudens-2006", "cbs/cpi/alle-huishoudens-2006"},
    {"cbs-71905ned-cpi-1900-jaar", "cbs/cpi/sinds-1900-jaar"},
    {"cbs-82838ned-cao-lonen-uur-incl-2010-jaar", "cbs/lonen/cao-uur-2010-jaar"},
    {"cbs-82838ned-cao-lonen-uur-incl-L-onroerend-goed-2010",
     "cbs/lonen/cao-uur-onroerend-goed-2010"},
    {"cbs-82838ned-contractuele-loonkosten-uur-2010-jaar",
     "cbs/lonen/contractuele-loonkosten-uur-2010-jaar"},
    {"cbs-82838ned-loonkosten-uur-L-onroerend-goed-2010-eerst-gepubliceerd",
     "cbs/lonen/contractuele-loonkosten-uur-onroerend-goed-2010"},
    {"cbs-82838ned-loonkosten-uur-L-onroerend-goed-2010-huidig",
     "cbs/lonen/contractuele-loonkosten-uur-onroerend-goed-2010"},
    {"cbs-83131ned-cpi-010000-voeding-2015", "cbs/cpi/voeding-2015"},
    {"cbs-83131ned-cpi-afgeleid-alle-bestedingen-2015-jaar", "cbs/cpi/afgeleid-2015-jaar"},
    {"cbs-83131ned-cpi-alle-bestedingen-2015-jaar", "cbs/cpi/alle-bestedingen-2015-jaar"},
    {"cbs-83136ned-cpi-2015", "cbs/cpi/alle-bestedingen-2015"},
    {"cbs-83760ned-dpi-4941-goederenvervoer-weg-2015", "cbs/dpi/goederenvervoer-weg-2015"},
    {"cbs-83760ned-dpi-80-beveiliging-2015-jaar", "cbs/dpi/beveiliging-2015-jaar"},
    {"cbs-83760ned-dpi-h-vervoer-opslag-2015", "cbs/dpi/vervoer-opslag-2015"},
    {"cbs-83760ned-dpi-totaal-2015", "cbs/dpi/totaal-2015"},
    {"cbs-83760ned-dpi-totaal-2015-jaar", "cbs/dpi/totaal-2015-jaar"},
    {"cbs-83935ned-ppi-afzet-b-delfstoffen-2015", "cbs/ppi/afzet-delfstoffen-2015"},
    {"cbs-83936ned-ppi-afzet-c-industrie-2015", "cbs/ppi/afzet-industrie-2015"},
    {"cbs-85663ned-cao-lonen-uur-incl-2020", "cbs/lonen/cao-uur-2020"},
    {"cbs-85663ned-cao-lonen-uur-incl-2020-jaar", "cbs/lonen/cao-uur-2020-jaar"},
    {"cbs-85663ned-contractuele-loonkosten-uur-2020", "cbs/lonen/contractuele-loonkosten-uur-2020"},
    {"cbs-85663ned-contractuele-loonkosten-uur-2020-jaar",
     "cbs/lonen/contractuele-loonkosten-uur-2020-jaar"},
    {"cbs-85770ned-ppi-invoer-b-e-2021", "cbs/ppi/invoer-2021"},
    {"cbs-85770ned-ppi-invoer-b-e-2021-jaar", "cbs/ppi/invoer-2021-jaar"},
    {"cbs-85770ned-ppi-totaal-afzet-b-e-2021", "cbs/ppi/afzet-2021"},
    {"cbs-85770ned-ppi-totaal-afzet-b-e-2021-jaar", "cbs/ppi/afzet-2021-jaar"},
    {"cbs-85770ned-ppi-verbruik-b-e-2021", "cbs/ppi/verbruik-2021"},
    {"cbs-86141ned-cpi-afgeleid-alle-bestedingen-2025", "cbs/cpi/afgeleid-2025"},
    {"cbs-86141ned-cpi-afgeleid-alle-bestedingen-2025-jaar", "cbs/cpi/afgeleid-2025-jaar"},
    {"cbs-86141ned-cpi-alle-bestedingen-2025", "cbs/cpi/alle-bestedingen-2025"},
    {"cbs-86141ned-cpi-alle-bestedingen-2025-jaar", "cbs/cpi/alle-bestedingen-2025-jaar"},
    {"cbs-86141ned-jaarmutatie-cpi-afgeleid-pct", "cbs/cpi/jaarmutatie-afgeleid"},
    {"cbs-86141ned-jaarmutatie-cpi-pct", "cbs/cpi/jaarmutatie"},
    {"derived-bfs-ch-lik-dec2020-from-bis", "bfs/lik-2020-12-herleid"},
    {"derived-cbs-nl-cpi-2015-from-bis", "cbs/cpi/alle-bestedingen-2015-herleid"},
    {"derived-destatis-de-vpi-2015-from-bis", "destatis/vpi-2015-herleid"},
    {"derived-insee-fr-ipc-2015-from-bis", "insee/ipc-2015-herleid"},
    {"derived-statbel-be-cpi-2013-from-bis", "statbel/cpi-2013-herleid"},
    {"destatis-61111-0002-vpi-2020", "destatis/vpi-2020"},
    {"eia-brent-usd-monthly-via-fred-mcoilbrenteu", "eia/brent-usd"},
    {"eurostat-hicp-ea-cp00-2015", "eurostat/hicp/ea-2015"},
    {"eurostat-hicp-ea-nrg-2015", "eurostat/hicp/ea-energie-2015"},
    {"eurostat-hicp-ea-serv-2015", "eurostat/hicp/ea-diensten-2015"},
    {"eurostat-hicp-nl-cp00-2015-via-fred", "eurostat/hicp/nl-2015"},
    {"eurostat-hicp-nl-cp011-food-2015-via-fred", "eurostat/hicp/nl-voeding-2015"},
    {"insee-000008630-icc-1953q4", "insee/icc-1953q4"},
    {"insee-001515333-irl-1998q4", "insee/irl-1998q4"},
    {"insee-001532540-ilc-2008q1", "insee/ilc-2008q1"},
    {"insee-001617112-ilat-2010q1", "insee/ilat-2010q1"},
    {"ons-chaw-rpi-jan1987", "ons/rpi-chaw-1987-01"},
    {"ons-chaw-rpi-jan1987-year", "ons/rpi-chaw-1987-01-year"},
    {"ons-d7bt-cpi-2015", "ons/cpi-d7bt-2015"},
    {"ons-d7bt-cpi-2015-year", "ons/cpi-d7bt-2015-year"},
    {"szw-nl-wettelijk-minimumloon-maand-21plus", "szw/minimumloon-maand-21"},
    {"szw-nl-wettelijk-minimumuurloon-21plus", "szw/minimumuurloon-21"},
})};

struct CsvRow {
  std::string period;
  std::string value;
  std::string status;
};

std::vector<CsvRow> rows_of(const std::string& path) {
  std::ifstream in(path);
  std::vector<CsvRow> rows;
  std::string line;
  std::getline(in, line);  // period,value[,status]
  while (std::getline(in, line)) {
    CsvRow row;
    std::istringstream cells(line);
    std::getline(cells, row.period, ',');
    std::getline(cells, row.value, ',');
    std::getline(cells, row.status);
    rows.push_back(row);
  }
  return rows;
}

bool provisional(const CsvRow& row) {
  return row.status == "voorlopig" || row.status == "nader-voorlopig";
}

const Library& shipped() {
  static const Library library = [] {
    auto loaded =
        load_library({.paths = {PRICETALK_ROOT "/indices"}, .by_hand = {}, .entered_on = {}});
    EXPECT_TRUE(loaded.ok()) << render(loaded.diagnostics, Language::en);
    return loaded.value.value_or(Library());
  }();
  return library;
}

/// Some files of the source leave zeros at the end out; the publisher prints them.
bool same_digits(const std::string& shipped, const std::string& written, bool& restored) {
  if (shipped == written) return true;
  std::string longer = written.find('.') == std::string::npos ? written + "." : written;
  while (longer.size() < shipped.size()) longer += "0";
  restored = longer == shipped;
  return restored;
}

TEST(ShippedFigures, are_those_of_their_sources_digit_by_digit) {
  const std::string folder = PRICETALK_ROOT "/../shared/data/series/";
  if (!std::filesystem::is_directory(folder))
    GTEST_SKIP() << "no shared folder beside the checkout";
  std::size_t files = 0;
  std::size_t values = 0;
  std::size_t restored = 0;
  std::map<std::string_view, std::size_t> compared;
  for (const Taken& one : taken) {
    const Series* series = shipped().find(one.series);
    ASSERT_NE(series, nullptr) << one.series;
    const auto rows = rows_of(folder + std::string(one.file) + ".csv");
    ASSERT_FALSE(rows.empty()) << one.file;
    for (const CsvRow& row : rows) {
      bool padded = false;
      const auto at =
          std::find_if(series->records.begin(), series->records.end(), [&](const Observation& o) {
            return o.period.text() == row.period &&
                   same_digits(o.value.text(), row.value, padded) &&
                   (o.status == FigureStatus::provisional) == provisional(row);
          });
      EXPECT_NE(at, series->records.end()) << one.file << " " << row.period << " " << row.value;
      restored += padded ? 1U : 0U;
    }
    ++files;
    values += rows.size();
    compared[one.series] += rows.size();
  }
  for (const auto& [id, count] : compared) {
    if (id.starts_with("szw/")) continue;  // longer than the file: from the statutory table too
    EXPECT_EQ(shipped().find(id)->records.size(), count) << id;
  }
  std::cout << files << " files, " << values << " values compared, " << restored
            << " of them with zeros restored at the end\n";
  RecordProperty("files", static_cast<int>(files));
  RecordProperty("values", static_cast<int>(values));
}

TEST(ShippedFigures, have_no_errors_and_state_their_terms_and_source) {
  for (const SeriesCheck& check : check_series(shipped(), {}, *Date::make(2026, 11, 22)))
    for (const CheckFinding& finding : check.findings) {
      EXPECT_NE(finding.level, CheckLevel::error) << check.series << ": " << finding.text.en;
      EXPECT_NE(finding.kind, CheckKind::no_licence) << check.series;
      EXPECT_NE(finding.kind, CheckKind::no_source) << check.series;
    }
}

TEST(ShippedFigures, of_an_ended_base_say_their_last_period_and_what_follows) {
  for (const char* id : {"cbs/cpi/afgeleid-2015-jaar",
                         "cbs/cpi/alle-bestedingen-2015",
                         "cbs/cpi/alle-bestedingen-2015-herleid",
                         "cbs/cpi/alle-bestedingen-2015-jaar",
                         "cbs/cpi/voeding-2015",
                         "cbs/dpi/beveiliging-2015-jaar",
                         "cbs/dpi/goederenvervoer-weg-2015",
                         "cbs/dpi/totaal-2015",
                         "cbs/dpi/totaal-2015-jaar",
                         "cbs/dpi/vervoer-opslag-2015",
                         "cbs/dpi/vervoer-opslag-2015-jaar",
                         "cbs/lonen/cao-uur-2010-jaar",
                         "cbs/lonen/cao-uur-onroerend-goed-2010",
                         "cbs/lonen/contractuele-loonkosten-uur-2010-jaar",
                         "cbs/lonen/contractuele-loonkosten-uur-onroerend-goed-2010",
                         "cbs/ppi/afzet-delfstoffen-2015",
                         "cbs/ppi/afzet-industrie-2015",
                         "eurostat/hicp/ea-2015",
                         "eurostat/hicp/ea-diensten-2015",
                         "eurostat/hicp/ea-energie-2015",
                         "eurostat/hicp/nl-2015",
                         "eurostat/hicp/nl-voeding-2015"}) {
    const Series* series = shipped().find(id);
    ASSERT_NE(series, nullptr) << id;
    EXPECT_TRUE(series->stopped) << id;
    EXPECT_FALSE(series->successor.empty()) << id;
  }
  // Only the copy that was computed ends, and not what its publisher goes on with.
  for (const char* id : {"insee/ipc-2015-herleid", "statbel/cpi-2013-herleid"})
    EXPECT_FALSE(shipped().find(id)->stopped) << id;
}

struct Counted {
  CheckKind kind;
  std::string_view series;
  int compared;
  int agree;
  int explained;
  int known;
};

// Counted with python3 fractions over the source files: mean of the published months or quarters,
// or change over twelve months, half-up to the decimals of the published figure.
constexpr std::array counted{std::to_array<Counted>({
    {CheckKind::mean, "bfs/lik-2020-12-year", 1, 1, 0, 0},
    {CheckKind::mean, "cbs/cpi/afgeleid-2025-jaar", 16, 16, 0, 0},
    {CheckKind::mean, "cbs/cpi/alle-bestedingen-2015-jaar", 13, 13, 0, 0},
    {CheckKind::mean, "cbs/cpi/alle-bestedingen-2025-jaar", 16, 16, 0, 0},
    {CheckKind::mean, "cbs/cpi/alle-huishoudens-2006-jaar", 2, 2, 0, 0},
    {CheckKind::rate, "cbs/cpi/jaarmutatie", 186, 186, 0, 0},
    {CheckKind::rate, "cbs/cpi/jaarmutatie-afgeleid", 186, 186, 0, 0},
    {CheckKind::mean, "cbs/dpi/totaal-2015-jaar", 1, 1, 0, 0},
    {CheckKind::mean, "cbs/dpi/vervoer-opslag-2015-jaar", 1, 0, 0, 1},
    {CheckKind::mean, "cbs/ppi/afzet-2021-jaar", 8, 7, 1, 0},
    {CheckKind::mean, "cbs/ppi/invoer-2021-jaar", 8, 7, 1, 0},
    {CheckKind::mean, "ons/cpi-d7bt-2015-year", 38, 36, 1, 1},
    {CheckKind::mean, "ons/rpi-chaw-1987-01-year", 39, 38, 1, 0},
})};

TEST(ShippedFigures, agree_with_each_other_as_often_as_counted_independently) {
  std::vector<std::string> seen;
  for (const SeriesCheck& check : check_series(shipped(), {}, *Date::make(2026, 11, 22)))
    for (const Comparison& c : check.comparisons) {
      if (c.kind == CheckKind::base) continue;
      const auto* at = std::find_if(counted.begin(), counted.end(), [&](const Counted& one) {
        return one.series == check.series && one.kind == c.kind;
      });
      ASSERT_NE(at, counted.end()) << check.series;
      SCOPED_TRACE(check.series);
      EXPECT_EQ(c.compared, at->compared);
      EXPECT_EQ(c.agree, at->agree);
      EXPECT_EQ(c.explained, at->explained);
      EXPECT_EQ(c.known, at->known);
      EXPECT_EQ(c.differ, 0);
      seen.push_back(check.series);
    }
  EXPECT_EQ(seen.size(), counted.size());
}

// The published rates belong to the 2025=100 figures. Held against the 2015=100 figures, six of the
// 136 months come out a tenth away (python3 fractions): a rate is not restated by dividing.
TEST(ShippedFigures, published_rates_are_not_those_of_an_older_base) {
  const Series* published = shipped().find("cbs/cpi/jaarmutatie");
  ASSERT_NE(published, nullptr);
  Series rates = *published;
  rates.id = "rates-on-2015";
  rates.rate_of = "cbs/cpi/alle-bestedingen-2015-herleid";
  for (const char* month : {"2011-07", "2014-02", "2014-10", "2015-04", "2015-07"})
    rates.disagreements.push_back({*Period::parse(month), same("another base")});
  std::vector<Series> more;
  more.push_back(std::move(rates));
  const Library library = shipped().with(std::move(more), {});
  const std::vector<std::string> ids{"rates-on-2015"};
  const auto checks = check_series(library, ids, *Date::make(2026, 11, 22));
  ASSERT_EQ(checks.size(), 1U);
  ASSERT_EQ(checks.front().comparisons.size(), 1U);
  const Comparison& c = checks.front().comparisons.front();
  EXPECT_EQ(c.compared, 136);
  EXPECT_EQ(c.agree, 130);
  EXPECT_EQ(c.known, 5);
  EXPECT_EQ(c.explained, 1);  // 2017-12: 1.2511 %, published 1.2 %
  EXPECT_EQ(c.differ, 0);
}

}  // namespace
}  // namespace pricetalk
