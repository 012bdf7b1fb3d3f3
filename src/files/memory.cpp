#include "files/memory.hpp"

#include <sys/resource.h>
#include <unistd.h>

#include <algorithm>
#include <fstream>
#include <limits>

namespace pricetalk {

namespace {

std::uint64_t page_size() { return static_cast<std::uint64_t>(::sysconf(_SC_PAGESIZE)); }

/// What the process has already, as its limit counts it.
std::uint64_t taken() {
  std::ifstream sizes("/proc/self/statm");
  std::uint64_t pages = 0;
  sizes >> pages;
  return pages * page_size();
}

std::uint64_t of_the_machine() {
  const long pages = ::sysconf(_SC_PHYS_PAGES);
  if (pages <= 0) return std::numeric_limits<std::uint64_t>::max();
  return static_cast<std::uint64_t>(pages) * page_size();
}

}  // namespace

std::uint64_t memory_left() {
  rlimit limit{};
  if (::getrlimit(RLIMIT_AS, &limit) != 0 || limit.rlim_cur == RLIM_INFINITY)
    return of_the_machine();
  const std::uint64_t used = taken();
  return std::min(limit.rlim_cur > used ? limit.rlim_cur - used : 0, of_the_machine());
}

}  // namespace pricetalk
