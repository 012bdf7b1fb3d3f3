#pragma once

#include <optional>

#include "answer/received_letter.hpp"
#include "pricing/day_step.hpp"

namespace pricetalk {

/// The price that a percentage gives when it is counted from `before`; nothing where that is not
/// known.
std::optional<AnnouncedPrice> announced_by_percentage(const Percent& change,
                                                      const PriceSchedule& prices,
                                                      const PriceEntry& entry,
                                                      const Outcome<Ratio>& before);
/// A price as it is typed; zeros at its end say nothing, but for the currency's decimals.
AnnouncedPrice announced_as_price(const Decimal& price);

/// A percentage beside the step of its day: equal where it is the step rounded to its decimals, by
/// the coefficient or by the prices, or the clause's own change on an original price.
BesideAllowed beside_step(const Percent& change, const AnnouncedPrice& announced,
                          const DayStep& day, const Ratio& allowed);
/// A price beside the allowed one, in the decimals of the letter, at least the currency's.
BesideAllowed beside_price(const Decimal& announced, const Ratio& allowed,
                           const Currency& currency);

}  // namespace pricetalk
