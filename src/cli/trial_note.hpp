#pragma once

#include <string>

#include "lint/trial_limits.hpp"
#include "pricetalk/contract/contract.hpp"
#include "pricetalk/index/series.hpp"

namespace pricetalk {

/// Warns of figures and limits that can hardly be meant (lint/stated_figures.hpp,
/// lint/limits_meant.hpp), and of clauses whose
/// formula can hardly be, by what comes out when it is tried (lint/trial.hpp), unless the clause
/// accepts the warning. Figures until `today`.
void note_trials(const Contract& contract, const Library& library, Date today,
                 Diagnostics& problems, const TrialLimits& limits = default_trial_limits());
/// The sizes of a file over the defaults; of no file (an empty path) the defaults.
TrialLimits load_trial_limits(const std::string& path, Diagnostics& problems);

}  // namespace pricetalk
