#include "cli/load_law.hpp"

#include <algorithm>
#include <iterator>

#include "files/files.hpp"

namespace pricetalk {

std::optional<Law> load_law(const std::string& path, Diagnostics& problems) {
  Law all;
  if (!path.empty()) {
    const auto source = read_source(path);
    problems.append(source.diagnostics);
    if (!source.value) return std::nullopt;
    Loaded<Law> read = read_law(*source.value);
    problems.append(read.diagnostics);
    if (!read.value) return std::nullopt;
    all = std::move(*read.value);
  }
  const auto add = [](auto& to, auto& from) {
    std::move(from.begin(), from.end(), std::back_inserter(to));
  };
  Law shipped = shipped_law();
  add(all.interest, shipped.interest);
  add(all.claims, shipped.claims);
  add(all.vat, shipped.vat);
  add(all.rules, shipped.rules);
  add(all.sources, shipped.sources);
  return all;
}

}  // namespace pricetalk
