#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <map>
#include <sstream>

#include "index/publication/formats.hpp"
#include "index/publication/json_objects.hpp"
#include "publication_text.hpp"

// More genuine files where they are beside the checkout: each is known by one reader, and its
// figures are those that stand in it, read by simpler means.

namespace publication_more_test {

using namespace publication_text;
namespace fs = std::filesystem;

const std::string shared = PRICETALK_ROOT "/../shared/data/";

std::string bytes_of(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  EXPECT_TRUE(in) << path;
  std::ostringstream all;
  all << in.rdbuf();
  return all.str();
}

class MoreFiles : public testing::Test {
 protected:
  void SetUp() override {
    if (!fs::is_directory(shared + "formats/more"))
      GTEST_SKIP() << "no shared folder beside the checkout";
  }
  static Loaded<Publication> file(const std::string& name) {
    auto loaded = read(bytes_of(shared + "formats/more/" + name), name);
    EXPECT_TRUE(loaded.ok()) << name << ": " << problems(loaded);
    return loaded;
  }
};

/// Cells between commas, without quotes; none of these files has a comma inside a figure's row
/// before the figure that is not quoted.
std::vector<std::string> cells(const std::string& line) {
  std::vector<std::string> made(1);
  bool quoted = false;
  for (const char c : line) {
    if (c == '"')
      quoted = !quoted;
    else if (c == ',' && !quoted)
      made.emplace_back();
    else if (c != '\r')
      made.back() += c;
  }
  return made;
}

const PublishedSeries* find(const Loaded<Publication>& loaded, const std::string& table,
                            Unit frequency) {
  for (const PublishedSeries& each : loaded.value->series)
    if (each.table == table && each.frequency == frequency) return &each;
  return nullptr;
}

/// How many rows of the series hold the figure that was found in the text.
std::size_t equal(const PublishedSeries& series, const std::map<std::string, std::string>& found) {
  std::size_t same = 0;
  for (const PublishedRow& row : series.rows) {
    const auto at = found.find(row.period.text());
    if (!row.value || at == found.end()) continue;
    const auto wanted = Decimal::parse(at->second);
    EXPECT_TRUE(wanted && *wanted == *row.value) << series.table << " " << row.period.text();
    same += wanted && *wanted == *row.value ? 1U : 0U;
  }
  return same;
}

TEST_F(MoreFiles, statistics_canada_has_every_figure_of_every_vector) {
  const auto loaded = file("statcan/18100204-eng.zip");
  ASSERT_TRUE(loaded.ok());
  ASSERT_EQ(loaded.value->unpacked.size(), 1U);
  std::map<std::string, std::map<std::string, std::string>> found;
  std::istringstream lines{std::string(loaded.value->unpacked[0]->bytes())};
  std::string line;
  std::getline(lines, line);
  while (std::getline(lines, line)) {
    const auto row = cells(line);
    if (!row[10].empty()) found[row[8]][row[0]] = row[10];
  }
  std::size_t same = 0;
  for (const PublishedSeries& each : loaded.value->series) same += equal(each, found[each.table]);
  std::size_t wanted = 0;
  for (const auto& [vector, figures] : found) wanted += figures.size();
  EXPECT_EQ(same, wanted);
  EXPECT_GT(same, 5000U);
  EXPECT_NE(remarks(loaded).find("18100204_MetaData.csv"), std::string::npos);
}

TEST_F(MoreFiles, the_ons_as_json_stat_has_the_figures_of_its_csv) {
  const auto loaded = file("jsonstat/CPI15.json.gz");
  ASSERT_TRUE(loaded.ok());
  const PublishedSeries* all =
      find(loaded, "Consumer Prices Index (COICOP) CI_0004216 Segment_1 K02000001", Unit::month);
  ASSERT_NE(all, nullptr);
  EXPECT_EQ(all->publisher, "ONS");
  std::map<std::string, std::string> csv;
  std::istringstream lines(bytes_of(shared + "series/ons-d7bt-cpi-2015.csv"));
  for (std::string line; std::getline(lines, line);) {
    const auto row = cells(line);
    if (row.size() > 1 && row[0] != "period") csv[row[0]] = row[1];
  }
  EXPECT_GT(equal(*all, csv), 0U);
}

TEST_F(MoreFiles, norway_as_json_stat_has_its_months_and_leaves_weights_out) {
  const auto loaded = file("jsonstat/ssb-29843.json");
  ASSERT_TRUE(loaded.ok());
  const PublishedSeries* food = find(loaded,
                                     "Index of production (2005=100), by industry/main industrial "
                                     "grouping, contents and time P106 PeriodeRa",
                                     Unit::month);
  ASSERT_NE(food, nullptr);
  EXPECT_EQ(food->base, "2005=100");
  EXPECT_EQ(food->publisher, "SSB");
  EXPECT_EQ(food->rows.back().period.text(), "2015-12");
}

TEST_F(MoreFiles, the_raw_rows_of_cbs_are_read_cell_by_cell) {
  const std::string text = bytes_of(shared + "formats/more/cbs/84183NED.csv");
  const auto loaded = file("cbs/84183NED.csv");
  ASSERT_TRUE(loaded.ok());
  std::map<std::string, std::map<std::string, std::string>> found;
  std::istringstream lines(text);
  std::string line;
  std::getline(lines, line);
  while (std::getline(lines, line)) {
    const auto row = cells(line);
    if (row[2].substr(4) == "JJ00" && !row[3].empty())
      found[row[1].substr(0, row[1].find(' '))][row[2].substr(0, 4)] = row[3];
  }
  std::size_t same = 0;
  std::size_t wanted = 0;
  for (const auto& [code, figures] : found) {
    const PublishedSeries* series = find(loaded, code + " PrijsindexArbeid", Unit::year);
    ASSERT_NE(series, nullptr) << code;
    same += equal(*series, figures);
    wanted += figures.size();
  }
  EXPECT_EQ(same, wanted);
  EXPECT_EQ(found.size(), 24U);
  EXPECT_NE(remarks(loaded).find("four quarters"), std::string::npos);
}

/// The rows came out of the portal's CSV; another program kept them as JSON.
TEST_F(MoreFiles, rows_of_the_portal_of_cbs_are_read_with_their_measures_and_units) {
  const auto source = std::make_shared<const SourceText>(
      "rows.json", bytes_of(shared + "formats/more/cbs/odata4-csv-export-as-json.json"));
  Diagnostics problems_found;
  std::string csv;
  std::map<std::string, std::string> figures;
  publication::for_each_object(source, problems_found, [&](const publication::JsonObject& row) {
    if (!row.pointer.starts_with("/cao_uurloon/")) return true;
    std::string heading;
    std::string line;
    for (const auto& [name, cell] : row.members) {
      heading += (heading.empty() ? "\"" : ";\"") + name + "\"";
      line += (line.empty() ? "\"" : ";\"") + cell.text + "\"";
    }
    if (csv.empty()) csv = heading + "\n";
    csv += line + "\n";
    const std::string code(row.text("Perioden_code"));
    figures[code.substr(0, 4) + "-" + code.substr(6)] = row.text("Value");
    return true;
  });
  const auto loaded = read(csv);
  ASSERT_TRUE(loaded.ok()) << problems(loaded);
  ASSERT_EQ(loaded.value->series.size(), 1U);
  EXPECT_EQ(loaded.value->series[0].base, "2010=100");
  EXPECT_EQ(loaded.value->series[0].format, PublicationFormat::cbs_portal_csv);
  EXPECT_EQ(equal(loaded.value->series[0], figures), 14U);
}

TEST_F(MoreFiles, a_cube_of_destatis_is_read_whole) {
  const auto loaded = file("destatis/cubefile.csv");
  ASSERT_TRUE(loaded.ok());
  EXPECT_EQ(loaded.value->series.size(), 313U);
  const PublishedSeries* first = find(loaded, "47414BJ002 UMS103 WZ08-49-01 NOMINAL", Unit::year);
  ASSERT_NE(first, nullptr);
  EXPECT_EQ(rows(*first).substr(rows(*first).find("2024")), "2024=136.6p");
}

TEST_F(MoreFiles, an_australian_workbook_is_known_and_an_old_one_refused_by_name) {
  EXPECT_EQ(problems(read(bytes_of(shared + "formats/more/abs/6202021.xlsx"))).substr(0, 5),
            "I0309");  // hours, no index
  for (const char* name : {"640101.xls", "6302002.xls"})
    EXPECT_EQ(problems(read(bytes_of(shared + "formats/more/abs/" + name))), "I0334") << name;
}

/// The readers that would take a text, in the order in which they are asked; a table of somebody's
/// own is what is left when nobody else takes it.
std::vector<PublicationFormat> takers(std::string_view bytes) {
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
  std::vector<PublicationFormat> made;
  for (const publication::Format& each : publication::formats())
    if (each.recognises(bytes) && (made.empty() || each.format != PublicationFormat::plain_csv))
      made.push_back(each.format);
  return made;
}

TEST_F(MoreFiles, no_genuine_file_is_taken_for_that_of_another_publisher) {
  const std::map<std::string, PublicationFormat> wanted{
      {"bis/", PublicationFormat::bis_csv},
      {"bls/cu.data", PublicationFormat::bls_flat},
      {"bls/publicapi", PublicationFormat::bls_json},
      {"cbs/odata-v4", PublicationFormat::cbs_odata_v4},
      {"cbs/statline", PublicationFormat::cbs_statline_csv},
      {"destatis/61111-0002_de.csv", PublicationFormat::destatis_table},
      {"destatis/61111-0002_de_flat", PublicationFormat::destatis_flat},
      {"ecb/STS", PublicationFormat::sdmx_csv},
      {"eurostat/json", PublicationFormat::json_stat},
      {"eurostat/sdmx", PublicationFormat::sdmx_ml},
      {"fred/", PublicationFormat::fred_csv},
      {"insee/", PublicationFormat::sdmx_ml},
      {"oecd/json-stat", PublicationFormat::json_stat},
      {"ons/json-stat", PublicationFormat::json_stat},
      {"ons/", PublicationFormat::ons_csv},
      {"more/bls/cpiai", PublicationFormat::plain_csv},
      {"more/cbs/odata-v4", PublicationFormat::cbs_odata_v4},
      {"more/cbs/8", PublicationFormat::cbs_raw_csv},
      {"more/destatis/cube", PublicationFormat::destatis_cube},
      {"more/destatis/", PublicationFormat::destatis_flat},
      {"more/ecb/", PublicationFormat::sdmx_ml},
      {"more/fred/", PublicationFormat::fred_csv},
      {"more/insee/", PublicationFormat::sdmx_ml},
      {"more/jsonstat/", PublicationFormat::json_stat},
      {"more/sdmx-csv/", PublicationFormat::sdmx_csv},
  };
  std::size_t files = 0;
  for (const auto& entry : fs::recursive_directory_iterator(shared + "formats")) {
    const std::string name = fs::relative(entry.path(), shared + "formats").string();
    if (!entry.is_regular_file() || name.ends_with(".md") || name.ends_with("z") ||
        name.ends_with(".zip") || name.find("/abs/") != std::string::npos)
      continue;
    const auto found = takers(bytes_of(entry.path().string()));
    const std::pair<const std::string, PublicationFormat>* best = nullptr;
    for (const auto& each : wanted)
      if (name.starts_with(each.first) &&
          (best == nullptr || each.first.size() > best->first.size()))
        best = &each;
    if (best == nullptr) {
      EXPECT_TRUE(found.empty()) << name;
      continue;
    }
    ++files;
    ASSERT_FALSE(found.empty()) << name;
    EXPECT_EQ(found.size(), 1U) << name << " is also taken as "
                                << (found.size() > 1 ? words(found[1]).en : "");
    EXPECT_EQ(words(found.front()).en, words(best->second).en) << name;
  }
  EXPECT_GT(files, 40U);
}

}  // namespace publication_more_test
