#pragma once

#include <string_view>

#include "pricetalk/contract/clause.hpp"

namespace pricetalk {

/// In a formula: whole months since the last step of the clause, else since the start.
inline constexpr std::string_view months_since_last_word = "months_since_last";

/// Whether a formula or a limit of the clause counts the months since its last step.
bool counts_months(const Clause& clause);

/// Whether a step of the clause depends on the day of the step before it.
bool reads_last_step(const Clause& clause);

}  // namespace pricetalk
