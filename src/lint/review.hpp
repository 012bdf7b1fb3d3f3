#pragma once

#include <vector>

#include "law/law.hpp"
#include "lint/remark.hpp"
#include "pricetalk/pricing/schedule.hpp"

namespace pricetalk {

/// Everything that a reviewer of the contract would ask: what is unclear, contestable and unwise,
/// in this order. What a clause accepts is left out. The arguments must outlive the result.
std::vector<Remark> review(const Contract& contract, const Library& library, const Law& law,
                           Date today);

}  // namespace pricetalk
