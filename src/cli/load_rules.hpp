#pragma once

#include <string>
#include <utility>

#include "files/files.hpp"
#include "pricetalk/diagnostic/diagnostic.hpp"

namespace pricetalk {

/// What a file of rules says over the defaults; of no file (an empty path), and of one that cannot
/// be read, the defaults.
template <class Rules>
Rules load_rules(const std::string& path, Rules defaults, Loaded<Rules> (*read)(const SourcePtr&),
                 Diagnostics& problems) {
  if (path.empty()) return defaults;
  const auto source = read_source(path);
  problems.append(source.diagnostics);
  if (!source.value) return defaults;
  Loaded<Rules> rules = read(*source.value);
  problems.append(rules.diagnostics);
  return rules.value ? std::move(*rules.value) : std::move(defaults);
}

}  // namespace pricetalk
