#pragma once

#include <optional>

#include "invoice/reading_hypothesis.hpp"

/// Amounts with VAT in a file that has no column of it: only quantity times price shows how much.
namespace pricetalk::invoices {

/// What an amount is without its VAT, with its sign: what quantity and price make, where a usual
/// rate above nothing on top of that gives the amount to the cent. Nothing where none does.
std::optional<Ratio> net_below_vat(const Factors& factors, const Ratio& amount);

/// The rate that leads from one to the other, in tenths of a percent. REQUIRES: one does.
std::int64_t rate_between(const Ratio& net, const Ratio& amount);

}  // namespace pricetalk::invoices
