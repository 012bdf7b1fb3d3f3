#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "pricetalk/calendar/date.hpp"
#include "pricetalk/diagnostic/diagnostic.hpp"
#include "pricetalk/number/decimal.hpp"

namespace pricetalk {

enum class InvoiceKind : std::uint8_t { invoice, credit };

/// One row of an invoice file (CONTRACT-FORMAT section 8, "Invoices"). Amounts are in the
/// contract's currency, and with or without VAT as the contract says.
///
/// A credit row is one of two things. With a negative quantity it takes back a quantity, at the
/// price that holds in its period. With a negative amount and no negative quantity it corrects a
/// price: it pays back what was charged too much in its period, and moves no quantity.
struct InvoiceLine {
  std::string invoice;  ///< number of the invoice
  Date date;            ///< day of the invoice
  std::string line;     ///< id, alias or title of a price line, as the invoice names it
  Date from;            ///< first day of what is charged
  Date to;              ///< last day of what is charged
  Decimal quantity;
  std::optional<Decimal> unit_price;  ///< empty: only the amount can be audited
  Decimal amount;
  std::optional<Decimal> vat;  ///< VAT on this row, as charged
  InvoiceKind kind = InvoiceKind::invoice;
  Span where;  ///< the row in the file

  /// Pays back a price that was too high, and moves no quantity.
  bool corrects_price() const {
    return kind == InvoiceKind::credit && amount.is_negative() && !quantity.is_negative();
  }
};

/// Reads a CSV file with the columns `invoice,date,line,from,to,quantity,unit_price,amount` and,
/// where wanted, `vat` and `kind`, in any order under a heading line. Fields may stand between
/// quotes; lines end with LF or CRLF; a byte order mark is allowed, and empty lines are skipped.
///
/// Every bad row is reported with line and column (codes A01..), and the good ones are given; no
/// value only when the heading itself cannot be used. The source must outlive the rows.
Loaded<std::vector<InvoiceLine>> read_invoices(const SourcePtr& source);

}  // namespace pricetalk
