#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>

#include "contract/formula.hpp"

// Any bytes as a formula: parsed, or refused with a place inside the text; a formula that was read
// reads back from its normal form as itself.

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
  if (!formula) return 0;
  const std::string normal = normal_form(*formula);
  Diagnostics again;
  const auto read = parse_formula(normal, {}, again);
  if (!read || normal_form(*read) != normal) __builtin_trap();
  return 0;
}
