#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>

#include "pricetalk/contract/contract.hpp"
#include "pricetalk/pricing/schedule.hpp"

// Any bytes as a contract file: a contract, or problems with places. A contract that was read is
// priced over thirty years without any figures.

using namespace pricetalk;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto source = std::make_shared<const SourceText>(
      "contract.toml", std::string(reinterpret_cast<const char*>(data), size));
  const auto read = read_contract(source);
  if (!read.value && !read.diagnostics.has_errors()) __builtin_trap();
  if (render(read.diagnostics, Language::en).empty() != read.diagnostics.empty()) __builtin_trap();
  if (!read.ok()) return 0;
  const Library library = Library().with(read.value->own_series, {source});
  const Date today = *Date::parse("2026-11-22");
  const Coverage coverage(library, today);
  schedule(*read.value, coverage, std::min(today, read.value->start + Duration{30, Unit::year}));
  return 0;
}
