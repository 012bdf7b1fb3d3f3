#pragma once

#include <optional>

#include "pricetalk/pricing/schedule.hpp"

namespace pricetalk {

/// Why a period rule of a step names nothing that can ever be read in time.
struct Unreadable {
  Span where;     ///< the rule
  Phrase why;     ///< a clause of a sentence: "the contract does not state the day of the bid"
  Phrase remedy;  ///< what to write
};
/// Of a step whose new figure is of a period that only begins after it. Of one without a price: a
/// bid of which the contract states no day, a day or a year of a series that has only months, or a
/// reference that lies after the date of the step. Nothing where the figures are only not out yet.
std::optional<Unreadable> unreadable(const PriceEntry& entry, const Contract& contract,
                                     const Library& library);

}  // namespace pricetalk
