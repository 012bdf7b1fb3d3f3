#pragma once

#include "pricetalk/contract/contract.hpp"
#include "pricetalk/index/series.hpp"

namespace pricetalk {

/// U0021, a warning: the parts of a line are each rounded at the start, and their sum is not the
/// price as written.
void note_parts(const Contract& contract, const Library& library, Diagnostics& problems);

}  // namespace pricetalk
