#pragma once

#include "pricetalk/contract/contract.hpp"

namespace pricetalk {

/// Gives every line that follows another what it takes from it: dates, clauses and its first price.
/// Errors: keys of a price of its own beside it (C0339), a line that cannot be followed (C0340), a
/// decision about a line that follows (C0341). A line that is not there is reported elsewhere.
void resolve_follows(Contract& contract, Diagnostics& diagnostics);

}  // namespace pricetalk
