#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "pricetalk/contract/clause_values.hpp"
#include "pricetalk/document/values.hpp"
#include "pricetalk/explain/calculation.hpp"
#include "pricetalk/index/figures.hpp"

namespace pricetalk {

// The keys of a clause as written (CONTRACT-FORMAT sections 3.4 to 3.8).

/// From which price a step starts: the one in force, or each time the original one.
enum class Compounding : std::uint8_t { previous, base };
/// How a figure is read inside its month: as it is, or by days between two months.
enum class Interpolation : std::uint8_t { none, linear };
/// How two bases are joined: by a rounded coefficient, or the same product with no rounding at all.
enum class LinkMethod : std::uint8_t { coefficient, double_fraction };
/// When a figure is not there yet: no price, or the latest one with a settlement afterwards.
enum class IfMissing : std::uint8_t { stop, latest_and_true_up };
/// A key of an index that the contract may give no answer to: which period counts.
enum class IndexUnknown : std::uint8_t { use, base, series };
/// From when a threshold counts the change.
enum class Since : std::uint8_t { last_adjustment, start };
/// What a threshold tests: the measured change, or the change after pass-through.
enum class TestedOn : std::uint8_t { index, price };
/// What passes an opened threshold: all of the change, or only what exceeds it.
enum class Then : std::uint8_t { full, excess };
/// Which cut-off changes come back at the next date.
enum class CarryOver : std::uint8_t { none, increases, decreases, both };
/// What becomes of room under the cap: lost, or it widens the next cap.
enum class UnusedCap : std::uint8_t { lost, kept };
/// What a cap and floor hold against: the price in force, or for each year the price of that time
/// ago.
enum class LimitPer : std::uint8_t { adjustment, year };
/// From which price the next step starts; `exact`: rounding is for display and invoice only.
enum class Carry : std::uint8_t { rounded, exact };
/// How an adjustment must be announced.
enum class NoticeForm : std::uint8_t { any, letter, registered_letter, email, portal };
/// What becomes of a late step: lost, made up at the next date, a later first day, or claimed back
/// to the date.
enum class Late : std::uint8_t { forfeits, next_date, level_only, arrears };
/// What it means when the customer does not object in time.
enum class Silence : std::uint8_t { accepted, refused };
/// On what a clause runs instead of dates.
enum class AdjustAt : std::uint8_t { delivery };

/// `adjust`: on which dates the clause runs.
struct AdjustTerms : TableBase {
  /// Interval, longer than nothing (C0213); exactly one of this, `dates` and `at` (C0212).
  std::optional<Stated<Duration>> every;
  /// Day of the year; `anniversary` counts whole intervals from the start; default: anniversary.
  Stated<AdjustDay> on;
  /// First adjustment date; the later ones count whole intervals from it; default: first such day
  /// after the line starts.
  std::optional<Stated<Date>> first;
  std::vector<Stated<Date>> dates;     ///< stated days, instead of `every`
  std::optional<Stated<AdjustAt>> at;  ///< instead of `every`: once per line, on its `delivered`
  /// A step is refused when the last one (or `bid`, else the start) is less long ago.
  std::optional<Stated<Duration>> minimum_interval;
};
/// `link`: where a figure is read that the series does not have.
struct LinkTerms : TableBase {
  Stated<SeriesId> next;      ///< series that continues this one; needed
  Stated<LinkMethod> method;  ///< how both are joined; default: by a coefficient
  /// Period in which both series are compared; this or a coefficient (C0209).
  std::optional<Stated<LinkPoint>> at;
  /// Published: figure here = figure in next x coefficient; one of the two (C0210).
  std::optional<Stated<Decimal>> coefficient;
  /// Published the other way: figure in next = figure here x this.
  std::optional<Stated<Decimal>> coefficient_to_next;
  Stated<RoundingRule> coefficient_rounding;  ///< of a coefficient that is computed; default: none
  Stated<RoundingRule> rounding;              ///< of the converted figure; default: none
};
/// `[clause.ID.index.NAME]`: how the clause reads one series.
struct IndexTerms : TableBase {
  Stated<SeriesId> series;  ///< which published figures; needed
  /// Period of the new figure NAME; it looks back at no step (C0208); needed, unless `unknown`
  /// names it.
  Stated<PeriodRule> use;
  /// Keys that nobody can fill in, because the contract does not say: what rests on them is
  /// undetermined; none by default.
  std::vector<Stated<IndexUnknown>> unknown;
  /// Period of the reference NAME0, or a number; default: at the previous date, with `base`
  /// compounding at the start.
  std::optional<Stated<PeriodRule>> base;
  /// Reference of the first step, where `base` looks back at a step that is not there.
  std::optional<Stated<PeriodRule>> first_base;
  Stated<RoundingRule> rounding;  ///< of the figure after average or interpolation; default: none
  Stated<Interpolation> interpolation;  ///< inside the month, by days; default: none
  Stated<Which> publication;            ///< which version of a figure; default: as-known
  /// Across base years, each to the next series; none: a figure that the series lacks is not there.
  std::vector<LinkTerms> link;
  /// Base in which both figures are compared; default: that of the reference figure.
  std::optional<Stated<SeriesId>> in_base_of;
  /// A figure that is not there yet; default: no price until it is there.
  Stated<IfMissing> if_missing;
};
/// `[clause.ID.threshold]`: the smallest change that counts. Exactly one of `more_than` and
/// `at_least` (C0202).
struct ThresholdTerms : TableBase {
  /// The change must be larger, not below zero (C0106).
  std::optional<Stated<ThresholdLimit>> more_than;
  /// The change may be equal, not below zero (C0106).
  std::optional<Stated<ThresholdLimit>> at_least;
  /// Whose points or level are tested (C0203); default: the only index (C0204 when there are
  /// several).
  std::optional<Stated<Id>> index;
  /// From when the change is counted; default: last adjustment.
  std::optional<Stated<Since>> since;
  std::optional<Stated<TestedOn>> tested_on;  ///< what is tested; default: the measured change
  std::optional<Stated<Then>> then;           ///< what passes; default: all of the change
  /// Of the limit itself, as index points; default: none.
  std::optional<Stated<RoundingRule>> rounding;
};
/// `[clause.ID.limits]`: caps and floors, and what becomes of what they cut off.
struct LimitTerms : TableBase {
  /// Largest change against the price in force; of several the smallest wins.
  std::vector<Stated<LimitValue>> cap;
  /// Smallest change against the price in force; of several the largest wins.
  std::vector<Stated<LimitValue>> floor;
  std::vector<Stated<LimitValue>> cap_total;    ///< largest change against the original price
  std::vector<Stated<LimitValue>> floor_total;  ///< smallest change against the original price
  /// What `cap` and `floor` hold against; with a year, intervals of no whole years are a warning
  /// (C0236); default: the price in force.
  std::optional<Stated<LimitPer>> per;
  std::optional<Stated<Decimal>> highest_price;     ///< in money; absent: no bound
  std::optional<Stated<Decimal>> lowest_price;      ///< in money; absent: no bound
  std::optional<Stated<Decimal>> largest_increase;  ///< in money per step; absent: no bound
  /// What a limit cuts off comes back at the next date, or is lost; default: lost, with `base`
  /// compounding both come back.
  std::optional<Stated<CarryOver>> carry_over;
  std::optional<Stated<UnusedCap>> unused_cap;  ///< room under the cap; default: it is lost
};
/// `[clause.ID.rounding]`: nothing is rounded that is not written here, but for the price itself.
struct RoundingTerms : TableBase {
  /// The measured change, before threshold and pass-through; a step in percent (C0205); default:
  /// none.
  std::optional<Stated<RoundingRule>> change;
  /// New price / compounding base, after limits; default: none.
  std::optional<Stated<RoundingRule>> coefficient;
  /// The amount added, per unit; no step in percent (C0231); default: none.
  std::optional<Stated<RoundingRule>> increase;
  /// The new price; no step in percent (C0231); default: as written, at least the currency's
  /// decimals.
  std::optional<Stated<RoundingRule>> price;
  /// The surcharge, per unit; default: the currency's decimals.
  std::optional<Stated<RoundingRule>> surcharge;
  /// From which price the next step starts; default: the rounded one.
  std::optional<Stated<Carry>> carry;
};
/// `[clause.ID.retention]`: own risk on the total of surcharges to date.
struct RetentionTerms : TableBase {
  /// Of the total of surcharges to date that is not paid, 0 to 100% (C0224); default: 0%.
  Stated<Percent> share;
  /// Of the contract sum: at least this much of the total is not paid; default: 0%.
  Stated<Percent> minimum;
  /// In money; needed with `minimum`, and only with it (C0223).
  std::optional<Stated<Decimal>> contract_sum;
};
/// `[clause.ID.notice]`: how an adjustment is announced.
struct NoticeTerms : TableBase {
  /// Last day to announce = adjustment date minus this; absent: no duty.
  std::optional<Stated<Duration>> before;
  Stated<NoticeForm> form;  ///< another form is reported as a finding; default: any
  /// What becomes of a step that is announced too late; default: made up at the next date.
  Stated<Late> late{Late::next_date, {}};
  std::optional<Stated<Duration>> arrears_limit;  ///< how far back `arrears` goes
  /// How long after an announcement the customer may object; moves no price.
  std::optional<Stated<Duration>> object_within;
  std::optional<Stated<Silence>> silence;  ///< what not objecting means; moves no price
};
/// One row of a table: `from` belongs to the band, `over` does not; not both (C0211).
struct BandTerms : TableBase {
  std::optional<Stated<Scalar>> from;   ///< lower end, included; absent: no end
  std::optional<Stated<Scalar>> over;   ///< lower end, excluded
  std::optional<Stated<Scalar>> up_to;  ///< upper end, included; absent: no end
  Stated<Scalar> gives;                 ///< the result; needed
};
/// `[clause.ID.table.NAME]`: bands, called as NAME(x) in the formula.
struct BandTableTerms : TableBase {
  std::vector<BandTerms> rows;         ///< its bands; needed
  Stated<BandTable::Between> between;  ///< what a value in no band gives; default: undetermined
};
/// The keys that `during` can replace: the ladder of one clause as written.
struct LadderTerms : TableBase {
  /// What the contract prints; default: X/X0 of the only index X (C0201).
  std::optional<Stated<Formula>> formula;
  Named<Stated<ConstantValue>> constants;  ///< named numbers of the formula; a list is dated
  /// Share of the change, or knees that rise (C0105); default: 100%.
  std::optional<Stated<PassThroughValue>> pass_through;
  std::optional<ThresholdTerms> threshold;  ///< smallest change that counts
  std::optional<LimitTerms> limits;         ///< cap, floor and what they cut off
  std::optional<RoundingTerms> rounding;    ///< which steps are rounded
};

/// `[[clause.ID.during]]`: dated or conditional terms.
struct DuringTerms : LadderTerms {
  std::optional<Stated<Date>> from;           ///< first adjustment date, inclusive
  std::optional<Stated<Date>> until;          ///< last adjustment date, inclusive
  std::optional<Stated<Date>> signed_from;    ///< contracts signed on or after
  std::optional<Stated<Date>> signed_before;  ///< contracts signed before
};

/// These two: of the key `formula`, as the documentation shows it.
inline constexpr std::string_view formula_meaning = "what the contract prints";
inline constexpr std::string_view formula_example = R"x("P = P0 * (0.15 + 0.85*L/L0)")x";

/// `[clause.ID]` as written.
struct ClauseTerms : LadderTerms {
  std::optional<Stated<std::string>> article;  ///< for the annex, never for the argument
  std::optional<Stated<std::string>> source;   ///< where it is written on paper
  /// Of a surcharge: names on invoices that charge it apart.
  std::vector<Stated<std::string>> alias;
  /// Warnings about the formula that the contract really means: "W0105: so says article 4".
  std::vector<Stated<std::string>> accept;
  /// Clause whose keys are taken over where none are written here; of one that is like another
  /// itself C0403.
  std::optional<Stated<Id>> like;
  /// When the price moves; needed, but a surcharge without it runs every day.
  std::optional<AdjustTerms> adjust;
  /// From which price a step starts; default: the price in force.
  Stated<Compounding> compounding;
  Named<IndexTerms> index;            ///< how the clause reads each series
  Named<BandTableTerms> tables;       ///< bands, called as NAME(x); the key is `table`
  std::optional<NoticeTerms> notice;  ///< how an adjustment is announced
  /// Own risk on the surcharges to date; only of a surcharge (C0222).
  std::optional<RetentionTerms> retention;
  std::vector<DuringTerms> during;  ///< dated or conditional terms; later entries win
  /// After a step the other clauses of the line start from that day and that price; default: false.
  Stated<bool> resets_base;
};
}  // namespace pricetalk
