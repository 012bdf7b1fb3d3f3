#pragma once

#include "report/json_parts.hpp"
#include "report/readings.hpp"
#include "simulation/settlement.hpp"

namespace pricetalk {

/// `{ open: […], stated: […] }`: every point, how it is read, and what the other reading gives.
Json readings_json(const TwoReadings& readings, const ReadLine& of, int decimals);

/// What late figures settle: days, provisional and true prices, the amount.
Json settlement_json(const Settlement& settlement, const Contract& contract);

/// The figures that a price waits for, or that came after its reading day.
Json late_json(const std::vector<LateFigure>& late);

}  // namespace pricetalk
