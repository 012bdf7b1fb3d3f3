#pragma once

#include <vector>

#include "lint/remark.hpp"
#include "pricetalk/pricing/schedule.hpp"

namespace pricetalk {

/// What of the clauses of a contract is likely to be regretted (W04…), from the figures that are in
/// the library: an index beside the costs, a price that only rises, a cap below what the figures
/// did, old or provisional figures, a series that ends. Each says the number and the period. The
/// arguments must outlive the result.
std::vector<Remark> unwise(const Contract& contract, const Coverage& coverage, Date today);

}  // namespace pricetalk
