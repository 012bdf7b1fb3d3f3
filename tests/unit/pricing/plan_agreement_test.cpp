#include <algorithm>
#include <filesystem>
#include <map>

#include "cli/load.hpp"
#include "priced.hpp"
#include "pricetalk/pricing/surcharge.hpp"
#include "pricing/plan.hpp"
#include "random_clause.hpp"

// The integer reading against `evaluate`, on random clauses and on random calculations.
namespace plan_agreement_test {

using namespace priced;

Decimal decimal(const char* text) { return *Decimal::parse(text); }

/// What was read at one step, as decimals; nothing when some value is not determined or no decimal.
struct ReadValues {
  std::vector<Decimal> inputs;
  std::vector<Decimal> slots;

  static std::optional<ReadValues> of(const Derivation& why) {
    const Calculation& c = *why.calculation;
    ReadValues made;
    made.inputs.resize(c.inputs.size());
    made.slots.resize(c.slots.size());
    for (NodeId node = 0; node < c.nodes.size(); ++node) {
      const Node& n = c.nodes[node];
      if (n.op != Op::input && n.op != Op::state) continue;
      const auto value = why.tape.at(node);
      const auto exact = value ? value->exact_decimal() : std::nullopt;
      if (!exact) return std::nullopt;
      (n.op == Op::input ? made.inputs[n.a] : made.slots[n.a]) = *exact;
    }
    return made;
  }
};

/// A bound wider than the value itself: what a portfolio or a set of paths would give.
Bound around(const Decimal& value, int scale, const Ratio& below, const Ratio& above) {
  const int fine = std::max(scale, value.scale());
  return {round(Ratio(value) * below, Rounding::decimals(fine, RoundingMode::floor)),
          round(Ratio(value) * above, Rounding::decimals(fine, RoundingMode::ceiling)), fine};
}

/// What is carried over lies on both sides of zero.
Bound round_zero(const Decimal& value) {
  const Decimal far = std::max(
      decimal("0.5"),
      round(abs(Ratio(value)) * Ratio(2), Rounding::decimals(value.scale(), RoundingMode::up)));
  return {Decimal(-far.mantissa(), far.scale()), far, std::max(4, value.scale())};
}

std::vector<Bound> bounds_of(const Calculation& c, const ReadValues& read,
                             std::vector<Bound>& slots) {
  std::vector<Bound> inputs;
  for (const Decimal& value : read.inputs)
    inputs.push_back(value.is_negative() || value < Decimal(2, 1)
                         ? Bound{decimal("-0.2"), decimal("0.2"), std::max(4, value.scale())}
                         : around(value, 2, Ratio::of(1, 2), Ratio(2)));
  for (std::size_t i = 0; i < c.slots.size(); ++i) {
    const bool money =
        c.slots[i] == Slot::price || c.slots[i] == Slot::exact || c.slots[i] == Slot::original;
    if (money)
      slots.push_back(around(read.slots[i], 2, Ratio::of(1, 3), Ratio(3)));
    else if (c.slots[i] == Slot::lost)
      slots.push_back({decimal("0.5"), decimal("2"), std::max(4, read.slots[i].scale())});
    else
      slots.push_back(round_zero(read.slots[i]));
  }
  return inputs;
}

/// Roundings of the tape that met an exact tie.
int ties_in(const Derivation& why) {
  const Calculation& c = *why.calculation;
  int ties = 0;
  for (const Node& n : c.nodes) {
    if (n.op != Op::round || !why.tape.determined(n.a)) continue;
    const Ratio halves = why.tape.value(n.a) * Ratio(2) / Ratio(c.roundings[n.b].step);
    const auto whole = halves.exact_decimal();
    ties += whole && whole->scale() == 0 && whole->mantissa() % 2 != 0 ? 1 : 0;
  }
  return ties;
}

struct Tally {
  int steps = 0;
  int planned = 0;
  int wide = 0;
  int ties = 0;
  int clauses = 0;
  int clauses_planned = 0;
  std::map<std::string, int> refused;
};

/// False when the step has no plan.
bool agrees(const Derivation& why, Tally& tally, const std::string& where) {
  const auto read = ReadValues::of(why);
  ++tally.steps;
  if (!read) {
    ++tally.refused["something that is read is a fraction"];
    return false;
  }
  std::vector<Bound> slots;
  const std::vector<Bound> inputs = bounds_of(*why.calculation, *read, slots);
  const auto made = plan(*why.calculation, inputs, slots);
  if (const auto* not_planned = std::get_if<NotPlanned>(&made)) {
    EXPECT_FALSE(not_planned->why.nl.empty());
    ++tally.refused[not_planned->why.en];
    return false;
  }
  const Plan& found = std::get<Plan>(made);
  const auto step = run(found, read->inputs, read->slots);
  const Calculation& c = *why.calculation;
  EXPECT_TRUE(step) << where;
  if (!step) return false;
  const NodeId answer =
      c.outputs.whole_price() != no_node ? c.outputs.whole_price() : c.outputs.surcharge;
  EXPECT_EQ(Outcome<Ratio>(Ratio(step->price)), why.tape.at(answer))
      << where << " " << step->price.text();
  if (step->coefficient) {
    EXPECT_EQ(Outcome<Ratio>(Ratio(*step->coefficient)), why.tape.at(c.outputs.coefficient))
        << where;
  }
  if (c.outputs.passes != no_node) {
    EXPECT_EQ(Outcome<Ratio>(Ratio(step->passes ? 1 : 0)), why.tape.at(c.outputs.passes)) << where;
  }
  EXPECT_EQ(step->next.size(), c.next.size());
  for (std::size_t i = 0; i < c.next.size(); ++i)
    if (step->next[i]) {
      EXPECT_EQ(Outcome<Ratio>(Ratio(*step->next[i])), why.tape.at(c.next[i].node))
          << where << " slot " << symbol(c.next[i].slot);
    }
  ++tally.planned;
  tally.wide += found.wide() ? 1 : 0;
  tally.ties += ties_in(why);
  return true;
}

TEST(Plan, on_random_clauses_it_gives_the_very_prices_of_evaluate) {
  Tally tally;
  for (std::uint64_t seed = 1; seed <= 400; ++seed) {
    const auto clause = random_clause::random_clause(seed);
    const Talk talk(clause.text());
    if (testing::Test::HasFailure()) FAIL() << "seed " << seed << "\n" << clause.text();
    bool all = true;
    for (const PriceEntry& entry : talk.schedule("p", "2026-12-31").entries) {
      if (entry.verdict == Verdict::start || !entry.why) continue;
      all =
          agrees(entry.why, tally, "seed " + std::to_string(seed) + " " + entry.date.text()) && all;
    }
    if (testing::Test::HasFailure()) FAIL() << "seed " << seed << "\n" << clause.text();
    ++tally.clauses;
    tally.clauses_planned += all ? 1 : 0;
  }
  RecordProperty("steps", tally.steps);
  RecordProperty("planned", tally.planned);
  RecordProperty("ties", tally.ties);
  EXPECT_GT(tally.ties, 300) << "exact ties are what differs first";
  EXPECT_GT(tally.planned * 10, tally.steps * 7) << "most random steps have an integer reading";
  EXPECT_GT(tally.wide, 50) << "some need 128 bits";
  EXPECT_GT(tally.planned - tally.wide, 50) << "and some do not";
  RecordProperty("clauses_planned", tally.clauses_planned);
  EXPECT_GT(tally.clauses_planned * 100, tally.clauses * 85)
      << "most random clauses have an integer reading in every year";
  EXPECT_TRUE(std::all_of(tally.refused.begin(), tally.refused.end(),
                          [](const auto& why) { return !why.first.empty(); }));
}

TEST(Plan, on_published_clauses_it_gives_the_very_prices_of_evaluate) {
  Tally tally;
  for (const char* folder : {"native", "ladder", "own"})
    for (const auto& file : std::filesystem::directory_iterator(
             std::string(PRICETALK_ROOT "/tests/conformance/") + folder)) {
      const std::string path = file.path().string();
      const auto loaded = load_contract(path, {});
      ASSERT_TRUE(loaded.value) << path;
      const Date today = *Date::parse("2026-11-22");
      const Coverage coverage(loaded.value->library, today);
      for (const PriceSchedule& prices : schedule(loaded.value->contract, coverage, today))
        for (const PriceEntry& entry : prices.entries) {
          if (entry.verdict == Verdict::start || !entry.why || !entry.price) continue;
          agrees(entry.why, tally, path + " " + entry.date.text());
        }
      if (testing::Test::HasFailure()) FAIL() << path;
    }
  RecordProperty("steps", tally.steps);
  RecordProperty("planned", tally.planned);
  for (const auto& [why, count] : tally.refused) RecordProperty(why, count);
  EXPECT_GT(tally.steps, 280);
  EXPECT_GT(tally.planned, 240);
}

TEST(Plan, on_random_parts_it_gives_the_very_prices_of_evaluate) {
  // The clause moves a part of the price; the other parts are read as they are, one of them in
  // another currency.
  Tally tally;
  for (std::uint64_t seed = 1; seed <= 150; ++seed) {
    auto clause = random_clause::random_clause(seed);
    clause.decisions = "";  // no price is agreed for a line with parts
    std::string text = clause.text();
    const std::string whole = "\nclause = \"c\"\n";
    const std::string share = std::to_string(20 + seed % 60);
    const std::string rest = std::to_string(80 - seed % 60);
    text.replace(text.find(whole), whole.size(),
                 "\nparts = [{ name = \"a\", share = \"" + share +
                     "%\", clause = \"c\" }, { name = \"b\", share = \"" + rest +
                     (seed % 3 == 0 ? "%\", currency = \"USD\", rate = 1.0842 }]\n" : "%\" }]\n"));
    const Talk talk(text);
    for (const PriceEntry& entry : talk.schedule("p", "2026-12-31").entries) {
      if (entry.verdict == Verdict::start || !entry.why || !entry.price) continue;
      agrees(entry.why, tally, "seed " + std::to_string(seed) + " " + entry.date.text());
    }
    if (testing::Test::HasFailure()) FAIL() << "seed " << seed << "\n" << text;
  }
  RecordProperty("steps", tally.steps);
  RecordProperty("planned", tally.planned);
  EXPECT_GT(tally.planned * 10, tally.steps * 6);
}

TEST(Plan, on_surcharges_it_gives_the_very_amounts_of_evaluate) {
  Tally tally;
  for (const char* folder : {"native", "own"})
    for (const auto& file : std::filesystem::directory_iterator(
             std::string(PRICETALK_ROOT "/tests/conformance/") + folder)) {
      const std::string path = file.path().string();
      const auto loaded = load_contract(path, {});
      ASSERT_TRUE(loaded.value) << path;
      const Date today = *Date::parse("2026-11-22");
      const Coverage coverage(loaded.value->library, today);
      for (const PriceSchedule& prices : schedule(loaded.value->contract, coverage, today)) {
        if (prices.line->surcharges.empty()) continue;
        const Date from = prices.line->from.value;
        for (Date day = from; day < from.plus_days(500); day = day.plus_days(29))
          for (const Surcharge& one : surcharges_on(prices, day))
            if (one.date && one.amount) agrees(one.why, tally, path + " " + day.text());
      }
      if (testing::Test::HasFailure()) FAIL() << path;
    }
  RecordProperty("steps", tally.steps);
  RecordProperty("planned", tally.planned);
  EXPECT_GT(tally.steps, 20);
  EXPECT_GT(tally.planned * 10, tally.steps * 7);
}

// Property: random calculations, not shaped like clauses, against evaluate.
TEST(Plan, random_calculations_agree_with_evaluate) {
  int planned = 0;
  for (std::uint64_t seed = 1; seed <= 1500; ++seed) {
    random_clause::Dice dice(seed);
    CalculationBuilder builder;
    std::vector<Bound> bounds;
    std::vector<Decimal> inputs;
    for (int i = 0; i < 3; ++i) {
      builder.input("x");
      const std::int64_t at = 8000 + 500 * dice.below(10);
      inputs.emplace_back(at, 2);
      bounds.push_back({Decimal(at - dice.below(3000), 2), Decimal(at + dice.below(3000), 2), 2});
    }
    builder.constant(Decimal(dice.below(200) - 100, 2));
    const auto any = [&](int size) { return static_cast<NodeId>(dice.below(size)); };
    for (int size = 4; size < 14; ++size) {
      const NodeId a = any(size), b = any(size);
      switch (dice.below(9)) {
        case 0:
          builder.add(a, b);
          break;
        case 1:
          builder.sub(a, b);
          break;
        case 2:
          builder.mul(a, b);
          break;
        case 3:
        case 4:
          builder.div(a, b);
          break;
        case 5:
          builder.min(a, b);
          break;
        case 6:
          builder.max(a, b);
          break;
        case 7:
          builder.choose(a, b, any(size), any(size));
          break;
        default:
          builder.round(a, {static_cast<RoundingMode>(dice.below(7)),
                            Decimal(dice.one_in(2) ? 5 : 1, dice.below(4))});
          break;
      }
    }
    const NodeId last = static_cast<NodeId>(13);
    builder.outputs().price =
        builder.round(last, {static_cast<RoundingMode>(dice.below(7)), Decimal(1, 2)});
    const Calculation c = std::move(builder).finish();
    const auto made = plan(c, bounds, {});
    if (!std::holds_alternative<Plan>(made)) continue;
    ++planned;
    const auto step = run(std::get<Plan>(made), inputs, {});
    ASSERT_TRUE(step) << seed;
    const std::vector<Outcome<Ratio>> exact(inputs.begin(), inputs.end());
    EXPECT_EQ(Outcome<Ratio>(Ratio(step->price)), evaluate(c, exact, {}).at(c.outputs.price))
        << seed;
  }
  EXPECT_GT(planned, 700);
}

}  // namespace plan_agreement_test
