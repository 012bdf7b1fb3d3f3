#pragma once

#include <string>
#include <string_view>

namespace pricetalk {

/// Adds a cell of text that comes from invoices and contract files: quoted where it must be. What a
/// spreadsheet would take for a formula (it begins with = + - @, a tab or a line end) gets an
/// apostrophe in front.
void add_csv_text(std::string& out, std::string_view text);

}  // namespace pricetalk
