#pragma once

#include <string>
#include <vector>

#include "pricetalk/audit/bulk.hpp"

namespace pricetalk {

/// The audit of many contracts for machines: sums by currency, counts, every contract with its
/// totals, and every row that is of no contract, not recognised or aside. Offending rows are in
/// the CSV.
std::string audit_folder_json(const std::vector<BulkContract>& contracts, const BulkAudit& audit,
                              bool today_from_clock);

}  // namespace pricetalk
