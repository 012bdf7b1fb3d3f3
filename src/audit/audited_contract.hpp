#pragma once

#include <vector>

#include "audit/refund.hpp"

namespace pricetalk {

/// A contract against its invoices, with what follows from it. Its parts point into each other: it
/// is moved, never copied.
struct AuditedContract {
  AuditedContract() = default;
  AuditedContract(AuditedContract&&) = default;
  AuditedContract& operator=(AuditedContract&&) = default;

  const Contract* contract = nullptr;
  Audit audit;
  Refund refund;
  Outcome<ClaimWindow> window;  ///< of the refund
};

/// Audits one contract: causes, refund, and what of it can still be claimed. Contract, library and
/// law outlive the answer.
AuditedContract audit_with_refund(const Contract& contract, const Library& library,
                                  const std::vector<InvoiceLine>& invoices, const Law& law,
                                  const RefundTerms& terms, Date today);

}  // namespace pricetalk
