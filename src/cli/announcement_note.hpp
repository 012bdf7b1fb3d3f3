#pragma once

#include "pricetalk/contract/contract.hpp"
#include "pricetalk/index/series.hpp"

namespace pricetalk {

/// U0023, a warning: more was announced than the contract allows.
void note_announcements(const Contract& contract, const Library& library, Date today,
                        Diagnostics& problems);

}  // namespace pricetalk
