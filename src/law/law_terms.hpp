#pragma once

#include <optional>
#include <string>
#include <tuple>
#include <vector>

#include "contract/terms_dictionary.hpp"
#include "document/reader.hpp"
#include "pricetalk/contract/terms.hpp"

namespace pricetalk {

// A file of statutory facts as written (law/interest.toml, law/claims.toml, law/vat.toml,
// law/rules.toml, law/periods.toml, law/sectors.toml).

/// When interest is added to the principal.
enum class Compounds : std::uint8_t { never, yearly };
template <>
struct Dictionary<Compounds> {
  static constexpr auto words =
      word_table<Compounds>({{"never", Compounds::never}, {"yearly", Compounds::yearly}});
};

struct InterestRateTerms : TableBase {
  Stated<Date> from;
  std::optional<Stated<Date>> to;
  Stated<Percent> percent;
  Stated<bool> to_verify;
};
template <>
struct Dictionary<InterestRateTerms> {
  static constexpr std::string_view name = "rates";
  static constexpr auto fields = std::tuple{
      field("from", &InterestRateTerms::from, Need::required, "", "first day", "2025-01-01"),
      field("to", &InterestRateTerms::to, Need::optional, "still valid", "last day", "2025-12-31"),
      field("percent", &InterestRateTerms::percent, Need::required, "", "a year", R"("6%")"),
      field("to_verify", &InterestRateTerms::to_verify, Need::optional, "false",
            "not seen in an official text", "true"),
  };
};

struct InterestTerms : TableBase {
  Stated<Jurisdiction> jurisdiction;
  std::optional<Stated<Audience>> audience;
  Stated<Phrase> title;
  Stated<std::string> act;
  std::optional<Stated<std::string>> source;
  Stated<Compounds> compounds;
  std::optional<Stated<Decimal>> points;
  std::vector<InterestRateTerms> rates;
};
template <>
struct Dictionary<InterestTerms> {
  static constexpr std::string_view name = "interest";
  static constexpr auto fields = std::tuple{
      field("jurisdiction", &InterestTerms::jurisdiction, Need::required, "", "country", R"("NL")"),
      field("audience", &InterestTerms::audience, Need::optional, "both",
            "only where the customer is b2b or b2c", R"("b2b")"),
      field("title", &InterestTerms::title, Need::required, "", "its name",
            R"({ en = "legal interest", nl = "wettelijke rente" })"),
      field("act", &InterestTerms::act, Need::required, "", "act and article", R"("BW 6:119")"),
      field("source", &InterestTerms::source, Need::optional, "", "where the figures were read",
            R"("https://www.example.org/rates")"),
      field("compounds", &InterestTerms::compounds, Need::required, "",
            "when interest is added to the principal", R"("yearly")"),
      field("points", &InterestTerms::points, Need::optional, "0",
            "percentage points on top of each rate", "5.00"),
      field("rates", &InterestTerms::rates, Need::required, "", "dated rates",
            R"([{ from = 2025-01-01, to = 2025-12-31, percent = "6%" }])"),
  };
};

struct ClaimTerms : TableBase {
  Stated<Jurisdiction> jurisdiction;
  std::optional<Stated<Audience>> audience;
  Stated<std::string> act;
  Stated<int> sure_years;
  std::optional<Stated<int>> at_most_years;
  std::optional<Stated<int>> years_after_knowledge;
  Stated<bool> counts_from_year_end;
  std::optional<Stated<Phrase>> between;
  Stated<Phrase> interrupt;
  Stated<bool> seen;
};
template <>
struct Dictionary<ClaimTerms> {
  static constexpr std::string_view name = "claim";
  static constexpr auto fields = std::tuple{
      field("jurisdiction", &ClaimTerms::jurisdiction, Need::required, "", "country", R"("NL")"),
      field("audience", &ClaimTerms::audience, Need::optional, "both",
            "only where the customer is b2b or b2c", R"("b2b")"),
      field("act", &ClaimTerms::act, Need::required, "", "act and article", R"("BW 3:309")"),
      field("sure_years", &ClaimTerms::sure_years, Need::required, "",
            "from the payment, whatever the customer knew", "5"),
      field("at_most_years", &ClaimTerms::at_most_years, Need::optional, "no end",
            "from the payment, even for who could not know earlier", "20"),
      field("years_after_knowledge", &ClaimTerms::years_after_knowledge, Need::optional, "",
            "from the day on which the mistake was known", "5"),
      field("counts_from_year_end", &ClaimTerms::counts_from_year_end, Need::optional, "false",
            "years begin at the end of the calendar year", "true"),
      field("between", &ClaimTerms::between, Need::optional, "",
            "what decides between the sure and the longest time",
            R"({ en = "5 years after it was known", nl = "5 jaar nadat het bekend was" })"),
      field("interrupt", &ClaimTerms::interrupt, Need::required, "", "what stops the time",
            R"({ en = "a letter", nl = "een brief" })"),
      field("seen", &ClaimTerms::seen, Need::required, "", "the text of the law was read", "true"),
  };
};

struct VatTerms : TableBase {
  Stated<Jurisdiction> jurisdiction;
  Stated<std::string> act;
  std::optional<Stated<std::string>> source;
  std::vector<InterestRateTerms> rates;
};
template <>
struct Dictionary<VatTerms> {
  static constexpr std::string_view name = "vat";
  static constexpr auto fields = std::tuple{
      field("jurisdiction", &VatTerms::jurisdiction, Need::required, "", "country", R"("NL")"),
      field("act", &VatTerms::act, Need::required, "", "act and article", R"("Wet OB art. 9")"),
      field("source", &VatTerms::source, Need::optional, "", "where the rates were read",
            R"("https://www.example.org/rates")"),
      field("rates", &VatTerms::rates, Need::required, "", "dated general rates",
            R"([{ from = 2012-10-01, to = 2026-12-31, percent = "21%" }])"),
  };
};

/// What of a contract a statutory rule is about; each is one test of lint/contestable.cpp.
enum class RuleAsks : std::uint8_t {
  general_index,      ///< a price that follows the general level of prices
  variable_share,     ///< how much of a price may follow figures
  one_way,            ///< a clause that only raises
  early_rise,         ///< a rise soon after the contract
  index_period,       ///< figures over a longer time than lies between two adjustments
  index_object,       ///< an index that has to do with what is delivered
  withdrawal,         ///< how long a consumer may return
  claim_time,         ///< how long a buyer may take to complain
  liability,          ///< how long the seller answers
  burden_of_proof,    ///< how long a defect is presumed to have been there
  uninformed,         ///< how long who was not told may return
  send_back,          ///< how long returned goods may be under way
  refund,             ///< how soon the money is back
  term_end,           ///< what becomes of a time of returning that ends on a day off
  claim_limit,        ///< when a claim lapses
  claim_tail,         ///< how long a claim lives at least after the defect showed
  beside_withdrawal,  ///< what else is said of returns
  beside_conformity,  ///< what else is said of what is not as agreed
  rise_cap,           ///< by how much a price may rise at once
  rise_share,         ///< how much of a rise may be charged
  rise_interval,      ///< how much time lies between two rises
  named_index,        ///< a price that may follow one index only
  minimum_term,       ///< how long a contract lasts that follows an index
  no_index,           ///< a price that may follow no index at all
  told,               ///< nothing that a file can show: the rule is named
};
template <>
struct Dictionary<RuleAsks> {
  static constexpr auto words =
      word_table<RuleAsks>({{"general-index", RuleAsks::general_index},
                            {"variable-share", RuleAsks::variable_share},
                            {"one-way", RuleAsks::one_way},
                            {"early-rise", RuleAsks::early_rise},
                            {"index-period", RuleAsks::index_period},
                            {"index-object", RuleAsks::index_object},
                            {"withdrawal", RuleAsks::withdrawal},
                            {"claim-time", RuleAsks::claim_time},
                            {"liability", RuleAsks::liability},
                            {"burden-of-proof", RuleAsks::burden_of_proof},
                            {"uninformed", RuleAsks::uninformed},
                            {"send-back", RuleAsks::send_back},
                            {"refund", RuleAsks::refund},
                            {"term-end", RuleAsks::term_end},
                            {"claim-limit", RuleAsks::claim_limit},
                            {"claim-tail", RuleAsks::claim_tail},
                            {"beside-withdrawal", RuleAsks::beside_withdrawal},
                            {"beside-conformity", RuleAsks::beside_conformity},
                            {"rise-cap", RuleAsks::rise_cap},
                            {"rise-share", RuleAsks::rise_share},
                            {"rise-interval", RuleAsks::rise_interval},
                            {"named-index", RuleAsks::named_index},
                            {"minimum-term", RuleAsks::minimum_term},
                            {"no-index", RuleAsks::no_index},
                            {"told", RuleAsks::told}});
};

/// Which day must lie within a rule's days: that of the contract, or that of a rise.
enum class RuleDay : std::uint8_t { contract, rise };
template <>
struct Dictionary<RuleDay> {
  static constexpr auto words =
      word_table<RuleDay>({{"contract", RuleDay::contract}, {"rise", RuleDay::rise}});
};

/// Of which clauses a rule speaks that is told.
enum class OnlyWith : std::uint8_t { index, no_index };
template <>
struct Dictionary<OnlyWith> {
  static constexpr auto words =
      word_table<OnlyWith>({{"index", OnlyWith::index}, {"no-index", OnlyWith::no_index}});
};

/// The event from which a period is counted.
enum class PeriodEvent : std::uint8_t {
  receipt,         ///< the buyer has the goods
  conclusion,      ///< the contract is made
  delivery,        ///< the seller hands over
  discovery,       ///< the defect shows
  notice,          ///< the buyer complains
  declaration,     ///< the buyer withdraws
  withdrawal_end,  ///< the ordinary time to withdraw is over
};
template <>
struct Dictionary<PeriodEvent> {
  static constexpr auto words =
      word_table<PeriodEvent>({{"receipt", PeriodEvent::receipt},
                               {"conclusion", PeriodEvent::conclusion},
                               {"delivery", PeriodEvent::delivery},
                               {"discovery", PeriodEvent::discovery},
                               {"notice", PeriodEvent::notice},
                               {"declaration", PeriodEvent::declaration},
                               {"withdrawal-end", PeriodEvent::withdrawal_end}});
};

/// Which days of a period are counted; the day of the event never is.
enum class DayCount : std::uint8_t {
  calendar,  ///< all
  working,   ///< working days
  clear,     ///< all, and the day after the last one still belongs to it (jours francs)
};
template <>
struct Dictionary<DayCount> {
  static constexpr auto words = word_table<DayCount>({{"calendar", DayCount::calendar},
                                                      {"working-days", DayCount::working},
                                                      {"clear-days", DayCount::clear}});
};

struct ClauseRuleTerms : TableBase {
  Stated<Jurisdiction> jurisdiction;
  std::optional<Stated<Audience>> audience;
  std::vector<Stated<ContractSubject>> subject;
  std::vector<Stated<ContractSubject>> not_for;
  std::optional<Stated<Region>> region;
  std::vector<Stated<EnergyLabel>> energy_label;
  Stated<RuleAsks> asks;
  std::optional<Stated<OnlyWith>> only_with;
  Stated<std::string> act;
  std::optional<Stated<std::string>> source;
  Stated<RuleDay> decides;
  Stated<Date> from;
  std::optional<Stated<Date>> to;
  Stated<Date> read_on;
  std::optional<Stated<Duration>> time;
  Stated<bool> from_start;
  std::optional<Stated<PeriodEvent>> counted_from;
  std::optional<Stated<Duration>> then;
  Stated<DayCount> counts;
  Stated<bool> second_hand;
  Stated<bool> only_if_agreed;
  Stated<bool> yields;
  std::optional<Stated<Percent>> share;
  std::optional<Stated<Percent>> above;
  std::vector<InterestRateTerms> rates;
  std::vector<Stated<std::string>> indices;
  Stated<Phrase> says;
  std::optional<Stated<Phrase>> except;
  Stated<bool> seen;
};
template <>
struct Dictionary<ClauseRuleTerms> {
  static constexpr std::string_view name = "rule";
  static constexpr auto fields = std::tuple{
      field("jurisdiction", &ClauseRuleTerms::jurisdiction, Need::required, "", "country",
            R"("NL")"),
      field("audience", &ClauseRuleTerms::audience, Need::optional, "both",
            "only where the customer is b2b or b2c", R"("b2c")"),
      field("subject", &ClauseRuleTerms::subject, Need::optional, "all",
            "only for contracts about one of these; `dwelling` is of every segment",
            R"("dwelling")"),
      field("not_for", &ClauseRuleTerms::not_for, Need::optional, "",
            "not for contracts about one of these", R"(["dwelling", "business-premises"])"),
      field("region", &ClauseRuleTerms::region, Need::optional, "the whole country",
            "only for contracts that say that they are about this region", R"("flanders")"),
      field("energy_label", &ClauseRuleTerms::energy_label, Need::optional, "all",
            "only for contracts that say one of these labels", R"(["E", "F", "none"])"),
      field("asks", &ClauseRuleTerms::asks, Need::required, "", "what of a contract it is about",
            R"("early-rise")"),
      field("only_with", &ClauseRuleTerms::only_with, Need::optional, "every clause",
            "a rule that is told: only of clauses that follow an index, or that follow none",
            R"("index")"),
      field("act", &ClauseRuleTerms::act, Need::required, "", "act and article",
            R"("BW 6:236 onder i")"),
      field("source", &ClauseRuleTerms::source, Need::optional, "", "where it was read",
            R"("https://www.example.org/act")"),
      field("decides", &ClauseRuleTerms::decides, Need::optional, "contract",
            "which day lies between `from` and `to`: that of the contract, or of a rise",
            R"("rise")"),
      field("from", &ClauseRuleTerms::from, Need::required, "",
            "first day of contracts that it holds for", "1992-01-01"),
      field("to", &ClauseRuleTerms::to, Need::optional, "no end known", "last day of them",
            "2022-04-26"),
      field("read_on", &ClauseRuleTerms::read_on, Need::required, "",
            "day until which it is known; for later contracts nothing is said", "2026-11-21"),
      field("time", &ClauseRuleTerms::time, Need::optional, "", "the time that it sets",
            R"("3 months")"),
      field("from_start", &ClauseRuleTerms::from_start, Need::optional, "false",
            "the time between two rises counts from the first day of a line as well", "true"),
      field("counted_from", &ClauseRuleTerms::counted_from, Need::optional, "as `asks` says",
            "a period: the event from which it is counted", R"("receipt")"),
      field("then", &ClauseRuleTerms::then, Need::optional, "",
            "a period: a second time after `time`", R"("14 days")"),
      field("counts", &ClauseRuleTerms::counts, Need::optional, "calendar",
            "a period of days: which days are counted", R"("working-days")"),
      field("second_hand", &ClauseRuleTerms::second_hand, Need::optional, "false",
            "only for goods that were used before", "true"),
      field("only_if_agreed", &ClauseRuleTerms::only_if_agreed, Need::optional, "false",
            "the shortest time that may be agreed; nothing agreed, no such time", "true"),
      field("yields", &ClauseRuleTerms::yields, Need::optional, "false",
            "holds where the contract says nothing else", "true"),
      field("share", &ClauseRuleTerms::share, Need::optional, "", "the share that it sets",
            R"("80%")"),
      field("above", &ClauseRuleTerms::above, Need::optional, "0%",
            "a share of a rise: only what lies above this counts for that share", R"("3%")"),
      field("rates", &ClauseRuleTerms::rates, Need::optional, "",
            "the highest rise by the day of the rise; a day without a row is not known",
            R"([{ from = 2025-07-01, to = 2026-06-30, percent = "5%" }])"),
      field("indices", &ClauseRuleTerms::indices, Need::optional, "",
            "parts of the ids of the series that it names", R"(["irl"])"),
      field("says", &ClauseRuleTerms::says, Need::required, "", "the rule in one sentence",
            R"({ en = "no rise within three months", nl = "geen verhoging binnen drie maanden" })"),
      field("except", &ClauseRuleTerms::except, Need::optional, "", "when it does not hold",
            R"({ en = "rents", nl = "huur" })"),
      field("seen", &ClauseRuleTerms::seen, Need::required, "", "the text of the law was read",
            "true"),
  };
};

struct LawFileTerms : TableBase {
  Stated<int> schema;
  Named<InterestTerms> interest;
  Named<ClaimTerms> claim;
  Named<VatTerms> vat;
  Named<ClauseRuleTerms> rule;
};
template <>
struct Dictionary<LawFileTerms> {
  static constexpr std::string_view name = "file of statutory facts";
  static constexpr bool free_table = true;
  static constexpr auto fields = std::tuple{
      field("schema", &LawFileTerms::schema, Need::required, "", "format number", "1"),
      field(
          "interest", &LawFileTerms::interest, Need::optional, "", "interest on what is paid back",
          R"({ at = { jurisdiction = "AT", title = { en = "legal interest", nl = "wettelijke rente" }, act = "ABGB § 1000", compounds = "never", rates = [{ from = 1916-01-01, percent = "4%" }] } })"),
      field(
          "claim", &LawFileTerms::claim, Need::optional, "", "how long money can be claimed back",
          R"({ ie = { jurisdiction = "IE", act = "s. 11", sure_years = 6, at_most_years = 6, interrupt = { en = "a claim in court", nl = "een dagvaarding" }, seen = false } })"),
      field(
          "vat", &LawFileTerms::vat, Need::optional, "", "general rates of VAT",
          R"({ nl = { jurisdiction = "NL", act = "Wet OB art. 9", rates = [{ from = 2012-10-01, percent = "21%" }] } })"),
      field(
          "rule", &LawFileTerms::rule, Need::optional, "", "what a price clause may say",
          R"({ nl = { jurisdiction = "NL", asks = "one-way", act = "BW 6:233", from = 1992-01-01, read_on = 2026-11-21, says = "a rule", seen = true } })"),
  };
};

}  // namespace pricetalk
