#pragma once

#include <string>
#include <vector>

#include "pricetalk/advice/finding.hpp"
#include "pricetalk/audit/audit.hpp"

namespace pricetalk {

/// An audit for machines: every row with its allowed amount and difference, totals per line and
/// year, causes. Amounts are figures with an address, text with all decimals; what is not known yet
/// is null with its reasons.
std::string audit_json(const Contract& contract, const Audit& audit, bool today_from_clock,
                       Language language);

/// Findings of one or more contracts for machines.
struct ContractFindings {
  const Contract* contract = nullptr;
  std::vector<Finding> findings;
};
std::string findings_json(const std::vector<ContractFindings>& contracts, Date today,
                          bool today_from_clock);

}  // namespace pricetalk
