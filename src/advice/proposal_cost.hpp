#pragma once

#include <vector>

#include "advice/proposal_flows.hpp"

namespace pricetalk {

/// What prices that follow our true cost would bring, less what the waived prices bring, per year
/// of the horizon; `waived`: what the customer pays then. Empty when the file does not state the
/// cost of every line that a clause moves, or a price of the first year is not known.
std::vector<NodeId> cost_growths(Worksheet& sheet, const ProposalInput& input,
                                 const std::vector<NodeId>& waived, NodeId with_vat);

}  // namespace pricetalk
