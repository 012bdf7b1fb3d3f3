#pragma once

#include <string>

#include "pricetalk/advice/proposal.hpp"

namespace pricetalk {

/// A proposal for machines: both sides in every future, the verdict, what would mend a refusal,
/// what a letter still needs, and the steps behind the figures of the future that decides; beside
/// it all that could be offered (`choice`, or nothing). Internal: it holds our own cost and gain.
std::string proposal_json(const Proposal& proposal, const OfferChoice* choice, Date today,
                          bool today_from_clock);

}  // namespace pricetalk
