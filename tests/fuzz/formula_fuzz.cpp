#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>

#include "pricetalk/contract/formula.hpp"

// Any bytes as a formula: parsed, or refused with a place inside the text; a formula that was read
// is read again from the same text alike.

using namespace pricetalk;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto source = std::make_shared<const SourceText>(
      "formula", std::string(reinterpret_cast<const char*>(data), size));
  const Span whole{source.get(), 0, static_cast<std::uint32_t>(size)};
  Diagnostics problems;
  const auto formula = parse_formula(source->bytes(), whole, problems);
  if (!formula && !problems.has_errors()) __builtin_trap();
  for (const Diagnostic& each : problems.list())
    if (each.span.begin > each.span.end || each.span.end > size) __builtin_trap();
  if (render(problems, Language::nl).empty() != problems.empty()) __builtin_trap();
  Diagnostics again;
  if (parse_formula(source->bytes(), whole, again).has_value() != formula.has_value())
    __builtin_trap();
  return 0;
}
