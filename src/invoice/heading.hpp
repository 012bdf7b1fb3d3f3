#pragma once

#include <string_view>
#include <vector>

#include "invoice/layout.hpp"

namespace pricetalk::invoices {

/// The column that a heading means to bookkeeping programs, by its folded text.
std::optional<Column> known_heading(std::string_view folded);

/// Finds the columns of a heading: as the column file says, by the names of the documentation, then
/// by those of bookkeeping programs. False, with errors, when it cannot be used.
bool read_heading(const csv::Row& row, Layout& layout, Diagnostics& diagnostics);

/// How many headings of a row are known.
std::size_t known_headings(const csv::Row& row);

}  // namespace pricetalk::invoices
