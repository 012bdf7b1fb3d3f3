// pricetalk-slips ROOT: makes every slip of tests/support/slips.hpp in every published and
// hand-computed contract of the source tree ROOT, and prints how many are caught;
// docs/reference/slips.md is its output.

#include <cstdio>
#include <string>

#include "slip_count.hpp"

namespace {

std::string share(int part, int whole) {
  char text[16];
  std::snprintf(text, sizeof text, "%.1f %%", whole == 0 ? 0.0 : 100.0 * part / whole);
  return text;
}

void row(const std::string& kind, const slips::Count& count) {
  std::printf("| %s | %d | %d | %d | %d | %d | %s | %d |\n", kind.c_str(), count.slips(),
              count.warned, count.refused, count.no_price, count.silent,
              share(count.caught(), count.slips()).c_str(), count.harmless);
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2) return std::fputs("pricetalk-slips ROOT\n", stderr), 2;
  const slips::Counts counts = slips::count_slips(argv[1]);
  std::printf(
      "# Slips when a clause is typed, and how many pass in silence\n\n"
      "`pricetalk-slips .` (built with `PRICETALK_BENCHMARKS=ON`) makes one slip at a time in the\n"
      "text of each of %d published and hand-computed contracts (`tests/conformance`): in every\n"
      "place where it can be made, so nothing is drawn by chance. A clause without a formula gets\n"
      "the one that it stands for first. A slip is *caught* when the contract is refused, when\n"
      "`check` warns of something that can hardly be meant (%s), or when a price that was there\n"
      "cannot be determined any more. What changes no price is no slip, and stands in the last "
      "column.\n\n",
      counts.contracts, slips::codes_of_warnings().c_str());
  std::printf(
      "| slip | made | warned of | refused | no price | silent | caught | changes no price |\n"
      "|---|---|---|---|---|---|---|---|\n");
  for (const auto& [kind, count] : counts.kinds) row(kind, count);
  row("all", counts.all());
  std::printf("\n## Silent\n");
  for (const std::string& one : counts.silent) std::printf("- %s\n", one.c_str());
  std::printf("\n## False alarms\nContracts without a slip that are warned of: %zu of %d (%s).\n",
              counts.false_alarms.size(), counts.contracts,
              share(static_cast<int>(counts.false_alarms.size()), counts.contracts).c_str());
  for (const std::string& one : counts.false_alarms) std::printf("- %s\n", one.c_str());
  return 0;
}
