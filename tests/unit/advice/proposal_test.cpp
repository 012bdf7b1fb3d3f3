#include "pricetalk/advice/proposal.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>
#include <memory>

#include "advice/offer_terms.hpp"
#include "advice/proposal_bargain.hpp"
#include "advice/proposal_flows.hpp"
#include "advice/ways.hpp"
#include "pricetalk/advice/redface.hpp"

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
    flows.reduction_ours = flows.reduction;
    flows.running = row(sheet, {"2250", "3000", "3000", "3000", "3000"});
    flows.investment = row(sheet, {"24000", "0", "0", "0", "0"});
    saving.supplier = saving.whole;
  }
};

/// A window cleaner: 2,000.00 a month, 3 % a year, three years left. Yearly sums by hand: 2,060.00,
/// 2,121.80 and 2,185.45 a month against 2,000.00, 2,060.00 and 2,121.80.
struct Windows {
  std::unique_ptr<Contract> contract;
  std::optional<Contract> late;
  Library library;
  std::vector<PriceSchedule> as_written;
  std::vector<PriceSchedule> schedules;
  std::vector<PriceSchedule> accepted;
  std::optional<Ways> ways;
  std::optional<Simulation> years;
  std::optional<Scenario> scenario;
  ProposalInput input;

  explicit Windows(const std::string& saving, const std::string& notice = "next-date") {
    const std::string text = R"(
schema = 1
[contract]
id = "W"
jurisdiction = "NL"
currency = "EUR"
start = 2024-01-01
end = 2028-12-31
[price.windows]
unit = "month"
unit_price = 2000.00
price_date = 2025-01-01
quantity = { per_month = 1 }
clause = "step"
[clause.step]
adjust = { every = "year", on = "01-01", first = 2025-01-01 }
formula = "change = 3%"
rounding = { price = { decimals = 2 } }
[clause.step.notice]
before = "2 months"
late = ")" + notice + R"("
[innovation.poles]
what = "Poles."
capability = "Six customers."
reduction_per_month = 40.00
investment = 900.00
saving_per_year = { cautious = )" +
                             saving + R"( }
start = 2026-02-01
)";
    auto read = read_contract(std::make_shared<const SourceText>("windows.toml", text));
    if (!read.value) throw std::logic_error(render(read.diagnostics, Language::en));
    contract = std::make_unique<Contract>(std::move(*read.value));
    input.contract = contract.get();
    input.adjustment = *Date::make(2026, 1, 1);
    input.discount_rate = Percent{Decimal(5, 0)};
    for (int year = 2026; year <= 2028; ++year)
      input.sums.years.push_back({*Date::make(year, 1, 1), *Date::make(year, 12, 31)});
    future("expected", {"24720.00", "25461.60", "26225.40"});
    on(*Date::make(2025, 10, 14));
  }

  void future(const std::string& id, const std::vector<std::string>& enforced) {
    PriceFuture made{id, same(id), {}, {}};
    const auto figure = [](const std::string& text) {
      return Outcome<Figure>(Figure{Money{decimal(text), Currency{}}, Address{text}});
    };
    for (const std::string& each : enforced) made.enforced.push_back(figure(each));
    for (const char* each : {"24000.00", "24720.00", "25461.60"})
      made.waived.push_back(figure(each));
    input.sums.futures.push_back(std::move(made));
  }

  void on(Date today) {
    input.today = today;
    as_written = schedule(*contract, Coverage(library, today), *Date::make(2028, 12, 31));
    late = enforceable(*contract, as_written, input.adjustment, today);
    schedules =
        schedule(late ? *late : *contract, Coverage(library, today), *Date::make(2028, 12, 31));
    input.schedules = schedules;
  }

  /// With the simulation that claims are proved with; the sums are then its own.
  void simulated() {
    scenario = std::move(
        *read_scenario(
             std::make_shared<const SourceText>(
                 "s.toml", "schema = 1\n[scenario]\nid = \"s\"\nmonths = 60\n[future.expected]\n"))
             .value);
    const auto* offered = offered_innovation(*contract, {});
    ways = two_ways(*contract, as_written, input.adjustment, input.today, {&offered->terms});
    const Date end = *Date::make(2028, 12, 31);
    schedules = schedule(ways->declined, Coverage(library, input.today), end);
    accepted = schedule(ways->accepted, Coverage(library, input.today), end);
    years =
        *both_ways(*ways, library, *scenario, input.today, input.adjustment, {offered->id}).value;
    input.schedules = schedules;
    input.accepted = accepted;
    input.waived = ways->waived;
    input.years = &*years;
    input.sums = price_sums(*years);
  }

  Trial trial() const {
    return {&*ways, [this](const Ways& changed) -> std::optional<PriceSums> {
              return price_sums(
                  *both_ways(changed, library, *scenario, input.today, input.adjustment, {}).value);
            }};
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

TEST(the_specimen_of_the_letters, is_discounted_at_year_ends_and_the_investment_not) {
  Specimen cautious("5", 100);
  EXPECT_EQ(amount(cautious.bargain.supplier(cautious.flows, cautious.saving).discounted),
            "-846.47");
  Specimen expected("5", 125);
  EXPECT_EQ(amount(expected.bargain.supplier(expected.flows, expected.saving).discounted),
            "44558.38");
  EXPECT_EQ(amount(expected.bargain.customer(expected.flows, expected.saving).discounted),
            "146191.72");
  // python3: 296.3857 - (24,000 - 24,000 / 1.05), and at 6 % -267.3255 - (24,000 - 24,000 / 1.06)
  Specimen dearer("6", 100);
  EXPECT_EQ(amount(dearer.bargain.supplier(dearer.flows, dearer.saving).discounted), "-1625.82");
}

TEST(the_specimen_of_the_letters, explains_every_amount) {
  Specimen s("5", 100);
  const SupplierSide ours = s.bargain.supplier(s.flows, s.saving);
  const auto rows = outline(s.sheet.derivation(), ours.gain[0].node);
  EXPECT_EQ(value_text(*rows.back().value, Form::money, Language::nl), "-24540,00");
  EXPECT_EQ(rows.back().label.nl, "ons resultaat, 2026");
}

TEST(months, of_a_period_are_whole_months_and_parts_by_their_days) {
  const ProposalYear year{*Date::make(2026, 1, 1), *Date::make(2026, 12, 31)};
  const auto months = [&](Date from, Date until) {
    const auto days = days_in(year, from, until);
    return days ? months_between(days->first, days->last) : Ratio(0);
  };
  const Date late = *Date::make(2030, 1, 1);
  EXPECT_EQ(months(*Date::make(2026, 4, 1), late), Ratio(9));
  EXPECT_EQ(months(*Date::make(2024, 1, 1), late), Ratio(12));
  EXPECT_EQ(months(*Date::make(2027, 1, 1), late), Ratio(0));
  // 16 of the 31 days of December
  EXPECT_EQ(months(*Date::make(2026, 12, 16), late), Ratio::of(16, 31));
  EXPECT_EQ(months(*Date::make(2025, 1, 1), *Date::make(2026, 2, 14)), Ratio::of(3, 2));
}

TEST(months, are_cut_as_an_invoice_cuts_them) {
  const auto pieces = month_pieces(*Date::make(2025, 12, 15), *Date::make(2026, 3, 10));
  ASSERT_EQ(pieces.size(), 3U);
  EXPECT_EQ(pieces[0].count, 17);
  EXPECT_EQ(pieces[0].of, 31);
  EXPECT_EQ(pieces[1].count, 2);
  EXPECT_EQ(pieces[1].of, 0);
  EXPECT_EQ(pieces[2].count, 10);
  EXPECT_EQ(pieces[2].of, 31);
}

TEST(propose, refuses_what_costs_us_more_than_the_clause_and_says_what_mends_it) {
  Windows w("1200.00");
  w.simulated();
  const Proposal proposal = propose(w.input, w.trial());
  ASSERT_NE(proposal.refusal(), nullptr);
  const Refusal& refusal = *proposal.refusal();
  EXPECT_EQ(refusal.who, Side::supplier);
  // -900 - 60/1.05 - 21.60/1.05^2 - 43.80/1.05^3 = -1,014.5708
  EXPECT_EQ(std::get<Money>(refusal.loss->value).amount.text(), "1014.57");
  ASSERT_EQ(refusal.mends.size(), 2U);
  // of 1,269.06 reduction 254.49 is left, of 40.00 a month 8.02; of 2,018.17 indexation 49.73 %, so
  // that 50.27 % of the 3 % is asked all the same: 1.508 %, and 1.51 % can be written
  EXPECT_EQ(std::get<Money>(refusal.mends[0].figure.value).amount.text(), "8.02");
  EXPECT_EQ(std::get<Percent>(refusal.mends[1].figure.value).text(), "1.51%");
  EXPECT_THAT(refusal.mends[1].text.en, testing::HasSubstr("1.51% instead of 3.00% (€2,030.20)"));
}

TEST(propose, names_no_remedy_that_needs_other_prices_where_nothing_can_be_tried) {
  Windows w("1200.00");
  w.simulated();
  const Proposal proposal = propose(w.input);
  ASSERT_NE(proposal.refusal(), nullptr);
  ASSERT_EQ(proposal.refusal()->mends.size(), 1U);
  EXPECT_EQ(proposal.refusal()->mends[0].kind, Mend::Kind::smaller_reduction);
}

TEST(propose, offers_what_is_good_for_both_and_shows_the_customer_only_their_side) {
  Windows w("2500.00");
  w.simulated();
  const Proposal proposal = propose(w.input);
  ASSERT_NE(proposal.offer(), nullptr) << proposal.verdict_in_words().en;
  const OfferTerms& terms = proposal.offer()->customer_terms();
  EXPECT_EQ(amount(terms.promises.waived_first_year->amount()), "720.00");
  // and eleven months of 40.00
  EXPECT_EQ(amount(terms.promises.benefit_first_year->amount()), "1160.00");
  EXPECT_EQ(amount(*terms.reduction_total), "1400.00");  // 35 months
  for (const Constant& constant : terms.derivation.calculation->constants)
    EXPECT_NE(constant.value, decimal("2500.00"));
  for (const InputSource& source : terms.derivation.inputs)
    EXPECT_EQ(source.text.en.find("saving"), std::string::npos);
}

TEST(propose, names_the_futures_in_which_we_would_lose) {
  Windows w("2500.00");
  w.future("high", {"26000.00", "26720.00", "27461.60"});  // 2,000.00 a year given up
  const Proposal proposal = propose(w.input);
  ASSERT_NE(proposal.offer(), nullptr);
  EXPECT_THAT(proposal.offer()->loses_in(), testing::ElementsAre("high"));
  EXPECT_TRUE(proposal.offer()->narrow());
  EXPECT_THAT(proposal.verdict_in_words().en, testing::HasSubstr("In the future 'high' we lose"));
}

TEST(propose, has_nothing_to_waive_where_a_late_announcement_forfeits) {
  Windows w("2500.00", "forfeits");
  w.on(*Date::make(2025, 11, 10));
  const Proposal proposal = propose(w.input);
  ASSERT_NE(proposal.refusal(), nullptr);
  EXPECT_EQ(proposal.refusal()->kind, Refusal::Kind::nothing_to_waive);
}

TEST(propose, moves_the_other_price_to_the_next_date_when_the_announcement_is_late) {
  Windows w("2500.00");
  EXPECT_FALSE(w.late);
  w.on(*Date::make(2025, 11, 1));  // the contract's own last day, a Saturday
  EXPECT_FALSE(w.late);
  w.on(*Date::make(2025, 11, 2));
  ASSERT_TRUE(w.late);
  const Proposal proposal = propose(w.input);
  ASSERT_EQ(proposal.fallback.size(), 1U);
  EXPECT_TRUE(proposal.fallback[0].postponed);
  EXPECT_EQ(proposal.fallback[0].from, *Date::make(2027, 1, 1));
  // 3 % and 3 points carried over on 2,000.00
  EXPECT_EQ(std::get<Money>(proposal.fallback[0].then->value).amount.text(), "2120.00");
  EXPECT_EQ(proposal.deadline->on, *Date::make(2025, 10, 31));
}

TEST(propose, needs_an_earned_saving_for_a_gift) {
  Windows w("2500.00");
  w.input.form = InnovationForm::gift;
  const Proposal proposal = propose(w.input);
  ASSERT_NE(proposal.refusal(), nullptr);
  // all of the indexation: 720/1.05 + 741.60/1.05^2 + 763.80/1.05^3
  EXPECT_EQ(std::get<Money>(proposal.refusal()->loss->value).amount.text(), "2018.17");
  EXPECT_TRUE(proposal.refusal()->mends.empty());
}

TEST(propose, lists_the_keys_that_a_letter_needs) {
  const Windows w("2500.00");
  std::vector<std::string> keys;
  for (const MissingKey& each : propose(w.input).missing) keys.push_back(each.key);
  EXPECT_THAT(keys, testing::IsSupersetOf({"innovation.poles.evidence", "talk.sender",
                                           "talk.receiver", "talk.reply_by"}));
  EXPECT_THAT(keys, testing::Not(testing::Contains("innovation.poles.capability")));
}

TEST(propose, explains_every_figure_of_both_sides_by_its_address) {
  const Windows w("2500.00");
  const Proposal proposal = propose(w.input);
  const FutureBargain& future = *proposal.decisive();
  for (const Explained* each : {&future.customer.discounted, &future.supplier[0].discounted,
                                &future.supplier[0].gain[1], &*future.supplier[0].slack}) {
    const auto found = proposal.explain(each->figure.address.text);
    ASSERT_TRUE(found) << each->figure.address.text;
    EXPECT_TRUE(found->first->tape.determined(found->second));
  }
  EXPECT_TRUE(proposal.explain(proposal.fallback[0].then->address.text));
  EXPECT_FALSE(proposal.explain("W/nothing"));
}

TEST(adjustment_under_discussion, is_the_next_one_after_today) {
  const Windows w("2500.00");
  EXPECT_EQ(adjustment_under_discussion(*w.contract, *Date::make(2025, 10, 14)),
            *Date::make(2026, 1, 1));
  EXPECT_EQ(adjustment_under_discussion(*w.contract, *Date::make(2026, 1, 1)),
            *Date::make(2027, 1, 1));
  EXPECT_FALSE(adjustment_under_discussion(*w.contract, *Date::make(2028, 6, 1)));
}

}  // namespace pricetalk
