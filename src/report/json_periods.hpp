#pragma once

#include "answer/delivery_cost.hpp"
#include "report/json_parts.hpp"

namespace pricetalk {

/// The periods of one delivery: days as ISO texts, each with the row of the law behind it.
Json periods_json(const DeliveryPeriods& periods);

/// What the delivery is expected to cost whom, by month after it.
Json delivery_cost_json(const DeliveryCost& cost);

}  // namespace pricetalk
