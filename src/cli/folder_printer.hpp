#pragma once

#include <cstddef>
#include <iosfwd>
#include <string>
#include <vector>

#include "audit/bulk.hpp"
#include "cli/load_invoices.hpp"

namespace pricetalk {

/// What a folder audit has to tell; all of it outlives the printing.
struct FolderAudit {
  const std::vector<BulkContract>& contracts;
  const BulkAudit& audit;
  const InvoiceFiles& files;
  const std::vector<std::string>& invoices;  ///< as they were named
  bool detailed = false;                     ///< causes follow; else how to get them is told
};

/// The audit of a folder for people: sums, the contracts that differ, what was not judged.
/// `unread`: contract files that are not in it.
void print_folder_audit(const FolderAudit& folder, std::size_t unread, std::ostream& out,
                        Language language);

}  // namespace pricetalk
