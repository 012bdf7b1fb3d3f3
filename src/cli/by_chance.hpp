#pragma once

#include <optional>
#include <string>

#include "cli/commands.hpp"
#include "cli/load.hpp"
#include "portfolio/path_portfolio.hpp"

namespace pricetalk {

/// The random futures of a scenario, over the contracts of one command.
class ByChance {
 public:
  /// The scenario outlives this.
  ByChance(const Scenario& scenario, const SimulateOptions& options, Date today,
           std::optional<std::pair<Date, Date>> days);

  /// Whether some future is random.
  bool asked() const { return portfolio_.has_value(); }
  /// `figures`: names the library.
  void add(const Contract& contract, const Library& library, const std::string& path,
           const std::string& figures);
  /// The percentiles, written to the CSV that was asked for; nothing when no future is random or
  /// something is wrong.
  std::optional<PathAnswer> answer(Diagnostics& problems);

 private:
  const SimulateOptions& options_;
  Diagnostics refused_;
  std::optional<PathPortfolio> portfolio_;
};

/// The futures that are not random, with everything else of the scenario.
Scenario without_chance(Scenario scenario);

}  // namespace pricetalk
