#pragma once

#include <vector>

#include "pricetalk/number/decimal.hpp"
#include "pricetalk/number/ratio.hpp"

namespace pricetalk::einvoice {

/// A total shared by weight, each share rounded down to `decimals`, and what is then left given to
/// the largest remainders, of equal ones the first: the shares add up. Without weights the first
/// takes all. REQUIRES: at least one weight.
std::vector<Decimal> shared(const Decimal& total, const std::vector<Ratio>& weights, int decimals);

}  // namespace pricetalk::einvoice
