#pragma once

#include <string_view>
#include <tuple>

#include "contract/clause_terms_dictionary.hpp"
#include "contract/relation_terms_dictionary.hpp"
#include "document/dictionary.hpp"
#include "index/figures_dictionary.hpp"
#include "pricetalk/contract/terms.hpp"

namespace pricetalk {

/// A file that `clauses_from` names: nothing but clauses.
struct SharedClausesTerms : TableBase {
  Stated<int> schema;
  Stated<DocumentNode> clause;
};
/// A file that `innovations_from` names: nothing but innovations.
struct SharedInnovationsTerms : TableBase {
  Stated<int> schema;
  Stated<DocumentNode> innovation;
};

template <>
struct Dictionary<Audience> {
  static constexpr auto words =
      word_table<Audience>({{"b2b", Audience::b2b}, {"b2c", Audience::b2c}});
};
template <>
struct Dictionary<ContractSubject> {
  static constexpr auto words =
      word_table<ContractSubject>({{"dwelling", ContractSubject::dwelling},
                                   {"social-dwelling", ContractSubject::social_dwelling},
                                   {"middle-dwelling", ContractSubject::middle_dwelling},
                                   {"free-dwelling", ContractSubject::free_dwelling},
                                   {"regulated-dwelling", ContractSubject::regulated_dwelling},
                                   {"business-premises", ContractSubject::business_premises},
                                   {"telecom", ContractSubject::telecom},
                                   {"energy", ContractSubject::energy},
                                   {"public-contract", ContractSubject::public_contract}});
};
template <>
struct Dictionary<Region> {
  static constexpr auto words = word_table<Region>({{"flanders", Region::flanders},
                                                    {"brussels", Region::brussels},
                                                    {"wallonia", Region::wallonia}});
};
template <>
struct Dictionary<EnergyLabel> {
  static constexpr auto words = word_table<EnergyLabel>({{"A", EnergyLabel::a},
                                                         {"B", EnergyLabel::b},
                                                         {"C", EnergyLabel::c},
                                                         {"D", EnergyLabel::d},
                                                         {"E", EnergyLabel::e},
                                                         {"F", EnergyLabel::f},
                                                         {"G", EnergyLabel::g},
                                                         {"none", EnergyLabel::none}});
};
template <>
struct Dictionary<CustomerSegment> {
  static constexpr auto words =
      word_table<CustomerSegment>({{"flourishing", CustomerSegment::flourishing},
                                   {"interesting", CustomerSegment::interesting},
                                   {"tiring", CustomerSegment::tiring}});
};
template <>
struct Dictionary<Vat> {
  static constexpr auto words =
      word_table<Vat>({{"excluded", Vat::excluded}, {"included", Vat::included}});
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
      field("subject", &ContractSection::subject, Need::optional, "",
            "what statutory rules of one sector are about, one or a list; moves no price",
            R"("dwelling")"),
      field("region", &ContractSection::region, Need::optional, "",
            "where a Belgian dwelling lies; moves no price", R"("flanders")"),
      field("energy_label", &ContractSection::energy_label, Need::optional, "",
            "of a dwelling, for statutory rules about its rent; moves no price", R"("D")"),
      field("currency", &ContractSection::currency, Need::required, "",
            "of all amounts; sets the smallest unit", R"("EUR")"),
      field("vat", &ContractSection::vat, Need::optional, "b2b: excluded, b2c: included",
            "whether the amounts of this file hold VAT", R"("excluded")"),
      field("vat_rate", &ContractSection::vat_rate, Need::optional,
            "the general rate of the country", "rate of VAT on what is charged", R"("9%")"),
      field("vat_deductible", &ContractSection::vat_deductible, Need::optional, "",
            "share of the VAT that the customer deducts; the rest is cost to the customer",
            R"("30%")"),
      field("signed", &ContractSection::signed_on, Need::optional, "start", "signature",
            "2018-11-12"),
      field("bid", &ContractSection::bid, Need::optional, "", "the day offers were priced",
            "2018-09-01"),
      field("start", &ContractSection::start, Need::required, "", "entry into force", "2019-01-01"),
      field("end", &ContractSection::end, Need::optional, "", "last day", "2028-12-31"),
      field("customer_since", &ContractSection::customer_since, Need::optional, "start",
            "years of the relation", "2014-01-01"),
      field(
          "segment", &ContractSection::segment, Need::optional, "",
          "what kind of customer it is: orders regularly and pays on time, brings a good name, or "
          "asks more than it brings",
          R"("flourishing")"),
      field("orders", &ContractSection::orders, Need::optional, "",
            "order numbers and contract references as on invoices", R"(["4500012345"])"),
      field("tags", &ContractSection::tags, Need::optional, "",
            "what amounts are added up by, names of your own with a text each; moves no price",
            R"({ cost-centre = "4100", region = "noord" })"),
  };
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

template <>
struct Dictionary<TierKind> {
  static constexpr auto words =
      word_table<TierKind>({{"graduated", TierKind::graduated}, {"volume", TierKind::volume}});
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
      field("source", &PriceTerms::source, Need::optional, "", "where it is written on paper",
            R"("page 14")"),
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

template <>
struct Dictionary<DecisionKind> {
  static constexpr auto words =
      word_table<DecisionKind>({{"waived", DecisionKind::waived},
                                {"reduced", DecisionKind::reduced},
                                {"deferred", DecisionKind::deferred},
                                {"agreed-price", DecisionKind::agreed_price}});
};

template <>
struct Dictionary<DecisionTerms> {
  static constexpr std::string_view name = "decision";
  static constexpr auto fields = std::tuple{
      field("date", &DecisionTerms::date, Need::required, "",
            "adjustment date that it is about; of `agreed-price` any day", "2023-01-01"),
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
      field("confirmed_by", &DecisionTerms::confirmed_by, Need::optional, "",
            "who of the other party confirmed it", R"("Marieke Hazelaar")"),
      field("confirmed_on", &DecisionTerms::confirmed_on, Need::optional, "",
            "when it was confirmed", "2025-10-14"),
      field("source", &DecisionTerms::source, Need::optional, "", "where it is written on paper",
            R"("page 14")"),
  };
};

template <>
struct Dictionary<Proration> {
  static constexpr auto words = word_table<Proration>({{"days", Proration::days},
                                                       {"months", Proration::months},
                                                       {"next-period", Proration::next_period}});
};
template <>
struct Dictionary<Aligned> {
  static constexpr auto words =
      word_table<Aligned>({{"contract", Aligned::contract}, {"calendar", Aligned::calendar}});
};

template <>
struct Dictionary<BillingTerms> {
  static constexpr std::string_view name = "billing";
  static constexpr auto fields = std::tuple{
      field("period", &BillingTerms::period, Need::optional, "month", "invoice period",
            R"("month")"),
      field("aligned", &BillingTerms::aligned, Need::optional, "contract",
            "from where periods of several months are counted: the month in which the contract "
            "starts, or January",
            R"("calendar")"),
      field("proration", &BillingTerms::proration, Need::optional, "days",
            "a change of the price inside a period: from its day, from the next month, or from the "
            "next period",
            R"("next-period")"),
      field("amount", &BillingTerms::amount, Need::optional, "the currency's decimals",
            "the only rounding of an invoice line (quantity x net price); finer than a cent stays",
            "{ decimals = 2 }"),
      field("payment", &BillingTerms::payment, Need::optional, "on the day of the invoice",
            "when the customer pays, counted from the invoice: for interest on a refund",
            R"("30 days")"),
      field("source", &BillingTerms::source, Need::optional, "", "where it is written on paper",
            R"("page 14")"),
  };
};

template <>
struct Dictionary<Printed> {
  static constexpr auto words =
      word_table<Printed>({{"rounded", Printed::rounded}, {"down", Printed::down}});
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

template <>
struct Dictionary<SharedInnovationsTerms> {
  static constexpr std::string_view name = "innovations file";
  static constexpr auto fields = std::tuple{
      field("schema", &SharedInnovationsTerms::schema, Need::required, "", "format number", "1"),
      field("innovation", &SharedInnovationsTerms::innovation, Need::required, "",
            "innovations, as in a contract file", R"({ sensors = { what = "clean on use" } })"),
  };
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
      field("innovations_from", &ContractTerms::innovations_from, Need::optional, "",
            "files or folders with innovations that several contracts offer, relative to this file",
            R"(["innovations/cleaning.toml"])"),
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
      field("letter", &ContractTerms::letter, Need::optional, "",
            "what a person writes for the letters", R"({ own_effort = "New routes." })"),
      field("commitment", &ContractTerms::commitment, Need::optional, "",
            "who of us does what a letter promises", R"([{ what = "a new plan", owner = "A" }])"),
      field("own_cost", &ContractTerms::own_cost, Need::optional, "", "internal",
            R"([{ price = "hour", per_unit = 28.40 }])"),
      field("renewal", &ContractTerms::renewal, Need::optional, "", "what happens at the end",
            R"({ notice = "6 months" })"),
      field("series", &ContractTerms::series, Need::optional, "", "figures of the contract's own",
            R"([{ id = "own/list", figures = [["2025", 100]] }])"),
  };
};

}  // namespace pricetalk
