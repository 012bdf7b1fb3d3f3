#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <vector>

#include "invoice/columns.hpp"
#include "invoice/einvoice_document.hpp"

namespace pricetalk::einvoice {

struct Rows {
  const Syntax* syntax = nullptr;
  std::vector<InvoiceLine> rows;
  std::size_t not_read = 0;  ///< lines that could not be read; each has its error
  /// Of an invoice that corrects another, which has no rows; nothing of any other.
  std::shared_ptr<const Correction> correction;
};

/// First and last day of the month that follows from the day of an invoice.
std::pair<Date, Date> period_of_date(Date date, PeriodOf rule);

/// The rows of a document. `source` is the text that its places point into.
///
/// - A credit note (381 and its kind) gives credit rows: quantity and amount are turned negative,
///   unless they stand below zero in an invoice already. Whether a credit note below zero charges,
///   and whether an invoice that corrects another (384) comes in its place, is a question.
/// - A prepayment (386) gives no rows: the invoice that follows charges the same in full.
/// - The price of one is the price / its base quantity; with discounts or charges on the line or
///   over the whole document it is what remains of it, amount / quantity. Where that has no end in
///   decimals, or the stated price does not make the amount, there is no price, only an amount.
/// - Discounts over the whole document are shared over its lines by their amounts, to the cent by
///   largest remainder; charges are rows of their own.
/// - VAT is shared over the rows of its category in the same way, so that it adds up to the
///   document's.
/// - A line without a period takes the document's, else its day of delivery, else what `period_of`
///   makes of the one day that is stated, or of the day of the invoice; else it is reported.
Rows rows_of(const Document& document, const SourcePtr& source, std::optional<PeriodOf> period_of,
             Diagnostics& diagnostics);

}  // namespace pricetalk::einvoice
