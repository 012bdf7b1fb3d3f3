#pragma once

#include <string>

#include "report/ledger_line.hpp"

namespace pricetalk {

/// The heading of a ledger as a CSV (RFC 4180), with a column `tag:NAME` for each tag.
std::string ledger_csv_heading(const TagNames& tags);

/// Adds one amount as a row. Numbers have a decimal point, dates are ISO, words are English; an
/// amount that is not known yet is empty and has the status `open`.
void add_ledger_csv(std::string& out, const LedgerLine& line, const TagNames& tags);

}  // namespace pricetalk
