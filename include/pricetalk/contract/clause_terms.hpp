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
#include "pricetalk/index/look_up.hpp"

namespace pricetalk {

// The keys of a clause as written (CONTRACT-FORMAT sections 3.4 to 3.8).

enum class Compounding : std::uint8_t { previous, base };
enum class Interpolation : std::uint8_t { none, linear };
enum class LinkMethod : std::uint8_t { coefficient, double_fraction };
enum class IfMissing : std::uint8_t { stop, latest_and_true_up };
enum class Since : std::uint8_t { last_adjustment, start };
enum class TestedOn : std::uint8_t { index, price };
enum class Then : std::uint8_t { full, excess };
enum class CarryOver : std::uint8_t { none, increases, decreases, both };
enum class UnusedCap : std::uint8_t { lost, kept };
enum class LimitPer : std::uint8_t { adjustment, year };
enum class Carry : std::uint8_t { rounded, exact };
enum class NoticeForm : std::uint8_t { any, letter, registered_letter, email, portal };
enum class Late : std::uint8_t { forfeits, next_date, level_only, arrears };
enum class AdjustAt : std::uint8_t { delivery };

/// `adjust`: on which dates the clause runs.
struct AdjustTerms : TableBase {
  std::optional<Stated<Duration>> every;
  Stated<AdjustDay> on;
  std::optional<Stated<Date>> first;
  std::vector<Stated<Date>> dates;
  std::optional<Stated<AdjustAt>> at;
  std::optional<Stated<Duration>> minimum_interval;
};
/// `link`: where a figure is read that the series does not have.
struct LinkTerms : TableBase {
  Stated<SeriesId> next;
  Stated<LinkMethod> method;
  std::optional<Stated<LinkPoint>> at;
  std::optional<Stated<Decimal>> coefficient;
  std::optional<Stated<Decimal>> coefficient_to_next;
  Stated<RoundingRule> coefficient_rounding;
  Stated<RoundingRule> rounding;
};
/// `[clause.ID.index.NAME]`: how the clause reads one series.
struct IndexTerms : TableBase {
  Stated<SeriesId> series;
  Stated<PeriodRule> use;
  std::optional<Stated<PeriodRule>> base;
  std::optional<Stated<PeriodRule>> first_base;
  Stated<RoundingRule> rounding;
  Stated<Interpolation> interpolation;
  Stated<Which> publication;
  std::vector<LinkTerms> link;
  std::optional<Stated<SeriesId>> in_base_of;
  Stated<IfMissing> if_missing;
};
struct ThresholdTerms : TableBase {
  std::optional<Stated<ThresholdLimit>> more_than;
  std::optional<Stated<ThresholdLimit>> at_least;
  std::optional<Stated<Id>> index;
  std::optional<Stated<Since>> since;
  std::optional<Stated<TestedOn>> tested_on;
  std::optional<Stated<Then>> then;
  std::optional<Stated<RoundingRule>> rounding;
};
struct LimitTerms : TableBase {
  std::vector<Stated<LimitValue>> cap;
  std::vector<Stated<LimitValue>> floor;
  std::vector<Stated<LimitValue>> cap_total;
  std::vector<Stated<LimitValue>> floor_total;
  std::optional<Stated<LimitPer>> per;
  std::optional<Stated<Decimal>> highest_price;
  std::optional<Stated<Decimal>> lowest_price;
  std::optional<Stated<Decimal>> largest_increase;
  std::optional<Stated<CarryOver>> carry_over;
  std::optional<Stated<UnusedCap>> unused_cap;
};
struct RoundingTerms : TableBase {
  std::optional<Stated<RoundingRule>> change;
  std::optional<Stated<RoundingRule>> coefficient;
  std::optional<Stated<RoundingRule>> increase;
  std::optional<Stated<RoundingRule>> price;
  std::optional<Stated<RoundingRule>> surcharge;
  std::optional<Stated<Carry>> carry;
};
/// `[clause.ID.retention]`: own risk on the total of surcharges to date.
struct RetentionTerms : TableBase {
  Stated<Percent> share;
  Stated<Percent> minimum;
  std::optional<Stated<Decimal>> contract_sum;
};
struct NoticeTerms : TableBase {
  std::optional<Stated<Duration>> before;
  Stated<NoticeForm> form;
  Stated<Late> late{Late::next_date, {}};
  std::optional<Stated<Duration>> arrears_limit;
};
struct BandTerms : TableBase {
  std::optional<Stated<Scalar>> from;
  std::optional<Stated<Scalar>> over;
  std::optional<Stated<Scalar>> up_to;
  Stated<Scalar> gives;
};
struct BandTableTerms : TableBase {
  std::vector<BandTerms> rows;
  Stated<BandTable::Between> between;
};
/// The keys that `during` can replace: the ladder of one clause as written.
struct LadderTerms : TableBase {
  std::optional<Stated<Formula>> formula;
  Named<Stated<ConstantValue>> constants;
  std::optional<Stated<PassThroughValue>> pass_through;
  std::optional<ThresholdTerms> threshold;
  std::optional<LimitTerms> limits;
  std::optional<RoundingTerms> rounding;
};

/// `[[clause.ID.during]]`: dated or conditional terms.
struct DuringTerms : LadderTerms {
  std::optional<Stated<Date>> from;
  std::optional<Stated<Date>> until;
  std::optional<Stated<Date>> signed_from;
  std::optional<Stated<Date>> signed_before;
};

inline constexpr std::string_view formula_meaning = "what the contract prints";
inline constexpr std::string_view formula_example = R"x("P = P0 * (0.15 + 0.85*L/L0)")x";

/// `[clause.ID]` as written.
struct ClauseTerms : LadderTerms {
  std::optional<Stated<std::string>> article;
  std::vector<Stated<std::string>> alias;
  std::optional<Stated<Id>> like;
  std::optional<AdjustTerms> adjust;
  Stated<Compounding> compounding;
  Named<IndexTerms> index;
  Named<BandTableTerms> tables;
  std::optional<NoticeTerms> notice;
  std::optional<RetentionTerms> retention;
  std::vector<DuringTerms> during;
  Stated<bool> resets_base;
};
}  // namespace pricetalk
