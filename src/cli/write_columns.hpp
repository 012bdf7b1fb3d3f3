#pragma once

#include <string>
#include <vector>

#include "pricetalk/diagnostic/diagnostic.hpp"

namespace pricetalk {

/// Writes to `to` how the CSV files and worksheets among the invoices are read, as a column file
/// that says all of it. Errors, and nothing written, when one of them cannot be read, when two are
/// read in different ways, or when there is none (A0183). `columns` is a column file, or empty.
Diagnostics write_columns(const std::string& to, const std::vector<std::string>& invoices,
                          const std::string& columns);

}  // namespace pricetalk
