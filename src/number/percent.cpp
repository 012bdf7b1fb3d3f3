#include "pricetalk/number/money.hpp"

namespace pricetalk {

Ratio Percent::as_fraction() const { return Ratio(of_hundred) * Ratio::of(1, 100); }

}  // namespace pricetalk
