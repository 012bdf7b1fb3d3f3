#pragma once

#include <string>

#include "index/publication/collector.hpp"

/// What the CSV and the JSON of the ONS have in common.
namespace pricetalk::publication {

/// Puts the unit into a head. The base stands in the title, for the unit of every index is "Index,
/// base year = 100"; without a unit the title has to name the base. False for other units.
bool take_ons_unit(const std::string& title, const std::string& stated, Head& head);

}  // namespace pricetalk::publication
