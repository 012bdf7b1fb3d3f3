#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "pricetalk/contract/contract.hpp"
#include "pricetalk/document/values.hpp"

namespace pricetalk {

struct DocumentNode;

/// Which series a rule is about: the id of one, or the beginning of ids followed by `*`.
struct SeriesPattern {
  std::string text;  ///< "cbs/cpi/2025" or "cbs/*"; not empty

  /// Whether the rule is about that series; capitals count.
  bool matches(std::string_view series) const;
  /// Whether it is the id of one series.
  bool exact() const { return !text.ends_with('*'); }
  friend bool operator==(const SeriesPattern&, const SeriesPattern&) = default;
};

/// One row of `path`: `["2027-01", 104.00]`.
struct PathFigure {
  Period period;  ///< month, quarter, year, week or day, as the series has them
  Decimal value;  ///< the figure, in the unit of the series
  friend bool operator==(const PathFigure&, const PathFigure&) = default;
};

/// How the quantity of a line changes.
struct VolumeTerms : TableBase {
  Stated<Id> price;  ///< price line; needed; one that no contract has is an error (S0202)
  /// A year, from the thirteenth month on; -100% or less is an error (S0103).
  Stated<Percent> growth;
};

/// How much of a line comes back.
struct ReturnRateTerms : TableBase {
  Stated<Id> price;      ///< price line; needed (S0202)
  Stated<Percent> rate;  ///< share of what is charged, 0 to 100% (S0103); needed
};

/// How much of a line is not as agreed.
struct NonConformityRateTerms : TableBase {
  Stated<Id> price;               ///< price line; needed (S0202)
  Stated<Percent> rate;           ///< share of the quantity, 0 to 100% (S0103); needed
  Stated<Decimal> cost_per_case;  ///< in money for one unit, not below zero (S0109); needed
  /// Shares of the cases that show in the first, second, ... month after the delivery, together at
  /// most 100% (S0103); what is left shows later. Empty: when they show is not known.
  std::vector<Stated<Percent>> shows;
};

/// How much of the saving of an innovation is reached.
struct SavingReachedTerms : TableBase {
  Stated<Id> innovation;  ///< of the contract; one that no contract has is an error (S0202)
  /// Shares of the first, second, ... month from its start, 0 to 100% (S0103); all of it after the
  /// last one. Empty: nothing during `ramp_up`, then all of it.
  std::vector<Stated<Percent>> reached;
};

/// A jump on top of the path without it: from `from` on every figure is times `1 + change`. With
/// `fades` the jump disappears evenly: k months after `from` there is `1 - k / fades` of it left.
/// The path without the jump goes on below it, so that a faded jump leaves nothing behind.
struct Shock {
  Period from;                    ///< first period that it touches
  Percent change;                 ///< on top of the path without it
  std::optional<Duration> fades;  ///< months, quarters or years (S0106); empty: it stays
  Span where;                     ///< where it is written
};

/// How much a series grows in each calendar year, as planning bureaus state it.
struct YearlyGrowth {
  /// Stated years, rising and without a gap (S0111); none: `then` holds always.
  std::vector<std::pair<int, Percent>> years;
  Percent then;  ///< of every other year

  /// Of a calendar year; each above -100% (S0103).
  const Percent& of(int year) const;
  friend bool operator==(const YearlyGrowth&, const YearlyGrowth&) = default;
};

/// The mean of a calendar year: a change against the mean of the year before, or a level.
using YearMean = std::variant<Percent, Decimal>;

/// The mean of each calendar year, as planning bureaus publish it.
struct YearlyMeans {
  /// Stated years, rising and without a gap (S0111); none: `then` holds always.
  std::vector<std::pair<int, YearMean>> years;
  Percent then;  ///< change of the mean in every other year

  /// Of a calendar year; a change is above -100% (S0103).
  YearMean of(int year) const;
  friend bool operator==(const YearlyMeans&, const YearlyMeans&) = default;
};

/// A window of the past that all series go through again together, from period to period: the
/// first year of `span` comes again in the year of `today`, and after its last year the first one.
struct PastAgain {
  PeriodSpan span;  ///< whole years (S0105)
  friend bool operator==(const PastAgain&, const PastAgain&) = default;
};

/// How the series of one pattern go on after their last published period. Every rule but the last
/// two looks a year back, so it holds for months, quarters, years, and for a wage that is stated
/// each half-year.
struct SeriesFuture {
  SeriesPattern pattern;  ///< of one future no two are alike (S0104)
  /// One of five:
  /// - growth: value(m) = round(value(m - 12 months) x (1 + growth of the year of m));
  /// - path: the stated figures and no others;
  /// - PeriodSpan, replay: value(m) = round(value(m - 12 months) x past(s) / past(s - 12 months)),
  ///   s running through the whole years of the span again and again, in the season of m;
  /// - YearlyMeans: the change over a year moves from that of the last published period as evenly
  ///   as it can (least sum of squares of its steps), so that the mean of each year is as stated;
  ///   rounded so that the sum of a year is right to half a last decimal. Months, quarters, years;
  /// - PastAgain: value(p) = value(p - 1) x past(s) / past(s - 1), unrounded from the last
  /// published
  ///   period on, and rounded once.
  std::variant<YearlyGrowth, std::vector<PathFigure>, PeriodSpan, YearlyMeans, PastAgain> rule;
  std::vector<Shock> shocks;  ///< on top of the rule, added in order; none by default
  Span where;                 ///< where it is written
  Phrase origin{};            ///< in words, where a program stated the figures; empty: the rule
  /// These two, for what a result hangs on, are no keys: every projected figure so much higher, and
  /// each year's growth so many points more. A series of percentages is so many points higher in
  /// both.
  std::optional<Percent> higher{};
  std::optional<Percent> steeper{};

  /// "3% a year", "2.4% in 2026, then 2% a year", "stated figures", "2021-01 to 2024-12 again".
  Phrase words() const;
};

/// How figures are drawn in a random future.
enum class RandomMethod : std::uint8_t {
  bootstrap,  ///< months of the past come again in blocks, of all series together
  ar1,        ///< each change leans on the one before; what that leaves is drawn, of all together
};

/// `[random]`: how many paths a random future has and what they are drawn from.
struct Random {
  Stated<int> paths{1000, {}};  ///< 1 to 1,000,000 (S0112)
  Stated<int> seed{1, {}};      ///< 0 or more (S0112); another one gives other paths
  Stated<RandomMethod> method{RandomMethod::bootstrap, {}};  ///< default: bootstrap
  /// Months whose changes are drawn, whole years (S0105); empty: the whole years that the series
  /// have in common.
  std::optional<Stated<PeriodSpan>> window;
  Stated<int> block{12, {}};  ///< mean length of a block in months, 1 to 120 (S0112)
  Span where;                 ///< its heading; empty: the file has none
};

/// What may happen: how series go on, how volumes change, what comes back and what is not as
/// agreed.
struct Future {
  std::string id;  ///< name in its heading; of several scenarios that share it "scenario/future"
  std::string scenario;  ///< id of the scenario that states it
  std::string note;      ///< of whoever wrote it; empty: none
  /// A series that would decide a figure and has no rule is an error (S0201), unless the future is
  /// random, or it holds yearly changes (`rate_of`) or means (`mean_of`) of one that goes on: then
  /// it follows that one.
  std::vector<SeriesFuture> series;
  /// Series without a rule of their own go on by chance, as `Scenario::random` says: on many paths.
  bool random = false;
  std::vector<VolumeTerms> volume;  ///< lines without one keep their quantities
  /// These two: empty: none are expected.
  std::vector<ReturnRateTerms> returns;
  std::vector<NonConformityRateTerms> non_conformity;
  std::vector<SavingReachedTerms> savings;  ///< innovations without one: as their own terms say
  Span where;                               ///< where it is written
  SourcePtr source;                         ///< the file

  /// The rule of a series: of all that match, the one with the longest name; nothing without one.
  const SeriesFuture* for_series(std::string_view series) const;
};

/// The contract with some keys replaced, in the names of the contract file.
struct Alternative {
  std::string id;    ///< name in its heading
  std::string note;  ///< of whoever wrote it; empty: none
  /// The keys, a table; never nothing in a scenario that was read.
  std::shared_ptr<const DocumentNode> edits;
  std::optional<Stated<Id>> innovation;  ///< offered besides
  /// First day on which an adjustment is made by the edited clauses; empty: they were always so,
  /// but for short forms, which hold from the day after the run.
  std::optional<Stated<Date>> from;
  Span where;        ///< where it is written
  SourcePtr source;  ///< the file
};

/// A scenario file as meant.
struct Scenario {
  std::string id;                                ///< for reports
  Stated<int> months{60, {}};                    ///< how far to look, 1 to 600 (S0101); default: 60
  std::optional<Stated<Percent>> discount_rate;  ///< a year; empty: no present value is computed
  /// Share of the VAT that customers deduct, 0 to 100% (S0103), where a contract does not say it;
  /// empty: VAT is no part of the whole cost.
  std::optional<Stated<Percent>> vat_deductible;
  Random random;                          ///< of the futures that are random
  std::vector<Future> futures;            ///< at least one
  std::vector<Alternative> alternatives;  ///< none: the contract as it is alone
  std::vector<SourcePtr> sources;         ///< the files
};

/// Bytes to scenario: document, terms, cross-field rules. All problems at once.
Loaded<Scenario> read_scenario(const SourcePtr& source);

/// Several scenarios as one: all futures and all alternatives, in this order. Two futures of one id
/// are called "scenario/future"; two alternatives of one id, another number of months or another
/// discount rate are errors. REQUIRES: at least one.
Loaded<Scenario> merge(std::vector<Scenario> scenarios);

/// The figures as the world of a future would publish them.
///
/// Records that `today` hides are removed; then every series with a rule goes on from its last
/// visible period until periods that begin after `until`. Projected figures have the decimals of
/// the series, the status `projected` (no file can state it) and a source that names scenario and
/// future. Where days of publication are recorded, a projected figure appears with the
/// median lag of first publications (not before the day after `today`); where none are recorded it
/// has none, as in its past.
///
/// A series without a rule that holds yearly changes or means of one that goes on is computed from
/// it. In a random future the series that chance decides end with their last visible period: one
/// path of it states them.
///
/// A series that has `stopped` or a `successor` is never projected: no future replaces a decision.
/// A replay that asks for a figure that is not there projects nothing from there on; nor does a
/// figure of more than 18 digits.
Library project(const Library& known, const Future& future, Date today, Date until);

/// Names in volume, returns, non_conformity and alternatives that are in none of the contracts, and
/// alternatives that change none of them. An alternative may name clauses of one contract and lines
/// of another. `today`: short forms hold from the day after it.
void check_names(const Scenario& scenario, std::span<const Contract* const> contracts, Date today,
                 Diagnostics& diagnostics);

}  // namespace pricetalk
