#pragma once

#include "pricetalk/contract/contract.hpp"
#include "pricetalk/index/series.hpp"

namespace pricetalk {

/// Warns of clauses whose formula can hardly be meant, by what comes out when it is tried
/// (lint/trial.hpp), unless the clause accepts the warning. Figures until `today`.
void note_trials(const Contract& contract, const Library& library, Date today,
                 Diagnostics& problems);

}  // namespace pricetalk
