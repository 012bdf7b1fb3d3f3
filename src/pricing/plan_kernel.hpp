#pragma once

#include <cstddef>
#include <cstdint>

#include "pricing/plan.hpp"

namespace pricetalk {

/// a x b, in whole multiples of 10^-`decimals` more than is asked, rounded half-up to what is: the
/// step of a price by its coefficient, and an amount of price and quantity. REQUIRES: no value and
/// no product reaches 2^51; 0 <= decimals <= 15.
///
/// Four lines at a time in the widest registers that the machine has. The numbers are whole, in
/// registers that hold them exactly; the quotient is guessed by a multiplication and then put right
/// by its own remainder, so that no guess can be wrong. On other machines line by line in 64 bits.
void product_half_up(const Column& a, const Column& b, int decimals, std::size_t lines,
                     std::int64_t* out);

}  // namespace pricetalk
