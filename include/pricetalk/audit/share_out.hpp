#pragma once

#include <span>
#include <vector>

#include "pricetalk/audit/invoice.hpp"
#include "pricetalk/contract/contract.hpp"

namespace pricetalk {

/// Invoice rows of several contracts, shared out: each goes to one contract at most, so that none
/// is judged twice.
struct SharedOut {
  /// A row that two or more contracts could have.
  struct Unclear {
    InvoiceLine row;
    std::vector<const Contract*> fits;  ///< in the order of the contracts
  };
  std::vector<std::vector<InvoiceLine>> rows;  ///< of each contract, in their order
  std::vector<Unclear> unclear;                ///< judged with none
  std::vector<InvoiceLine> unknown;            ///< of none of these contracts
};

/// Shares rows out over contracts.
///
/// 1. A row that names a contract or an order is of the contract that has it.
/// 2. Otherwise it may be of every contract that its supplier, customer and references do not
///    exclude; those with more of the invoice's numbers and names go first.
/// 3. Of these it is of the one that has a line for it: in its term before outside it, in its
///    currency before another, a line of that name before one that is like it.
///
/// Two that are left make it unclear; none makes it unknown, but where step 1 or the numbers of
/// step 2 leave a single contract: there the audit lists it as not recognised.
SharedOut share_out(std::span<const Contract* const> contracts,
                    const std::vector<InvoiceLine>& rows);

/// Rows that fit several contracts, as warnings (A0141): one for each name and set of contracts.
Diagnostics problems(const SharedOut& shared);

}  // namespace pricetalk
