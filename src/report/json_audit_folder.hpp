#pragma once

#include <string>
#include <vector>

#include "audit/audited_contract.hpp"
#include "audit/bulk.hpp"

namespace pricetalk {

/// The audit of many contracts for machines: sums by currency, counts, every contract with its
/// totals, and every row that is of no contract, not recognised or aside. `details` are the
/// contracts that were audited with causes and refund. Offending rows are in the CSV.
std::string audit_folder_json(const std::vector<BulkContract>& contracts, const BulkAudit& audit,
                              const std::vector<AuditedContract>& details,
                              const std::vector<ReadAs>& read_as, const NotRead& not_read,
                              const Diagnostics& problems, bool today_from_clock);

}  // namespace pricetalk
