// Audit of a folder of contracts in one pass over invoice files: loading, the pass, the second
// look, each against a bare read of the same bytes in the same run.
//
//   audit_bench CONTRACTS INVOICES TODAY [ROUNDS]

#include <sys/resource.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <deque>
#include <string>
#include <vector>

#include "audit/bulk.hpp"
#include "cli/load.hpp"
#include "cli/load_invoices.hpp"
#include "cli/stream_invoices.hpp"
#include "files/files.hpp"
#include "files/pieces.hpp"

namespace {

using namespace pricetalk;

double now() {
  using namespace std::chrono;
  return duration<double>(steady_clock::now().time_since_epoch()).count();
}

/// Processor seconds of this process: on a machine that others use, wall time tells little.
double used() {
  struct rusage usage {};
  getrusage(RUSAGE_SELF, &usage);
  const auto seconds = [](const timeval& time) {
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6;
  };
  return seconds(usage.ru_utime) + seconds(usage.ru_stime);
}

long peak_kb() {
  struct rusage usage {};
  getrusage(RUSAGE_SELF, &usage);
  return usage.ru_maxrss;
}

struct Timer {
  double wall = now();
  double cpu = used();
  void lap(const char* what, double count, const char* unit) {
    const double w = now() - wall;
    const double c = used() - cpu;
    std::printf("%-26s %8.3f s wall %8.3f s cpu  %12.0f %s/s of cpu\n", what, w, c, count / c,
                unit);
    wall = now();
    cpu = used();
  }
};

}  // namespace

int main(int count, char** words) {
  if (count < 4) return 2;
  const int rounds = count > 4 ? std::atoi(words[4]) : 3;
  const Date today = *Date::parse(words[3]);
  Diagnostics problems;

  Timer timer;
  std::deque<ContractFile> files;
  ContractLoader loader{MoreFigures{}};
  const auto found = list_files(words[1], ".toml");
  if (!found.value) return 3;
  for (const std::string& path : *found.value) {
    auto loaded = loader.load(path);
    if (!loaded.ok()) return 3;
    loaded.value->contract.terms.clause = {};
    loaded.value->contract.terms.price = {};
    files.push_back(std::move(*loaded.value));
  }
  std::vector<BulkContract> contracts;
  for (const ContractFile& file : files)
    contracts.push_back({&file.contract, &file.library, file.path});
  timer.lap("contracts loaded", static_cast<double>(files.size()), "contracts");
  std::printf("peak memory with contracts   %ld MB\n", peak_kb() / 1024);

  std::vector<std::string> left_out;
  const auto paths = invoice_paths({words[2]}, left_out, problems);
  for (int round = 0; round < rounds; ++round) {
    timer = {};
    std::size_t lines = 0;
    std::size_t bytes = 0;
    for (const std::string& path : paths) {
      FilePieces pieces(path, problems);
      for (std::string piece; pieces.next(piece);) {
        bytes += piece.size();
        lines += static_cast<std::size_t>(std::count(piece.begin(), piece.end(), '\n'));
      }
    }
    timer.lap("bare read, lines counted", static_cast<double>(lines), "lines");

    std::size_t rows = 0;
    stream_invoices(
        {words[2]}, "", [](const std::string&) {}, [&](const InvoiceLine&) { ++rows; }, problems);
    timer.lap("rows read, not checked", static_cast<double>(rows), "rows");

    BulkAuditor auditor(contracts, {today, false});
    auditor.prepare();
    timer.lap("prices of all lines", static_cast<double>(contracts.size()), "contracts");
    stream_invoices(
        {words[2]}, "", [&](const std::string& name) { auditor.file(name); },
        [&](const InvoiceLine& row) { auditor.add(row); }, problems);
    timer.lap("rows read and checked", static_cast<double>(rows), "rows");
    const BulkAudit made = std::move(auditor).finish();
    timer.lap("second look", static_cast<double>(made.counts.kept), "rows");
    std::printf("%zu bytes, %zu rows, %zu kept, %zu offending, peak memory %ld MB\n\n", bytes,
                made.counts.rows, made.counts.kept, made.counts.offending, peak_kb() / 1024);
  }
  return problems.has_errors() ? 3 : 0;
}
