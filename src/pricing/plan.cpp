#include "pricing/plan.hpp"

#include <algorithm>
#include <tuple>

#include "pricing/planner.hpp"

namespace pricetalk {

Bound Bound::of(std::span<const Decimal> values) {
  Bound made{values.front(), values.front(), 0};
  for (const Decimal& value : values) {
    made.low = std::min(made.low, value);
    made.high = std::max(made.high, value);
    made.scale = std::max(made.scale, value.scale());
  }
  return made;
}

Ratio Planner::power_of_ten(int exponent) {
  Ratio made(1);
  for (int i = 0; i < exponent; ++i) made = made * Ratio(10);
  return made;
}

Ratio Planner::magnitude(const Shape& shape) { return std::max(abs(shape.low), abs(shape.high)); }

void Planner::refuse(Phrase why) {
  if (refused_.empty()) refused_ = std::move(why);
}

/// Every whole number that a run can meet in this instruction passes here.
void Planner::see(const Ratio& size) { widest_ = std::max(widest_, size); }

std::uint8_t Planner::up(int exponent) {
  if (exponent > largest_exponent) refuse(too_large());
  return static_cast<std::uint8_t>(std::clamp(exponent, 0, largest_exponent));
}

Phrase Planner::too_large() {
  return {"a value may need more than 128 bits", "een waarde kan meer dan 128 bits nodig hebben"};
}

std::uint32_t Planner::push(Plan::Instruction instruction, Shape shape) {
  const std::uint32_t at = static_cast<std::uint32_t>(code_.size());
  // The value itself bounds the numerator too, often tighter than the operands do.
  shape.num = std::min(shape.num, magnitude(shape) * power_of_ten(shape.scale) * shape.den);
  if (shape.fraction && shape.den_of == own_den) shape.den_of = at;
  see(shape.num);
  see(shape.den);
  if (widest_ >= limit_of_128_bits()) refuse(too_large());
  code_.push_back({instruction, shape, widest_, refused_});
  widest_ = Ratio(0);
  refused_ = {};
  return at;
}

Ratio Planner::limit_of_128_bits() {
  const Ratio half(std::int64_t{1} << 62);
  return half * half * Ratio(8);  // 2^127
}

/// What an operand that cannot be proven does to whoever reads it.
void Planner::depend(std::initializer_list<std::uint32_t> operands) {
  for (const std::uint32_t operand : operands)
    if (!code_[operand].refused.empty()) refuse(code_[operand].refused);
}

// ---- leaves
// ----------------------------------------------------------------------------------------

std::uint32_t Planner::constant(const Decimal& value) {
  Shape shape;
  shape.scale = value.scale();
  shape.low = shape.high = Ratio(value);
  shape.num = abs(Ratio(value.mantissa()));
  Plan::Instruction made;
  made.op = Op::constant;
  made.whole = value.mantissa();
  return push(made, shape);
}

std::uint32_t Planner::read(Op op, NodeId row, const Bound& bound) {
  Shape shape;
  shape.scale = bound.scale;
  shape.low = bound.low;
  shape.high = bound.high;
  shape.num = magnitude(shape) * power_of_ten(bound.scale);
  Plan::Instruction made;
  made.op = op;
  made.a = row;
  return push(made, shape);
}

std::optional<Plan::Range> Planner::range(const Bound& bound) {
  const auto whole = [&](const Decimal& value, RoundingMode mode) -> std::optional<std::int64_t> {
    try {
      return round(Ratio(value), Rounding::decimals(bound.scale, mode)).mantissa();
    } catch (const Overflow&) {
      return std::nullopt;
    }
  };
  const auto low = whole(bound.low, RoundingMode::ceiling);
  const auto high = whole(bound.high, RoundingMode::floor);
  if (!low || !high) return std::nullopt;
  return Plan::Range{*low, *high, bound.scale};
}

// ---- sums, products, quotients
// ---------------------------------------------------------------------

/// Brings two operands to one scale; the sizes that a comparison or a sum of them meets are seen.
Planner::Pair Planner::aligned(Plan::Instruction& made, std::uint32_t a, std::uint32_t b) {
  const Shape& x = code_[a].shape;
  const Shape& y = code_[b].shape;
  depend({a, b});
  made.a = a;
  made.b = b;
  Pair pair;
  pair.scale = std::max(x.scale, y.scale);
  made.up_a = up(pair.scale - x.scale);
  made.up_b = up(pair.scale - y.scale);
  made.same_den = x.fraction == y.fraction && (!x.fraction || x.den_of == y.den_of);
  pair.a = x.num * power_of_ten(made.up_a);
  pair.b = y.num * power_of_ten(made.up_b);
  pair.crossed_a = made.same_den ? pair.a : pair.a * y.den;
  pair.crossed_b = made.same_den ? pair.b : pair.b * x.den;
  see(power_of_ten(std::max(made.up_a, made.up_b)));
  see(pair.crossed_a);
  see(pair.crossed_b);
  return pair;
}

void Planner::common_den(Shape& shape, const Shape& x, const Shape& y, bool same) {
  shape.fraction = x.fraction || y.fraction;
  if (same || !y.fraction) {
    shape.den = x.den;
    shape.den_of = x.den_of;
  } else if (!x.fraction) {
    shape.den = y.den;
    shape.den_of = y.den_of;
  } else {
    shape.den = x.den * y.den;
    shape.den_of = own_den;
  }
}

std::uint32_t Planner::sum(Op op, std::uint32_t a, std::uint32_t b) {
  Plan::Instruction made;
  made.op = op;
  const Pair pair = aligned(made, a, b);
  const Shape& x = code_[a].shape;
  const Shape& y = code_[b].shape;
  Shape shape;
  shape.scale = pair.scale;
  shape.num = pair.crossed_a + pair.crossed_b;
  common_den(shape, x, y, made.same_den);
  shape.low = op == Op::add ? x.low + y.low : x.low - y.high;
  shape.high = op == Op::add ? x.high + y.high : x.high - y.low;
  return push(made, shape);
}

std::uint32_t Planner::product(std::uint32_t a, std::uint32_t b) {
  const Shape& x = code_[a].shape;
  const Shape& y = code_[b].shape;
  depend({a, b});
  Plan::Instruction made;
  made.op = Op::mul;
  made.a = a;
  made.b = b;
  Shape shape;
  shape.scale = x.scale + y.scale;
  if (shape.scale > largest_exponent) refuse(too_large());
  shape.num = x.num * y.num;
  see(shape.num);
  common_den(shape, x, y, false);
  std::tie(shape.low, shape.high) =
      std::minmax({x.low * y.low, x.low * y.high, x.high * y.low, x.high * y.high});
  return push(made, shape);
}

std::uint32_t Planner::quotient(std::uint32_t a, std::uint32_t b) {
  const Shape x = code_[a].shape;
  const Shape y = code_[b].shape;
  depend({a, b});
  Plan::Instruction made;
  made.op = Op::div;
  made.a = a;
  made.b = b;
  made.negative = y.high.sign() < 0;
  made.same_den = x.fraction && y.fraction && x.den_of == y.den_of;  // then it cancels out
  made.up_a = up(y.scale - x.scale);
  Shape shape;
  shape.fraction = true;
  shape.den_of = own_den;
  shape.scale = std::max(0, x.scale - y.scale);
  if (y.low.sign() <= 0 && y.high.sign() >= 0) {
    refuse({"the calculation may divide by zero", "de berekening kan door nul delen"});
    return push(made, shape);
  }
  see(power_of_ten(made.up_a));
  shape.num = x.num * power_of_ten(made.up_a) * (made.same_den ? Ratio(1) : y.den);
  shape.den = y.num * (made.same_den ? Ratio(1) : x.den);
  see(shape.num);
  std::tie(shape.low, shape.high) =
      std::minmax({x.low / y.low, x.low / y.high, x.high / y.low, x.high / y.high});
  return push(made, shape);
}

// ---- choices and roundings
// -------------------------------------------------------------------------

std::uint32_t Planner::extreme(Op op, std::uint32_t a, std::uint32_t b) {
  if (a == b) return a;  // a second name
  Plan::Instruction made;
  made.op = op;
  const Pair pair = aligned(made, a, b);
  const Shape& x = code_[a].shape;
  const Shape& y = code_[b].shape;
  Shape shape = either(x, y, made.same_den);
  shape.scale = pair.scale;
  shape.num = std::max(pair.a, pair.b);
  const auto pick = [&](const Ratio& p, const Ratio& q) {
    return op == Op::min ? std::min(p, q) : std::max(p, q);
  };
  shape.low = pick(x.low, y.low);
  shape.high = pick(x.high, y.high);
  return push(made, shape);
}

/// One of two values, taken with its own denominator.
Planner::Shape Planner::either(const Shape& x, const Shape& y, bool same) {
  Shape shape;
  shape.fraction = x.fraction || y.fraction;
  shape.den = std::max(x.den, y.den);
  shape.den_of = same ? x.den_of : own_den;
  return shape;
}

std::uint32_t Planner::choice(std::uint32_t a, std::uint32_t b, std::uint32_t c, std::uint32_t d) {
  Plan::Instruction made;
  made.op = Op::choose;
  aligned(made, a, b);
  depend({c, d});
  const Shape& x = code_[c].shape;
  const Shape& y = code_[d].shape;
  made.c = c;
  made.d = d;
  const bool same = x.fraction == y.fraction && (!x.fraction || x.den_of == y.den_of);
  Shape shape = either(x, y, same);
  shape.scale = std::max(x.scale, y.scale);
  made.up_c = up(shape.scale - x.scale);
  made.up_d = up(shape.scale - y.scale);
  see(power_of_ten(std::max(made.up_c, made.up_d)));
  shape.num = std::max(x.num * power_of_ten(made.up_c), y.num * power_of_ten(made.up_d));
  shape.low = std::min(x.low, y.low);
  shape.high = std::max(x.high, y.high);
  return push(made, shape);
}

std::uint32_t Planner::rounded(std::uint32_t a, const Rounding& rounding) {
  const Shape& x = code_[a].shape;
  depend({a});
  Plan::Instruction made;
  made.op = Op::round;
  made.a = a;
  made.mode = rounding.mode;
  made.whole = rounding.step.mantissa();
  made.up_a = up(rounding.step.scale() - x.scale);
  made.up_b = up(x.scale - rounding.step.scale());
  see(power_of_ten(std::max(made.up_a, made.up_b)));
  see(x.num * power_of_ten(made.up_a) + x.den * power_of_ten(made.up_b) * Ratio(made.whole));
  Shape shape;
  shape.scale = rounding.step.scale();
  if (!refused_.empty()) return push(made, shape);
  try {  // every mode is monotone
    shape.low = round(x.low, rounding);
    shape.high = round(x.high, rounding);
    shape.num = magnitude(shape) * power_of_ten(shape.scale);
  } catch (const Overflow&) {
    refuse({"a rounded value may need more than 18 digits",
            "een afgeronde waarde kan meer dan 18 cijfers nodig hebben"});
  }
  return push(made, shape);
}

}  // namespace pricetalk
