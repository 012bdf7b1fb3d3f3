#pragma once

#include <string>

#include "portfolio/exposure.hpp"

namespace pricetalk {

/// Every figure of every contract as a row: contract, title, what, of, when, amount, currency, vat,
/// file. `what`: cost, one-point-more, without-caps, without-floors, cap-bites, end,
/// last-day-to-cancel; `when`: "all", "a year", or a date; the amount of a cap that bites is the
/// step in percent that it cuts off.
std::string exposure_csv(const ExposureAnswer& answer);

}  // namespace pricetalk
