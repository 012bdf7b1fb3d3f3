#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "advice/overview.hpp"
#include "audit/refund.hpp"
#include "audit/share_out.hpp"
#include "report/addressee.hpp"

namespace pricetalk {

/// Findings of one or more contracts for machines.
struct ContractFindings {
  const Contract* contract = nullptr;
  std::vector<Finding> findings;
  // These two: nothing: no invoices.
  const Refund* refund = nullptr;
  const Audit* audit = nullptr;
};

/// Everything that `redface` tells about one or more contracts.
struct RedFaceReport {
  Date today;
  bool today_from_clock = false;
  std::size_t unread = 0;                   ///< files that could not be used
  std::vector<ContractFindings> contracts;  ///< in the order of the overview
  std::vector<RedFaceOverview> overview;
  std::vector<RedFaceTotal> totals;
  const SharedOut* shared = nullptr;       ///< nothing: no invoices, or one contract
  Addressee reader = Addressee::supplier;  ///< to whom advice and words turn
};

/// Each contract with its findings, an overview of the contracts, and the invoice rows that were
/// judged with none. Amounts are figures with an address; what is not known yet is null with its
/// reasons.
std::string findings_json(const RedFaceReport& report);

}  // namespace pricetalk
