#pragma once

#include <functional>
#include <optional>

#include "pricetalk/advice/proposal.hpp"

namespace pricetalk {

/// How a remedy of a refused proposal is tried: the two contracts are changed, and what each costs
/// the customer is computed again, in the futures of the proposal.
struct Trial {
  const Ways* ways = nullptr;
  std::function<std::optional<PriceSums>(const Ways&)> sums_of;
};

/// `propose`, with remedies that need other prices than those of the input.
Proposal propose(const ProposalInput& input, const Trial& trial);

}  // namespace pricetalk
