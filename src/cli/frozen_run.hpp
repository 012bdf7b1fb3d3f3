#pragma once

#include <cstddef>
#include <iosfwd>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "cli/actuals.hpp"
#include "cli/asked_frame.hpp"
#include "cli/load.hpp"
#include "portfolio/path_portfolio.hpp"
#include "portfolio/portfolio.hpp"

namespace pricetalk {

/// What a run over contracts is made from, as files.
struct FrozenRequest {
  std::vector<std::string> contracts;  ///< or folders: every .toml file in them
  std::vector<std::string> scenarios;
  MoreFigures figures;
  Date today;
  std::optional<Date> from = {};  ///< these three: as of `simulate`
  std::optional<Date> until = {};
  std::size_t months = 0;
  std::vector<std::string> invoices = {};  ///< files or folders, in place of what is computed
  std::string columns = {};                ///< column file of the invoices; empty: none

  AskedFrame frame() const;
};

/// A run, and every file that it read.
struct FrozenRun {
  Scenario scenario;
  PortfolioAnswer answer;
  std::optional<std::pair<Date, Date>> days;  ///< of all contracts, where they were stated
  std::optional<PathAnswer> chance;           ///< of futures that are random; nothing: none is
  std::optional<LoadedActuals> actuals;       ///< in place of amounts; nothing: no invoices
  std::vector<std::string> files;             ///< by name, each once
  std::vector<std::string> unread;            ///< contract files that are not in the answer
  /// Contracts that name another file by its place on this machine, and what they name.
  std::vector<std::pair<std::string, std::string>> fixed_places;
  std::optional<Language> language;
};

/// How a run is made, of which nothing is in its answer.
struct FrozenMeans {
  std::size_t jobs = 0;  ///< files that are read at once; 0: one for each processor
  std::string compiled;  ///< file that keeps what was read of the contracts; empty: none
  std::ostream& notes;   ///< gets what is said about that file
  Language language = Language::en;  ///< of it
};

/// Simulates the contracts as `simulate` does. Contracts that cannot be used are told, and the
/// others go on; nothing where there is no answer.
std::optional<FrozenRun> run_frozen(const FrozenRequest& request, const FrozenMeans& means,
                                    Diagnostics& problems);

}  // namespace pricetalk
