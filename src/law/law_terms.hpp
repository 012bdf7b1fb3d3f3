#pragma once

#include <optional>
#include <string>
#include <tuple>
#include <vector>

#include "contract/terms_dictionary.hpp"
#include "document/reader.hpp"
#include "pricetalk/contract/terms.hpp"

namespace pricetalk {

// A file of statutory facts as written (law/interest.toml, law/claims.toml, law/vat.toml).

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

struct LawFileTerms : TableBase {
  Stated<int> schema;
  Named<InterestTerms> interest;
  Named<ClaimTerms> claim;
  Named<VatTerms> vat;
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
  };
};

}  // namespace pricetalk
