#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>

#include "index/change_set.hpp"
#include "index/publication.hpp"
#include "pricetalk/index/figures.hpp"

// Any bytes as a publisher's file: refused with places, or figures; the library file made from them
// can be read back.

using namespace pricetalk;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto source = std::make_shared<const SourceText>(
      "file", std::string(reinterpret_cast<const char*>(data), size));
  const auto read = read_publication({source});
  if (!read.value && !read.diagnostics.has_errors()) __builtin_trap();
  if (render(read.diagnostics, Language::nl).empty() != read.diagnostics.empty()) __builtin_trap();
  if (!read.value || read.value->series.empty()) return 0;
  Publication first = *read.value;
  first.series.resize(1);
  ImportRequest request;
  request.as = "fuzz/series";
  request.retrieved = *Date::parse("2026-11-22");
  const auto changes = compare(Library(), first, request);
  if (!changes.value) return 0;
  for (const auto& [path, file] : library_files(*changes.value, "library")) {
    const auto back = read_figures(std::make_shared<const SourceText>(path, file.text));
    if (!back.ok()) __builtin_trap();
  }
  return 0;
}
