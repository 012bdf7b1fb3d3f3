#pragma once

#include "cli/asked_frame.hpp"
#include "cli/commands.hpp"

namespace pricetalk {

/// `simulate` of folders: all contracts together, through the portfolio.
Status simulate_folder(const SimulateOptions& options, const AskedFrame& frame, Session& session);

}  // namespace pricetalk
