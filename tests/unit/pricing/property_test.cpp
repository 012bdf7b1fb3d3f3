#include "priced.hpp"
#include "pricing/fold.hpp"
#include "random_clause.hpp"
#include "reading/reading.hpp"

// What holds for every clause, tried on random ones.
namespace pricing_property_test {

using namespace priced;
using random_clause::RandomClause;

constexpr std::uint64_t seeds = 70;

Texts story(const PriceSchedule& schedule) {
  Texts found;
  for (const PriceEntry& entry : schedule.entries)
    found.push_back(entry.from.text() + " " + words(entry.verdict).en + " " + text(entry.price));
  return found;
}

PriceSchedule all_years(const Talk& talk) { return talk.schedule("p", "2026-12-31"); }

/// A random clause with nothing but formula, figures and coefficient rounding; prices to cents.
RandomClause plain(std::uint64_t seed) {
  RandomClause made = random_clause::random_clause(seed);
  made.pass_through = made.threshold = made.limits = made.during = made.decisions = "";
  made.rounding = seed % 2 == 0 ? "" : "rounding = { coefficient = { decimals = 4 } }\n";
  return made;
}

TEST(PricingProperty, the_schedule_of_a_prefix_is_a_prefix_of_the_schedule) {
  for (std::uint64_t seed = 1; seed <= seeds; ++seed) {
    const Talk talk(random_clause::random_clause(seed).text());
    const Texts whole = story(all_years(talk));
    const Texts prefix = story(talk.schedule("p", "2023-06-30"));
    ASSERT_LE(prefix.size(), whole.size());
    EXPECT_EQ(prefix,
              Texts(whole.begin(), whole.begin() + static_cast<std::ptrdiff_t>(prefix.size())))
        << seed;
    EXPECT_LT(prefix.size(), whole.size());
  }
}

TEST(PricingProperty, a_reading_that_edits_nothing_changes_nothing) {
  Reading nothing;
  nothing.edit = [](const Contract& contract) { return contract; };
  for (std::uint64_t seed = 1; seed <= seeds; ++seed) {
    const Talk talk(random_clause::random_clause(seed).text());
    const auto edited = nothing.edit(talk.contract());
    PricingContext context = talk.context();
    context.contract = &*edited;
    context.line = edited->find_line("p");
    EXPECT_EQ(story(schedule(context, day("2026-12-31"))), story(talk.schedule("p", "2026-12-31")))
        << seed;
  }
}

TEST(PricingProperty, a_derivation_replays_to_every_one_of_its_numbers) {
  for (std::uint64_t seed = 1; seed <= seeds; ++seed) {
    const Talk talk(random_clause::random_clause(seed).text());
    for (const PriceEntry& entry : all_years(talk).entries) {
      if (!entry.why) continue;
      const Calculation& c = *entry.why.calculation;
      std::vector<Outcome<Ratio>> inputs(c.inputs.size()), slots(c.slots.size());
      for (NodeId node = 0; node < c.nodes.size(); ++node) {
        if (c.nodes[node].op == Op::input) inputs[c.nodes[node].a] = entry.why.tape.at(node);
        if (c.nodes[node].op == Op::state) slots[c.nodes[node].a] = entry.why.tape.at(node);
      }
      const Tape again = evaluate(c, inputs, slots);
      for (NodeId node = 0; node < c.nodes.size(); ++node)
        ASSERT_EQ(again.at(node), entry.why.tape.at(node)) << seed << " " << node;
      if (entry.verdict != Verdict::below_threshold) {
        EXPECT_EQ(entry.price, entry.why.tape.at(c.outputs.price)) << seed;
      }
    }
  }
}

TEST(PricingProperty, a_price_never_passes_its_cap_or_its_floor) {
  int at_cap = 0;
  int at_floor = 0;
  for (std::uint64_t seed = 1; seed <= seeds; ++seed) {
    RandomClause clause = random_clause::random_clause(seed);
    clause.decisions = clause.during = "";
    const char* carry = seed % 3 == 0 ? ", carry_over = \"both\"" : "";
    clause.limits = std::string("limits = { cap = \"4%\", floor = \"-2%\"") + carry + " }\n";
    clause.rounding =
        seed % 2 == 0 ? "" : "rounding = { coefficient = { decimals = 3, mode = \"up\" } }\n";
    const Talk talk(clause.text());
    for (const PriceEntry& entry : all_years(talk).entries) {
      if (entry.verdict == Verdict::start) continue;
      const Rounding cents = Rounding::decimals(2);
      const Ratio highest(round(*entry.before * Ratio::of(104, 100), cents));
      const Ratio lowest(round(*entry.before * Ratio::of(98, 100), cents));
      EXPECT_LE(*entry.price, highest) << seed << " " << entry.date.text();
      EXPECT_GE(*entry.price, lowest) << seed << " " << entry.date.text();
      at_cap += *entry.price == highest ? 1 : 0;
      at_floor += *entry.price == lowest ? 1 : 0;
    }
  }
  EXPECT_GT(at_cap, 60);
  EXPECT_GT(at_floor, 30);
}

TEST(PricingProperty, a_higher_figure_never_gives_a_lower_price) {
  int higher = 0;
  for (std::uint64_t seed = 1; seed <= seeds; ++seed) {
    RandomClause clause = random_clause::random_clause(seed);
    clause.threshold = "";  // a change that is held back holds what was carried over back too
    RandomClause raised = clause;
    auto& figures = raised.figures[0];
    figures.hundredths[figures.percent ? 7 : 6] +=
        1 + static_cast<int>(seed % 300);  // read on 2026-01-01
    const Talk before(clause.text());
    const Talk after(raised.text());
    const auto low = all_years(before).entries.back();
    const auto high = all_years(after).entries.back();
    EXPECT_EQ(low.date, day("2026-01-01"));
    EXPECT_EQ(low.before, high.before) << seed;
    if (!low.price || !high.price) continue;
    EXPECT_GE(*high.price, *low.price) << seed << "\n" << clause.text();
    higher += *high.price > *low.price ? 1 : 0;
  }
  EXPECT_GT(higher, 20) << "not all of them stand at a limit";
}

TEST(PricingProperty, pass_through_of_nothing_changes_nothing) {
  for (std::uint64_t seed = 1; seed <= seeds; ++seed) {
    RandomClause clause = plain(seed);
    clause.pass_through = "pass_through = \"0%\"\n";
    const Talk talk(clause.text());
    for (const PriceEntry& entry : all_years(talk).entries)
      EXPECT_EQ(text(entry.price), clause.price) << seed;
  }
}

TEST(PricingProperty, pass_through_of_everything_is_the_default) {
  for (std::uint64_t seed = 1; seed <= seeds; ++seed) {
    RandomClause clause = plain(seed);
    const Texts silent = story(all_years(Talk(clause.text())));
    clause.pass_through = "pass_through = \"100%\"\n";
    EXPECT_EQ(story(all_years(Talk(clause.text()))), silent) << seed;
    clause.pass_through =
        "pass_through = [{ up_to = \"1%\", share = \"100%\" }, { share = \"100%\" }]\n";
    EXPECT_EQ(story(all_years(Talk(clause.text()))), silent)
        << seed << ": a knee that bends nothing";
  }
}

TEST(PricingProperty, another_base_of_the_figures_changes_nothing) {
  int moved = 0;
  for (std::uint64_t seed = 1; seed <= seeds; ++seed) {
    const RandomClause clause = random_clause::random_clause(seed);
    if (clause.figures[0].percent) continue;
    RandomClause rebased = clause;
    for (auto& series : rebased.figures)
      for (std::int64_t& figure : series.hundredths) figure *= 7;
    const Texts before = story(all_years(Talk(clause.text())));
    EXPECT_EQ(story(all_years(Talk(rebased.text()))), before) << seed;
    moved += before.front().substr(10) != before.back().substr(10) ? 1 : 0;
  }
  EXPECT_GT(moved, 25);
}

TEST(PricingProperty, limits_that_cannot_bind_change_nothing) {
  for (std::uint64_t seed = 1; seed <= seeds; ++seed) {
    RandomClause clause = plain(seed);
    const Texts free = story(all_years(Talk(clause.text())));
    clause.limits =
        "limits = { cap = \"900%\", floor = \"-99%\", cap_total = \"9000%\", highest_price = "
        "999999.00, carry_over = \"both\" }\n";
    EXPECT_EQ(story(all_years(Talk(clause.text()))), free) << seed;
  }
}

TEST(PricingProperty, without_rounding_a_rolling_clause_is_a_clause_on_the_original_price) {
  // Ratios chain: X1/X0 · X2/X1 = X2/X0. With one index, no fixed part and no rounding both give
  // one price.
  for (std::uint64_t seed = 1; seed <= seeds; ++seed) {
    RandomClause clause = plain(seed);
    if (clause.figures[0].percent) continue;
    clause.figures.resize(1);
    clause.formula = "A/A0";
    clause.rounding = "rounding = { price = \"none\" }\n";
    clause.compounding = "compounding = \"base\"\n";
    clause.base = "base = \"at start\"\n";
    const Talk base(clause.text());
    clause.compounding = "";
    clause.base = "base = \"at previous date\"\n";
    const Talk rolling(clause.text());
    const auto a = all_years(base);
    const auto b = all_years(rolling);
    ASSERT_EQ(a.entries.size(), b.entries.size());
    for (std::size_t i = 0; i < a.entries.size(); ++i)
      EXPECT_EQ(a.entries[i].price, b.entries[i].price) << seed;
  }
}

TEST(PricingProperty, roundings_of_any_fineness_leave_no_exception) {
  // A limit on a grid of 18 decimals does not fit 18 digits: undetermined, never a crash.
  const Talk talk(yearly(
      "limits = { cap = \"4%\", floor = \"0%\" }\nrounding = { coefficient = { decimals = 18 } }",
      R"(["2021", 6])"));
  EXPECT_EQ(prices(talk.schedule("p", "2021-12-31")), Texts{"? overflow"});
  const Talk coarse(
      yearly("limits = { cap = \"4%\" }\nrounding = { coefficient = { decimals = 17 } }",
             R"(["2021", 6])"));
  EXPECT_EQ(prices(coarse.schedule("p", "2021-12-31")), Texts{"104.00"});
}

}  // namespace pricing_property_test
