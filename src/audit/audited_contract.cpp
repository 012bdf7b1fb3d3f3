#include "audit/audited_contract.hpp"

namespace pricetalk {

AuditedContract audit_with_refund(const Contract& contract, const Library& library,
                                  const std::vector<InvoiceLine>& invoices, const Law& law,
                                  const RefundTerms& terms, Date today) {
  AuditedContract made;
  made.contract = &contract;
  made.audit = audit(contract, library, invoices, today);
  made.refund = refund(contract, made.audit, law, terms);
  made.window = claim_window(contract, made.refund, law, today);
  return made;
}

}  // namespace pricetalk
