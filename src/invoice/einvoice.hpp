#pragma once

#include <optional>
#include <string_view>

#include "invoice/einvoice_rows.hpp"

/// Electronic invoices: UBL, and UN/CEFACT CII.
namespace pricetalk::einvoice {

/// Whether the bytes begin as XML or HTML does.
bool is_markup(std::string_view bytes);

/// The rows of a document. `bytes` is the file as it came. Nothing, with errors, when it is no
/// invoice or credit note of a syntax that is read, has a document type or entities, breaks off, or
/// is nested too deep.
std::optional<Rows> read(const SourcePtr& bytes, std::optional<PeriodOf> period_of,
                         Diagnostics& diagnostics);

}  // namespace pricetalk::einvoice
