#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <sstream>

#include "document/csv.hpp"
#include "publication_text.hpp"

// The genuine files of CBS (StatLine export, OData v4) and of the ECB that stand beside the
// checkout, figure by figure against the series that were taken from the same publications by
// other hands. Of Eurostat, Statbel and CBS OData v3 there is no genuine file.

namespace publication_cbs_conformance {

using namespace publication_text;

const std::string shared = PRICETALK_ROOT "/../shared/data/";

SourcePtr load(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::stringstream text;
  text << file.rdbuf();
  return std::make_shared<const SourceText>(path.filename().string(), text.str());
}

std::vector<SourcePtr> genuine(const std::string& folder, const std::string& start) {
  std::vector<SourcePtr> files;
  if (!std::filesystem::is_directory(shared + "formats/" + folder)) return files;
  for (const auto& entry : std::filesystem::directory_iterator(shared + "formats/" + folder))
    if (entry.path().filename().string().starts_with(start)) files.push_back(load(entry.path()));
  return files;
}

struct Figure {
  std::string value;
  std::string status;
};

/// `period,value[,status]` of a series, by period.
std::map<std::string, Figure> series_of(const std::string& name) {
  const SourcePtr source = load(shared + "series/" + name + ".csv");
  Diagnostics diagnostics;
  std::map<std::string, Figure> figures;
  for (const csv::Row& row : csv::rows(source, diagnostics))
    if (row.fields[0].text != "period")
      figures[row.fields[0].text] = {row.fields[1].text,
                                     row.fields.size() > 2 ? row.fields[2].text : ""};
  return figures;
}

/// Compares the figures of a file with those of a series, with their zeros; how many are equal.
std::size_t compare(const Loaded<Publication>& loaded, const std::string& table, Unit frequency,
                    const std::string& name) {
  const auto& all = loaded.value->series;
  const auto found = std::find_if(all.begin(), all.end(), [&](const PublishedSeries& each) {
    return each.table == table && each.frequency == frequency;
  });
  if (found == all.end()) {
    ADD_FAILURE() << "no series " << table;
    return 0;
  }
  const auto figures = series_of(name);
  std::size_t equal = 0;
  for (const PublishedRow& row : found->rows) {
    const auto wanted = figures.find(row.period.text());
    const std::string place = name + " " + row.period.text();
    if (!row.value) {
      EXPECT_EQ(wanted, figures.end()) << place;
      continue;
    }
    if (wanted == figures.end()) {
      ADD_FAILURE() << place << " is not in the series";
      continue;
    }
    EXPECT_EQ(row.value->text(), wanted->second.value) << place;
    if (found->states_status && !wanted->second.status.empty()) {
      EXPECT_EQ(row.status == FigureStatus::definitive, wanted->second.status == "definitief")
          << place;
    }
    equal += row.value->text() == wanted->second.value ? 1U : 0U;
  }
  return equal;
}

TEST(GenuineCbsFiles, hold_the_figures_of_the_statline_view) {
  const auto files = genuine("cbs", "statline-export-83131NED");
  if (files.empty()) GTEST_SKIP() << "no shared folder beside the checkout";
  const auto loaded = read_publication(files);
  ASSERT_TRUE(loaded.ok()) << problems(loaded);
  EXPECT_EQ(remarks(loaded), "");
  const std::string view = "Consumentenprijzen; prijsindex 2015=100 000000 ";
  EXPECT_EQ(
      compare(loaded, view + "CPI", Unit::year, "cbs-83131ned-cpi-alle-bestedingen-2015-jaar"),
      24U);
  EXPECT_EQ(compare(loaded, view + "CPI afgeleid", Unit::year,
                    "cbs-83131ned-cpi-afgeleid-alle-bestedingen-2015-jaar"),
            24U);
}

TEST(GenuineCbsFiles, hold_the_figures_and_the_status_of_the_consumer_price_index) {
  const auto files = genuine("cbs", "odata-v4-86141NED");
  if (files.empty()) GTEST_SKIP() << "no shared folder beside the checkout";
  ASSERT_EQ(files.size(), 6U);
  const auto loaded = read_publication(files);
  ASSERT_TRUE(loaded.ok()) << problems(loaded);
  EXPECT_EQ(compare(loaded, "86141NED T001112 M000215", Unit::month,
                    "cbs-86141ned-cpi-alle-bestedingen-2025"),
            32U);
  EXPECT_EQ(compare(loaded, "86141NED T001112 M000215", Unit::year,
                    "cbs-86141ned-cpi-alle-bestedingen-2025-jaar"),
            3U);
  EXPECT_EQ(compare(loaded, "86141NED T001112 M000216", Unit::month,
                    "cbs-86141ned-cpi-afgeleid-alle-bestedingen-2025"),
            32U);
  EXPECT_EQ(compare(loaded, "86141NED T001112 M000216", Unit::year,
                    "cbs-86141ned-cpi-afgeleid-alle-bestedingen-2025-jaar"),
            3U);
  EXPECT_EQ(
      compare(loaded, "86141NED T001112 M000238", Unit::month, "cbs-86141ned-jaarmutatie-cpi-pct"),
      30U);
  EXPECT_EQ(compare(loaded, "86141NED T001112 M000239", Unit::month,
                    "cbs-86141ned-jaarmutatie-cpi-afgeleid-pct"),
            29U);
  EXPECT_NE(remarks(loaded).find("2026-06: published as a rate of change only"), std::string::npos);
  EXPECT_NE(remarks(loaded).find("Wegingscoëfficiënt"), std::string::npos);
}

TEST(GenuineCbsFiles, hold_the_figures_of_the_producer_price_index) {
  const auto files = genuine("cbs", "odata-v4-85770NED");
  if (files.empty()) GTEST_SKIP() << "no shared folder beside the checkout";
  const auto loaded = read_publication(files);
  ASSERT_TRUE(loaded.ok()) << problems(loaded);
  const std::string sales = "85770NED A044074 A052584 M003367";
  const std::string imports = "85770NED A044077 A052584 M003367";
  EXPECT_EQ(compare(loaded, sales, Unit::month, "cbs-85770ned-ppi-totaal-afzet-b-e-2021"), 17U);
  EXPECT_EQ(compare(loaded, sales, Unit::year, "cbs-85770ned-ppi-totaal-afzet-b-e-2021-jaar"), 1U);
  EXPECT_EQ(compare(loaded, imports, Unit::month, "cbs-85770ned-ppi-invoer-b-e-2021"), 17U);
  EXPECT_EQ(compare(loaded, imports, Unit::year, "cbs-85770ned-ppi-invoer-b-e-2021-jaar"), 1U);
  EXPECT_NE(remarks(loaded).find("PeriodenCodes was not given"), std::string::npos);
}

TEST(GenuineCbsFiles, are_taken_apart_by_table_when_given_together) {
  const auto files = genuine("cbs", "odata-v4-");
  if (files.empty()) GTEST_SKIP() << "no shared folder beside the checkout";
  EXPECT_EQ(files.size(), 10U);
  const auto loaded = read_publication(files);
  ASSERT_TRUE(loaded.ok()) << problems(loaded);
  EXPECT_EQ(loaded.value->series.size(), 24U);
}

/// The day and the figure of every row, split at commas by hand: the file has none before them.
TEST(GenuineEcbFile, is_read_whole_with_its_base_and_decimals) {
  const auto files = genuine("ecb", "STS.");
  if (files.empty()) GTEST_SKIP() << "no shared folder beside the checkout";
  const auto loaded = read_publication(files);
  ASSERT_TRUE(loaded.ok()) << problems(loaded);
  ASSERT_EQ(loaded.value->series.size(), 1U);
  const PublishedSeries& series = loaded.value->series[0];
  EXPECT_EQ(head(series), "ECB | STS.M.I9.N.ECPE.CFOOD0.3.000 | 2010=100 | index | month");
  std::map<std::string, std::string> raw;
  std::istringstream lines{std::string(files[0]->bytes())};
  for (std::string line; std::getline(lines, line);) {
    std::istringstream cells(line);
    std::vector<std::string> first(10);
    for (std::string& cell : first) std::getline(cells, cell, ',');
    raw[first[8]] = first[9];
  }
  raw.erase("TIME_PERIOD");
  EXPECT_EQ(series.rows.size(), raw.size());
  EXPECT_EQ(series.rows.size(), 36U);
  for (const PublishedRow& row : series.rows) {
    ASSERT_TRUE(row.value);
    std::string text = raw[row.period.text()];
    // JSON and CSV of the ECB drop zeros; DECIMALS says 2.
    if (text.find('.') == std::string::npos) text += '.';
    while (text.size() - text.find('.') < 3) text += '0';
    EXPECT_EQ(row.value->text(), text) << row.period.text();
  }
}

}  // namespace publication_cbs_conformance
