#include "simulation/market_level.hpp"

namespace pricetalk {

const PriceLevelTerms* market_level(const Contract& contract, const Line& line,
                                    std::optional<Date> by) {
  const PriceLevelTerms* found = nullptr;
  for (const PriceLevelTerms& level : contract.terms.price_level)
    if (level.price.value.value == line.id && (!by || level.as_of.value <= *by) &&
        (found == nullptr || level.as_of.value >= found->as_of.value))
      found = &level;
  return found;
}

}  // namespace pricetalk
