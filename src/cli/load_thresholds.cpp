#include "cli/load_thresholds.hpp"

#include "files/files.hpp"

namespace pricetalk {

RedFaceThresholds load_thresholds(const std::string& path, Diagnostics& problems) {
  if (path.empty()) return default_thresholds();
  const auto source = read_source(path);
  problems.append(source.diagnostics);
  if (!source.value) return default_thresholds();
  auto read = read_thresholds(*source.value);
  problems.append(read.diagnostics);
  return read.value.value_or(default_thresholds());
}

}  // namespace pricetalk
