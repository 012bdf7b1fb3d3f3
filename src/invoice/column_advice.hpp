#pragma once

#include "pricetalk/diagnostic/language.hpp"

/// What to do about a file that does not say how it is to be read.
namespace pricetalk::invoices {

/// "write X" in a column file. `write`: what, without an end.
Phrase in_column_file(Phrase write);
/// The same for a key of its table of columns.
Phrase under_columns(Phrase write);

}  // namespace pricetalk::invoices
