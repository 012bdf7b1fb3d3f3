#pragma once

#include "pricetalk/contract/contract.hpp"

namespace pricetalk {

/// U0020, a warning: what is said about prices per unit is without the surcharges that come on top
/// of them. Sums of invoices hold them.
void note_surcharges(const Contract& contract, Diagnostics& problems);

}  // namespace pricetalk
