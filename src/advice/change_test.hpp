#pragma once

#include "pricetalk/advice/proposal.hpp"

namespace pricetalk {

/// What a public body must look at before it accepts: the part of the contract's original value
/// that a proposal changes, beside what the law of its country says of changes. Empty: it is no
/// contract that a public body awarded, or nothing of it was computed.
Phrase change_test(const Proposal& proposal);

}  // namespace pricetalk
