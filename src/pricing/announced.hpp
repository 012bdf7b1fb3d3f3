#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "explain/worksheet.hpp"
#include "pricetalk/pricing/schedule.hpp"

namespace pricetalk {

/// A step that was announced with another percentage than the contract allows, and is not taken yet
/// or is the one in force.
struct AnnouncedOff {
  /// What the announced percentage is beside the allowed one.
  enum class Kind : std::uint8_t {
    mistake,     ///< more than any line may take
    rounded_up,  ///< the allowed one, rounded up to the decimals of the announced one
    below,       ///< less than any line may take
  };
  struct Step {
    const PriceSchedule* prices = nullptr;
    const PriceEntry* entry = nullptr;
  };
  Kind kind = Kind::mistake;
  const AnnouncementTerms* announcement = nullptr;
  std::vector<Step> steps;  ///< of every line that the clause moves, one for each tier
  Ratio allowed;            ///< the largest step that one of them may take
};

/// "announced 5.62% from 1 January 2026, the contract allows 2.91%".
Phrase announced_text(const AnnouncedOff& found);

/// A percentage that a letter announces, and the price that it is counted from.
struct PriceByLetter {
  const PriceSchedule* prices = nullptr;
  Outcome<Ratio> before;
  std::string address;  ///< of the price before
  Fixity fixity = Fixity::fixed;
  Ratio change;  ///< as a fraction
  Span where;    ///< the words that state it; empty: a letter
};
/// The price when the percentage is charged as it stands, in the decimals of the line.
NodeId price_by_letter(Worksheet& sheet, const PriceByLetter& letter);

/// Half of the last digit of a percentage, as a fraction: by so much it may be rounded.
Ratio half_a_digit(const Percent& percent);

/// The price that a step gives when the announced percentage is charged as it stands, in the
/// decimals of the line. REQUIRES: the announcement states a change, the step a price before it.
NodeId announced_price(Worksheet& sheet, const AnnouncementTerms& announcement,
                       const AnnouncedOff::Step& step);
/// The percentage that holds of what was announced for a step: that of the last announcement known
/// today that names one; nothing where none does. When a step was announced, the first one says.
const AnnouncementTerms* announced_percentage(const Contract& contract, std::string_view clause,
                                              Date for_date, Date today);

/// Whether an announced percentage is the clause's own change on the price that it counts from, and
/// that gives the price: 6.6 % of the original price where the last step of it is 2.5 %.
bool is_own_change(const Percent& announced, const PriceEntry& entry);

/// The last announcement of each clause and date, as known today, where no percentage that rounds
/// to the announced one is allowed on any line; and where the announced one is rounded up so far
/// that charging it as it stands gives a line a higher price than is allowed. One that is less than
/// any line may take counts where a line gets a lower price by it. Nothing where an allowed step is
/// not determined, the clause moves a part of a price, a decision was taken about the date, or the
/// announcement came too late to give a step.
std::vector<AnnouncedOff> announced_off(const Contract& contract,
                                        std::span<const PriceSchedule> schedules, Date today);

/// The same of steps that were taken before the one in force, and only what is more than any line
/// may take: Kind::mistake.
std::vector<AnnouncedOff> announced_off_before(const Contract& contract,
                                               std::span<const PriceSchedule> schedules,
                                               Date today);

}  // namespace pricetalk
