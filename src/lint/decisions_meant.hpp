#pragma once

#include <vector>

#include "lint/doubt.hpp"

namespace pricetalk {

/// Decisions that can hardly be meant (W0129): a reduced step that raises the price by more than
/// the clause does, or lowers it where the clause raises it, and an agreed price of more than twice
/// or less than half the price in force. Of each decision the first line that shows it, and of no
/// line of which a clause accepts it.
std::vector<Doubt> doubtful_decisions(const Contract& contract, const Coverage& coverage);

}  // namespace pricetalk
