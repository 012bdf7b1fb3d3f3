#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "pricetalk/contract/formula.hpp"
#include "pricetalk/contract/period_rule.hpp"
#include "pricetalk/document/dictionary.hpp"
#include "pricetalk/document/leaf.hpp"
#include "pricetalk/document/values.hpp"
#include "pricetalk/explain/calculation.hpp"
#include "pricetalk/index/figures.hpp"
#include "pricetalk/index/look_up.hpp"

namespace pricetalk {

// ---- values that only clauses have
// ---------------------------------------------------------------

/// A plain number (0.945) or a percentage as text ("2%"), which stands for its fraction.
struct Scalar {
  Decimal value;  ///< the fraction: "2%" is 0.02
  Form form = Form::plain;
  friend bool operator==(const Scalar&, const Scalar&) = default;
};

/// A named number: one value, or a list of dated ones.
struct ConstantValue {
  struct From {
    std::optional<Date> from;  ///< empty: from the beginning
    Scalar value;
  };
  std::vector<From> values;  ///< in order of date
};

/// `pass_through`: a share, or knees `[{ up_to = "3%", share = "100%" }, { share = "50%" }]`.
struct PassThroughValue {
  struct Knee {
    std::optional<Percent> up_to;  ///< empty on the last one
    Percent share;
  };
  std::vector<Knee> knees;  ///< at least one
};

/// `"10%"` or `"5 points"`.
struct ThresholdLimit {
  Decimal value;  ///< fraction, or points
  bool points = false;
};

/// `on`: a day of the year, or the contract's anniversary.
struct AdjustDay {
  std::optional<MonthDay> day;  ///< empty: anniversary
};

/// `link.at`: a period, or the latest period that is definitive in both series.
struct LinkPoint {
  std::optional<Period> period;  ///< empty: last definitive
};

template <>
struct Leaf<Scalar> {
  static Phrase expected();
  static std::string_view type_name() { return "number or percentage"; }
  static bool read(Reader&, const DocumentNode&, Scalar&);
};
template <>
struct Leaf<ConstantValue> {
  static constexpr bool takes_list = true;
  static Phrase expected();
  static std::string_view type_name() { return "number, percentage or list of { from, value }"; }
  static bool read(Reader&, const DocumentNode&, ConstantValue&);
};
template <>
struct Leaf<PassThroughValue> {
  static constexpr bool takes_list = true;
  static Phrase expected();
  static std::string_view type_name() { return "percentage or list of { up_to, share }"; }
  static bool read(Reader&, const DocumentNode&, PassThroughValue&);
};
template <>
struct Leaf<ThresholdLimit> {
  static Phrase expected();
  static std::string_view type_name() { return R"(percentage or "5 points")"; }
  static bool read(Reader&, const DocumentNode&, ThresholdLimit&);
};
template <>
struct Leaf<AdjustDay> {
  static Phrase expected();
  static std::string_view type_name() { return "month-day or `anniversary`"; }
  static bool read(Reader&, const DocumentNode&, AdjustDay&);
};
template <>
struct Leaf<LinkPoint> {
  static Phrase expected();
  static std::string_view type_name() { return R"(period or "last definitive")"; }
  static bool read(Reader&, const DocumentNode&, LinkPoint&);
};

// ---- choices
// --------------------------------------------------------------------------------------

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

#define PRICETALK_WORDS(Type, ...)                         \
  template <>                                              \
  struct Dictionary<Type> {                                \
    static constexpr auto words = std::array{__VA_ARGS__}; \
  }
#define PRICETALK_WORD(text, value) \
  std::pair { std::string_view(text), value }
PRICETALK_WORDS(Compounding, PRICETALK_WORD("previous", Compounding::previous),
                PRICETALK_WORD("base", Compounding::base));
PRICETALK_WORDS(Interpolation, PRICETALK_WORD("none", Interpolation::none),
                PRICETALK_WORD("linear", Interpolation::linear));
PRICETALK_WORDS(LinkMethod, PRICETALK_WORD("coefficient", LinkMethod::coefficient),
                PRICETALK_WORD("double-fraction", LinkMethod::double_fraction));
PRICETALK_WORDS(Which, PRICETALK_WORD("as-known", Which::as_known),
                PRICETALK_WORD("first", Which::first),
                PRICETALK_WORD("definitive", Which::definitive));
PRICETALK_WORDS(Since, PRICETALK_WORD("last adjustment", Since::last_adjustment),
                PRICETALK_WORD("start", Since::start));
PRICETALK_WORDS(TestedOn, PRICETALK_WORD("index", TestedOn::index),
                PRICETALK_WORD("price", TestedOn::price));
PRICETALK_WORDS(Then, PRICETALK_WORD("full", Then::full), PRICETALK_WORD("excess", Then::excess));
PRICETALK_WORDS(CarryOver, PRICETALK_WORD("none", CarryOver::none),
                PRICETALK_WORD("increases", CarryOver::increases),
                PRICETALK_WORD("decreases", CarryOver::decreases),
                PRICETALK_WORD("both", CarryOver::both));
PRICETALK_WORDS(UnusedCap, PRICETALK_WORD("lost", UnusedCap::lost),
                PRICETALK_WORD("kept", UnusedCap::kept));
PRICETALK_WORDS(LimitPer, PRICETALK_WORD("adjustment", LimitPer::adjustment),
                PRICETALK_WORD("year", LimitPer::year));
PRICETALK_WORDS(Carry, PRICETALK_WORD("rounded", Carry::rounded),
                PRICETALK_WORD("exact", Carry::exact));
PRICETALK_WORDS(NoticeForm, PRICETALK_WORD("any", NoticeForm::any),
                PRICETALK_WORD("letter", NoticeForm::letter),
                PRICETALK_WORD("registered-letter", NoticeForm::registered_letter),
                PRICETALK_WORD("email", NoticeForm::email),
                PRICETALK_WORD("portal", NoticeForm::portal));
PRICETALK_WORDS(Late, PRICETALK_WORD("forfeits", Late::forfeits),
                PRICETALK_WORD("next-date", Late::next_date),
                PRICETALK_WORD("level-only", Late::level_only),
                PRICETALK_WORD("arrears", Late::arrears));
PRICETALK_WORDS(AdjustAt, PRICETALK_WORD("delivery", AdjustAt::delivery));
PRICETALK_WORDS(BandTable::Between,
                PRICETALK_WORD("undetermined", BandTable::Between::undetermined),
                PRICETALK_WORD("next", BandTable::Between::next),
                PRICETALK_WORD("previous", BandTable::Between::previous));
#undef PRICETALK_WORD
#undef PRICETALK_WORDS
template <>
struct Dictionary<IfMissing> {
  static constexpr auto words =
      std::array{std::pair{std::string_view("stop"), IfMissing::stop},
                 std::pair{std::string_view("latest-and-true-up"), IfMissing::latest_and_true_up}};
};

// ---- tables
// ---------------------------------------------------------------------------------------

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
