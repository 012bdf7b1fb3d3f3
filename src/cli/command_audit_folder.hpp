#pragma once

#include <string>

#include "cli/commands.hpp"

namespace pricetalk {

/// Whether the contracts of `audit` are many: a folder, or more than one file.
bool is_folder_audit(const AuditOptions& options);

/// `pricetalk audit FOLDER --invoices FILES`: many contracts, in one pass over the invoices.
Status audit_folder(const AuditOptions& options, Session& session);

}  // namespace pricetalk
