#pragma once

#include <span>
#include <string>

#include "audit/audited_contract.hpp"
#include "pricetalk/diagnostic/diagnostic.hpp"

namespace pricetalk {

/// Writes a folder with a drawing (SVG) of each contract that differs, by its id.
Diagnostics write_charts(const std::string& folder, std::span<const AuditedContract* const> audits,
                         Language language);

}  // namespace pricetalk
