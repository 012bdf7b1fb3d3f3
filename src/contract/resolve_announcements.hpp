#pragma once

#include "pricetalk/contract/contract.hpp"

namespace pricetalk {

/// Warns of an announcement for a day on which its clause adjusts no line: it counts for no step.
/// The contract's lines and clauses are resolved; a clause that it does not have is reported
/// elsewhere.
void check_announcement(const Contract& contract, const AnnouncementTerms& announcement,
                        Diagnostics& problems);

}  // namespace pricetalk
