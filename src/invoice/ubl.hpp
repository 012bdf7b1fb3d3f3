#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "invoice/columns.hpp"
#include "pricetalk/invoice/invoice.hpp"

/// UBL 2.1 invoices and credit notes, as Peppol BIS Billing 3.0 uses them (docs.peppol.eu/poacc/
/// billing/3.0 names the elements).
namespace pricetalk::ubl {

/// Whether the bytes begin as XML or HTML does.
bool is_markup(std::string_view bytes);

struct Document {
  std::vector<InvoiceLine> rows;
  std::size_t not_read = 0;  ///< lines that could not be read; each has its error
};

/// The rows of a document. `bytes` is the file as it came. Nothing, with errors, when it is not a
/// UBL invoice or credit note, has a document type or entities, breaks off, or is nested too deep.
///
/// - A credit note gives credit rows: quantity and amount are turned negative.
/// - The price of one is PriceAmount / BaseQuantity; with discounts or charges on the line or over
///   the whole document it is what remains of it, amount / quantity. Where that has no end in
///   decimals there is no price, only an amount.
/// - Discounts over the whole document are shared over its lines by their amounts, to the cent by
///   largest remainder; charges are rows of their own.
/// - VAT is shared over the rows of its category in the same way, so that it adds up to the
///   document's.
/// - A line without a period takes the document's, else its day of delivery, else what `period_of`
///   makes of the day of the invoice; else it is reported.
std::optional<Document> read(const SourcePtr& bytes, std::optional<PeriodOf> period_of,
                             Diagnostics& diagnostics);

/// First and last day of the month that follows from the day of an invoice.
std::pair<Date, Date> period_of_date(Date date, PeriodOf rule);

}  // namespace pricetalk::ubl
