#pragma once

#include "cli/commands.hpp"

namespace pricetalk {

/// `pricetalk simulate FOLDER`: what all contracts of a folder cost together, in every future and
/// alternative. Contracts that cannot be read are told, and the others go on.
Status simulate_folder(const SimulateOptions& options, Session& session);

}  // namespace pricetalk
