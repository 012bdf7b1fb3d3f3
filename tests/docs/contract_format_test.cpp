#include <gtest/gtest.h>

#include <algorithm>
#include <regex>
#include <set>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include "advice/thresholds_dictionary.hpp"
#include "contract/terms_dictionary.hpp"
#include "document/documentation.hpp"
#include "invoice/columns.hpp"
#include "invoice/columns_dictionary.hpp"
#include "law/law_terms.hpp"
#include "lint/trial_limits_dictionary.hpp"
#include "pricetalk/advice/redface.hpp"
#include "pricetalk/contract/terms.hpp"
#include "pricetalk/index/figures.hpp"
#include "program.hpp"
#include "scenario/scenario_terms.hpp"

/// docs/contract-format.md is written by hand, but for what stands between these lines:
///   <!-- keys: NAME -->      the keys of one table, from its Dictionary
///   <!-- not supported -->   every key that is planned
///   <!-- end -->
/// UPDATE_GOLDEN=1 writes these parts anew.
namespace pricetalk::harness {
namespace {

/// One table of the format: its name on the page, its struct, its keys.
struct DocumentedTable {
  std::string name;
  std::string terms;
  std::string text;
  std::vector<std::string> planned;
};

template <class S>
std::vector<std::string> planned_of() {
  std::vector<std::string> keys;
  if constexpr (requires { Dictionary<S>::planned; }) {
    for (const Planned& row : Dictionary<S>::planned) {
      keys.emplace_back(row.key);
    }
  }
  return keys;
}

std::vector<DocumentedTable> tables() {
  std::vector<DocumentedTable> all;
#define PRICETALK_TABLE(name, Terms) \
  all.push_back({name, #Terms, documentation<Terms>(), planned_of<Terms>()})
  PRICETALK_TABLE("contract file", ContractTerms);
  PRICETALK_TABLE("contract", ContractSection);
  PRICETALK_TABLE("parties", PartiesTerms);
  PRICETALK_TABLE("party", PartyTerms);
  PRICETALK_TABLE("price", PriceTerms);
  PRICETALK_TABLE("tiers", TierTerms);
  PRICETALK_TABLE("discount", DiscountTerms);
  PRICETALK_TABLE("parts", PartTerms);
  PRICETALK_TABLE("clauses file", SharedClausesTerms);
  PRICETALK_TABLE("innovations file", SharedInnovationsTerms);
  PRICETALK_TABLE("clause", ClauseTerms);
  PRICETALK_TABLE("table", BandTableTerms);
  PRICETALK_TABLE("table rows", BandTerms);
  PRICETALK_TABLE("during", DuringTerms);
  PRICETALK_TABLE("adjust", AdjustTerms);
  PRICETALK_TABLE("index", IndexTerms);
  PRICETALK_TABLE("link", LinkTerms);
  PRICETALK_TABLE("threshold", ThresholdTerms);
  PRICETALK_TABLE("limits", LimitTerms);
  PRICETALK_TABLE("rounding", RoundingTerms);
  PRICETALK_TABLE("notice", NoticeTerms);
  PRICETALK_TABLE("retention", RetentionTerms);
  PRICETALK_TABLE("announcement", AnnouncementTerms);
  PRICETALK_TABLE("decision", DecisionTerms);
  PRICETALK_TABLE("billing", BillingTerms);
  PRICETALK_TABLE("worked_example", WorkedExampleTerms);
  PRICETALK_TABLE("returns", ReturnTerms);
  PRICETALK_TABLE("non_conformity", NonConformityTerms);
  PRICETALK_TABLE("price_level", PriceLevelTerms);
  PRICETALK_TABLE("cost_share", CostShareTerms);
  PRICETALK_TABLE("used", UsedTerms);
  PRICETALK_TABLE("promise", PromiseTerms);
  PRICETALK_TABLE("disclosure", DisclosureTerms);
  PRICETALK_TABLE("signal", SignalTerms);
  PRICETALK_TABLE("contact", ContactTerms);
  PRICETALK_TABLE("innovation", InnovationTerms);
  PRICETALK_TABLE("innovation.saving_per_year", SavingTerms);
  PRICETALK_TABLE("realised", RealisedTerms);
  PRICETALK_TABLE("steps", GlideStepTerms);
  PRICETALK_TABLE("value", ValueTerms);
  PRICETALK_TABLE("value.item", ValueItemTerms);
  PRICETALK_TABLE("talk", TalkTerms);
  PRICETALK_TABLE("letter", LetterTerms);
  PRICETALK_TABLE("commitment", CommitmentTerms);
  PRICETALK_TABLE("own_cost", OwnCostTerms);
  PRICETALK_TABLE("renewal", RenewalTerms);
  PRICETALK_TABLE("figures file", FiguresFileTerms);
  PRICETALK_TABLE("series", SeriesTerms);
  PRICETALK_TABLE("series.break", BreakTerms);
  PRICETALK_TABLE("series.hole", HoleTerms);
  PRICETALK_TABLE("series.link", SeriesLinkTerms);
  PRICETALK_TABLE("series.disagreement", DisagreementTerms);
  PRICETALK_TABLE("series.import", ImportTerms);
  PRICETALK_TABLE("scenario file", ScenarioFileTerms);
  PRICETALK_TABLE("scenario", ScenarioSection);
  PRICETALK_TABLE("random", RandomTerms);
  PRICETALK_TABLE("future", FutureTerms);
  PRICETALK_TABLE("future.series", FutureSeriesTerms);
  PRICETALK_TABLE("future.series.shocks", ShockTerms);
  PRICETALK_TABLE("future.volume", VolumeTerms);
  PRICETALK_TABLE("future.returns", ReturnRateTerms);
  PRICETALK_TABLE("future.savings", SavingReachedTerms);
  PRICETALK_TABLE("future.non_conformity", NonConformityRateTerms);
  PRICETALK_TABLE("thresholds file", RedFaceThresholds);
  PRICETALK_TABLE("clause rules file", TrialLimits);
  PRICETALK_TABLE("file of statutory facts", LawFileTerms);
  PRICETALK_TABLE("interest", InterestTerms);
  PRICETALK_TABLE("interest rates", InterestRateTerms);
  PRICETALK_TABLE("claim", ClaimTerms);
  PRICETALK_TABLE("vat", VatTerms);
  PRICETALK_TABLE("rule", ClauseRuleTerms);
  PRICETALK_TABLE("column file", ColumnTerms);
  PRICETALK_TABLE("columns", ColumnNames);
  PRICETALK_TABLE("fixed", FixedCells);
#undef PRICETALK_TABLE
  return all;
}

/// Every planned key, with the table that it belongs to.
std::string not_supported(const std::vector<DocumentedTable>& all) {
  std::string text = "| table | keys |\n|---|---|\n";
  const auto row = [&](const std::string& table, const std::vector<std::string>& keys) {
    if (keys.empty()) {
      return;
    }
    text += "| " + table + " | ";
    for (std::size_t i = 0; i < keys.size(); ++i) {
      text += (i == 0 ? "`" : ", `") + keys[i] + "`";
    }
    text += " |\n";
  };
  for (const auto& table : all) {
    row(table.name, table.planned);
  }
  row("index, `if_missing`", planned_of<IfMissing>());
  return text;
}

/// The page with its generated parts made anew; `shown` gets the names of the tables in it.
std::string generated(const std::string& page, std::vector<std::string>& shown) {
  const auto all = tables();
  std::istringstream lines(page);
  std::string text;
  bool inside = false;
  for (std::string line; std::getline(lines, line);) {
    if (line == "<!-- end -->") {
      inside = false;
    }
    if (!inside) {
      text += line + "\n";
    }
    if (line == "<!-- not supported -->") {
      inside = true;
      text += not_supported(all);
    } else if (line.starts_with("<!-- keys: ")) {
      inside = true;
      const std::string name = line.substr(11, line.size() - 15);
      const auto found = std::find_if(all.begin(), all.end(),
                                      [&](const auto& table) { return table.name == name; });
      EXPECT_NE(found, all.end()) << "no table is called '" << name << "'";
      if (found != all.end()) {
        text += found->text;
        shown.push_back(name);
      }
    }
  }
  EXPECT_FALSE(inside) << "a generated part has no <!-- end -->";
  return text;
}

TEST(ContractFormat, says_what_the_reader_accepts) {
  const std::string path = root() + "/docs/contract-format.md";
  const std::string page = read(path);
  std::vector<std::string> shown;
  const std::string now = generated(page, shown);
  if (updating()) {
    write(path, now);
    return;
  }
  const std::string differs = difference(now, page);
  EXPECT_TRUE(differs.empty()) << "docs/contract-format.md: " << differs
                               << "\n  UPDATE_GOLDEN=1 writes its tables anew";
}

TEST(ContractFormat, shows_every_table_once) {
  std::vector<std::string> shown;
  generated(read(root() + "/docs/contract-format.md"), shown);
  for (const auto& table : tables()) {
    EXPECT_EQ(std::count(shown.begin(), shown.end(), table.name), 1) << table.name;
  }
}

TEST(ContractFormat, knows_every_dictionary_of_a_table) {
  std::set<std::string> known;
  for (const auto& table : tables()) {
    known.insert(table.terms);
  }
  static const std::regex head(
      R"(struct Dictionary<(\w+)> \{\n  static constexpr std::string_view name)");
  for (const auto& [name, text] : files_below(root() + "/src")) {
    if (!name.ends_with(".hpp")) continue;
    for (std::sregex_iterator match(text.begin(), text.end(), head), end; match != end; ++match) {
      EXPECT_EQ(known.erase((*match)[1]), 1u)
          << (*match)[1] << " in " << name << " is not on the page";
    }
  }
  EXPECT_TRUE(known.empty()) << *known.begin() << " has no dictionary";
}

TEST(ContractFormat, gives_every_key_a_meaning) {
  for (const auto& table : tables()) {
    EXPECT_EQ(table.text.find("|  |\n"), std::string::npos) << table.name << ":\n" << table.text;
  }
}

}  // namespace
}  // namespace pricetalk::harness
