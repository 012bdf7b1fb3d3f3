#pragma once

#include <string>
#include <vector>

#include "lint/lawful_rises.hpp"
#include "report/json_parts.hpp"

namespace pricetalk {

/// The rises of each line beside the maxima of the law, as a table with the act under it; empty for
/// none. A day without a row says so.
std::string maxima_text(const Contract& contract, const std::vector<LegalMaxima>& all,
                        Language language);
Json maxima_json(const Contract& contract, const std::vector<LegalMaxima>& all);

}  // namespace pricetalk
