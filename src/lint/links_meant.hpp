#pragma once

#include <vector>

#include "lint/doubt.hpp"

namespace pricetalk {

/// Coefficients of links that can hardly be meant (W0123): each is held against the figures of the
/// two series that it joins, in the periods that both have, else in the last of the one and the
/// first of the other. Nothing where their figures lie more than a year apart, and nothing that a
/// clause accepts.
std::vector<Doubt> doubtful_links(const Contract& contract, const Library& library,
                                  const TrialLimits& limits);

}  // namespace pricetalk
