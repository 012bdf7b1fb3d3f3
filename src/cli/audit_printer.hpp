#pragma once

#include <iosfwd>

#include "audit/audited_contract.hpp"
#include "cli/load_invoices.hpp"
#include "report/addressee.hpp"

namespace pricetalk {

/// The audit of one contract for people: sums, years, lines with their causes, what is paid back.
/// `files` tells how the invoices were read; nothing where that is told elsewhere. For the customer
/// the draft of a letter that claims it back stands below.
void print_audit(const AuditedContract& made, const InvoiceFiles* files, Addressee reader,
                 std::ostream& out, Language language);

}  // namespace pricetalk
