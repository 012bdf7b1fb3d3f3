#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "pricetalk/contract/contract.hpp"
#include "pricetalk/explain/figure.hpp"
#include "pricetalk/pricing/coverage.hpp"

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

/// A figure that was not there on its reading day, where the clause then takes the latest one and
/// settles the difference afterwards (CONTRACT-FORMAT section 6.5).
struct LateFigure {
  std::string symbol;  ///< NAME or NAME0
  std::string series;
  PeriodSpan asked;
  PeriodSpan read;  ///< what stands in for it; the same when it came
  Date reading_day;
  bool came = false;  ///< the step rests on the figure that was asked
  std::optional<KnownSince> since = {};
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

/// All prices of all lines, in the order of the file.
std::vector<PriceSchedule> schedule(const Contract& contract, const Coverage& coverage, Date until);

}  // namespace pricetalk
