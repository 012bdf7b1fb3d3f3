#include "pricetalk/advice/proposal.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>

#include "advice/proposal_bargain.hpp"
#include "advice/proposal_flows.hpp"

namespace pricetalk {
namespace proposal_test {

std::string amount(const Explained& explained) {
  return std::get<Money>(explained.figure.value).amount.text();
}
Decimal decimal(const std::string& text) { return *Decimal::parse(text); }

InputSource given() {
  return {.kind = InputSource::Kind::given,
          .text = same("given"),
          .figure = {},
          .where = {},
          .address = {},
          .fixity = Fixity::fixed};
}

/// A row of amounts as nodes.
std::vector<NodeId> row(Worksheet& sheet, const std::vector<std::string>& amounts) {
  std::vector<NodeId> nodes;
  for (const std::string& each : amounts)
    nodes.push_back(sheet.given(Outcome<Ratio>(Ratio(decimal(each))), same("amount"), given()));
  return nodes;
}

/// 400,000 a year, frozen for five years instead of 3 % a year; saving 70,000 from year 2, half for
/// us; 60,000 invested at the start; true cost growth 1.2 %; 6 % discount. Year 0 is the start.
/// Yearly amounts: python3, 400000 * (Fraction('1.03')**t - 1), to the cent.
struct Frozen {
  Worksheet sheet{Currency{}};
  Bargain bargain{sheet, Percent{Decimal(6, 0)}, "frozen"};
  Flows flows;
  SavingFlows half;

  Frozen() {
    flows.periods = {same("0"), same("1"), same("2"), same("3"), same("4"), same("5")};
    flows.year_ends = {0, 1, 2, 3, 4, 5};
    flows.given_up = row(sheet, {"0", "12000.00", "24360.00", "37090.80", "50203.52", "63709.63"});
    flows.investment = row(sheet, {"60000", "0", "0", "0", "0", "0"});
    flows.cost_growth = row(sheet, {"0", "4800.00", "9657.60", "14573.49", "19548.37", "24582.95"});
    half.whole = row(sheet, {"0", "0", "70000", "70000", "70000", "70000"});
    half.supplier = row(sheet, {"0", "0", "35000", "35000", "35000", "35000"});
    half.customer = half.supplier;
  }
};

/// Section 7 of the letter models: the expected future of the specimen, `hours` fewer a month.
struct Specimen {
  Worksheet sheet{Currency{}};
  Bargain bargain;
  Flows flows;
  SavingFlows saving;

  Specimen(const std::string& rate, int hours)
      : bargain(sheet, Percent{decimal(rate)}, "specimen") {
    // price with the clause less price without, times 15,000 hours
    const std::vector<std::pair<std::string, std::string>> prices = {{"37.63", "36.40"},
                                                                     {"38.76", "37.49"},
                                                                     {"39.92", "38.61"},
                                                                     {"41.12", "39.77"},
                                                                     {"42.35", "40.96"}};
    const std::vector<std::string> costs = {"34.90", "35.91", "36.95", "38.02", "39.12"};
    for (std::size_t i = 0; i < 5; ++i) {
      flows.periods.push_back(same(std::to_string(2026 + i)));
      flows.year_ends.push_back(static_cast<int>(i) + 1);
      const NodeId quantity = sheet.constant(Decimal(15000, 0));
      const NodeId difference =
          sheet.sub(row(sheet, {prices[i].first})[0], row(sheet, {prices[i].second})[0]);
      flows.given_up.push_back(sheet.mul(difference, quantity));
      const NodeId saved = sheet.constant(Decimal(hours * (i == 0 ? 9 : 12), 0));
      saving.whole.push_back(sheet.mul(saved, row(sheet, {costs[i]})[0]));
    }
    flows.reduction = row(sheet, {"11250", "15000", "15000", "15000", "15000"});
    flows.running = row(sheet, {"2250", "3000", "3000", "3000", "3000"});
    flows.investment = row(sheet, {"24000", "0", "0", "0", "0"});
    saving.supplier = saving.whole;
  }
};

}  // namespace proposal_test

using namespace proposal_test;

TEST(the_frozen_price_of_the_methods, costs_us_97103_more_than_enforcing_the_clause) {
  Frozen f;
  const SupplierSide ours = f.bargain.supplier(f.flows, f.half);
  // X = 151,517 and S = 228,828 discounted: 0.5 S - K - X = -97,103
  EXPECT_EQ(amount(ours.discounted), "-97102.79");
  // and against just covering cost: 0.5 S - K - N = -97,103 + 92,303
  EXPECT_EQ(amount(*ours.discounted_cost), "-4799.80");
}

TEST(the_frozen_price_of_the_methods, discounts_x_n_and_s_as_printed_there) {
  Frozen f;
  const auto whole = [&](const std::vector<NodeId>& nodes) {
    return round(*f.sheet.value(f.bargain.discounted(f.flows, nodes, {})), Rounding::decimals(0))
        .text();
  };
  EXPECT_EQ(whole(f.flows.given_up), "151517");
  EXPECT_EQ(whole(f.flows.cost_growth), "59214");
  EXPECT_EQ(whole(f.half.whole), "228828");
}

TEST(the_frozen_price_of_the_methods, needs_92_percent_of_the_saving_or_52) {
  Frozen f;
  const SupplierSide ours = f.bargain.supplier(f.flows, f.half);
  // 211,517 / 228,828 = 92.435 %, 119,214 / 228,828 = 52.098 %: at least, so the next tenth
  EXPECT_EQ(std::get<Percent>(ours.share_needed->figure.value).text(), "92.5%");
  EXPECT_EQ(std::get<Percent>(ours.share_needed_cost->figure.value).text(), "52.1%");
}

TEST(the_frozen_price_of_the_methods, brings_the_customer_the_indexation_and_half_the_saving) {
  Frozen f;
  // 151,516.65 + 114,413.86
  EXPECT_EQ(amount(f.bargain.customer(f.flows, f.half).discounted), "265930.52");
}

TEST(the_specimen_of_the_letters, earns_what_section_7_says) {
  const std::map<int, std::string> gains = {
      {100, "3660.00"}, {125, "56512.50"}, {150, "109365.00"}};
  for (const auto& [hours, gain] : gains) {
    Specimen s("5", hours);
    EXPECT_EQ(amount(s.bargain.supplier(s.flows, s.saving).total), gain) << hours;
  }
}

TEST(the_specimen_of_the_letters, breaks_even_at_98_27_hours) {
  // (14,250 + 24,000 + 71,250 + 98,250) / 2,114.10 = 98.268...
  Specimen below("0", 98);
  Specimen above("0", 99);
  EXPECT_EQ(amount(below.bargain.supplier(below.flows, below.saving).total), "-568.20");
  EXPECT_EQ(amount(above.bargain.supplier(above.flows, above.saving).total), "1545.90");
}

TEST(the_specimen_of_the_letters, runs_per_year_as_section_7_prints) {
  Specimen s("5", 100);
  const SupplierSide ours = s.bargain.supplier(s.flows, s.saving);
  std::vector<std::string> gains;
  for (const Explained& each : ours.gain) gains.push_back(amount(each));
  EXPECT_THAT(gains, testing::ElementsAre("-24540.00", "6042.00", "6690.00", "7374.00", "8094.00"));
  EXPECT_EQ(ours.payback, 4U);  // 2030
  Specimen expected("5", 125);
  EXPECT_EQ(expected.bargain.supplier(expected.flows, expected.saving).payback, 1U);  // 2027
}

TEST(the_specimen_of_the_letters, is_discounted_at_year_ends) {
  Specimen cautious("5", 100);
  EXPECT_EQ(amount(cautious.bargain.supplier(cautious.flows, cautious.saving).discounted),
            "296.39");
  Specimen expected("5", 125);
  EXPECT_EQ(amount(expected.bargain.supplier(expected.flows, expected.saving).discounted),
            "45701.23");
  EXPECT_EQ(amount(expected.bargain.customer(expected.flows, expected.saving).discounted),
            "146191.72");
  // at 6 % the cautious case turns negative (python3: -267.3255...)
  Specimen dearer("6", 100);
  EXPECT_EQ(amount(dearer.bargain.supplier(dearer.flows, dearer.saving).discounted), "-267.33");
}

TEST(the_specimen_of_the_letters, explains_every_amount) {
  Specimen s("5", 100);
  const SupplierSide ours = s.bargain.supplier(s.flows, s.saving);
  const auto rows = outline(s.sheet.derivation(), ours.gain[0].node);
  EXPECT_EQ(value_text(*rows.back().value, Form::money, Language::nl), "-24540,00");
  EXPECT_EQ(rows.back().label.nl, "ons resultaat, 2026");
}

TEST(months, count_whole_months_and_parts_by_their_days) {
  const ProposalYear year{*Date::make(2026, 1, 1), *Date::make(2026, 12, 31)};
  EXPECT_EQ(months_in(year, *Date::make(2026, 4, 1), {}), Ratio(9));
  EXPECT_EQ(months_in(year, *Date::make(2024, 1, 1), *Date::make(2030, 1, 1)), Ratio(12));
  EXPECT_EQ(months_in(year, *Date::make(2027, 1, 1), {}), Ratio(0));
  // 16 of the 31 days of December
  EXPECT_EQ(months_in(year, *Date::make(2026, 12, 16), {}), Ratio::of(16, 31));
  EXPECT_EQ(months_in(year, *Date::make(2025, 1, 1), *Date::make(2026, 2, 14)), Ratio::of(3, 2));
}

}  // namespace pricetalk
