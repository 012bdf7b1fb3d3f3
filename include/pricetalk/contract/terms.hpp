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

/// Who the customer is: a business or a consumer.
enum class Audience : std::uint8_t { b2b, b2c };
/// What kind of customer it is: orders regularly and pays on time; earns us little but brings a
/// good name; asks more than it brings.
enum class CustomerSegment : std::uint8_t { flourishing, interesting, tiring };
/// What the contract is about, as far as statutory rules of its own hold for that: rent of a
/// dwelling (of one segment of the Dutch market, or not told), rent of business premises, telecom,
/// energy, and contracts that a public body awarded.
enum class ContractSubject : std::uint8_t {
  dwelling,            ///< of a segment that is not told, or of a country without segments
  social_dwelling,     ///< Dutch, regulated rent
  middle_dwelling,     ///< Dutch, middle segment
  free_dwelling,       ///< Dutch, free sector
  regulated_dwelling,  ///< Austrian, rent limited by the Mietrechtsgesetz
  business_premises,   ///< shops, offices and other rent
  telecom,             ///< telephone, internet, television
  energy,              ///< power, gas, heat
  public_contract      ///< awarded by a public body
};
/// Part of a country with rules of its own: the Belgian regions.
enum class Region : std::uint8_t { flanders, brussels, wallonia };
/// Energy label of a dwelling; `A` stands for all its plusses.
enum class EnergyLabel : std::uint8_t { a, b, c, d, e, f, g, none };
/// Whether amounts hold VAT.
enum class Vat : std::uint8_t { excluded, included };
/// What a quantity in a higher tier costs: each part at its own price, or all at the price of the
/// volume.
enum class TierKind : std::uint8_t { graduated, volume };
/// No step; the step that the decision states; the step on another day; a price that was agreed.
enum class DecisionKind : std::uint8_t { waived, reduced, deferred, agreed_price };
/// From when a change of price counts inside an invoice period: its day, the next month, the next
/// period.
enum class Proration : std::uint8_t { days, months, next_period };
/// From where billing periods of several months are counted.
enum class Aligned : std::uint8_t {
  contract,  ///< the month in which the contract starts
  calendar   ///< January: quarters and years are those of the calendar
};
/// How the source of a worked example wrote its figure: rounded, or cut off.
enum class Printed : std::uint8_t { rounded, down };

/// A two-letter country code, "NL".
struct Jurisdiction {
  std::string code;  ///< two capital letters, ISO 3166
  friend bool operator==(const Jurisdiction&, const Jurisdiction&) = default;
};

/// How much is bought: a rate, or one total; `per_month` may be twelve numbers, January first.
struct QuantityRate {
  /// Per how much time; `once` is one total.
  enum class Per : std::uint8_t { month, quarter, year, once };
  Per per = Per::month;         ///< default: a month
  std::vector<Decimal> values;  ///< one, or twelve for a seasonal month
  /// These two: ends of the band that was agreed, per as much time; empty: no such end.
  std::optional<Decimal> at_least = {};
  std::optional<Decimal> at_most = {};
};

/// `quantity`: one rate, or a dated table of them.
struct QuantityValue {
  /// What holds from a day on.
  struct From {
    std::optional<Date> from;  ///< empty: from the beginning
    QuantityRate rate;         ///< how much, in the unit of the line
  };
  std::vector<From> rates;  ///< in order of date; at least one
};

/// `unit_price`: an amount, or `{ times = 1.5, of = "hour-rate" }`, so many times what another line
/// costs.
struct UnitPriceValue {
  Decimal amount;                ///< 0 where the line follows another
  std::optional<Decimal> times;  ///< how many times the other price; empty: an amount is stated
  std::string of;                ///< id of the other line
};

/// `tags`: what somebody sorts contracts and adds their amounts up by, as cost centre or region.
struct Tags {
  std::vector<std::pair<std::string, std::string>> values;  ///< name and value, as in the file

  /// The value of a tag, or nothing.
  const std::string* find(std::string_view name) const {
    for (const auto& [tag, value] : values)
      if (tag == name) return &value;
    return nullptr;
  }
};

/// `is` of a worked example: a decimal, a percentage, or a word such as "adjusted".
struct ExpectedValue {
  /// A decimal, a percentage, or a word.
  enum class Kind : std::uint8_t { number, percent, word };
  Kind kind = Kind::number;  ///< default: a decimal
  Decimal value;             ///< number, or percent of hundred
  std::string text;          ///< of Kind::word
};

/// `[contract]`: the contract itself.
struct ContractSection : TableBase {
  Stated<std::string> id;  ///< name for reports, and the beginning of every address; needed
  std::optional<Stated<std::string>> title;  ///< as a person calls it; default: id
  /// Governing law; absent: questions instead of legal findings, and no national holidays.
  std::optional<Stated<Jurisdiction>> jurisdiction;
  std::optional<Stated<Audience>> audience;  ///< business or consumer; absent: not known
  /// What it is about; none: rules of one sector are questions, where words point to them.
  std::vector<Stated<ContractSubject>> subject;
  /// Where a dwelling lies, and its energy label: statutory rules of Belgian rents ask for both;
  /// absent: those rules are told and not reckoned.
  std::optional<Stated<Region>> region;
  std::optional<Stated<EnergyLabel>> energy_label;  ///< of a dwelling; absent: as `region`
  Stated<Currency> currency;  ///< of all amounts; sets the smallest unit; needed
  /// Whether amounts hold VAT; default: excluded for a business, included for a consumer.
  std::optional<Stated<Vat>> vat;
  /// Rate of VAT; default: the general rate of the country, by day.
  std::optional<Stated<Percent>> vat_rate;
  /// Share of the VAT that the customer deducts, 0 to 100%; absent: not known.
  std::optional<Stated<Percent>> vat_deductible;
  /// Day of signature; default: `start`; the key is `signed`.
  std::optional<Stated<Date>> signed_on;
  /// Day on which offers were priced; what counts from it needs it.
  std::optional<Stated<Date>> bid;
  Stated<Date> start;               ///< first day; needed
  std::optional<Stated<Date>> end;  ///< last day, not before `start` (C0302); absent: no end
  /// Since when the customer is one; default: `start`.
  std::optional<Stated<Date>> customer_since;
  /// What kind of customer it is, for how often we call and visit; absent: not told.
  std::optional<Stated<CustomerSegment>> segment;
  /// Order numbers and contract references as on invoices.
  std::vector<Stated<std::string>> orders;
  /// By name, as cost-centre; moves no price. Absent: none.
  std::optional<Stated<Tags>> tags;
};
/// `[parties.supplier]` and `[parties.customer]`.
struct PartyTerms : TableBase {
  Stated<std::string> name;                    ///< as in the contract; needed
  std::optional<Stated<std::string>> address;  ///< above the letter, which needs it
  /// Chamber of commerce, VAT, GLN; one or a list, compared with UBL invoices.
  std::vector<Stated<std::string>> id;
};
/// `[parties]`: who delivers and who pays.
struct PartiesTerms : TableBase {
  std::optional<PartyTerms> supplier;  ///< who delivers
  std::optional<PartyTerms> customer;  ///< who pays
};
/// One row of `tiers`.
struct TierTerms : TableBase {
  std::optional<Stated<Decimal>> up_to;  ///< quantity, inclusive; the last tier has none
  Stated<Decimal> unit_price;            ///< price in this tier; needed
};
/// `discount` of a price line.
struct DiscountTerms : TableBase {
  Stated<Percent> rate;  ///< taken off after indexation and surcharges; needed
  /// Of the net price; default: the currency's decimals.
  std::optional<Stated<RoundingRule>> rounding;
  std::optional<Stated<Date>> until;  ///< last day; absent: no end
};
/// One row of `parts`: a share of the price with a clause of its own.
struct PartTerms : TableBase {
  Stated<std::string> name;  ///< as on the invoice; no two of a line are alike (C0413); needed
  std::vector<Stated<std::string>> alias;  ///< other names on invoices
  /// Of the original price; those of a line add up to 100% (C0411); needed.
  Stated<Percent> share;
  std::optional<Stated<Id>> clause;  ///< who moves this part; absent: it is fixed
  /// In which this part is paid; needs `rate` (C0414); default: the contract's.
  std::optional<Stated<Currency>> currency;
  /// Units of that currency per unit of the contract's, frozen.
  std::optional<Stated<Decimal>> rate;
};
/// `[price.ID]`: a price line.
struct PriceTerms : TableBase {
  std::optional<Stated<std::string>> title;   ///< as a person calls it; default: the id
  std::optional<Stated<std::string>> unit;    ///< what one piece is
  std::vector<Stated<std::string>> alias;     ///< names on invoices
  std::optional<Stated<std::string>> source;  ///< where it is written on paper
  /// As it stood on `price_date`, not below zero (C0306); needed (C0305) unless `tiers` (not both:
  /// C0304) or only `surcharges`.
  std::optional<Stated<UnitPriceValue>> unit_price;
  /// Day on which the price held; needed with one (C0308): nobody can tell the price of the start
  /// from one of today.
  std::optional<Stated<Date>> price_date;
  /// How much is bought, not below zero (C0107); absent: no amounts of a year.
  std::optional<Stated<QuantityValue>> quantity;
  /// Prices by quantity, rising (C0307); each is adjusted and rounded.
  std::vector<TierTerms> tiers;
  /// What a quantity in a higher tier costs; default: each part at its own price.
  Stated<TierKind> tier_kind;
  /// Who moves the price (C0309 when unknown, C0412 beside `parts`); none: it is fixed.
  std::vector<Stated<Id>> clause;
  /// Clauses whose formula gives `surcharge` (C0321): added per unit, never compounded.
  std::vector<Stated<Id>> surcharges;
  std::vector<PartTerms> parts;  ///< the price split into invoice lines, each with its own clause
  std::optional<Stated<Date>> from;  ///< first day; default: the contract's start
  /// Last day, not before `from` (C0303); default: the contract's.
  std::optional<Stated<Date>> until;
  std::optional<Stated<Date>> delivered;          ///< day of a one-off delivery
  std::optional<Stated<Duration>> price_binding;  ///< no step within this time after `from`
  std::optional<DiscountTerms> discount;          ///< taken off the price
  std::optional<ReturnTerms> returns;             ///< of this line; default: the contract's
  std::vector<UsedTerms> used;                    ///< what the customer really used, by year
  /// Day until which the line, or its surcharges where it has them, was said to last; it ends
  /// nothing.
  std::optional<Stated<Date>> temporary_until;
};
/// `[[announcement]]`: what was sent, and when it was received.
struct AnnouncementTerms : TableBase {
  Stated<Date> date;                       ///< day on which it was received; needed
  Stated<Id> clause;                       ///< whose adjustment (C0309); needed
  Stated<Date> for_date;                   ///< which adjustment date; needed; the key is `for`
  std::optional<Stated<NoticeForm>> form;  ///< how it was sent
  std::optional<Stated<Percent>> change;   ///< what was announced; does not act
};
/// `[[decision]]`: a dated fact that overrules the clause.
struct DecisionTerms : TableBase {
  /// Adjustment date that it is about (C0322 when it is none); of an agreed price any day; needed.
  Stated<Date> date;
  std::vector<Stated<Id>> clause;  ///< whose adjustment (C0309); none: of every clause
  std::vector<Stated<Id>> price;   ///< of which lines (C0310); none: of all
  /// What was decided; it has the key that belongs to it and no other (C0312); needed.
  Stated<DecisionKind> kind;
  std::optional<Stated<Percent>> change;  ///< of `reduced`: the step that is made
  /// Of `deferred`: the day of the step, later than `date` (C0313).
  std::optional<Stated<Date>> to;
  /// Of `agreed_price`: the price from that day on, for every tier.
  std::optional<Stated<Decimal>> unit_price;
  /// What was given up comes back at the next date, or is lost for good; default: false.
  Stated<bool> catch_up;
  std::optional<Stated<std::string>> by;      ///< who decided
  std::optional<Stated<std::string>> reason;  ///< why
  /// These two: who of the other party confirmed it, and when.
  std::optional<Stated<std::string>> confirmed_by;
  std::optional<Stated<Date>> confirmed_on;
  std::optional<Stated<std::string>> source;  ///< where it is written on paper
};
/// `[billing]`: how amounts are invoiced.
struct BillingTerms : TableBase {
  Stated<Duration> period{{1, Unit::month}, {}};  ///< invoice period; default: month
  /// From where periods of several months are counted; default: the contract's start.
  Stated<Aligned> aligned;
  Stated<Proration> proration;  ///< from when a new price counts inside a period; default: its day
  /// Of an invoice amount, its only rounding; default: the currency's decimals.
  std::optional<Stated<RoundingRule>> amount;
  /// After the day of the invoice: for interest on a refund; default: that day.
  std::optional<Stated<Duration>> payment;
  std::optional<Stated<std::string>> source;  ///< where it is written on paper
};
/// `[[worked_example]]`: an example from the contract's own annex, recomputed by `check`.
struct WorkedExampleTerms : TableBase {
  Stated<Date> on;                  ///< day that it is about; needed
  std::optional<Stated<Date>> to;   ///< last day, of `period amount`
  std::optional<Stated<Id>> price;  ///< which line (C0310); default: the only line
  /// Which figure: one of those that docs/contract-format.md lists; default: the price.
  Stated<std::string> what{"price", {}};
  /// What the source prints; the result is rounded to its decimals, and a difference is reported;
  /// needed.
  Stated<ExpectedValue> is;
  std::optional<Stated<ExpectedValue>> computed;  ///< the right figure where the source is wrong
  Stated<Printed> printed;                        ///< how the source wrote it; default: rounded
};
/// A whole contract file.
struct ContractTerms : TableBase {
  Stated<int> schema;  ///< format number; one that this version does not know is T0306; needed
  /// Figures files or folders, relative to this file.
  std::vector<Stated<std::string>> figures_from;
  /// Files or folders with shared clauses, relative to this file; a clause in two files is C0402.
  std::vector<Stated<std::string>> clauses_from;
  /// Files or folders with innovations that several contracts offer, relative to this file; one in
  /// two files is C0402.
  std::vector<Stated<std::string>> innovations_from;
  ContractSection contract;             ///< the contract itself; needed
  std::optional<PartiesTerms> parties;  ///< who delivers and who pays
  Named<PriceTerms> price;              ///< price lines; at least one (C0301)
  Named<ClauseTerms> clause;  ///< indexation clauses; one that no line names is a warning (C0311)
  std::vector<AnnouncementTerms> announcement;  ///< what was sent
  std::vector<DecisionTerms> decision;          ///< dated facts that overrule the clause
  std::optional<BillingTerms> billing;          ///< how amounts are invoiced
  /// Examples from the contract's annex, recomputed by `check`.
  std::vector<WorkedExampleTerms> worked_example;
  std::optional<ReturnTerms> returns;                ///< return period
  std::optional<NonConformityTerms> non_conformity;  ///< goods or service not as agreed
  std::vector<PriceLevelTerms> price_level;          ///< what the market pays
  std::vector<CostShareTerms> cost_share;            ///< the real cost mix
  std::vector<PromiseTerms> promise;                 ///< what was promised
  std::vector<PromiseTerms> obligation;              ///< what is owed
  std::vector<DisclosureTerms> disclosure;  ///< mistakes of ours that the customer was told
  std::vector<SignalTerms> signal;          ///< what is counted about the relation every period
  std::vector<ContactTerms> contact;        ///< people on both sides
  Named<InnovationTerms> innovation;        ///< what can be offered
  std::optional<ValueTerms> value;          ///< what the customer gains
  std::optional<TalkTerms> talk;            ///< the price talk
  std::optional<LetterTerms> letter;        ///< what is written for the letters
  std::vector<CommitmentTerms> commitment;  ///< who of us does what a letter promises
  std::vector<OwnCostTerms> own_cost;       ///< what lines cost us; no letter shows it
  std::optional<RenewalTerms> renewal;      ///< what happens at the end
  std::vector<SeriesTerms> series;          ///< figures of the contract's own
};
}  // namespace pricetalk
