#pragma once

#include <string>

#include "cli/session.hpp"
#include "pricetalk/contract/contract.hpp"

namespace pricetalk {

/// Whether the contract has the line that was asked for, or none was; else it is told with the
/// nearest name (U0006).
bool known_line(const std::string& id, const Contract& contract, const Session& session,
                Language language);

}  // namespace pricetalk
