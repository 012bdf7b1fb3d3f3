#pragma once

#include <vector>

#include "law/law.hpp"
#include "lint/remark.hpp"
#include "pricetalk/pricing/schedule.hpp"

namespace pricetalk {

/// What the statutory rules of the contract's country say of its clauses and periods (W03…): facts
/// by act and article, no legal advice. The day of the contract decides. Where the country, the
/// kind of customer or the rule of that day is not known, a question stands in place of a verdict;
/// nothing is carried on to days that no rule covers. The arguments must outlive the result.
std::vector<Remark> contestable(const Contract& contract, const Coverage& coverage, const Law& law,
                                Date today);

}  // namespace pricetalk
