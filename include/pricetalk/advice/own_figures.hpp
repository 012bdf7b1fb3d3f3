#pragma once

#include <span>
#include <vector>

#include "pricetalk/advice/proposal.hpp"

namespace pricetalk {

/// An amount that only we may know, as computed: with cents, never negative.
struct OwnFigure {
  Decimal value;
  Phrase what;  ///< "our result", "our margin on kantoor"
};

/// What a proposal computed of our side: savings, costs and results per year and in all, in every
/// future, and the margin that own costs leave on the prices of today. Amounts that the customer
/// sees as well are left out. `schedules`: of the contract of the proposal.
std::vector<OwnFigure> own_figures(const Proposal& proposal,
                                   std::span<const PriceSchedule> schedules, Date today);

}  // namespace pricetalk
