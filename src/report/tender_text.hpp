#pragma once

#include <string>
#include <vector>

#include "answer/tender_levels.hpp"
#include "report/json_parts.hpp"

namespace pricetalk {

/// What tenders came to, moved to today: a block for each line.
std::string tender_text(const Contract& contract, const std::vector<TenderLevels>& all,
                        Language language);
Json tender_json(const Contract& contract, const std::vector<TenderLevels>& all);

}  // namespace pricetalk
