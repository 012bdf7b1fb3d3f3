#include "pricetalk/explain/figure.hpp"

#include <algorithm>

#include "explain/rounded.hpp"

namespace pricetalk {

Decimal as_decimal(const Ratio& price, int decimals) {
  const auto exact = price.exact_decimal();
  return as_many_decimals(price, std::max(decimals, exact ? exact->scale() : 10));
}

}  // namespace pricetalk
