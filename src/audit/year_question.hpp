#pragma once

#include "pricetalk/invoice/invoice.hpp"

namespace pricetalk {

/// Whether an invoice is so much later than its days that their year may have been meant as the
/// next.
bool may_be_of_next_year(const InvoiceLine& row);
/// Whether its days lie so far ahead that their year may have been meant as the one before.
bool may_be_of_year_before(const InvoiceLine& row);
/// The days of a row a year later, or earlier.
InvoiceLine a_year_later(const InvoiceLine& row);
InvoiceLine a_year_earlier(const InvoiceLine& row);

}  // namespace pricetalk
