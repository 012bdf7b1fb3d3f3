#pragma once

#include <vector>

#include "lint/doubt.hpp"

namespace pricetalk {

/// First steps that come sooner or later than one interval after the price (W0133): `on` names a
/// day of the year, `first` is left out and the interval is not a year: "2 years" from 1 January
/// begins on the next 1 January, and so does "quarter". Of each clause once, and of none that
/// accepts it.
std::vector<Doubt> unexpected_first_steps(const Contract& contract);

}  // namespace pricetalk
