#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
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
enum class Printed : std::uint8_t { rounded, down };

#define PRICETALK_WORDS(Type, ...)                         \
  template <>                                              \
  struct Dictionary<Type> {                                \
    static constexpr auto words = std::array{__VA_ARGS__}; \
  }
#define PRICETALK_WORD(text, value) \
  std::pair { std::string_view(text), value }
PRICETALK_WORDS(Audience, PRICETALK_WORD("b2b", Audience::b2b),
                PRICETALK_WORD("b2c", Audience::b2c));
PRICETALK_WORDS(Vat, PRICETALK_WORD("excluded", Vat::excluded),
                PRICETALK_WORD("included", Vat::included));
PRICETALK_WORDS(TierKind, PRICETALK_WORD("graduated", TierKind::graduated),
                PRICETALK_WORD("volume", TierKind::volume));
PRICETALK_WORDS(DecisionKind, PRICETALK_WORD("waived", DecisionKind::waived),
                PRICETALK_WORD("reduced", DecisionKind::reduced),
                PRICETALK_WORD("deferred", DecisionKind::deferred),
                PRICETALK_WORD("agreed-price", DecisionKind::agreed_price));
PRICETALK_WORDS(Proration, PRICETALK_WORD("days", Proration::days),
                PRICETALK_WORD("months", Proration::months),
                PRICETALK_WORD("next-period", Proration::next_period));
PRICETALK_WORDS(Printed, PRICETALK_WORD("rounded", Printed::rounded),
                PRICETALK_WORD("down", Printed::down));
#undef PRICETALK_WORD
#undef PRICETALK_WORDS

/// A two-letter country code, "NL".
struct Jurisdiction {
  std::string code;
  friend bool operator==(const Jurisdiction&, const Jurisdiction&) = default;
};
template <>
struct Leaf<Jurisdiction> {
  static Phrase expected();
  static std::string_view type_name() { return "country code"; }
  static bool read(Reader&, const DocumentNode&, Jurisdiction&);
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
template <>
struct Leaf<QuantityValue> {
  static constexpr bool takes_list = true;
  static Phrase expected();
  static std::string_view type_name() { return "{ per_month = … } or a list with `from`"; }
  static bool read(Reader&, const DocumentNode&, QuantityValue&);
};

/// `is` of a worked example: a decimal, a percentage, or a word such as "adjusted".
struct ExpectedValue {
  enum class Kind : std::uint8_t { number, percent, word };
  Kind kind = Kind::number;
  Decimal value;  ///< number, or percent of hundred
  std::string text;
};
template <>
struct Leaf<ExpectedValue> {
  static Phrase expected();
  static std::string_view type_name() { return "number, percentage or word"; }
  static bool read(Reader&, const DocumentNode&, ExpectedValue&);
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
template <>
struct Dictionary<ContractSection> {
  static constexpr std::string_view name = "contract";
  static constexpr auto fields = std::tuple{
      field("id", &ContractSection::id, Need::required, "", "name for reports", R"("FM-2019-014")"),
      field("title", &ContractSection::title, Need::optional, "id", "as a person calls it",
            R"("Schoonmaak stadskantoor")"),
      field("jurisdiction", &ContractSection::jurisdiction, Need::optional, "",
            "governing law; unknown means questions instead of legal findings", R"("NL")"),
      field("audience", &ContractSection::audience, Need::optional, "", "business or consumer",
            R"("b2b")"),
      field("currency", &ContractSection::currency, Need::required, "",
            "of all amounts; sets the smallest unit", R"("EUR")"),
      field("vat", &ContractSection::vat, Need::optional, "b2b: excluded, b2c: included",
            "whether the amounts of this file hold VAT", R"("excluded")"),
      field("signed", &ContractSection::signed_on, Need::optional, "start", "signature",
            "2018-11-12"),
      field("bid", &ContractSection::bid, Need::optional, "", "the day offers were priced",
            "2018-09-01"),
      field("start", &ContractSection::start, Need::required, "", "entry into force", "2019-01-01"),
      field("end", &ContractSection::end, Need::optional, "", "last day", "2028-12-31"),
      field("customer_since", &ContractSection::customer_since, Need::optional, "start",
            "years of the relation", "2014-01-01"),
      field("orders", &ContractSection::orders, Need::optional, "",
            "order numbers and contract references as on invoices", R"(["4500012345"])"),
  };
};

struct PartyTerms : TableBase {
  Stated<std::string> name;
  std::optional<Stated<std::string>> address;
  std::vector<Stated<std::string>> id;
};
template <>
struct Dictionary<PartyTerms> {
  static constexpr std::string_view name = "party";
  static constexpr auto fields = std::tuple{
      field("name", &PartyTerms::name, Need::required, "", "as in the contract",
            R"("Gemeente Waterland-Zuid")"),
      field("address", &PartyTerms::address, Need::optional, "", "above the letter",
            R"("Postbus 10, 1234 ZZ Waterdam")"),
      field("id", &PartyTerms::id, Need::optional, "",
            "chamber of commerce, VAT, GLN; one or a list, compared with UBL invoices",
            R"("KVK 00000000")"),
  };
};
struct PartiesTerms : TableBase {
  std::optional<PartyTerms> supplier;
  std::optional<PartyTerms> customer;
};
template <>
struct Dictionary<PartiesTerms> {
  static constexpr std::string_view name = "parties";
  static constexpr auto fields = std::tuple{
      field("supplier", &PartiesTerms::supplier, Need::optional, "", "who delivers",
            R"({ name = "A" })"),
      field("customer", &PartiesTerms::customer, Need::optional, "", "who pays",
            R"({ name = "B" })"),
  };
};

struct TierTerms : TableBase {
  std::optional<Stated<Decimal>> up_to;
  Stated<Decimal> unit_price;
};
template <>
struct Dictionary<TierTerms> {
  static constexpr std::string_view name = "tiers";
  static constexpr auto fields = std::tuple{
      field("up_to", &TierTerms::up_to, Need::optional, "",
            "quantity, inclusive; the last tier has none", "100"),
      field("unit_price", &TierTerms::unit_price, Need::required, "", "price in this tier",
            "19.50"),
  };
};

struct DiscountTerms : TableBase {
  Stated<Percent> rate;
  std::optional<Stated<RoundingRule>> rounding;
  std::optional<Stated<Date>> until;
};
template <>
struct Dictionary<DiscountTerms> {
  static constexpr std::string_view name = "discount";
  static constexpr auto fields = std::tuple{
      field("rate", &DiscountTerms::rate, Need::required, "",
            "taken off after indexation and surcharges", R"("5%")"),
      field("rounding", &DiscountTerms::rounding, Need::optional, "the currency's decimals",
            "of the net price", "{ decimals = 2 }"),
      field("until", &DiscountTerms::until, Need::optional, "", "last day", "2026-12-31"),
  };
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
template <>
struct Dictionary<PartTerms> {
  static constexpr std::string_view name = "parts";
  static constexpr auto fields = std::tuple{
      field("name", &PartTerms::name, Need::required, "", "as on the invoice", R"("labour")"),
      field("alias", &PartTerms::alias, Need::optional, "", "other names on invoices",
            R"(["Loondeel"])"),
      field("share", &PartTerms::share, Need::required, "",
            "of the original price; the shares of a line add up to 100%", R"("85%")"),
      field("clause", &PartTerms::clause, Need::optional, "fixed", "who moves this part",
            R"("labour-mix")"),
      field("currency", &PartTerms::currency, Need::optional, "contract's",
            "in which this part is paid; needs `rate`", R"("USD")"),
      field("rate", &PartTerms::rate, Need::optional, "",
            "units of that currency per unit of the contract's, frozen", "1.0842"),
  };
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
template <>
struct Dictionary<PriceTerms> {
  static constexpr std::string_view name = "price";
  static constexpr auto fields = std::tuple{
      field("title", &PriceTerms::title, Need::optional, "id", "as in the letter",
            R"("Schoonmaak stadskantoor")"),
      field("unit", &PriceTerms::unit, Need::optional, "", "what one piece is", R"("hour")"),
      field("alias", &PriceTerms::alias, Need::optional, "", "names on invoices",
            R"(["Stadskantoor"])"),
      field("unit_price", &PriceTerms::unit_price, Need::optional, "",
            "the original price, as it stood on price_date; needed unless `tiers` or only "
            "`surcharges`",
            "31.25"),
      field("price_date", &PriceTerms::price_date, Need::optional, "",
            "day on which unit_price or tiers held; needed with either", "2019-01-01"),
      field("quantity", &PriceTerms::quantity, Need::optional, "", "how much is bought",
            "{ per_month = 1250 }"),
      field("tiers", &PriceTerms::tiers, Need::optional, "",
            "a price vector, each tier price adjusted and rounded",
            "[{ up_to = 100, unit_price = 19.50 }, { unit_price = 18.20 }]"),
      field("tier_kind", &PriceTerms::tier_kind, Need::optional, "graduated",
            "each part at its own price, or all at the price of the volume", R"("volume")"),
      field("clause", &PriceTerms::clause, Need::optional, "fixed price", "who moves the price",
            R"("labour-mix")"),
      field("surcharges", &PriceTerms::surcharges, Need::optional, "",
            "clauses whose formula gives `surcharge`: added per unit, never compounded",
            R"(["copper"])"),
      field("parts", &PriceTerms::parts, Need::optional, "",
            "the price split into invoice lines, each with its own clause",
            R"([{ name = "fixed", share = "15%" }, { name = "labour", share = "85%" }])"),
      field("from", &PriceTerms::from, Need::optional, "contract's", "first day of the line",
            "2020-01-01"),
      field("until", &PriceTerms::until, Need::optional, "contract's", "last day of the line",
            "2027-12-31"),
      field("delivered", &PriceTerms::delivered, Need::optional, "", "day of a one-off delivery",
            "2024-02-10"),
      field("price_binding", &PriceTerms::price_binding, Need::optional, "",
            "no step within this time after `from`", R"("4 months")"),
      field("discount", &PriceTerms::discount, Need::optional, "", "taken off the price",
            R"({ rate = "5%" })"),
      field("returns", &PriceTerms::returns, Need::optional, "contract's", "of this line",
            R"({ period = "30 days" })"),
      field("used", &PriceTerms::used, Need::optional, "", "what the customer really used, by year",
            "[{ year = 2025, quantity = 840 }]"),
      field("temporary_until", &PriceTerms::temporary_until, Need::optional, "",
            "day until which the line, or its surcharges where it has them, was said to last; it "
            "ends nothing",
            "2023-12-31"),
  };
};

struct AnnouncementTerms : TableBase {
  Stated<Date> date;
  Stated<Id> clause;
  Stated<Date> for_date;
  std::optional<Stated<NoticeForm>> form;
  std::optional<Stated<Percent>> change;
};
template <>
struct Dictionary<AnnouncementTerms> {
  static constexpr std::string_view name = "announcement";
  static constexpr auto fields = std::tuple{
      field("date", &AnnouncementTerms::date, Need::required, "", "day on which it was received",
            "2025-10-20"),
      field("clause", &AnnouncementTerms::clause, Need::required, "", "whose adjustment",
            R"("labour-mix")"),
      field("for", &AnnouncementTerms::for_date, Need::required, "", "which adjustment date",
            "2026-01-01"),
      field("form", &AnnouncementTerms::form, Need::optional, "", "how it was sent", R"("letter")"),
      field("change", &AnnouncementTerms::change, Need::optional, "",
            "what was announced; does not act", R"("3.5%")"),
  };
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
template <>
struct Dictionary<DecisionTerms> {
  static constexpr std::string_view name = "decision";
  static constexpr auto fields = std::tuple{
      field("date", &DecisionTerms::date, Need::required, "", "adjustment date that it is about",
            "2023-01-01"),
      field("clause", &DecisionTerms::clause, Need::optional, "all", "whose adjustment",
            R"("labour-mix")"),
      field("price", &DecisionTerms::price, Need::optional, "all", "of which lines",
            R"("daily-cleaning")"),
      field("kind", &DecisionTerms::kind, Need::required, "",
            "no step; step of `change`; step on `to`; price becomes `unit_price`", R"("waived")"),
      field("change", &DecisionTerms::change, Need::optional, "", "of `reduced`", R"("2%")"),
      field("to", &DecisionTerms::to, Need::optional, "", "of `deferred`", "2023-07-01"),
      field("unit_price", &DecisionTerms::unit_price, Need::optional, "", "of `agreed-price`",
            "34.00"),
      field("catch_up", &DecisionTerms::catch_up, Need::optional, "false",
            "what was given up comes back at the next date, or is lost for good", "true"),
      field("by", &DecisionTerms::by, Need::optional, "", "who decided", R"("court")"),
      field("reason", &DecisionTerms::reason, Need::optional, "", "why", R"("smarter routes")"),
  };
};

struct BillingTerms : TableBase {
  Stated<Duration> period{{1, Unit::month}, {}};
  Stated<Proration> proration;
  std::optional<Stated<RoundingRule>> amount;
  std::optional<Stated<Duration>> payment;
};
template <>
struct Dictionary<BillingTerms> {
  static constexpr std::string_view name = "billing";
  static constexpr auto fields = std::tuple{
      field("period", &BillingTerms::period, Need::optional, "month", "invoice period",
            R"("month")"),
      field("proration", &BillingTerms::proration, Need::optional, "days",
            "a change inside a period: by days of that period, by months, or from the next period",
            R"("next-period")"),
      field("amount", &BillingTerms::amount, Need::optional, "the currency's decimals",
            "of an invoice line (quantity x net price), before the sum", "{ decimals = 2 }"),
      field("payment", &BillingTerms::payment, Need::optional, "on the day of the invoice",
            "when the customer pays, counted from the invoice: for interest on a refund",
            R"("30 days")"),
  };
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
template <>
struct Dictionary<WorkedExampleTerms> {
  static constexpr std::string_view name = "worked_example";
  static constexpr auto fields = std::tuple{
      field("on", &WorkedExampleTerms::on, Need::required, "", "day", "2020-01-01"),
      field("to", &WorkedExampleTerms::to, Need::optional, "", "last day, of `period amount`",
            "2020-12-31"),
      field("price", &WorkedExampleTerms::price, Need::optional, "the only line", "which line",
            R"("daily-cleaning")"),
      field("what", &WorkedExampleTerms::what, Need::optional, "price", "which figure",
            R"("coefficient")"),
      field("is", &WorkedExampleTerms::is, Need::required, "", "what the source prints", "31.94"),
      field("computed", &WorkedExampleTerms::computed, Need::optional, "",
            "the right figure where the source is wrong", "31.95"),
      field("printed", &WorkedExampleTerms::printed, Need::optional, "rounded",
            "down: the source cut the digits off", R"("down")"),
  };
};

/// A file that `clauses_from` names: nothing but clauses.
struct SharedClausesTerms : TableBase {
  Stated<int> schema;
  Stated<DocumentNode> clause;
};
template <>
struct Dictionary<SharedClausesTerms> {
  static constexpr std::string_view name = "clauses file";
  static constexpr auto fields = std::tuple{
      field("schema", &SharedClausesTerms::schema, Need::required, "", "format number", "1"),
      field("clause", &SharedClausesTerms::clause, Need::required, "",
            "shared clauses, as in a contract file",
            R"({ fixed = { adjust = { every = "year" }, formula = "change = 2%" } })"),
  };
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
template <>
struct Dictionary<ContractTerms> {
  static constexpr std::string_view name = "contract file";
  static constexpr bool free_table = true;
  static constexpr auto fields = std::tuple{
      field("schema", &ContractTerms::schema, Need::required, "", "format number", "1"),
      field("figures_from", &ContractTerms::figures_from, Need::optional, "",
            "figures files or folders, relative to this file", R"(["../indices"])"),
      field("clauses_from", &ContractTerms::clauses_from, Need::optional, "",
            "files or folders with shared clauses, relative to this file",
            R"(["clauses/cleaning.toml"])"),
      field("contract", &ContractTerms::contract, Need::required, "", "the contract itself",
            R"({ id = "A", currency = "EUR", start = 2025-01-01 })"),
      field("parties", &ContractTerms::parties, Need::optional, "", "who delivers and who pays",
            R"({ supplier = { name = "A" } })"),
      field("price", &ContractTerms::price, Need::optional, "",
            "price lines; at least one is needed",
            "{ hour = { unit_price = 31.25, price_date = 2019-01-01 } }"),
      field("clause", &ContractTerms::clause, Need::optional, "", "indexation clauses",
            R"({ fixed = { adjust = { every = "year" }, formula = "change = 2%" } })"),
      field("announcement", &ContractTerms::announcement, Need::optional, "", "what was sent",
            R"([{ date = 2025-10-20, clause = "c", for = 2026-01-01 }])"),
      field("decision", &ContractTerms::decision, Need::optional, "",
            "dated facts that overrule the clause", R"([{ date = 2023-01-01, kind = "waived" }])"),
      field("billing", &ContractTerms::billing, Need::optional, "", "how amounts are invoiced",
            R"({ period = "month" })"),
      field("worked_example", &ContractTerms::worked_example, Need::optional, "",
            "examples from the contract's annex, recomputed by `check`",
            "[{ on = 2020-01-01, is = 31.94 }]"),
      field("returns", &ContractTerms::returns, Need::optional, "", "return period",
            R"({ period = "14 days" })"),
      field("non_conformity", &ContractTerms::non_conformity, Need::optional, "",
            "goods or service not as agreed", R"({ claim_within = "2 months" })"),
      field("price_level", &ContractTerms::price_level, Need::optional, "", "what the market pays",
            R"([{ price = "hour", normal = 31.00, as_of = 2026-07-01 }])"),
      field("cost_share", &ContractTerms::cost_share, Need::optional, "", "the real cost mix",
            R"([{ price = "hour", name = "wages", share = "74%" }])"),
      field("promise", &ContractTerms::promise, Need::optional, "", "what was promised",
            R"([{ date = 2025-08-21, by = "supplier", what = "a doormat" }])"),
      field("obligation", &ContractTerms::obligation, Need::optional, "", "what is owed",
            R"([{ date = 2025-08-21, by = "customer", what = "figures" }])"),
      field("disclosure", &ContractTerms::disclosure, Need::optional, "",
            "mistakes of ours that the customer was told",
            R"([{ date = 2026-01-15, what = "the cap was not applied" }])"),
      field("signal", &ContractTerms::signal, Need::optional, "",
            "what is counted about the relation every period",
            R"([{ what = "score", period = "2025-Q3", value = 7.4 }])"),
      field("contact", &ContractTerms::contact, Need::optional, "", "people on both sides",
            R"([{ name = "A", party = "customer" }])"),
      field("innovation", &ContractTerms::innovation, Need::optional, "", "what can be offered",
            R"({ sensors = { what = "clean on use" } })"),
      field("value", &ContractTerms::value, Need::optional, "", "what the customer gains",
            R"({ item = [{ what = "no ordering" }] })"),
      field("talk", &ContractTerms::talk, Need::optional, "", "the price talk",
            "{ on = 2025-10-28 }"),
      field("own_cost", &ContractTerms::own_cost, Need::optional, "", "internal",
            R"([{ price = "hour", per_unit = 28.40 }])"),
      field("renewal", &ContractTerms::renewal, Need::optional, "", "what happens at the end",
            R"({ notice = "6 months" })"),
      field("series", &ContractTerms::series, Need::optional, "", "figures of the contract's own",
            R"([{ id = "own/list", figures = [["2025", 100]] }])"),
  };
};

}  // namespace pricetalk
