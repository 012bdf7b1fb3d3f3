#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "cli/load.hpp"
#include "portfolio/portfolio.hpp"

namespace pricetalk {

/// What a run over contracts is made from, as files.
struct FrozenRequest {
  std::vector<std::string> contracts;  ///< or folders: every .toml file in them
  std::vector<std::string> scenarios;
  MoreFigures figures;
  Date today;
};

/// A run, and every file that it read.
struct FrozenRun {
  Scenario scenario;
  PortfolioAnswer answer;
  std::vector<std::string> files;   ///< by name, each once
  std::vector<std::string> unread;  ///< contract files that are not in the answer
  /// Contracts that name another file by its place on this machine, and what they name.
  std::vector<std::pair<std::string, std::string>> fixed_places;
  std::optional<Language> language;
};

/// Simulates the contracts, `jobs` files read at once. Contracts that cannot be used are told, and
/// the others go on; nothing where there is no answer.
std::optional<FrozenRun> run_frozen(const FrozenRequest& request, std::size_t jobs,
                                    Diagnostics& problems);

}  // namespace pricetalk
