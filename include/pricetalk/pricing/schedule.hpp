#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "pricetalk/contract/contract.hpp"
#include "pricetalk/explain/figure.hpp"
#include "pricetalk/index/series.hpp"

namespace pricetalk {

/// The figures that prices are computed from: those of a library, as the world knows them.
class Coverage {
 public:
  /// The library must outlive the coverage. Figures that were published after `today` are hidden,
  /// and undated ones that came later while their period is not over; nothing: none are. With
  /// `as_known` only what was known by that day counts: an undated figure from its day of retrieval
  /// or the day after its period.
  Coverage(const Library& library, std::optional<Date> today, std::optional<Date> as_known = {})
      : library_(&library), today_(today), as_known_(as_known) {}

  /// These three: as it was made with.
  const Library& library() const { return *library_; }
  std::optional<Date> today() const { return today_; }
  std::optional<Date> as_known() const { return as_known_; }

 private:
  const Library* library_;
  std::optional<Date> today_;
  std::optional<Date> as_known_;
};

/// What happened to a price on an occasion. A price that did not move has a derivation too.
enum class Verdict : std::uint8_t {
  start,            ///< the price as written, on price_date
  adjusted,         ///< it moved as the clause says
  unchanged,        ///< the ladder gave the price that was in force
  below_threshold,  ///< the change was too small to count
  too_soon,         ///< minimum interval or price binding
  /// These three: by a decision.
  waived,
  reduced,
  agreed,
  deferred,      ///< put off by a decision
  forfeited,     ///< announced too late: lost for good
  moved_on,      ///< announced too late: made up at the next date
  undetermined,  ///< a figure is missing, or a value cannot be computed: `price` has the reasons
};
/// "below the threshold", "onder de drempel".
const Phrase& words(Verdict verdict);
/// "adjusted", "below-threshold": for machines.
std::string_view word(Verdict verdict);

/// Since when a figure can be read.
struct KnownSince {
  Date day;              ///< first day
  bool recorded = true;  ///< no: the day of retrieval, so at the latest then
};

/// A figure that was not there on its reading day, where the clause then takes the latest one and
/// settles the difference afterwards (CONTRACT-FORMAT section 6.5).
struct LateFigure {
  std::string symbol;  ///< NAME or NAME0
  std::string series;  ///< id of the series
  PeriodSpan asked;    ///< one period, or a window
  PeriodSpan read;     ///< what stands in for it; the same when it came
  Date reading_day;    ///< the announcement, else the adjustment date
  bool came = false;   ///< the step rests on the figure that was asked
  /// First day on which the asked figure could be read; empty: it is not there yet.
  std::optional<KnownSince> since = {};
};

/// One dated price with everything that led to it.
struct PriceEntry {
  Date date;                         ///< the adjustment date
  Date from;                         ///< first day of this price
  const Clause* clause = nullptr;    ///< nothing for the starting price
  Verdict verdict = Verdict::start;  ///< default: the start
  Outcome<Ratio> before;             ///< per unit, in force until then
  /// Per unit, rounded, in force from `from`; undetermined while a figure is missing.
  Outcome<Ratio> price;
  Derivation why;                           ///< what was computed; empty when nothing was
  NodeId answer = no_node;                  ///< the node of `why` that explains the verdict
  Fixity fixity = Fixity::fixed;            ///< the weakest of the figures that it rests on
  std::vector<LateFigure> late = {};        ///< figures that were not there on their reading day
  const DecisionTerms* decision = nullptr;  ///< that acted; points into the contract
  const AnnouncementTerms* announcement = nullptr;  ///< that counted; points into the contract
  std::optional<Deadline> deadline;                 ///< last day to announce, where there is a duty
  Address address;                                  ///< "ID/LINE/DATE/price"
  std::optional<std::size_t> part = {};             ///< which part of the line the clause moves
  std::vector<Outcome<Ratio>> parts = {};  ///< what each part costs from then on, in its currency

  /// "3.9 %": the coefficient's change, never one derived from rounded prices. Undetermined where
  /// there is no step.
  Outcome<Ratio> change() const;
};

/// The prices of one line (one tier of it) over time, oldest first; the first entry is the start.
struct PriceSchedule {
  const Line* line = nullptr;          ///< never nothing; points into the contract
  std::size_t price = 0;               ///< which tier
  std::vector<PriceEntry> entries;     ///< the first is the start
  const Contract* contract = nullptr;  ///< never nothing; outlives the schedule
  /// What the surcharges of a day are read from (pricing/surcharge.hpp).
  std::optional<Coverage> coverage = {};
  /// Of days from `from` on, late figures count that came by `until`: how the surcharges of those
  /// days were or are charged. Empty: all that came.
  struct LateBy {
    Date from;   ///< first of those days
    Date until;  ///< last day on which a figure counted
  };
  std::vector<LateBy> late_by = {};  ///< by `from`; the last one that has begun holds

  /// The entry in force on a day; nothing before the first.
  const PriceEntry* on(Date day) const;
  /// The last entry up to a day that moved a part or began with it; nothing before the first.
  const PriceEntry* of_part(std::size_t part, Date day) const;
};

/// All prices of all lines, in the order of the file.
std::vector<PriceSchedule> schedule(const Contract& contract, const Coverage& coverage, Date until);

}  // namespace pricetalk
