#pragma once

#include <optional>
#include <string>

#include "invoice/columns.hpp"
#include "pricetalk/diagnostic/diagnostic.hpp"

namespace pricetalk::invoices {

/// How a CSV or a worksheet is read, as a column file that says all of it: with it the same file,
/// and others that are laid out alike, are read so without being looked at. `beginning` holds the
/// heading and as many rows as are to tell. Nothing, with errors, for a file that cannot be read;
/// nothing without any for an e-invoice, which needs no column file.
std::optional<std::string> reading_as_columns(const SourcePtr& beginning, const ColumnTerms* terms,
                                              Diagnostics& diagnostics);

}  // namespace pricetalk::invoices
