#pragma once

#include <optional>
#include <string>
#include <vector>

#include "pricetalk/audit/audit.hpp"

namespace pricetalk {

/// What a line was charged for, as far as a credit may pay it back.
struct ChargedRow {
  const Line* line = nullptr;
  std::string invoice;  ///< empty: not known
  Date from;
  Date to;
  Decimal quantity;
  Decimal amount;
  std::optional<Decimal> unit_price;
};

/// The invoice numbers that a row of a credit may name: those its document states, and the words of
/// its text that hold a digit.
std::vector<std::string> named_invoices(const InvoiceLine& credit);

/// Gives a credit that states no days, or other days than those of what it pays back, the days of
/// that: of the invoice that it names, else of a charge of its quantity, price and amount. A credit
/// stays in its own days where those were charged so, unless others were charged more than once.
/// `more`: what was charged besides the rows.
void place_credits(std::vector<AuditedRow>& rows, const std::vector<ChargedRow>& more = {});

/// Credits that were not recognised and stand on no invoice that charges anything: whether they pay
/// back what is too much has to be asked before it is claimed.
std::vector<const AuditedRow*> loose_credits(const Audit& audit);

}  // namespace pricetalk
