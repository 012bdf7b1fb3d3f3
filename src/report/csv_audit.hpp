#pragma once

#include <string>
#include <vector>

#include "audit/offending.hpp"

namespace pricetalk {

/// Offending invoice rows as a CSV (RFC 4180) for spreadsheets and other programs: a heading, then
/// a row each, in the order given. Numbers have a decimal point, dates are ISO; words are English.
/// Text of others that a spreadsheet would take for a formula (it begins with = + - @, a tab or a
/// line end) gets an apostrophe in front.
std::string offending_csv(const std::vector<OffendingRow>& rows);

/// Several lists, each in file order, as one.
std::string offending_csv(const std::vector<OffendingRow>& first,
                          const std::vector<OffendingRow>& second);

}  // namespace pricetalk
