#pragma once

#include "pricetalk/audit/audit.hpp"

/// Parts of what is said of a row.
namespace pricetalk {

/// In two decimals where it has no end.
Phrase number_text(const Ratio& value);

/// In the decimals of the currency.
Phrase amount_text(const Ratio& value, const Currency& currency);

/// "1 × €3,485.00", or the amount alone where the row has no price.
Phrase as_charged_text(const InvoiceLine& row, const Currency& currency);

}  // namespace pricetalk
