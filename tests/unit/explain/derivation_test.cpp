#include "pricetalk/explain/derivation.hpp"

#include <gtest/gtest.h>

#include <memory>

namespace derivation_test {

using namespace pricetalk;

Decimal decimal(const char* text) { return *Decimal::parse(text); }

InputSource source(const char* text, Fixity fixity = Fixity::fixed) {
  return {.kind = InputSource::Kind::given,
          .text = same(text),
          .figure = {},
          .where = {},
          .address = {},
          .fixity = fixity};
}

/// price × (0.15 + 0.85 × L / L0), at most 4 %, rounded to cents.
struct Example {
  Derivation why;
  NodeId formula, step, cap, chosen, price;

  explicit Example(const Ratio& l, Fixity of_l = Fixity::fixed) {
    CalculationBuilder b;
    const NodeId now = b.named(b.slot(Slot::price), Role::price_before);
    const NodeId figure = b.named(b.input("L"), Role::observation);
    const NodeId reference = b.named(b.input("L0"), Role::reference);
    const NodeId share = b.mul(b.constant(decimal("0.85")), b.div(figure, reference));
    formula = b.named(b.add(b.constant(decimal("0.15")), share), Role::formula);
    const NodeId change = b.named(b.sub(formula, b.one()), Role::change);
    cap = b.named(b.constant(decimal("0.04"), Form::percent), Role::cap, {}, true);
    const NodeId capped = b.named(b.add(cap, b.zero()), Role::after_cap);
    const NodeId free = b.named(b.add(change, b.zero()), Role::step_wanted);
    step = b.named(b.choose(change, cap, capped, free), Role::step);
    price =
        b.named(b.round(b.mul(now, b.add(b.one(), step)), Rounding::decimals(2)), Role::new_price);
    chosen = capped;
    why.calculation = std::make_shared<const Calculation>(std::move(b).finish());
    why.inputs = {source("L", of_l), source("L0")};
    why.slots = {source("before")};
    const std::vector<Outcome<Ratio>> inputs = {l, Ratio(100)};
    const std::vector<Outcome<Ratio>> slots = {Ratio(decimal("31.25"))};
    why.tape = evaluate(*why.calculation, inputs, slots);
  }
  std::string labels() const {
    std::string all;
    for (const OutlineRow& row : outline(why, price)) all += row.label.en + "; ";
    return all;
  }
};

TEST(Outline, it_shows_the_named_steps_in_order_and_only_the_branch_that_was_taken) {
  EXPECT_EQ(Example(Ratio(102)).labels(),
            "price before; comparison figure; reference figure; formula; measured change; cap; "
            "step before limits; step of the price; new price; ");
  EXPECT_EQ(Example(Ratio(110)).labels(),
            "price before; comparison figure; reference figure; formula; measured change; cap; "
            "after the cap; step of the price; new price; ");
}

TEST(Outline, a_row_says_formula_numbers_value_and_rounding) {
  const Example example(Ratio(102));
  const auto rows = outline(example.why, example.price);
  const OutlineRow& formula = rows[3];
  EXPECT_EQ(formula.formula.en, "0.15 + 0.85 × L / L0");
  EXPECT_EQ(formula.numbers.nl, "0,15 + 0,85 × 102 / 100");
  EXPECT_EQ(formula.value, Ratio::of(1017, 1000));
  EXPECT_EQ(formula.depth, 0);
  EXPECT_EQ(rows[1].depth, 1);
  EXPECT_EQ(rows[1].symbol, "L");
  ASSERT_NE(rows[1].source, nullptr);
  EXPECT_EQ(rows[1].source->text.en, "L");
  EXPECT_TRUE(rows[5].by_default);
  EXPECT_EQ(rows[5].form, Form::percent);
  ASSERT_TRUE(rows.back().rounding);
  EXPECT_EQ(rows.back().rounding->step.text(), "0.01");
  EXPECT_EQ(rows.back().value, Ratio(decimal("31.78")));  // 31.25 x 1.017 = 31.78125
}

TEST(Outline, an_undetermined_row_has_reasons_instead) {
  CalculationBuilder b;
  const NodeId in = b.named(b.input("L"), Role::observation);
  const NodeId out = b.named(b.add(in, b.one()), Role::formula);
  Derivation why;
  why.calculation = std::make_shared<const Calculation>(std::move(b).finish());
  why.inputs = {source("L")};
  const std::vector<Outcome<Ratio>> inputs = {Undetermined(Reason{.kind = Reason::Kind::missing,
                                                                  .key = "L",
                                                                  .text = same("L"),
                                                                  .series = {},
                                                                  .period = {},
                                                                  .expected = {},
                                                                  .source = {}})};
  why.tape = evaluate(*why.calculation, inputs, {});
  const auto rows = outline(why, out);
  ASSERT_EQ(rows.size(), 2u);
  EXPECT_FALSE(rows[1].value);
  EXPECT_EQ(rows[1].numbers.en, "? + 1");
  EXPECT_EQ(value_text(rows[1], Language::nl), "");
}

TEST(Derivation, it_replays_to_its_numbers) {
  const Example example(Ratio(110));
  std::vector<Outcome<Ratio>> inputs, slots;
  const Calculation& c = *example.why.calculation;
  for (NodeId node = 0; node < c.nodes.size(); ++node) {
    if (c.nodes[node].op == Op::input) inputs.push_back(example.why.tape.at(node));
    if (c.nodes[node].op == Op::state) slots.push_back(example.why.tape.at(node));
  }
  const Tape again = evaluate(c, inputs, slots);
  for (NodeId node = 0; node < c.nodes.size(); ++node)
    EXPECT_EQ(again.at(node), example.why.tape.at(node));
}

TEST(Derivation, fixity_is_the_weakest_of_what_was_read) {
  const Example open(Ratio(102), Fixity::provisional);
  EXPECT_EQ(fixity(open.why, open.price), Fixity::provisional);
  EXPECT_EQ(fixity(open.why, open.cap), Fixity::fixed);
  const Example capped(Ratio(110), Fixity::provisional);
  EXPECT_EQ(fixity(capped.why, capped.price), Fixity::provisional)
      << "that the cap binds rests on the figure too";
}

TEST(Maths, names_stand_for_steps_and_symbols_when_expanded) {
  const Example example(Ratio(102));
  const Calculation& c = *example.why.calculation;
  EXPECT_EQ(maths(c, example.formula, Language::en, false), "0.15 + 0.85 × L / L0");
  EXPECT_EQ(maths(c, example.formula, Language::nl, false), "0,15 + 0,85 × L / L0");
  EXPECT_EQ(maths(c, example.price, Language::en, false),
            "P × (1 + step of the price), rounded half-up to 0.01");
  EXPECT_EQ(maths(c, example.price, Language::nl, false),
            "P × (1 + stap van de prijs), afgerond rekenkundig op 0,01");
  CalculationBuilder b;
  const NodeId x = b.input("X");
  const NodeId named = b.named(b.sub(x, b.one()), Role::change);
  const NodeId out = b.mul(b.constant(decimal("2")), named);
  const Calculation made = std::move(b).finish();
  EXPECT_EQ(maths(made, out, Language::en, false), "2 × measured change");
  EXPECT_EQ(maths(made, out, Language::en, true), "2 × (X − 1)");
}

TEST(Maths, brackets_keep_the_meaning) {
  CalculationBuilder b;
  const NodeId x = b.input("X"), y = b.input("Y"), z = b.input("Z");
  const auto text = [&](NodeId node) { return maths(b.so_far(), node, Language::en, true); };
  EXPECT_EQ(text(b.mul(b.add(x, y), z)), "(X + Y) × Z");
  EXPECT_EQ(text(b.add(b.mul(x, y), z)), "X × Y + Z");
  EXPECT_EQ(text(b.sub(x, b.sub(y, z))), "X − (Y − Z)");
  EXPECT_EQ(text(b.sub(x, b.add(y, z))), "X − (Y + Z)");
  EXPECT_EQ(text(b.sub(b.sub(x, y), z)), "X − Y − Z");
  EXPECT_EQ(text(b.div(x, b.mul(y, z))), "X / (Y × Z)");
  EXPECT_EQ(text(b.div(x, b.div(y, z))), "X / (Y / Z)");
  EXPECT_EQ(text(b.mul(x, b.div(y, z))), "X × Y / Z");
  EXPECT_EQ(text(b.negate(b.add(x, y))), "−(X + Y)");
  EXPECT_EQ(text(b.mul(x, b.negate(y))), "X × (−Y)");
  EXPECT_EQ(text(b.mul(x, b.constant(decimal("-0.5")))), "X × (-0.5)");
  EXPECT_EQ(text(b.sum(std::vector<NodeId>{x, y, z})), "X + Y + Z");
  EXPECT_EQ(text(b.mul(b.sum(std::vector<NodeId>{x, y}), z)), "(X + Y) × Z");
  EXPECT_EQ(text(b.min(x, b.add(y, z))), "the smaller of X and (Y + Z)");
  EXPECT_EQ(text(b.mul(b.max(x, y), z)), "(the larger of X and Y) × Z");
  EXPECT_EQ(text(b.choose(x, y, z, b.one())), "Z if X ≥ Y, else 1");
  EXPECT_EQ(text(b.band(b.add(x, y), BandTable{.name = "bands", .bands = {}, .between = {}})),
            "bands(X + Y)");
  EXPECT_EQ(text(b.sub(b.round(x, Rounding::decimals(2)), y)), "(X, rounded half-up to 0.01) − Y");
}

TEST(ValueText, it_is_exact_or_says_that_it_goes_on) {
  EXPECT_EQ(value_text(Ratio::of(1, 3), Form::plain, Language::en), "0.33333333…");
  EXPECT_EQ(value_text(Ratio::of(1, 8), Form::plain, Language::nl), "0,125");
  EXPECT_EQ(value_text(Ratio::of(-1, 8), Form::plain, Language::en), "-0.125");
  EXPECT_EQ(value_text(Ratio(5), Form::plain, Language::en), "5");
  EXPECT_EQ(value_text(Ratio::of(3, 100), Form::percent, Language::nl), "3%");
  EXPECT_EQ(value_text(Ratio::of(1, 300), Form::percent, Language::en, 2), "0.33…%");
  EXPECT_EQ(value_text(Ratio(5), Form::money, Language::nl), "5,00");
  EXPECT_EQ(value_text(Ratio::of(5, 2), Form::money, Language::en), "2.50");
  EXPECT_EQ(value_text(Ratio::of(1, 1000), Form::money, Language::en), "0.001");
  EXPECT_EQ(value_text(Ratio::of(123456789, 100000000), Form::plain, Language::en, 4), "1.2346…");
}

TEST(ValueText, a_constant_is_shown_as_it_was_written) {
  EXPECT_EQ(constant_text({decimal("0.70"), Form::plain}, Language::nl), "0,70");
  EXPECT_EQ(constant_text({decimal("0.04"), Form::percent}, Language::en), "4%");
  EXPECT_EQ(constant_text({decimal("0.0455"), Form::percent}, Language::nl), "4,55%");
  EXPECT_EQ(decimal_text(decimal("-1.0400"), Language::nl), "-1,0400");
}

TEST(ValueText, every_rounding_has_words) {
  for (const RoundingMode mode :
       {RoundingMode::half_up, RoundingMode::half_even, RoundingMode::half_down, RoundingMode::up,
        RoundingMode::down, RoundingMode::ceiling, RoundingMode::floor}) {
    const Phrase said = words(Rounding{mode, decimal("0.05")});
    EXPECT_NE(said.en.find("0.05"), std::string::npos);
    EXPECT_NE(said.nl.find("0,05"), std::string::npos);
  }
}

TEST(ValueText, every_role_has_words) {
  for (auto role = static_cast<int>(Role::label) + 1; role <= static_cast<int>(Role::total);
       ++role) {
    EXPECT_FALSE(words(static_cast<Role>(role)).en.empty()) << role;
    EXPECT_FALSE(words(static_cast<Role>(role)).nl.empty()) << role;
  }
}

}  // namespace derivation_test
