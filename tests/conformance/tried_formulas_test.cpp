#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <memory>
#include <set>
#include <string>
#include <vector>

#include "cli/load.hpp"
#include "lint/doubt.hpp"
#include "lint/oddity_words.hpp"
#include "lint/stated_figures.hpp"
#include "lint/trial.hpp"
#include "slip_count.hpp"

// A formula is tried before it is believed: what people really mean by a clause raises nothing, and
// the slips that are made when it is typed do.

namespace pricetalk {
namespace {

/// Five ways to type "plus 10%" that are not it, a fixed base that was forgotten, and beside each
/// what was meant.
std::string typed(const std::string& formula, const std::string& more = "") {
  return "schema = 1\n[contract]\nid = \"T\"\ncurrency = \"EUR\"\nstart = 2024-01-01\n"
         "[price.p]\nunit_price = 100.00\nprice_date = 2024-01-01\nclause = \"c\"\n"
         "[clause.c]\nadjust = { every = \"year\", on = \"01-01\" }\nformula = \"" +
         formula + "\"\n" + more +
         "[[series]]\nid = \"x/index\"\n"
         "figures = [[\"2024-01\", 100], [\"2025-01\", 110], [\"2026-01\", 112]]\n"
         "[[series]]\nid = \"x/percent\"\nunit = \"percent\"\n"
         "figures = [[\"2024-01\", 2.8], [\"2025-01\", 3.2]]\n";
}

constexpr const char* index = "index.S = { series = \"x/index\", use = \"month of adjustment\" }\n";
constexpr const char* percent =
    "index.S = { series = \"x/percent\", use = \"month of adjustment\" }\n";
/// 1.5 % after 1.1 % is a third more, and a fall of two points later.
constexpr const char* percent_that_leaps =
    "index.S = { series = \"x/rates\", use = \"month of adjustment\" }\n"
    "[[series]]\nid = \"x/rates\"\nunit = \"percent\"\n"
    "figures = [[\"2024-01\", 1.1], [\"2025-01\", 1.5]]\n";
constexpr const char* from_the_start =
    "index.S = { series = \"x/index\", use = \"month of adjustment\", base = \"2024-01\" }\n";

std::set<std::string> codes_of(const std::string& text) {
  const auto source = std::make_shared<const SourceText>("contract.toml", text);
  const Loaded<Contract> contract = read_contract(source);
  EXPECT_TRUE(contract.value.has_value()) << render(contract.diagnostics, Language::en);
  if (!contract.value) return {};
  const Library library = Library().with(contract.value->own_series, {source});
  std::set<std::string> codes;
  for (const Oddity& odd :
       try_clauses(*contract.value, Coverage(library, *Date::make(2026, 11, 29)),
                   *Date::make(2027, 12, 31)))
    codes.insert(std::string(code_of(odd.kind)));
  return codes;
}

using Codes = std::set<std::string>;

TEST(TriedFormulas, that_can_hardly_be_meant_are_found) {
  EXPECT_EQ(codes_of(typed("change = (S - S0)/S0 * 100", index)), Codes{"W0102"});
  EXPECT_EQ(codes_of(typed("change = S/S0", index)), Codes{"W0101"});
  EXPECT_EQ(codes_of(typed("S/S0 - 1", index)), Codes{"W0101"});
  EXPECT_EQ(codes_of(typed("S/S0 * 100", index)), Codes{"W0101"});
  EXPECT_EQ(codes_of(typed("change = S - S0", index)), Codes{"W0102"});
  EXPECT_EQ(codes_of(typed("change = S", index)), Codes{"W0104"});
  EXPECT_EQ(codes_of(typed("P = P0 * S0/S", index)), Codes{"W0103"});
  EXPECT_EQ(codes_of(typed("change = 8 * (S - S0)/S0", index)), Codes{"W0102"});
  EXPECT_EQ(codes_of(typed("3%")), Codes{"W0104"});
  EXPECT_EQ(codes_of(typed("change = 100 * S", percent)), Codes{"W0102"});
  EXPECT_EQ(codes_of(typed("S", percent)), Codes{"W0101"});
  EXPECT_EQ(codes_of(typed("S/S0", percent_that_leaps)), Codes{"W0113"});
  EXPECT_EQ(codes_of(typed("P = P0 * S/S0", from_the_start)), Codes{"W0105"});
  EXPECT_EQ(codes_of(typed("P = P0 * S/S", index)), Codes{"W0108"});
  EXPECT_EQ(codes_of(typed("change = S/100", percent)), Codes{"W0108"});
  EXPECT_EQ(codes_of(typed("change = (S - S0)/125", index)), Codes{"W0109"});
  EXPECT_EQ(codes_of(typed("change = (S - S0)/S", index)), Codes{"W0111"});
  EXPECT_EQ(codes_of(typed("P = P0 * S/100", index)), Codes{"W0105"});
  EXPECT_EQ(codes_of(typed("P = P0 * (0.5 + 0.5*S/S0)", percent)), Codes{"W0113"});
}

constexpr const char* rate =
    "index.R = { series = \"x/rate\", use = \"month of adjustment\" }\n"
    "[[series]]\nid = \"x/rate\"\nunit = \"ratio\"\n"
    "figures = [[\"2024-01\", 1.05], [\"2025-01\", 1.10]]\n";
constexpr const char* not_there_yet =
    "index.S = { series = \"x/later\", use = \"month of adjustment\" }\n"
    "[[series]]\nid = \"x/later\"\nunit = \"percent\"\nfigures = [[\"2023-01\", 2.8]]\n";

TEST(TriedFormulas, of_figures_that_are_not_there_yet_are_tried_as_well) {
  EXPECT_EQ(codes_of(typed("change = min(S, 5%)", not_there_yet)), Codes{});
  EXPECT_EQ(codes_of(typed("change = max(S, 0%)", not_there_yet)), Codes{});
  EXPECT_EQ(codes_of(typed("S/S0", not_there_yet)), Codes{"W0113"});
  const std::string later =
      "index.S = { series = \"x/index\", use = \"month of adjustment\", base = \"2026-01\" }\n";
  EXPECT_EQ(codes_of(typed("P = P0 * min(S/S0, 1.04)", later)), (Codes{"W0103", "W0105"}));
}

TEST(TriedFormulas, of_rates_and_of_what_is_subtracted_may_lower_a_price) {
  EXPECT_EQ(codes_of(typed("P = P0 * R0/R", rate)), Codes{});
  EXPECT_EQ(codes_of(typed("0.4*S/S0 + 0.6*R0/R", std::string(index) + rate)), Codes{});
}

TEST(TriedFormulas, with_weights_beside_a_stated_number_are_measured_from_the_start) {
  EXPECT_EQ(codes_of(typed("P = P0 * (0.2 + 0.8*S/100)", index)), Codes{"W0105"});
  EXPECT_EQ(codes_of(typed("change = 0.8*(S/100 - 1)", index)), Codes{"W0105"});
}

TEST(TriedFormulas, that_follow_a_stated_glide_path_move_by_themselves) {
  EXPECT_EQ(codes_of(typed("P = P0 * f * S/S0",
                           std::string("constants.f = [{ value = 1 }, { from = 2026-01-01, value = "
                                       "0.85 }]\n") +
                               index)),
            Codes{});
}

TEST(TriedFormulas, of_two_indices_are_found_when_one_of_them_is_wrong) {
  const std::string two =
      std::string(index) + "index.T = { series = \"x/other\", use = \"month of adjustment\"";
  const std::string other =
      "[[series]]\nid = \"x/other\"\n"
      "figures = [[\"2024-01\", 50], [\"2025-01\", 51], [\"2026-01\", 53]]\n";
  const std::string moves = two + " }\n" + other;
  EXPECT_EQ(codes_of(typed("0.5*S/S0 + 0.5*T/T0", moves)), Codes{});
  EXPECT_EQ(codes_of(typed("0.5*S/S0 + 0.5*T0/T", moves)), Codes{"W0103"});
  EXPECT_EQ(codes_of(typed("change = 0.5*(S/S0 - 1) + 0.8*(T/T0 - 1)", moves)), Codes{"W0102"});
  EXPECT_EQ(codes_of(typed("0.5*S/S0 + 0.5*T/T", moves)), Codes{"W0108"});
  // A price in another currency: one is divided by the other.
  EXPECT_EQ(codes_of(typed("(S/S0) / (T/T0)", moves)), Codes{});
  EXPECT_EQ(codes_of(typed("0.2 + 0.4*S/S0 + 0.4*T/S0", moves)), Codes{"W0112"});
  EXPECT_EQ(codes_of(typed("(S/S0) * (T0/T)", moves)), Codes{});
  EXPECT_EQ(codes_of(typed("(S + T) / (S0 + T0)", moves)), Codes{});
  EXPECT_EQ(codes_of(typed("0.7*S/S0 + 0.5 - 0.2*T/T0", moves)), Codes{});
  const std::string one_stays = two + ", base = \"2024-01\" }\n" + other;
  EXPECT_EQ(codes_of(typed("0.5*S/S0 + 0.5*T/T0", one_stays)), Codes{"W0105"});
}

TEST(TriedFormulas, that_divide_by_the_new_figure_are_found_below_roundings_and_in_lines) {
  const std::string by_new = "change = round(0.1*(S - S0)/S, 2 decimals, down)";
  EXPECT_EQ(codes_of(typed(by_new, index)), Codes{"W0111"});
  EXPECT_EQ(codes_of(typed("d = S - S0\\nf = 0.2*d/S\\nchange = f/(1 + f)", index)),
            Codes{"W0111"});
}

TEST(TriedFormulas, that_rise_only_when_a_figure_falls_are_turned_round) {
  for (const char* formula : {"change = max(S0/S - 1, 3%)", "max(S0/S, 1)"})
    EXPECT_EQ(codes_of(typed(formula, index)), Codes{"W0103"}) << formula;
  for (const char* formula : {"change = min(S/S0 - 1, 3%)", "change = abs(S/S0 - 1)"})
    EXPECT_EQ(codes_of(typed(formula, index)), Codes{}) << formula;
}

TEST(TriedFormulas, with_a_figure_on_both_sides_of_the_line_are_found) {
  const std::string two = std::string(index) +
                          "index.T = { series = \"x/other\", use = \"month of adjustment\" }\n"
                          "[[series]]\nid = \"x/other\"\n"
                          "figures = [[\"2024-01\", 50], [\"2025-01\", 51], [\"2026-01\", 53]]\n";
  EXPECT_EQ(codes_of(typed("(S + T) / (S + T0)", two)), Codes{"W0108"});
  EXPECT_EQ(codes_of(typed("(0.7*S + 0.3*T) / (0.7*S0 + 0.3*T)", two)), Codes{"W0108"});
}

/// Monthly figures that rise by one per cent each.
std::string monthly(const std::string& clause) {
  return "schema = 1\n[contract]\nid = \"T\"\ncurrency = \"EUR\"\nstart = 2024-01-01\n"
         "[price.p]\nunit_price = 100.00\nprice_date = 2024-01-01\nclause = \"c\"\n"
         "[clause.c]\n" +
         clause +
         "[[series]]\nid = \"x/index\"\n"
         "figures = [[\"2023-09\", 97], [\"2023-10\", 98], [\"2023-11\", 99], [\"2023-12\", 99.5], "
         "[\"2024-01\", 100], [\"2024-02\", 101], [\"2024-03\", 102], [\"2024-04\", 103], "
         "[\"2024-05\", 104], [\"2024-06\", 105], [\"2024-07\", 106]]\n";
}

TEST(TriedFormulas, whose_figures_lie_further_apart_than_their_dates_charge_months_twice) {
  const std::string each_month = "adjust = { every = \"month\", first = 2024-02-01 }\n";
  const std::string of_four =
      "index.S = { series = \"x/index\", use = \"month of adjustment\", "
      "base = \"4 months earlier\" }\n";
  EXPECT_EQ(codes_of(monthly(each_month + of_four)), Codes{"W0110"});
  EXPECT_EQ(codes_of(monthly("compounding = \"base\"\n" + each_month + of_four)), Codes{});
  EXPECT_EQ(codes_of(monthly("adjust = { every = \"3 months\", first = 2024-02-01 }\n" + of_four)),
            Codes{"W0110"});
  EXPECT_EQ(codes_of(monthly("adjust = { every = \"4 months\", first = 2024-02-01 }\n" + of_four)),
            Codes{});
  EXPECT_EQ(
      codes_of(monthly(each_month +
                       "index.S = { series = \"x/index\", use = \"month of adjustment\" }\n")),
      Codes{});
}

TEST(TriedFormulas, of_surcharges_are_tried_as_well) {
  const auto surcharge = [](const std::string& formula, const std::string& reads = index) {
    std::string text = typed("surcharge = " + formula, reads);
    const std::string moves = "clause = \"c\"";
    return codes_of(text.replace(text.find(moves), moves.size(), "surcharges = [\"c\"]"));
  };
  EXPECT_EQ(surcharge("P0 * S/S0"), Codes{"W0101"});
  EXPECT_EQ(surcharge("P0 * 1.02", ""), Codes{"W0101"});
  EXPECT_EQ(surcharge("P0 * 2%", ""), Codes{});
  EXPECT_EQ(surcharge("P0 * (S - S0)/S0 * 100"), Codes{"W0102"});
  EXPECT_EQ(surcharge("P0 * (S0/S - 1)"), Codes{"W0103"});
  EXPECT_EQ(surcharge("S"), Codes{"W0104"});
  EXPECT_EQ(surcharge("P0 * (S - S)/S0"), Codes{"W0108"});
  EXPECT_EQ(surcharge("P0 * (S - S0)/S"), Codes{"W0111"});
  for (const char* meant :
       {"P0 * (S/S0 - 1)", "0.3*P0 * (S - S0)/S0", "20% * P0 * S/S0", "0.05 * (S - S0)"})
    EXPECT_EQ(surcharge(meant), Codes{}) << meant;
}

/// An index that is read as `rules` say.
std::string read_as(const std::string& rules) {
  return "index.S = { series = \"x/index\", " + rules + " }\n";
}

TEST(TriedFormulas, that_compare_a_figure_with_itself_on_every_date_are_found) {
  for (const char* rules : {"use = \"month of adjustment\", base = \"month of adjustment\"",
                            "use = \"january of same year\", base = \"month of adjustment\"",
                            "use = \"2024-01\", base = \"at start\""})
    EXPECT_EQ(codes_of(typed("P = P0 * S/S0", read_as(rules))), Codes{"W0124"}) << rules;
  // On the first date alone they may be one; that the price is a year older is another question.
  EXPECT_EQ(codes_of(typed("P = P0 * S/S0", read_as("use = \"january of same year\", "
                                                    "base = \"2025-01\"") +
                                                "compounding = \"base\"\n")),
            Codes{"W0131"});
}

TEST(TriedFormulas, whose_reference_is_the_later_figure_are_found) {
  for (const char* rules : {"use = \"12 months before\", base = \"month of adjustment\"",
                            "use = \"january of previous year\", base = \"january of same year\""})
    EXPECT_EQ(codes_of(typed("P = P0 * S/S0", read_as(rules))), Codes{"W0103"}) << rules;
  const std::string stated = read_as("use = \"month of adjustment\", base = \"2026-01\"");
  EXPECT_EQ(codes_of(typed("P = P0 * S/S0", "compounding = \"base\"\n" + stated)), Codes{"W0103"});
}

TEST(TriedFormulas, whose_figure_is_of_a_period_after_the_price_are_found) {
  const std::string october =
      "index.S = { series = \"x/october\", use = \"october of same year\" }\n"
      "[[series]]\nid = \"x/october\"\n"
      "figures = [[\"2024-10\", 100], [\"2025-10\", 103], [\"2026-10\", 106]]\n";
  EXPECT_EQ(codes_of(typed("P = P0 * S/S0", october)), Codes{"W0121"});
  EXPECT_EQ(codes_of(typed("P = P0 * S/S0", read_as("use = \"january of same year\""))), Codes{});
}

TEST(TriedFormulas, with_a_stated_reference_that_the_series_never_came_near_are_found) {
  const auto doubts = [](const std::string& base) {
    const auto source = std::make_shared<const SourceText>(
        "contract.toml",
        typed("S/S0", "compounding = \"base\"\n" +
                          read_as("use = \"month of adjustment\", base = " + base)));
    const Loaded<Contract> contract = read_contract(source);
    return doubtful_figures(*contract.value, Library().with(contract.value->own_series, {source}))
        .size();
  };
  EXPECT_EQ(doubts("100"), 0U);
  EXPECT_EQ(doubts("95.5"), 0U);
  EXPECT_EQ(doubts("1000"), 1U);
  EXPECT_EQ(doubts("1.0"), 1U);
  EXPECT_EQ(doubts("150"), 1U);
}

TEST(TriedFormulas, that_take_the_one_index_off_are_found_upside_down) {
  for (const char* formula : {"change = 1 - S/S0", "P = P0*(2 - S/S0)", "change = -(S - S0)/S0",
                              "P = P0 - P0*(S/S0 - 1)", "P = P0 * (1 - 0.5*(S - S0)/S0)"})
    EXPECT_EQ(codes_of(typed(formula, index)), Codes{"W0103"}) << formula;
  EXPECT_EQ(codes_of(typed("change = 5% - S", percent)), Codes{});
}

TEST(TriedFormulas, whose_series_has_no_such_periods_are_found) {
  for (const char* rules : {"use = \"previous year\"", "use = \"2 quarters before\"",
                            "use = \"2 years before\", base = \"3 years before\"",
                            "use = \"day of adjustment\", interpolation = \"linear\""})
    EXPECT_EQ(codes_of(typed("P = P0 * S/S0", read_as(rules))), Codes{"W0121"}) << rules;
}

TEST(TriedFormulas, that_add_points_as_money_are_found) {
  const auto with_unit = [](const std::string& unit) {
    std::string text = typed("P = P0 + (S - S0)", index);
    const std::string id = "id = \"x/index\"\n";
    return text.replace(text.find(id), id.size(), id + unit);
  };
  EXPECT_EQ(codes_of(with_unit("")), Codes{"W0125"});
  EXPECT_EQ(codes_of(with_unit("unit = \"price\"\ncurrency = \"EUR\"\n")), Codes{});
  EXPECT_EQ(codes_of(typed("P = P0 + 0.10*(S - S0)", index)), Codes{});
}

TEST(TriedFormulas, that_charge_a_yearly_rise_each_month_are_found) {
  const auto every = [](const std::string& interval, const std::string& change) {
    std::string text = typed("change = " + change);
    const std::string year = "every = \"year\", on = \"01-01\"";
    return codes_of(text.replace(text.find(year), year.size(),
                                 "every = \"" + interval + "\", first = 2024-02-01"));
  };
  EXPECT_EQ(every("month", "3%"), Codes{"W0104"});
  EXPECT_EQ(every("month", "0.25%"), Codes{});
  EXPECT_EQ(every("quarter", "3%"), Codes{});
}

TEST(TriedFormulas, that_are_meant_raise_nothing) {
  for (const char* formula :
       {"change = (S - S0)/S0", "S/S0", "P = P0 * S/S0", "P = P0 * (0.2 + 0.8 * S/S0)",
        "change = 0.8 * (S/S0 - 1) + 1%", "change = max(S/S0 - 1, 3%)", "change = S/S0 - 1.005"})
    EXPECT_EQ(codes_of(typed(formula, index)), Codes{}) << formula;
  for (const char* formula : {"change = S", "1 + S", "P = P0 * (1 + 0.75 * S)", "change = S + 2%"})
    EXPECT_EQ(codes_of(typed(formula, percent)), Codes{}) << formula;
  for (const char* formula : {"change = 3%", "1.03", "P = P0 + 2.50"})
    EXPECT_EQ(codes_of(typed(formula)), Codes{}) << formula;
  EXPECT_EQ(
      codes_of(typed("P = P0 * S/S0", std::string("compounding = \"base\"\n") + from_the_start)),
      Codes{});
  // The price of the start itself, made anew every year.
  for (const char* formula : {"P = 100.00 * S/S0", "P = 100.00 * (0.2 + 0.8 * S/S0)"})
    EXPECT_EQ(codes_of(typed(formula, from_the_start)), Codes{}) << formula;
}

TEST(TriedFormulas, with_money_for_each_point_may_start_at_their_reference) {
  const std::string money =
      "compounding = \"base\"\nindex.S = { series = \"x/index\", use = \"month of adjustment\", "
      "base = \"2025-01\" }\n";
  // The price is a year older than the reference, which is asked about.
  EXPECT_EQ(codes_of(typed("P = P0 + 0.2*(S - S0)", money)), Codes{"W0131"});
}

TEST(TriedFormulas, whose_series_begins_after_the_reference_are_tried_about_its_first_figure) {
  const std::string wage =
      "index.L = { series = \"x/wage\", use = \"month of adjustment\" }\n"
      "[[series]]\nid = \"x/wage\"\nfigures = [[\"2025-01\", 13.68], [\"2026-01\", 14.06]]\n";
  EXPECT_EQ(codes_of(typed("min(S/S0, L/L0)", index + wage)), Codes{});
  EXPECT_EQ(codes_of(typed("change = max(S/S0 - 1, L/L0 - 1)", index + wage)), Codes{});
}

TEST(TriedFormulas, at_the_price_of_a_market_move_as_it_does) {
  const auto market = [](const std::string& first) {
    return "index.B = { series = \"x/market\", use = \"month of adjustment\" }\n"
           "[[series]]\nid = \"x/market\"\nunit = \"price\"\nfigures = [[\"2025-01\", " +
           first + "], [\"2026-01\", 140], [\"2027-01\", 95]]\n";
  };
  EXPECT_EQ(codes_of(typed("P = B", market("90"))), Codes{});
  EXPECT_EQ(codes_of(typed("P = 0.8*B + 12.5", market("90"))), Codes{});
  EXPECT_EQ(codes_of(typed("P = B", market("9000"))), Codes{"W0104"});
}

TEST(TriedFormulas, of_published_cases_raise_nothing_but_for_the_formula_that_was_printed_wrongly) {
  std::size_t tried = 0;
  for (const char* folder : {"tests/conformance/native", "tests/conformance/ladder",
                             "tests/conformance/own", "contracts"})
    for (const auto& entry :
         std::filesystem::directory_iterator(PRICETALK_ROOT "/" + std::string(folder))) {
      if (entry.path().extension() != ".toml") continue;
      const auto loaded = load_contract(entry.path().string(), {});
      ASSERT_TRUE(loaded.ok()) << entry.path();
      ++tried;
      const auto found = try_clauses(loaded.value->contract,
                                     Coverage(loaded.value->library, *Date::make(2026, 11, 29)),
                                     *Date::make(2027, 11, 29));
      const bool printed_wrongly = entry.path().stem() == "it-istat-75-printed-formula";
      EXPECT_TRUE(doubts(loaded.value->contract, loaded.value->library, *Date::make(2026, 11, 29),
                         default_trial_limits())
                      .empty())
          << entry.path();
      EXPECT_EQ(found.size(), printed_wrongly ? 1U : 0U)
          << entry.path() << ": "
          << (found.empty() ? "" : title_of(found.front(), loaded.value->contract.currency).en);
    }
  EXPECT_GT(tried, 100U);
}

// The whole count, over all contracts, is docs/reference/slips.md.
TEST(TriedFormulas, with_one_slip_of_a_hand_are_caught_in_nearly_every_place) {
  slips::SlipCounter counter(*Date::make(2026, 11, 29));
  for (const char* file : {"native/fr-irl-2018", "native/dk-npi-2023", "native/gb-ee-cpi-plus",
                           "native/fr-smic-answer-2", "own/sum-of-indices"})
    counter.count(PRICETALK_ROOT "/tests/conformance/" + std::string(file) + ".toml");
  const slips::Counts counts = std::move(counter).done();
  EXPECT_EQ(counts.contracts, 5);
  EXPECT_GT(counts.all().slips(), 30);
  EXPECT_EQ(counts.silent, std::vector<std::string>{});
  EXPECT_TRUE(counts.false_alarms.empty());
}

TEST(TriedFormulas, that_accept_one_warning_are_still_tried_for_the_others) {
  const std::string accepts = std::string("accept = [\"W0101: so says article 4\"]\n") + index;
  EXPECT_EQ(codes_of(typed("change = S/S0", accepts)), Codes{"W0104"});
}

TEST(TriedFormulas, that_give_more_than_a_price_can_be_stop_nothing) {
  EXPECT_EQ(codes_of(typed("P = P0 * S*S*S*S*S*S*S*S*S*S/S0", index)), Codes{});
}

TEST(TriedFormulas, say_both_readings_of_a_base_that_stays_in_money) {
  const auto source =
      std::make_shared<const SourceText>("contract.toml", typed("P = P0 * S/S0", from_the_start));
  const Loaded<Contract> contract = read_contract(source);
  ASSERT_TRUE(contract.value.has_value());
  const Library library = Library().with(contract.value->own_series, {source});
  const auto found = try_clauses(*contract.value, Coverage(library, *Date::make(2026, 11, 29)),
                                 *Date::make(2026, 12, 31));
  ASSERT_EQ(found.size(), 1U);
  // 110.00 in 2025; in 2026 110.00 x 1.12 = 123.20, and from the start 112.00.
  EXPECT_EQ(title_of(found.front(), contract.value->currency).en,
            "the rise of 1 January 2025 is charged again on 1 January 2026: €123.20, and counted "
            "from the start it is €112.00");
}

}  // namespace
}  // namespace pricetalk
