#pragma once

#include <optional>
#include <string>
#include <vector>

#include "lint/trial_limits.hpp"
#include "pricetalk/pricing/schedule.hpp"

namespace pricetalk {

/// What came out when the formula of a clause was tried: something that can hardly be meant.
struct Oddity {
  enum class Kind : std::uint8_t {
    moves_by_itself,  ///< no figure changes, and the price does
    overshoots,       ///< the price moves by more than the figures, or than their weights together
    opposes,          ///< the price falls when all figures rise
    opposes_one,      ///< the price falls when the figure of one term rises
    opposes_falling,  ///< the price rises when the figure of one term falls, and only then
    opposes_own,      ///< with the figures of the library it moves against them
    leaps,            ///< with the figures of the library the price leaps, and they do not
    follows_a_leap,   ///< the price leaps with a figure of which few others show that it is right
    leaps_in_a_year,  ///< a stated change comes back so often that a year of it is a leap
    repeats,          ///< the same rise, from a base that stays, is charged again on each date
    would_repeat,     ///< the same, before the figures of the library show it
    crosses_indices,  ///< a figure of one index is divided by the reference of another
    ratio_of_percentages,   ///< a percentage is divided by an earlier one
    has_no_effect,          ///< whatever an index does, the price does not follow
    cancels_out,            ///< an index stands above and below the line, without its reference
    counts_points,          ///< what comes out depends on the base year in which the figures stand
    divides_by_new,         ///< the difference is divided by the new figure
    cannot_be_read,         ///< a period rule names nothing that can be read in time
    points_as_money,        ///< points of an index are added to the price one to one
    levels_as_percent,      ///< a series in percent holds the levels of an index
    of_itself,              ///< a figure is compared with itself on every date
    later_reference,        ///< a figure is compared with one of a later period
    overlaps,               ///< half of a change or more was charged on the date before
    leaves_months_out,      ///< half of the months between two dates or more are never charged
    older_reference,        ///< the price is compared with a figure from long before it
    never_opens,            ///< a threshold in points that is measured anew on every date
    hardly_moves,           ///< a stated change that is a hundredth of what can be meant
    reference_after_price,  ///< the price is compared with a figure from long after it
    compounds_years,        ///< changes over a year are multiplied month after month
  };
  Kind kind = Kind::moves_by_itself;
  const Clause* clause = nullptr;  ///< never nothing; points into the contract
  const Line* line = nullptr;      ///< never nothing; the line that it was tried on
  Date date;                       ///< the adjustment date that was tried
  Span where;                      ///< the words of the formula
  /// Of `leaps`: by how much the figures moved at most; nothing where none can be compared. Of
  /// `opposes_own` and `follows_a_leap`: by how much the figure moved; of `never_opens`: the same
  /// in points; of `hardly_moves`: what is probably meant.
  std::optional<Ratio> figures = {};
  bool at_market = false;  ///< of `leaps`: the price is that of a market, made of no earlier one
  Ratio before;            ///< price per unit
  Ratio after;             ///< price per unit that the clause makes of it; of a surcharge: with it
  /// The one over the other.
  Ratio factor() const { return after / before; }
  /// Of `repeats` and `overlaps`: the date after `date`, of which `after` is the price.
  std::optional<Date> again = {};
  /// Of `repeats` and `would_repeat`: what is charged from then on if the rise is measured from the
  /// start; nothing where the formula cannot be read that way. Of `counts_points`: the price when
  /// the figures stand in a base that is twice as high. Of `leaves_months_out`: the price when all
  /// months count; of `older_reference` and `reference_after_price`: when the reference is of the
  /// time of the price; of `compounds_years`: with their average; of `never_opens`: when the
  /// changes add up.
  std::optional<Ratio> from_start = {};
  Ratio charged_again = Ratio(0);  ///< of `repeats`: the change of the step before
  /// Of an oddity about one index: its name in the formula, or `Tried::every_index`; of
  /// `crosses_indices` the division, "C/L0"; of `moves_by_itself` only where all figures are
  /// percentages that are compared with nothing.
  std::string index = {};
  /// These two: of `cannot_be_read`: why not, a clause of a sentence, and what to write; of
  /// `later_reference` the reason says of which periods both figures are.
  Phrase reason = {};
  Phrase remedy = {};
  /// Over how many the change is, of `overlaps` and `leaves_months_out`; of `older_reference`: by
  /// how many the reference is too early; of `never_opens`: on how many dates.
  int months = 0;
  int every = 0;  ///< of `leaves_months_out`: in how many months a step comes once
  /// Of `older_reference`: the period of the reference, and that of the price.
  std::optional<PeriodSpan> compared = {};
};

/// Tries every clause of a contract on its own calculations: with figures that do not change, with
/// figures that all rise by one and by ten per cent (series in percent: by as many points), and
/// with those of the library until `until`. Surcharges are tried on one
/// day a year. One oddity at the most of each formula, and none that the clause accepts. The
/// contract and the library must outlive the result.
std::vector<Oddity> try_clauses(const Contract& contract, const Coverage& coverage, Date until,
                                const TrialLimits& limits = default_trial_limits());

}  // namespace pricetalk
