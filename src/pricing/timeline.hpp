#pragma once

#include <optional>
#include <vector>

#include "contract/scheduled_dates.hpp"
#include "pricetalk/contract/contract.hpp"

namespace pricetalk {

/// Something that happens to a price line on a day.
struct Occasion {
  enum class Kind : std::uint8_t {
    adjustment,  ///< the clause runs
    deferred,    ///< a step that a decision put off until this day
    late,        ///< a step whose announcement came too late for its date, on its first day
    agreed,      ///< a price that was agreed for a day on which no clause runs that it is about
    followed,    ///< the line that this one follows may move
  };
  Kind kind = Kind::adjustment;
  Date day;                ///< when it happens
  Date date;               ///< the adjustment date whose terms and figures count
  std::size_t clause = 0;  ///< position in the line's list of clauses; without meaning for `agreed`
  const DecisionTerms* agreed = nullptr;  ///< of `agreed`
};

/// All occasions of a line after its price_date and inside its life, oldest first; of one day in
/// the order in which the line names its clauses, an agreed price last. The contract must outlive
/// them.
std::vector<Occasion> timeline(const Contract& contract, const Line& line, Date until);

struct PriceEntry;

/// The day of the occasion that an entry came from: its date, or the day to which a decision put
/// the step of that date off.
Date day_of(const PriceEntry& entry);

/// The day on which an adjustment is read: its announcement, else the adjustment date.
Date reading_day(const Contract& contract, const Clause& clause, Date date);

}  // namespace pricetalk
