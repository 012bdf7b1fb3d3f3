#pragma once

#include <cstddef>
#include <optional>
#include <set>
#include <string>

#include "cli/session.hpp"
#include "portfolio/path_portfolio.hpp"
#include "portfolio/portfolio.hpp"
#include "scenario/named.hpp"

namespace pricetalk {

/// What a run over many contracts found out, before anybody is told.
struct FolderAnswer {
  Scenario scenario;
  std::set<Language> languages;  ///< of the contracts
  NamesKnown names;              ///< of the contracts
  std::size_t unread = 0;        ///< files that were not taken
  Diagnostics read;              ///< of the files
  Loaded<PortfolioAnswer>
      asked;  ///< with what is wrong with the scenario, asked of these contracts
  std::optional<PathAnswer> chance;  ///< of futures that are random
  Date today;
  bool today_from_clock = false;
};

/// Prints it, and writes it as CSV where a file is named.
Status tell(FolderAnswer answer, const std::string& csv, Session& session);

}  // namespace pricetalk
