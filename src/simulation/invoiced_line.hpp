#pragma once

#include <vector>

#include "billing/period.hpp"
#include "explain/worksheet.hpp"
#include "simulation/ledger.hpp"

namespace pricetalk {

/// What of an invoice row falls in some days: all of it, or its share by days, so that the shares
/// of days that follow each other add up to the row. REQUIRES: they have a day in common.
Decimal share_of(const ActualRow& row, const Days& days, int decimals);

/// The invoice rows of one price line.
class InvoicedLine {
 public:
  /// The request and the line outlive this.
  InvoicedLine(const LedgerRequest& request, const Line& line);

  /// Whether a row is about one of these days.
  bool any(const Days& days) const;
  /// What was invoiced of these days, row by row.
  std::vector<NodeId> amounts(Worksheet& sheet, const Days& days, int decimals) const;
  /// The days, among these, on which the line is bought and that no row charges.
  std::vector<Days> open(const Days& days) const;
  Invoiced how_far(const Days& days) const;

 private:
  const Line& line_;
  std::vector<const ActualRow*> rows_;  ///< by first day
};

/// The decimals of the amounts of a ledger: no invoice row is rounded.
int ledger_decimals(const LedgerRequest& request);

}  // namespace pricetalk
