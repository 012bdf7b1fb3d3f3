#pragma once

#include <string>
#include <vector>

#include "advice/price_position.hpp"
#include "lint/lawful_rises.hpp"

namespace pricetalk {

/// The price of a line by the contract, month by month until the last step that is known, beside
/// the band of its market, what it would be by its costs and the highest price by law, each as far
/// as it is known: an SVG file. Empty where no price of the line is known.
std::string level_chart(const Dossier& dossier, const PricePosition& position,
                        const std::vector<LegalMaxima>& maxima, Language language);

}  // namespace pricetalk
