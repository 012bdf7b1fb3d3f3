#include "portfolio/bridge.hpp"

#include <gtest/gtest.h>

#include "../simulation/simulated.hpp"
#include "portfolio/portfolio.hpp"

// A hundred contracts with changes that were planted in them, against amounts that are worked out
// here in whole cents.
namespace bridge_test {

using namespace simulated;

constexpr int contracts = 100;

/// The figures of March 2025, and how much a future lets them grow; in tenths and percent.
struct Market {
  std::int64_t base = 0;
  int growth = 0;

  std::int64_t projected() const { return (base * (100 + growth) * 2 + 100) / 200; }
};

std::string region_of(int number) {
  constexpr std::array<const char*, 3> regions = {"north", "south", "west"};
  return regions[static_cast<std::size_t>(number) % regions.size()];
}

/// A contract as it is put together.
struct Planted {
  std::int64_t price = 0;  ///< in cents
  std::int64_t hours = 0;  ///< a month
  bool capped = false;     ///< at 1%
  bool extra_line = false;

  std::string text(int number) const {
    std::string made = "schema = 1\n[contract]\nid = \"K-" + std::to_string(number) +
                       "\"\ncurrency = \"EUR\"\nstart = 2025-01-01\ntags = { region = \"" +
                       region_of(number) + "\" }\n";
    made += "[price.hours]\nunit_price = " + Decimal(price, 2).text() +
            "\nprice_date = 2025-01-01\nquantity = { per_month = " + std::to_string(hours) +
            " }\nclause = \"cpi\"\n";
    if (extra_line)
      made +=
          "[price.extra]\nunit_price = 5.00\nprice_date = 2025-01-01\n"
          "quantity = { per_month = 10 }\n";
    made +=
        "[clause.cpi]\nadjust = { every = \"year\", on = \"07-01\", first = 2026-07-01 }\n"
        "index.C = { series = \"c\", use = \"march of same year\", base = \"2025-03\" }\n";
    if (capped) made += "limits = { cap = \"1%\" }\n";
    return made;
  }

  /// Of 2026: half a year at the price, half a year at the adjusted one.
  std::int64_t cost(const Market& market) const {
    const std::int64_t now = market.projected();
    std::int64_t later = (price * now * 2 + market.base) / (2 * market.base);
    if (capped && now * 100 > market.base * 101) later = (price * 101 * 2 + 100) / 200;
    return 6 * hours * (price + later) + (extra_line ? 12 * 5000 : 0);
  }
};

Library library(const Market& market) {
  const SourcePtr file = source("figures.toml",
                                "schema = 1\n[[series]]\nid = \"c\"\ndecimals = 1\n"
                                "figures = [[\"2025-03\", " +
                                    Decimal(market.base, 1).text() + "]]\n");
  return Library().with(*read_figures(file).value, {file});
}

Scenario scenario(const Market& market) {
  return scenario_of(
      "schema = 1\nscenario = { id = \"s\", months = 12 }\n[future.f]\n"
      "series = [{ series = \"c\", growth = \"" +
      std::to_string(market.growth) + "%\" }]\n");
}

BridgeRun run_of(const Market& market) {
  return {{}, scenario(market), day("2025-12-31"), "pricetalk test"};
}

void add(BridgeRun& run, const std::shared_ptr<const Library>& figures, int number,
         const Planted& planted, const Market& market) {
  BridgeContract one{contract_of(planted.text(number)), figures, "figures",
                     Ratio(Decimal(planted.cost(market), 2)), 0};
  run.contracts.push_back(std::move(one));
}

/// What was planted in the bridge of one contract, in cents.
struct Expected {
  std::map<BridgeCause, std::int64_t> causes;
  std::int64_t before = 0;
  std::int64_t after = 0;
};

const Market earlier{1000, 2};
const Market later{1005, 3};

/// Walks from the one to the other in the order that the documentation states.
Expected walked(const std::optional<Planted>& a, const std::optional<Planted>& b) {
  Expected made;
  made.before = a ? a->cost(earlier) : 0;
  made.after = b ? b->cost(later) : 0;
  if (!a || !b) {
    made.causes[a ? BridgeCause::ended : BridgeCause::started] = made.after - made.before;
    return made;
  }
  Planted at = *a;
  Market market = earlier;
  std::int64_t now = made.before;
  const auto step = [&](BridgeCause cause) {
    made.causes[cause] += at.cost(market) - now;
    now = at.cost(market);
  };
  at.hours = b->hours;
  step(BridgeCause::volume);
  market.base = later.base;
  step(BridgeCause::corrected);
  market.growth = later.growth;
  step(BridgeCause::index);
  at.capped = b->capped;
  step(BridgeCause::clause);
  at.price = b->price;
  step(BridgeCause::discount);
  at.extra_line = b->extra_line;
  step(a->extra_line ? BridgeCause::ended : BridgeCause::started);
  return made;
}

struct Portfolios {
  BridgeRun before = run_of(earlier);
  BridgeRun after = run_of(later);
  std::map<std::string, Expected> expected;
};

/// What is changed in a contract, by its number.
void change(int number, Planted& before, Planted& after) {
  const int kind = number % 9;
  const bool everything = kind == 7;
  if (kind == 1 || everything) after.hours += 3;
  if (kind == 2 || everything) after.capped = true;
  if (kind == 3 || everything) after.price -= 50;
  if (kind == 6) after.extra_line = true;
  if (everything) before.extra_line = true;
  if (kind == 8) before.capped = true;
}

Portfolios planted() {
  Portfolios made;
  const auto figures_before = std::make_shared<const Library>(library(earlier));
  const auto figures_after = std::make_shared<const Library>(library(later));
  for (int number = 1; number <= contracts; ++number) {
    Planted before{1000 + 37 * number, 10 + number % 23, false, false};
    Planted after = before;
    change(number, before, after);
    const bool ended = number % 9 == 4;
    const bool started = number % 9 == 5;
    if (!started) add(made.before, figures_before, number, before, earlier);
    if (!ended) add(made.after, figures_after, number, after, later);
    made.expected["K-" + std::to_string(number)] =
        walked(started ? std::nullopt : std::optional(before),
               ended ? std::nullopt : std::optional(after));
  }
  return made;
}

Decimal cents(std::int64_t amount) { return {amount, 2}; }

TEST(Bridge, shows_every_planted_change_in_its_own_cause) {
  const Portfolios both = planted();
  const auto rows = bridge(both.before, both.after, {}, "pricetalk test");
  ASSERT_EQ(rows.size(), static_cast<std::size_t>(contracts));
  for (const BridgeRow& row : rows) {
    const Expected& expected = both.expected.at(row.id);
    for (const BridgeCause cause : bridge_causes) {
      const auto found = expected.causes.find(cause);
      const std::int64_t amount = found == expected.causes.end() ? 0 : found->second;
      EXPECT_EQ(row.of(cause), Ratio(cents(amount))) << row.id << " " << word(cause);
    }
    EXPECT_EQ(row.before, Ratio(cents(expected.before))) << row.id;
    EXPECT_EQ(row.after, Ratio(cents(expected.after))) << row.id;
  }
}

TEST(Bridge, adds_up_to_the_cent_for_each_contract_and_together) {
  const Portfolios both = planted();
  const auto rows = bridge(both.before, both.after, {}, "pricetalk test");
  std::int64_t before = 0;
  std::int64_t after = 0;
  for (const auto& [id, each] : both.expected) {
    before += each.before;
    after += each.after;
  }
  for (const BridgeRow& row : rows) {
    Ratio sum = row.before;
    for (const Ratio& each : row.causes) sum = sum + each;
    EXPECT_EQ(sum, row.after) << row.id;
  }
  const auto totals = bridge_totals(rows);
  ASSERT_EQ(totals.size(), 1U);
  EXPECT_EQ(totals[0].before, Ratio(cents(before)));
  EXPECT_EQ(totals[0].after, Ratio(cents(after)));
  Ratio sum = totals[0].before;
  for (const Ratio& each : totals[0].causes) sum = sum + each;
  EXPECT_EQ(sum, totals[0].after);
  EXPECT_TRUE(totals[0].of(BridgeCause::together).is_zero());
}

TEST(Bridge, adds_up_to_the_cent_for_each_value_of_a_tag) {
  const Portfolios both = planted();
  const auto totals =
      bridge_totals(bridge(both.before, both.after, {}, "pricetalk test"), "region");
  ASSERT_EQ(totals.size(), 3U);
  for (const BridgeTotal& total : totals) {
    CauseAmounts expected{};
    std::int64_t before = 0;
    std::int64_t after = 0;
    for (int number = 1; number <= contracts; ++number) {
      if (region_of(number) != total.value) continue;
      const Expected& one = both.expected.at("K-" + std::to_string(number));
      before += one.before;
      after += one.after;
      for (const auto& [cause, amount] : one.causes) {
        Ratio& sum = expected[static_cast<std::size_t>(cause)];
        sum = sum + Ratio(cents(amount));
      }
    }
    EXPECT_EQ(total.before, Ratio(cents(before))) << total.value;
    EXPECT_EQ(total.after, Ratio(cents(after))) << total.value;
    for (const BridgeCause cause : bridge_causes)
      EXPECT_EQ(total.of(cause), expected[static_cast<std::size_t>(cause)])
          << total.value << " " << word(cause);
  }
}

TEST(Bridge, from_a_run_to_itself_has_no_difference) {
  const Portfolios both = planted();
  for (const BridgeRow& row : bridge(both.after, both.after, {}, "pricetalk test"))
    for (const BridgeCause cause : bridge_causes) EXPECT_TRUE(row.of(cause).is_zero()) << row.id;
}

TEST(Bridge, of_a_run_of_another_version_keeps_what_the_program_moves_apart) {
  Portfolios both = planted();
  both.before.program = "pricetalk older";
  both.before.contracts.front().frozen = both.before.contracts.front().frozen - Ratio(1);
  const auto rows = bridge(both.before, both.after, {}, "pricetalk test");
  EXPECT_EQ(rows.front().of(BridgeCause::program), Ratio(1));
}

TEST(Bridge, shows_what_was_invoiced_in_place_of_a_forecast_as_actuals) {
  const auto figures = std::make_shared<const Library>(library(earlier));
  const Planted planted{1000, 10, false, false};
  BridgeRun before = run_of(earlier);
  BridgeRun after = run_of(earlier);
  for (BridgeRun* run : {&before, &after}) {
    run->days = {day("2026-01-01"), day("2026-12-31")};
    add(*run, figures, 1, planted, earlier);
  }
  // January: 104.50 was charged, and 10 hours of 10.00 were expected.
  ActualRow row;
  row.line = "hours";
  row.from = day("2026-01-01");
  row.to = day("2026-01-31");
  row.amount = cents(10450);
  after.contracts.front().actuals = std::make_shared<const Actuals>(Actuals{{row}});
  after.contracts.front().frozen = after.contracts.front().frozen + Ratio(cents(450));
  const auto rows = bridge(before, after, {}, "pricetalk test");
  ASSERT_EQ(rows.size(), 1U);
  EXPECT_EQ(rows[0].of(BridgeCause::actuals), Ratio(cents(450)));
  EXPECT_EQ(rows[0].difference(), Ratio(cents(450)));
  EXPECT_TRUE(rows[0].of(BridgeCause::together).is_zero());
}

TEST(Bridge, of_the_same_days_seen_later_has_no_other_months) {
  const auto figures_before = std::make_shared<const Library>(library(earlier));
  const auto figures_after = std::make_shared<const Library>(library(later));
  const Planted planted{1000, 10, false, false};
  BridgeRun before = run_of(earlier);
  BridgeRun after = run_of(later);
  before.days = after.days = {day("2026-01-01"), day("2026-12-31")};
  after.today = day("2026-05-15");
  add(before, figures_before, 1, planted, earlier);
  add(after, figures_after, 1, planted, later);
  const auto rows = bridge(before, after, {}, "pricetalk test");
  ASSERT_EQ(rows.size(), 1U);
  EXPECT_TRUE(rows[0].of(BridgeCause::period).is_zero());
  EXPECT_TRUE(rows[0].of(BridgeCause::together).is_zero());
}

TEST(Bridge, shows_changes_that_only_hold_together_as_one_amount) {
  const auto figures = std::make_shared<const Library>(library(earlier));
  const Planted planted{1000, 10, false, false};
  BridgeRun before = run_of(earlier);
  BridgeRun after = run_of(earlier);
  add(before, figures, 1, planted, earlier);
  // The decision is about a date of the clause that only the later contract has.
  std::string text = planted.text(1);
  text.replace(text.find("07-01\", first = 2026-07-01"), 26, "04-01\", first = 2026-04-01");
  text += "[[decision]]\nkind = \"waived\"\ndate = 2026-04-01\n";
  const std::int64_t waived = 12 * 10 * 1000;
  std::string earlier_text =
      planted.text(1) + "[[decision]]\nkind = \"reduced\"\nchange = \"1%\"\ndate = 2026-07-01\n";
  before.contracts.front().contract = contract_of(earlier_text);
  before.contracts.front().frozen = Ratio(cents(6 * 10 * (1000 + 1010)));
  after.contracts.push_back({contract_of(text), figures, "figures", Ratio(cents(waived)), 0});
  const auto rows = bridge(before, after, {}, "pricetalk test");
  ASSERT_EQ(rows.size(), 1U);
  EXPECT_EQ(rows[0].of(BridgeCause::together), Ratio(cents(waived)) - rows[0].before);
  EXPECT_EQ(rows[0].together, (std::vector{BridgeCause::clause, BridgeCause::discount}));
}

}  // namespace bridge_test
