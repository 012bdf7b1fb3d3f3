#pragma once

#include <vector>

#include "audit/audited_contract.hpp"
#include "report/json_parts.hpp"

namespace pricetalk {

/// The audit of one contract, without the day.
Json audited_json(const AuditedContract& of);

/// What was charged for the same days more than once.
Json charged_twice_json(const std::vector<ChargedTwice>& twice, const Figure& total);
/// More or less than the contract buys.
Json quantity_gaps_json(const std::vector<QuantityGap>& gaps);

/// The files that were not read as the documentation has them, and how.
Json read_as_json(const std::vector<ReadAs>& files);
Json not_read_json(const NotRead& not_read);
/// What was wrong with files and rows: errors first, counted.
Json problems_json(const Diagnostics& problems);

}  // namespace pricetalk
