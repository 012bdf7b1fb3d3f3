#pragma once

#include <vector>

#include "lint/doubt.hpp"

namespace pricetalk {

/// Two clauses of a line with the same formula, figures and dates, that each charge the whole of
/// the same rise (W0138). None that one of both accepts.
std::vector<Doubt> rises_charged_by_two(const Contract& contract);

}  // namespace pricetalk
