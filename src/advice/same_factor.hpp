#pragma once

#include "pricetalk/contract/contract.hpp"

namespace pricetalk {

/// Whether every later step multiplies the price of a line by a factor that asks neither for the
/// price itself nor for what earlier steps left over, whatever figures come: then what is given up
/// once is never made up for. No for limits in money, against the original price, per year or with
/// something carried over, for a formula that compares the price, for a clause that resets the
/// others, and for an agreed price after `day`.
bool same_factor_whatever_comes(const Contract& contract, const Line& line, Date day);

}  // namespace pricetalk
