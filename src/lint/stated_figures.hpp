#pragma once

#include <vector>

#include "lint/doubt.hpp"

namespace pricetalk {

/// Figures that can hardly be meant (W0123). They are believed as they were typed: of every series
/// that a clause reads, those that cannot be (an index of zero or below) or that are five times or
/// a fifth of the one before; of a series that the contract itself states also those that leave
/// everything behind that a year of it showed. A reference that is stated as a number is held
/// against all figures of its series. At most three of a series; none of a clause that accepts
/// W0123.
std::vector<Doubt> doubtful_figures(const Contract& contract, const Library& library,
                                    KnownFigureDoubts* known = nullptr);

}  // namespace pricetalk
