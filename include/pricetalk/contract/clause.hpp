#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "pricetalk/contract/clause_terms.hpp"

namespace pricetalk {

/// The base year in which the new figure and its reference are compared, where links join several.
struct ComparisonBase {
  enum class Of : std::uint8_t { reference, comparison, series };
  Of of = Of::reference;
  std::string series;  ///< id, of Of::series
  friend bool operator==(const ComparisonBase&, const ComparisonBase&) = default;
};
/// "that of the reference figure", or the series.
Phrase words(const ComparisonBase& base);

/// How a clause reads one series: which periods, which side, which version, across which links.
struct IndexRead {
  std::string symbol;  ///< NAME; its reference is NAME0
  Stated<SeriesId> series;
  Stated<PeriodRule> use;
  Stated<PeriodRule> base;  ///< default filled
  std::optional<Stated<PeriodRule>> first_base;
  Stated<RoundingRule> rounding;
  Stated<Interpolation> interpolation;
  Stated<Which> publication;
  std::vector<LinkTerms> links;
  Stated<ComparisonBase> in_base_of;
  Stated<IfMissing> if_missing;
  /// A reading, never a key: a reference that looks back is read on the reading day of the new
  /// figure (as known now) instead of on its own (as used then).
  bool reference_as_known_now = false;
  Span where;
};

/// A smallest change that counts.
struct Threshold {
  ThresholdLimit limit;
  bool strict = true;  ///< more_than, not at_least
  std::string index;   ///< symbol whose points or level are tested; may be empty for percent
  Stated<Since> since;
  Stated<TestedOn> tested_on;
  Stated<Then> then;
  Stated<RoundingRule> rounding;
  Span where;
};

/// Caps, floors, and what becomes of what they cut off.
struct Limits {
  std::vector<Stated<LimitValue>> cap;
  std::vector<Stated<LimitValue>> floor;
  std::vector<Stated<LimitValue>> cap_total;
  std::vector<Stated<LimitValue>> floor_total;
  /// Of `cap` and `floor`. Per year: they hold for the change since the price of a year ago; of a
  /// clause that runs less often, since its last whole interval and as many times.
  Stated<LimitPer> per;
  std::optional<Stated<Decimal>> highest_price;
  std::optional<Stated<Decimal>> lowest_price;
  std::optional<Stated<Decimal>> largest_increase;
  Stated<CarryOver> carry_over;
  Stated<UnusedCap> unused_cap;
};

/// Which steps are rounded, and from which price the next step starts.
struct Roundings {
  Stated<RoundingRule> change;
  Stated<RoundingRule> coefficient;
  Stated<RoundingRule> increase;
  Stated<RoundingRule> price;
  Stated<RoundingRule> surcharge;
  Stated<Carry> carry;
  /// A reading, never a key: the last rounding keeps to the limits, also where it is to the
  /// smallest unit of the currency.
  bool price_within_limits = false;
};

/// The adjustment ladder of a clause: its ordered steps from formula to new price. The order is
/// that of CONTRACT-FORMAT section 4 and no key changes it.
struct Ladder {
  Stated<Formula> formula;
  std::vector<std::pair<std::string, Stated<ConstantValue>>> constants;
  Stated<PassThroughValue> pass_through;
  std::optional<Threshold> threshold;
  Limits limits;
  Roundings rounding;
};

/// The ladder that holds for adjustment dates in [from, until].
struct DatedLadder {
  std::optional<Date> from;
  std::optional<Date> until;
  Ladder ladder;
};

/// On which dates a clause runs.
struct Schedule {
  std::optional<Stated<Duration>> every;
  Stated<AdjustDay> on;
  std::optional<Stated<Date>> first;
  std::vector<Stated<Date>> dates;
  bool at_delivery = false;
  std::optional<Stated<Duration>> minimum_interval;
};

/// How an adjustment must be announced.
struct Notice {
  std::optional<Stated<Duration>> before;  ///< empty: no duty
  Stated<NoticeForm> form;
  Stated<Late> late;
  std::optional<Stated<Duration>> arrears_limit;
  Span where;
};

/// What the contract says about one way of moving prices, with defaults filled and marked. A cap is
/// a cap here, so that lint, letters and audit can talk about it; only lowering turns it into
/// arithmetic.
struct Clause {
  std::string id;
  std::string article;
  std::vector<std::string> aliases;  ///< of a surcharge: names on invoices
  Span where;
  Schedule when;
  Stated<Compounding> compounding;
  std::vector<IndexRead> reads;
  std::vector<BandTable> tables;
  Notice notice;
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

  const Ladder& ladder_on(Date date) const;
  const IndexRead* find(std::string_view symbol) const;
};

}  // namespace pricetalk
