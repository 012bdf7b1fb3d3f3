#include "pricetalk/explain/figure.hpp"

#include <algorithm>
#include <array>

#include "explain/rounded.hpp"

namespace pricetalk {

Decimal as_decimal(const Ratio& price, int decimals) {
  const auto exact = price.exact_decimal();
  return as_many_decimals(price, std::max(decimals, exact ? exact->scale() : 10));
}

std::string_view word(Fixity fixity) {
  static constexpr std::array<std::string_view, 3> table = {"fixed", "provisional", "projected"};
  return table[static_cast<std::size_t>(fixity)];
}

}  // namespace pricetalk
