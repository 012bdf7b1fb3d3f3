#pragma once

#include <optional>
#include <vector>

#include "pricetalk/contract/contract.hpp"

namespace pricetalk {

/// The adjustment dates of a clause for a line, oldest first, up to and including `until`. Also
/// those outside the line's life or on or before price_date: references count from them.
std::vector<Date> scheduled_dates(const Contract& contract, const Line& line, const Clause& clause,
                                  Date until);

/// The last of them, without making the others.
std::optional<Date> last_date(const Contract& contract, const Line& line, const Clause& clause,
                              Date until);

/// Something that happens to a price line on a day.
struct Occasion {
  enum class Kind : std::uint8_t {
    adjustment,  ///< the clause runs
    deferred,    ///< a step that a decision put off until this day
  };
  Kind kind = Kind::adjustment;
  Date day;                ///< when it happens
  Date date;               ///< the adjustment date whose terms and figures count
  std::size_t clause = 0;  ///< position in the line's list of clauses
};

/// All occasions of a line after its price_date and inside its life, oldest first; of one day in
/// the order in which the line names its clauses.
std::vector<Occasion> timeline(const Contract& contract, const Line& line, Date until);

/// The day on which an adjustment is read: its announcement, else the adjustment date.
Date reading_day(const Contract& contract, const Clause& clause, Date date);

}  // namespace pricetalk
