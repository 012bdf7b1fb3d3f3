#pragma once

#include <optional>

#include "billing/period.hpp"
#include "pricetalk/invoice/invoice.hpp"

namespace pricetalk {

/// How many times the time of its quantity a line is charged for on some days: 3 for a quarter of
/// what is bought by the month, 15/31 from 17 to 31 March. Nothing where that is once, and where
/// the contract states no quantity by time, or another one on some of the days.
std::optional<Ratio> times_of_rate(const Line& line, const Days& days);

/// Whether a row charges its quantity at a price for so many times of its rate that came out of
/// `amount`, what it would be at the price of one: to the cent of its price, or, where it states a
/// price that cannot be that of one, nearly.
bool is_by_times(const InvoiceLine& row, const Ratio& times, const Ratio& amount);

/// Whether a row is for all that the contract buys in a part of its time, and off by a cent or
/// more: whether its halves add up is asked of the period.
bool is_part_of_period(const Line& line, const InvoiceLine& row, const Ratio& times,
                       const Ratio& amount);

/// Whether an amount is quantity x price of its row and `exact`, but for a price that was rounded.
bool is_by_rounded_price(const InvoiceLine& row, const Ratio& exact);

/// How many rows like this one are together what the contract buys in its days: equal shares of
/// one invoice, over departments. Nothing below two.
std::optional<int> equal_shares(const Line& line, const InvoiceLine& row);

}  // namespace pricetalk
