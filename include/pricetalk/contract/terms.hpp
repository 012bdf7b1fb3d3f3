#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "pricetalk/contract/clause_terms.hpp"
#include "pricetalk/contract/relation_terms.hpp"

namespace pricetalk {

// A contract file as written (CONTRACT-FORMAT section 3): every leaf knows its place.

enum class Audience : std::uint8_t { b2b, b2c };
enum class Vat : std::uint8_t { excluded, included };
enum class TierKind : std::uint8_t { graduated, volume };
enum class DecisionKind : std::uint8_t { waived, reduced, deferred, agreed_price };
enum class Proration : std::uint8_t { days, months, next_period };
/// From where billing periods of several months are counted.
enum class Aligned : std::uint8_t {
  contract,  ///< the month in which the contract starts
  calendar   ///< January: quarters and years are those of the calendar
};
enum class Printed : std::uint8_t { rounded, down };

/// A two-letter country code, "NL".
struct Jurisdiction {
  std::string code;
  friend bool operator==(const Jurisdiction&, const Jurisdiction&) = default;
};

/// How much is bought: a rate, or one total; `per_month` may be twelve numbers, January first.
struct QuantityRate {
  enum class Per : std::uint8_t { month, quarter, year, once };
  Per per = Per::month;
  std::vector<Decimal> values;  ///< one, or twelve for a seasonal month
};

/// `quantity`: one rate, or a dated table of them.
struct QuantityValue {
  struct From {
    std::optional<Date> from;
    QuantityRate rate;
  };
  std::vector<From> rates;  ///< in order of date; at least one
};

/// `is` of a worked example: a decimal, a percentage, or a word such as "adjusted".
struct ExpectedValue {
  enum class Kind : std::uint8_t { number, percent, word };
  Kind kind = Kind::number;
  Decimal value;  ///< number, or percent of hundred
  std::string text;
};

struct ContractSection : TableBase {
  Stated<std::string> id;
  std::optional<Stated<std::string>> title;
  std::optional<Stated<Jurisdiction>> jurisdiction;
  std::optional<Stated<Audience>> audience;
  Stated<Currency> currency;
  std::optional<Stated<Vat>> vat;
  std::optional<Stated<Date>> signed_on;
  std::optional<Stated<Date>> bid;
  Stated<Date> start;
  std::optional<Stated<Date>> end;
  std::optional<Stated<Date>> customer_since;
  std::vector<Stated<std::string>> orders;
};
struct PartyTerms : TableBase {
  Stated<std::string> name;
  std::optional<Stated<std::string>> address;
  std::vector<Stated<std::string>> id;
};
struct PartiesTerms : TableBase {
  std::optional<PartyTerms> supplier;
  std::optional<PartyTerms> customer;
};
struct TierTerms : TableBase {
  std::optional<Stated<Decimal>> up_to;
  Stated<Decimal> unit_price;
};
struct DiscountTerms : TableBase {
  Stated<Percent> rate;
  std::optional<Stated<RoundingRule>> rounding;
  std::optional<Stated<Date>> until;
};
/// One row of `parts`: a share of the price with a clause of its own.
struct PartTerms : TableBase {
  Stated<std::string> name;
  std::vector<Stated<std::string>> alias;
  Stated<Percent> share;
  std::optional<Stated<Id>> clause;
  std::optional<Stated<Currency>> currency;
  std::optional<Stated<Decimal>> rate;
};
struct PriceTerms : TableBase {
  std::optional<Stated<std::string>> title;
  std::optional<Stated<std::string>> unit;
  std::vector<Stated<std::string>> alias;
  std::optional<Stated<Decimal>> unit_price;
  std::optional<Stated<Date>> price_date;
  std::optional<Stated<QuantityValue>> quantity;
  std::vector<TierTerms> tiers;
  Stated<TierKind> tier_kind;
  std::vector<Stated<Id>> clause;
  std::vector<Stated<Id>> surcharges;
  std::vector<PartTerms> parts;
  std::optional<Stated<Date>> from;
  std::optional<Stated<Date>> until;
  std::optional<Stated<Date>> delivered;
  std::optional<Stated<Duration>> price_binding;
  std::optional<DiscountTerms> discount;
  std::optional<ReturnTerms> returns;
  std::vector<UsedTerms> used;
  std::optional<Stated<Date>> temporary_until;
};
struct AnnouncementTerms : TableBase {
  Stated<Date> date;
  Stated<Id> clause;
  Stated<Date> for_date;
  std::optional<Stated<NoticeForm>> form;
  std::optional<Stated<Percent>> change;
};
struct DecisionTerms : TableBase {
  Stated<Date> date;
  std::vector<Stated<Id>> clause;
  std::vector<Stated<Id>> price;
  Stated<DecisionKind> kind;
  std::optional<Stated<Percent>> change;
  std::optional<Stated<Date>> to;
  std::optional<Stated<Decimal>> unit_price;
  Stated<bool> catch_up;
  std::optional<Stated<std::string>> by;
  std::optional<Stated<std::string>> reason;
};
struct BillingTerms : TableBase {
  Stated<Duration> period{{1, Unit::month}, {}};
  Stated<Aligned> aligned;
  Stated<Proration> proration;
  std::optional<Stated<RoundingRule>> amount;
  std::optional<Stated<Duration>> payment;
};
struct WorkedExampleTerms : TableBase {
  Stated<Date> on;
  std::optional<Stated<Date>> to;
  std::optional<Stated<Id>> price;
  Stated<std::string> what{"price", {}};
  Stated<ExpectedValue> is;
  std::optional<Stated<ExpectedValue>> computed;
  Stated<Printed> printed;
};
/// A whole contract file.
struct ContractTerms : TableBase {
  Stated<int> schema;
  std::vector<Stated<std::string>> figures_from;
  std::vector<Stated<std::string>> clauses_from;
  ContractSection contract;
  std::optional<PartiesTerms> parties;
  Named<PriceTerms> price;
  Named<ClauseTerms> clause;
  std::vector<AnnouncementTerms> announcement;
  std::vector<DecisionTerms> decision;
  std::optional<BillingTerms> billing;
  std::vector<WorkedExampleTerms> worked_example;
  std::optional<ReturnTerms> returns;
  std::optional<NonConformityTerms> non_conformity;
  std::vector<PriceLevelTerms> price_level;
  std::vector<CostShareTerms> cost_share;
  std::vector<PromiseTerms> promise;
  std::vector<PromiseTerms> obligation;
  std::vector<DisclosureTerms> disclosure;
  std::vector<SignalTerms> signal;
  std::vector<ContactTerms> contact;
  Named<InnovationTerms> innovation;
  std::optional<ValueTerms> value;
  std::optional<TalkTerms> talk;
  std::vector<OwnCostTerms> own_cost;
  std::optional<RenewalTerms> renewal;
  std::vector<SeriesTerms> series;
};
}  // namespace pricetalk
