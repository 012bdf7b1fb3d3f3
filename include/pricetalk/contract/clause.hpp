#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "pricetalk/contract/clause_terms.hpp"

namespace pricetalk {

/// The base year in which the new figure and its reference are compared, where links join several.
struct ComparisonBase {
  /// The base of the reference figure, that of the new figure, or that of a named series.
  enum class Of : std::uint8_t { reference, comparison, series };
  Of of = Of::reference;  ///< default: that of the reference figure
  std::string series;     ///< id, of Of::series
  friend bool operator==(const ComparisonBase&, const ComparisonBase&) = default;
};
/// "that of the reference figure", or the series.
Phrase words(const ComparisonBase& base);

/// How a clause reads one series: which periods, which side, which version, across which links.
struct IndexRead {
  std::string symbol;       ///< NAME; its reference is NAME0
  Stated<SeriesId> series;  ///< that is asked first; `links` lead on from it
  Stated<PeriodRule> use;   ///< period of the new figure NAME
  /// The contract does not say `use`, which then means nothing: no figure can be read.
  bool use_unknown = false;
  /// It does not say which series of a family is meant: `series` is one of them, and no figure can
  /// be read.
  bool series_unknown = false;
  Stated<PeriodRule> base;  ///< default filled
  /// It does not say with what is compared: `base` is its default, and no reference can be read.
  bool base_unknown = false;
  /// Reference of the first step, where `base` looks back at a step that is not there.
  std::optional<Stated<PeriodRule>> first_base;
  Stated<RoundingRule> rounding;  ///< of a figure after average or interpolation; default: none
  Stated<Interpolation> interpolation;  ///< inside the month, by days; default: none
  /// Which version of a figure; default: the last one known on the reading day.
  Stated<Which> publication;
  /// In the order in which they lead on; empty: a figure that the series lacks is not there.
  std::vector<LinkTerms> links;
  Stated<ComparisonBase> in_base_of;  ///< default: that of the reference figure
  Stated<IfMissing> if_missing;       ///< default: no price until the figure is there
  /// A reading, never a key: a reference that looks back is read on the reading day of the new
  /// figure (as known now) instead of on its own (as used then).
  bool reference_as_known_now = false;
  Span where;  ///< the table of the index
};

/// A smallest change that counts.
struct Threshold {
  ThresholdLimit limit;  ///< what the change is held against
  bool strict = true;    ///< more_than, not at_least
  std::string index;     ///< symbol whose points or level are tested; may be empty for percent
  Stated<Since> since;   ///< from when the change is counted; default: the last step
  Stated<TestedOn> tested_on;     ///< what is tested; default: the measured change
  Stated<Then> then;              ///< what passes when it opens; default: all of the change
  Stated<RoundingRule> rounding;  ///< of the limit as index points; default: none
  Span where;                     ///< the table of the threshold
};

/// Caps, floors, and what becomes of what they cut off.
struct Limits {
  /// These two: largest and smallest change against the price in force; of several the strictest
  /// counts, and a cap beats a floor. Empty: no limit.
  std::vector<Stated<LimitValue>> cap;
  std::vector<Stated<LimitValue>> floor;
  /// These two: the same against the original price.
  std::vector<Stated<LimitValue>> cap_total;
  std::vector<Stated<LimitValue>> floor_total;
  /// Of `cap` and `floor`. Per year: they hold for the change since the price of a year ago; of a
  /// clause that runs less often, since its last whole interval and as many times.
  Stated<LimitPer> per;
  /// These two: bounds of the price in money, after everything but its last rounding. Empty: none.
  std::optional<Stated<Decimal>> highest_price;
  std::optional<Stated<Decimal>> lowest_price;
  std::optional<Stated<Decimal>> largest_increase;  ///< in money, per step; empty: none
  /// What a limit cuts off: lost, or back at the next date; default: lost, with `base` compounding
  /// both come back.
  Stated<CarryOver> carry_over;
  /// Whether room under the cap widens the next cap; default: it is lost.
  Stated<UnusedCap> unused_cap;
};

/// Which steps are rounded, and from which price the next step starts.
struct Roundings {
  /// Of the measured change, before the threshold; a step in percent (C0205); default: none.
  Stated<RoundingRule> change;
  /// Of new price / compounding base, after the limits; default: none.
  Stated<RoundingRule> coefficient;
  Stated<RoundingRule> increase;  ///< of the amount added, per unit; default: none
  /// Of the new price; default: the decimals of the price as written, at least the currency's.
  Stated<RoundingRule> price;
  Stated<RoundingRule> surcharge;  ///< per unit; default: the currency's decimals
  Stated<Carry> carry;  ///< from which price the next step starts; default: the rounded one
  /// A reading, never a key: the last rounding keeps to the limits, also where it is to the
  /// smallest unit of the currency.
  bool price_within_limits = false;
};

/// The adjustment ladder of a clause: its ordered steps from formula to new price. The order is
/// that of CONTRACT-FORMAT section 4 and no key changes it.
struct Ladder {
  /// What the contract prints; default: X/X0 of the only index X (C0201 when there is no such one).
  Stated<Formula> formula;
  /// Named numbers of the formula, each once.
  std::vector<std::pair<std::string, Stated<ConstantValue>>> constants;
  Stated<PassThroughValue> pass_through;  ///< share of the change; default: all of it
  std::optional<Threshold> threshold;     ///< empty: every change counts
  Limits limits;                          ///< none by default
  Roundings rounding;                     ///< of its steps
};

/// The ladder that holds for adjustment dates in [from, until].
struct DatedLadder {
  /// These two: first and last adjustment date; empty: no such bound.
  std::optional<Date> from;
  std::optional<Date> until;
  Ladder ladder;  ///< what holds then
};

/// On which dates a clause runs.
struct Schedule {
  /// Interval; empty where `dates` or `at_delivery` stands instead (C0212).
  std::optional<Stated<Duration>> every;
  Stated<AdjustDay> on;  ///< day of the year; default: the anniversary of the start
  /// First date, from which intervals are counted; default: the first such day after the line
  /// starts.
  std::optional<Stated<Date>> first;
  std::vector<Stated<Date>> dates;  ///< stated days, instead of `every`
  bool at_delivery = false;         ///< once per line, on the day of its delivery
  /// A step nearer than this to the last one is refused (Verdict::too_soon); empty: none is.
  std::optional<Stated<Duration>> minimum_interval;
};

/// How an adjustment must be announced.
struct Notice {
  std::optional<Stated<Duration>> before;  ///< empty: no duty
  /// Default: any; another form is reported as a finding and moves no price.
  Stated<NoticeForm> form;
  /// What becomes of a step that is announced too late; default: made up at the next date.
  Stated<Late> late;
  /// How far back Late::arrears goes; empty: to the adjustment date.
  std::optional<Stated<Duration>> arrears_limit;
  /// From the day of an announcement; empty: the contract has no term for objecting.
  std::optional<Stated<Duration>> object_within;
  std::optional<Stated<Silence>> silence;  ///< empty: the contract does not say
  Span where;                              ///< the table of the notice
};

/// A warning about a formula that the contract really means, so that it is kept and not repeated.
struct Accepted {
  std::string code;    ///< "W0105"
  std::string reason;  ///< as written
  Span where;          ///< its words
};

/// What the contract says about one way of moving prices, with defaults filled and marked. A cap is
/// a cap here, so that lint, letters and audit can talk about it; only lowering turns it into
/// arithmetic.
struct Clause {
  std::string id;                    ///< name in its heading, by which everything refers to it
  std::string article;               ///< of the paper contract, "7.2"; empty: not stated
  std::vector<std::string> aliases;  ///< of a surcharge: names on invoices
  std::vector<Accepted> accepts;     ///< warnings that it really means
  Span where;                        ///< the table of the clause
  Schedule when;                     ///< its dates
  /// Start from the price in force (default), or each time from the original price.
  Stated<Compounding> compounding;
  std::vector<IndexRead> reads;   ///< its indices, in the order of the file
  std::vector<BandTable> tables;  ///< its bands, called by name in the formula
  Notice notice;                  ///< how a step must be announced; no duty by default
  /// A reading, never a key: figures count as known on the adjustment date, not on the day of its
  /// announcement.
  bool reads_on_date = false;
  /// A reading, never a key: figures count with what was revised in the year after that day.
  bool reads_revised = false;
  /// Its formula gives a surcharge per unit instead of a price. Such a clause runs every day when
  /// it has no dates of its own, and remembers nothing.
  bool surcharge = false;
  std::optional<RetentionTerms> retention;  ///< own risk on the surcharges to date
  /// After a step of this clause the other clauses of the line start from its day and its price.
  Stated<bool> resets_base;
  std::vector<DatedLadder> ladders;  ///< in order of date, without gaps; at least one
  /// An alternative, never a key: what runs in its place on adjustment dates from a day on.
  struct Later {
    Date from;                             ///< first adjustment date that is the other's
    std::shared_ptr<const Clause> clause;  ///< nothing: from then on no step is made
  };
  std::optional<Later> later;  ///< by default it runs on

  /// What runs on an adjustment date: this clause, or the one that stands in its place by then;
  /// nothing when it has stopped.
  const Clause* on(Date date) const;
  /// Every index that it reads, also by what stands in its place later.
  std::vector<const IndexRead*> all_reads() const;
  /// The terms that hold on an adjustment date.
  const Ladder& ladder_on(Date date) const;
  /// The index of that NAME; nothing when there is none.
  const IndexRead* find(std::string_view symbol) const;
};

}  // namespace pricetalk
