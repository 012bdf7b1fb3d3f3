#pragma once

#include <string>
#include <vector>

#include "audit/audited_contract.hpp"

namespace pricetalk {

/// An audit for machines: how files were read and what was wrong with them, every row with its
/// allowed amount and difference, totals per line and year, causes, what is paid back and what of
/// it can be claimed. Amounts are figures with an address, text with all decimals; what is not
/// known yet is null with its reasons.
std::string audit_json(const AuditedContract& made, const std::vector<ReadAs>& read_as,
                       const NotRead& not_read, const Diagnostics& problems, bool today_from_clock);

}  // namespace pricetalk
