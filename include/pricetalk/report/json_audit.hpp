#pragma once

#include <string>

#include "pricetalk/audit/refund.hpp"

namespace pricetalk {

/// An audit for machines: every row with its allowed amount and difference, totals per line and
/// year, causes, what is paid back and what of it can be claimed. Amounts are figures with an
/// address, text with all decimals; what is not known yet is null with its reasons.
std::string audit_json(const Contract& contract, const Audit& audit, const Refund& refund,
                       const Outcome<ClaimWindow>& window, bool today_from_clock);

}  // namespace pricetalk
