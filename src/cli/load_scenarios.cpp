#include "cli/load_scenarios.hpp"

#include "files/files.hpp"

namespace pricetalk {

Loaded<Scenario> load_scenarios(const std::vector<std::string>& paths, std::optional<int> months) {
  Loaded<Scenario> made;
  std::vector<Scenario> read;
  for (const std::string& path : paths) {
    const auto source = read_source(path);
    made.diagnostics.append(source.diagnostics);
    if (!source.value) continue;
    Loaded<Scenario> scenario = read_scenario(*source.value);
    made.diagnostics.append(scenario.diagnostics);
    if (scenario.value && months) scenario.value->months = {*months, {}};
    if (scenario.value) read.push_back(std::move(*scenario.value));
  }
  if (made.diagnostics.has_errors() || read.empty()) return made;
  Loaded<Scenario> merged = merge(std::move(read));
  made.diagnostics.append(merged.diagnostics);
  made.value = std::move(merged.value);
  return made;
}

}  // namespace pricetalk
