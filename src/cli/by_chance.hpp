#pragma once

#include <memory>
#include <optional>
#include <string>

#include "cli/commands.hpp"
#include "cli/load.hpp"
#include "portfolio/path_pool.hpp"
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
  /// `figures`: names the library. `actuals`: what was invoiced; nothing: no invoices.
  void add(const Contract& contract, const Library& library, const std::string& path,
           const std::string& figures, std::shared_ptr<const Actuals> actuals = {});
  /// A contract of another share.
  void know(const Contract& contract, const Library& library);
  /// The percentiles; nothing when no future is random or something is wrong.
  std::optional<PathAnswer> answer(Diagnostics& problems);
  /// The same of a share, to be joined with others.
  std::optional<PathShare> share(Diagnostics& problems);

 private:
  PathPortfolio::Spread threads() const;

  const SimulateOptions& options_;
  Diagnostics refused_;
  std::optional<PathPortfolio> portfolio_;
};

/// S0403: what is by chance is asked of a scenario without any.
Diagnostics nothing_by_chance();

/// The futures that are not random, with everything else of the scenario.
Scenario without_chance(Scenario scenario);

}  // namespace pricetalk
