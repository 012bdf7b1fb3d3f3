#pragma once

#include <vector>

#include "advice/proposal_flows.hpp"

namespace pricetalk {

/// What our result rests on.
struct RestsOn {
  Worksheet* sheet = nullptr;
  Bargain* bargain = nullptr;    ///< of the future that decides
  const Flows* flows = nullptr;  ///< the same
  NodeId result = no_node;       ///< ours with the cautious saving, discounted, not rounded
  const SupplierSide* side = nullptr;
  const Chosen* chosen = nullptr;
  const ProposalInput* input = nullptr;
};

/// Each amount that nobody knows for sure: what our result is when it comes out a tenth worse, and
/// from where on we lose. What moves the result most first.
std::vector<Assumption> assumptions_of(const RestsOn& rests);

}  // namespace pricetalk
