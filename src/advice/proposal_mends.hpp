#pragma once

#include <string>
#include <vector>

#include "advice/proposal_verdict.hpp"

namespace pricetalk {

/// The amount of a computed figure in words; the figure holds money.
std::string money(const Explained& explained, Language language);

/// The ways to mend a loss of ours of `loss` (a positive node, discounted). Each was tried: the
/// proposal changed in that way is good for both. Of a gift that was not earned, what the
/// innovation brings later cannot pay for it, because the customer keeps the gift without it.
std::vector<Mend> mends_of(const Judged& judged, NodeId loss, bool of_gift);

}  // namespace pricetalk
