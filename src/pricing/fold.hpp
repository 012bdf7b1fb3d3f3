#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "pricetalk/pricing/schedule.hpp"
#include "pricing/timeline.hpp"

namespace pricetalk {

/// What a clause remembers between two of its dates (CONTRACT-FORMAT section 4).
struct ClauseMemory {
  /// The adjustment date whose figures were used last, for "at last adjustment"; undetermined when
  /// it is not known whether a step happened.
  Outcome<std::optional<Date>> used_on{std::optional<Date>{}};
  std::optional<Date> last_step;  ///< for the minimum interval
  Outcome<Ratio> m_last{Ratio(0)};
  Outcome<Ratio> carry{Ratio(0)};
  Outcome<Ratio> room{Ratio(0)};
  Outcome<Ratio> lost{Ratio(1)};
  /// The original price, where it is not the line's: after a reset, or of a part.
  struct Origin {
    Outcome<Ratio> price;
    std::optional<Date> reset;  ///< the day on which another clause gave this one a new start
    Phrase text;                ///< where it comes from
    std::string address;
    Fixity fixity = Fixity::fixed;
  };
  std::optional<Origin> origin = {};
  /// Prices that this clause made (limits.per = "year"), oldest first, as far back as they count.
  std::vector<std::pair<Date, Outcome<Ratio>>> past = {};
  Outcome<Ratio> year_ago{Ratio(0)};  ///< of `past`, for the step under way
  bool replaced = false;              ///< another clause has taken the place of the stated one
};

/// The price of one part of a line, in the part's own currency.
struct PartState {
  Outcome<Ratio> price;
  Outcome<Ratio> exact;  ///< before its last rounding
  Fixity fixity = Fixity::fixed;
  std::string address;
};

/// Everything stateful about one price of one line: the fold's only memory.
struct State {
  Outcome<Ratio> price;
  Outcome<Ratio> exact;              ///< before its last rounding
  std::vector<ClauseMemory> memory;  ///< one per clause of the line
  Fixity fixity = Fixity::fixed;
  std::string address;                ///< of the entry that made the price
  std::vector<PartState> parts = {};  ///< one per part of the line
};

/// Everything that a step may read besides the state.
struct PricingContext {
  const Contract* contract = nullptr;
  const Line* line = nullptr;
  std::size_t price = 0;
  const Coverage* coverage = nullptr;
  /// Figures that came after their reading day (if_missing = "latest-and-true-up") count when they
  /// came by this day; empty: all that came. So a schedule can be asked as it was charged.
  std::optional<Date> late_until = {};
};

/// One step of the fold: pure. All of time is here.
std::pair<State, PriceEntry> step(const PricingContext& context, const State& state,
                                  const Occasion& occasion);

/// The state and entry with which a price begins.
std::pair<State, PriceEntry> begin(const PricingContext& context);

/// The fold over the timeline of one price. The contract and the library must outlive the result.
PriceSchedule schedule(const PricingContext& context, Date until);

}  // namespace pricetalk
