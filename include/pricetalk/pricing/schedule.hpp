#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "pricetalk/calendar/working_day.hpp"
#include "pricetalk/explain/figure.hpp"
#include "pricetalk/pricing/lower.hpp"
#include "pricetalk/pricing/timeline.hpp"

namespace pricetalk {

/// What happened to a price on an occasion. A price that did not move has a derivation too.
enum class Verdict : std::uint8_t {
  start,  ///< the price as written, on price_date
  adjusted,
  unchanged,  ///< the ladder gave the price that was in force
  below_threshold,
  too_soon,  ///< minimum interval or price binding
  waived,
  reduced,
  agreed,
  deferred,   ///< put off by a decision
  forfeited,  ///< announced too late: lost for good
  moved_on,   ///< announced too late: made up at the next date
  undetermined,
};
const Phrase& words(Verdict verdict);
/// "adjusted", "below-threshold": for machines.
std::string_view word(Verdict verdict);

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

/// One dated price with everything that led to it.
struct PriceEntry {
  Date date;                       ///< the adjustment date
  Date from;                       ///< first day of this price
  const Clause* clause = nullptr;  ///< nothing for the starting price
  Verdict verdict = Verdict::start;
  Outcome<Ratio> before;
  Outcome<Ratio> price;
  Derivation why;
  NodeId answer = no_node;  ///< the node of `why` that explains the verdict
  Fixity fixity = Fixity::fixed;
  std::vector<LateFigure> late = {};  ///< figures that were not there on their reading day
  const DecisionTerms* decision = nullptr;
  const AnnouncementTerms* announcement = nullptr;
  std::optional<Deadline> deadline;  ///< last day to announce, where there is a duty
  Address address;
  std::optional<std::size_t> part = {};    ///< which part of the line the clause moves
  std::vector<Outcome<Ratio>> parts = {};  ///< what each part costs from then on, in its currency

  /// "3.9 %": the coefficient's change, never one derived from rounded prices. Undetermined where
  /// there is no step.
  Outcome<Ratio> change() const;
};

/// The prices of one line (one tier of it) over time, oldest first; the first entry is the start.
struct PriceSchedule {
  const Line* line = nullptr;
  std::size_t price = 0;  ///< which tier
  std::vector<PriceEntry> entries;
  const Contract* contract = nullptr;
  /// What the surcharges of a day are read from (pricing/surcharge.hpp).
  std::optional<Coverage> coverage = {};
  /// Of days from `from` on, late figures count that came by `until`: how the surcharges of those
  /// days were or are charged. Empty: all that came.
  struct LateBy {
    Date from;
    Date until;
  };
  std::vector<LateBy> late_by = {};

  /// The entry in force on a day; nothing before the first.
  const PriceEntry* on(Date day) const;
  /// The last entry up to a day that moved a part or began with it; nothing before the first.
  const PriceEntry* of_part(std::size_t part, Date day) const;
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

/// All prices of all lines, in the order of the file.
std::vector<PriceSchedule> schedule(const Contract& contract, const Coverage& coverage, Date until);

}  // namespace pricetalk
