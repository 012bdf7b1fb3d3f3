#include <cstddef>
#include <cstdint>
#include <string_view>

#include "contract/period_rule.hpp"

// Any bytes as the words for a period ("july of previous year"): a rule, or words for the user.

using namespace pricetalk;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  Phrase problem;
  const auto rule = parse_period_rule(text, &problem);
  if (rule.has_value() != parse_period_rule(text).has_value()) __builtin_trap();
  return 0;
}
