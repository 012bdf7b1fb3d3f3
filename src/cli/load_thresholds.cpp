#include "cli/load_thresholds.hpp"

#include "cli/load_rules.hpp"

namespace pricetalk {

RedFaceThresholds load_thresholds(const std::string& path, Diagnostics& problems) {
  return load_rules(path, default_thresholds(), read_thresholds, problems);
}

}  // namespace pricetalk
