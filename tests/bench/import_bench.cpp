#include <sys/resource.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <functional>
#include <numeric>
#include <string>
#include <vector>

#include "files/files.hpp"
#include "index/change_set.hpp"
#include "index/publication.hpp"

// How fast publishers' files of a million figures are read, against reading the same bytes and
// doing nothing with them. Both are done in turns in one run, and the best of five counts.
//   build/.../import_bench [figures]

namespace {

using namespace pricetalk;
namespace fs = std::filesystem;
using Seconds = std::chrono::duration<double>;

constexpr int months = 400;

std::string month_code(int month, const char* between) {
  const std::string number = std::to_string(month % 12 + 1);
  return std::to_string(1990 + month / 12) + between + (number.size() == 1 ? "0" : "") + number;
}

std::string value_of(int series, int month) {
  const int hundredths = 9000 + (series * 37 + month * 11) % 4000;
  const int rest = hundredths % 100;
  return std::to_string(hundredths / 100) + "." + (rest < 10 ? "0" : "") + std::to_string(rest);
}

/// Observations as the publisher sends them: one object a line, series after series.
std::vector<std::string> write_odata(const fs::path& folder, int figures) {
  const std::string context =
      R"({"@odata.context":"https://datasets.cbs.nl/odata/v1/CBS/99999NED/$metadata#)";
  std::ofstream rows(folder / "Observations.json");
  rows << context << "Observations\",\"value\":[\n";
  for (int i = 0; i < figures; ++i)
    rows << (i == 0 ? "" : ",\n") << R"({"Id":)" << i
         << R"(,"Measure":"M000215","ValueAttribute":"None","Value":)"
         << value_of(i / months, i % months)
         << R"(,"StringValue":null,"Bestedingscategorieen":"CPI)" << 100000 + i / months
         << R"(","Perioden":")" << month_code(i % months, "MM") << "\"}";
  rows << "\n]}\n";
  std::ofstream measures(folder / "MeasureCodes.json");
  measures << context << R"(MeasureCodes","value":[{"Identifier":"M000215","Title":"CPI",)"
           << R"("Unit":"2025=100","Decimals":2}]})";
  std::ofstream periods(folder / "PeriodenCodes.json");
  periods << context << "PeriodenCodes\",\"value\":[";
  for (int month = 0; month < months; ++month)
    periods << (month == 0 ? "" : ",") << R"({"Identifier":")" << month_code(month, "MM")
            << R"(","Status":"Definitief"})";
  periods << "]}";
  return {(folder / "Observations.json").string(), (folder / "MeasureCodes.json").string(),
          (folder / "PeriodenCodes.json").string()};
}

std::vector<std::string> write_csv(const fs::path& folder, int figures) {
  std::ofstream rows(folder / "hicp.csv");
  rows << "DATAFLOW,LAST UPDATE,freq,unit,coicop,geo,TIME_PERIOD,OBS_VALUE,OBS_FLAG,CONF_STATUS\n";
  for (int i = 0; i < figures; ++i)
    rows << "ESTAT:PRC_HICP_MIDX(1.0),06/02/26 23:00:00,M,I15,CP" << 10000 + i / months << ",NL,"
         << month_code(i % months, "-") << "," << value_of(i / months, i % months) << ",,\n";
  return {(folder / "hicp.csv").string()};
}

double seconds(const std::function<void()>& work) {
  const auto begin = std::chrono::steady_clock::now();
  work();
  return Seconds(std::chrono::steady_clock::now() - begin).count();
}

std::vector<SourcePtr> sources(const std::vector<std::string>& files) {
  std::vector<SourcePtr> read;
  for (const std::string& file : files)
    read.push_back(*read_source(file, {}, max_publication_bytes).value);
  return read;
}

/// The highest the memory has been since it was reset, in MB.
double peak_megabytes() {
  std::ifstream status("/proc/self/status");
  for (std::string line; std::getline(status, line);)
    if (line.starts_with("VmHWM:")) return std::stod(line.substr(6)) / 1000;
  return 0;
}
void reset_peak() { std::ofstream("/proc/self/clear_refs") << "5"; }

std::size_t checksum = 0;

void measure(const char* name, const std::vector<std::string>& files, int figures) {
  double bare = 1e9;
  double imported = 1e9;
  double compared = 1e9;
  double peak = 0;
  double megabytes = 0;
  for (const std::string& file : files) megabytes += static_cast<double>(fs::file_size(file)) / 1e6;
  for (int turn = 0; turn < 5; ++turn) {
    bare = std::min(bare, seconds([&] {
                      for (const std::string& file : files) {
                        const auto read = read_file(file, {}, max_publication_bytes);
                        checksum +=
                            std::accumulate(read.value->begin(), read.value->end(), std::size_t{0});
                      }
                    }));
    reset_peak();
    Loaded<Publication> read;
    std::vector<SourcePtr> kept;
    imported = std::min(imported, seconds([&] {
                          kept = sources(files);
                          read = read_publication(kept);
                        }));
    peak = std::max(peak, peak_megabytes());
    std::size_t found = 0;
    for (const PublishedSeries& series : read.value->series) found += series.rows.size();
    if (found != static_cast<std::size_t>(figures)) std::printf("%zu figures read?\n", found);
    ImportRequest request;
    request.only = {"month"};
    compared = std::min(compared, seconds([&] {
                          const auto changes = compare(Library(), *read.value, request);
                          checksum += library_files(*changes.value, "indices").size();
                        }));
  }
  std::printf(
      "%-14s %9d %6.0f MB  bare read %6.3f s  import %6.3f s  %9.0f rows/s  %5.1f x  peak "
      "%4.0f MB (%.1f x the file)  change set and files %6.3f s\n",
      name, figures, megabytes, bare, imported, figures / imported, imported / bare, peak,
      peak / megabytes, compared);
}

}  // namespace

int main(int count, char** arguments) {
  const int figures = count > 1 ? std::stoi(arguments[1]) : 1'000'000;
  const fs::path folder = fs::temp_directory_path() / "pricetalk-import-bench";
  fs::create_directories(folder);
  measure("CBS OData v4", write_odata(folder, figures), figures);
  measure("SDMX-CSV", write_csv(folder, figures), figures);
  fs::remove_all(folder);
  std::printf("(%zu)\n", checksum);
  return 0;
}
