#pragma once

#include <span>
#include <vector>

#include "pricetalk/contract/contract.hpp"
#include "pricetalk/invoice/invoice.hpp"

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

/// Shares rows out over contracts, by the rule of `InvoiceRoute`.
SharedOut share_out(std::span<const Contract* const> contracts,
                    const std::vector<InvoiceLine>& rows);

/// Rows that fit several contracts, as warnings (A0141): one for each name and set of contracts.
Diagnostics problems(const SharedOut& shared);

}  // namespace pricetalk
