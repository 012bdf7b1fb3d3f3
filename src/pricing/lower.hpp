#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <vector>

#include "pricetalk/explain/derivation.hpp"
#include "pricing/figures.hpp"

namespace pricetalk {

/// What a late announcement does to a step (CONTRACT-FORMAT section 3.8).
enum class NoticeEffect : std::uint8_t {
  none,
  forfeited,  ///< lost for good
  moved_on,   ///< made up at the next date
};

/// Everything that lowering one step may depend on, besides the clause: dates and decisions, no
/// values.
struct StepContext {
  const Contract* contract = nullptr;
  const Line* line = nullptr;
  std::size_t price = 0;  ///< which of the line's prices (tiers)
  const Clause* clause = nullptr;
  Date date;                               ///< the adjustment date whose terms and figures count
  std::optional<Date> previous_date;       ///< the scheduled date before it
  Outcome<std::optional<Date>> last_step;  ///< the day of the last step, if there was one
  /// The day on which the price last moved, for `months_since_last`; empty: not since the start.
  Outcome<std::optional<Date>> last_moved{std::optional<Date>{}};
  std::optional<Date> start_reading;  ///< where "at start" reads, when price_date is later
  std::optional<Date> reset;          ///< day on which another clause gave this one a new start
  std::optional<std::size_t> part;    ///< which part of the line moves; nothing without parts
  const DecisionTerms* decision = nullptr;
  NoticeEffect notice = NoticeEffect::none;
  /// Figures that came after their reading day count when they came by this day; empty: all.
  std::optional<Date> late_until = {};
  /// The reading day of an adjustment date: its announcement, else itself.
  std::function<Date(Date)> reading_day;
};

/// Whether the step is waived or was announced too late, so that the price stays as it is.
bool nothing_happens(const StepContext& context);

/// A step as a calculation, and the figures that its inputs ask for.
struct Lowered {
  std::shared_ptr<const Calculation> calculation;
  /// One per input: a figure to look up, or the reason why there is none to ask for.
  std::vector<Outcome<FigureRequest>> requests;
  std::vector<Span> asked_by;  ///< the words of the clause behind each input
  std::vector<LateFigure> late = {};
  std::vector<std::size_t> parts = {};  ///< further inputs: the prices of these parts of the line
};

/// Turns the ladder of CONTRACT-FORMAT section 4 into a calculation. The only code that knows what
/// a ladder step means.
Lowered lower(const StepContext& context, const Coverage& coverage);

/// The same for a clause whose formula gives a surcharge: observations, formula, rounding. What it
/// answers is `outputs.surcharge`; it writes no memory.
Lowered lower_surcharge(const StepContext& context, const Coverage& coverage);

/// A price that was agreed for a day on which no clause of the line runs that it is about. With a
/// clause: what that clause remembers of it (CONTRACT-FORMAT section 3.9).
Lowered lower_agreed(const DecisionTerms& decision, const Clause* clause);

/// The whole years between two dates of a clause, at least 1: what `limits.per = "year"` counts.
int whole_years(const Clause& clause);

/// A rounding as written, with its decimals settled; nothing for "none".
std::optional<Rounding> settled(const RoundingRule& rule, int decimals_as_written);

}  // namespace pricetalk
