#pragma once

#include <vector>

#include "lint/doubt.hpp"

namespace pricetalk {

/// Numbers of a formula that stand beside the figures of an index, as their reference, in another
/// unit than those (W0123): 145 cents beside 1.45 euros.
std::vector<Doubt> numbers_of_another_size(const Contract& contract, const Library& library);

}  // namespace pricetalk
