#pragma once

#include "pricetalk/contract/contract.hpp"
#include "pricetalk/index/series.hpp"

namespace pricetalk {

/// U0024, a warning: a latest published figure is compared with one of another part of the year. Of
/// each clause the steps in force today and the next one.
void note_uneven(const Contract& contract, const Library& library, Date today,
                 Diagnostics& problems);

}  // namespace pricetalk
