#pragma once

#include <vector>

#include "lint/remark.hpp"
#include "pricetalk/pricing/schedule.hpp"

namespace pricetalk {

/// What the clauses of a contract leave open (W02…): each with the prices that its readings give,
/// computed by the calculation of the contract itself on the last day for which the figures are
/// there. One remark of a subject and clause, on the line where it moves the price most. Where no
/// price can be computed the remark has no spread; what makes no difference on that day is left
/// out. The arguments must outlive the result.
std::vector<Remark> unclear(const Contract& contract, const Coverage& coverage, Date today);

}  // namespace pricetalk
