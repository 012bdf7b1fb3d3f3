#pragma once

#include <vector>

#include "pricetalk/advice/redface.hpp"

namespace pricetalk {

/// Turns findings to the customer: what he can do about each, instead of what the supplier can.
/// What only the supplier can act on is taken out.
void turn_to_customer(std::vector<Finding>& findings);

}  // namespace pricetalk
