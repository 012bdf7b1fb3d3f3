#pragma once

#include <optional>

#include "explain/worksheet.hpp"
#include "index/look_up.hpp"
#include "pricetalk/pricing/schedule.hpp"

namespace pricetalk {

/// The level of the market for a line that counts: the latest one, of that day or before where a
/// day is given; of one day the one that stands last in the file. Nothing without one.
const PriceLevelTerms* market_level(const Contract& contract, const Line& line,
                                    std::optional<Date> by = {});

/// The two figures that move a level: the latest one that is known on a day, and the one of the
/// period in which the day of the level lies.
struct MarketMove {
  Seen now;
  Seen then;
  Fixity fixity() const;
};

/// How the series of a level has moved it by a day. Nothing where no series is named, a figure is
/// not there, or the series counts in percentages. `coverage` says which figures exist; of these a
/// later one than the day knows is not the latest.
std::optional<MarketMove> market_move(const Coverage& coverage, const PriceLevelTerms& level,
                                      Date day);

/// A price of the level, moved: x now / then, to the currency's smallest unit.
NodeId moved(Worksheet& sheet, NodeId price, const MarketMove& move, const Phrase& label);

}  // namespace pricetalk
