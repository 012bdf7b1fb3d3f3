// Audit of a folder of contracts in one pass over invoice files: reading the contracts from their
// files and from the compiled form, the pass, the second look, each against a bare read of the same
// bytes in the same run.
//
//   audit_bench CONTRACTS INVOICES TODAY KEPT [ROUNDS]
//
// KEPT is the compiled form; it is made anew.

#include <sys/resource.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>

#include "files/pieces.hpp"
#include "folder_audit_steps.hpp"

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

long peak_mb() {
  struct rusage usage {};
  getrusage(RUSAGE_SELF, &usage);
  return usage.ru_maxrss / 1024;
}

struct Timer {
  double wall = now();
  double cpu = used();
  void lap(const char* what, std::size_t count, const char* unit) {
    const double w = now() - wall;
    const double c = used() - cpu;
    std::printf("%-34s %8.3f s wall %8.3f s cpu  %12.0f %s/s of cpu\n", what, w, c,
                static_cast<double>(count) / c, unit);
    wall = now();
    cpu = used();
  }
};

void bare_read(const std::string& path, Timer& timer) {
  Diagnostics problems;
  std::size_t lines = 0;
  FilePieces pieces(path, problems);
  for (std::string piece; pieces.next(piece);)
    lines += static_cast<std::size_t>(std::count(piece.begin(), piece.end(), '\n'));
  timer.lap("bare read, lines counted", lines, "lines");
  lines = 0;
  stream_invoices(
      {path}, "", [](const std::string&) {}, [&](InvoiceLine&) { ++lines; }, problems);
  timer.lap("rows read, not checked", lines, "rows");
}

bool run(const AuditedFolderTerms& terms, const std::string& invoices, const char* from) {
  Timer timer;
  const double begin = timer.cpu;
  folder_audit::Steps steps(terms);
  timer.lap(from, steps.contracts(), "contracts");
  steps.prepare();
  const double priced = used() - begin;
  timer.lap("prices of all lines", steps.contracts(), "contracts");
  std::printf("%-34s %34.0f contracts/s of cpu, %zu known, peak %ld MB\n", "read and priced",
              static_cast<double>(steps.contracts()) / priced, steps.known(), peak_mb());
  timer = {};
  const std::size_t rows = steps.rows({invoices});
  timer.lap("rows read and checked", rows, "rows");
  const BulkAudit made = steps.finish();
  timer.lap("second look", made.counts.kept, "rows");
  std::printf("%zu rows, %zu kept, %zu offending, peak memory %ld MB\n\n", made.counts.rows,
              made.counts.kept, made.counts.offending, peak_mb());
  return !steps.problems().has_errors();
}

}  // namespace

int main(int count, char** words) {
  if (count < 5) return 2;
  const auto today = Date::parse(words[3]);
  if (!today) return 2;
  const int rounds = count > 5 ? std::atoi(words[5]) : 3;
  AuditedFolderTerms terms{{words[1]}, *today, words[4], 1, Language::en};
  bool good = true;
  for (int round = 0; round < rounds && good; ++round) {
    Timer timer;
    bare_read(words[2], timer);
    std::filesystem::remove(terms.compiled);
    good = run(terms, words[2], "contracts from their files, kept") &&
           run(terms, words[2], "contracts from the compiled form");
  }
  return good ? 0 : 3;
}
