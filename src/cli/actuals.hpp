#pragma once

#include <iosfwd>
#include <string>
#include <vector>

#include "cli/load_invoices.hpp"
#include "portfolio/actual_rows.hpp"

namespace pricetalk {

/// Invoices in place of what would be computed, as a command was given them.
struct LoadedActuals {
  ActualRows rows;
  NotRead not_read;          ///< broken rows and files
  std::size_t problems = 0;  ///< errors and warnings about them
};

/// Reads the invoices of some contracts, which outlive the result.
LoadedActuals load_actuals(const std::vector<std::string>& invoices, const std::string& columns,
                           std::vector<const Contract*> contracts, Diagnostics& problems);

/// How the rows of a contract lie in its days.
struct CoveredContract {
  const Contract* contract = nullptr;
  ActualCover cover;
};

/// What counts of the invoices, what does not and why, and what is invoiced in part.
void print_actuals(const LoadedActuals& actuals, const std::vector<CoveredContract>& contracts,
                   std::ostream& out, Language language);

}  // namespace pricetalk
