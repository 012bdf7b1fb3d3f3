#pragma once

#include <cstdint>
#include <string_view>

#include "pricetalk/index/series.hpp"

namespace pricetalk {

/// What the figures of a series measure, as far as its id and title tell.
enum class SeriesKind : std::uint8_t {
  other,                   ///< of a trade, a good or a cost, or not told
  general_prices,          ///< prices of all that consumers buy
  perhaps_general_prices,  ///< the same, but a further word may name one group of it
  minimum_wage,            ///< set by law
  general_wages,           ///< wages of all trades together
};

/// By the words of the publisher ("alle bestedingen", "Verbraucherpreisindex"); a sub-index of
/// food, energy or one trade is `other`.
SeriesKind kind_of(const Series& series);
/// The same by an id alone, for a series that the library does not have.
SeriesKind kind_of_id(std::string_view id);

}  // namespace pricetalk
