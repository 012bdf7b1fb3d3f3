#pragma once

#include <cstddef>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "cli/actuals.hpp"
#include "cli/session.hpp"
#include "portfolio/path_portfolio.hpp"
#include "portfolio/portfolio.hpp"
#include "pricing/later_figures.hpp"
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
  std::optional<PathAnswer> chance;      ///< of futures that are random
  std::optional<LoadedActuals> actuals;  ///< what was invoiced; nothing: no invoices
  std::vector<CoveredContract> covers;   ///< of the contracts that have invoices
  std::vector<EnteredFigure> entered;    ///< figures of a person, with which it was computed
  Date today;
  bool today_from_clock = false;
  std::optional<std::pair<Date, Date>> days;  ///< of all contracts, where they were stated
};

/// Files that an answer is written to, and how it is printed.
struct FolderOutput {
  std::string csv;         ///< every amount; empty: not
  std::string xlsx;        ///< the same as a workbook; empty: not
  std::string csv_totals;  ///< what every contract costs by year; empty: not
  std::string charts;      ///< folder of drawings; empty: none
  std::string chance_csv;  ///< percentiles of every contract; empty: not
  bool wide = false;       ///< tables as wide as they are
};

/// Prints and writes it.
Status tell(FolderAnswer answer, const FolderOutput& output, Session& session);

}  // namespace pricetalk
