#include "pricetalk/explain/figure.hpp"

#include <algorithm>

namespace pricetalk {

Decimal as_decimal(const Ratio& price, int decimals) {
  const auto exact = price.exact_decimal();
  if (!exact) return round(price, Rounding::decimals(std::max(decimals, 10)));
  return round(price, Rounding::decimals(std::max(decimals, exact->scale())));
}

}  // namespace pricetalk
