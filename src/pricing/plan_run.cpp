#include "pricing/plan_arithmetic.hpp"

namespace pricetalk {

/// One run. Every product below was seen by the Planner, so none leaves its type.
class PlanRunner {
 public:
  PlanRunner(const Plan& plan, std::span<const Decimal> inputs, std::span<const Decimal> slots)
      : plan_(plan), inputs_(inputs), slots_(slots) {}

  std::optional<PlannedStep> run() const {
    return plan_.wide_ ? with<wide::Int128>() : with<std::int64_t>();
  }

 private:
  /// The value on the scale of its bound; nothing when it is finer or lies outside.
  static std::optional<std::int64_t> on_scale(const Decimal& value, const Plan::Range& range) {
    std::int64_t whole = value.mantissa();
    for (int scale = value.scale(); scale > range.scale; --scale) {
      if (whole % 10 != 0) return std::nullopt;
      whole /= 10;
    }
    for (int scale = value.scale(); scale < range.scale; ++scale) {
      if (whole > Decimal::largest_mantissa / 10 || whole < -Decimal::largest_mantissa / 10)
        return std::nullopt;
      whole *= 10;
    }
    if (whole < range.low || whole > range.high) return std::nullopt;
    return whole;
  }

  template <class Int>
  struct Number {
    Int num = 0;
    Int den = 1;
  };

  template <class Int>
  std::optional<PlannedStep> with() const {
    std::vector<Number<Int>> values;
    values.reserve(plan_.instructions_.size());
    for (const Plan::Instruction& i : plan_.instructions_) {
      const auto made = step(i, values);
      if (!made) return std::nullopt;
      values.push_back(*made);
    }
    const auto decimal = [&](const Plan::Output& output) {
      return Decimal(static_cast<std::int64_t>(values[output.instruction].num), output.scale);
    };
    PlannedStep found;
    found.price = decimal(plan_.price_);
    found.passes = !plan_.passes_ || !decimal(*plan_.passes_).is_zero();
    if (plan_.coefficient_) found.coefficient = decimal(*plan_.coefficient_);
    found.next.reserve(plan_.next_.size());
    for (const auto& output : plan_.next_)
      found.next.push_back(output ? std::optional(decimal(*output)) : std::nullopt);
    return found;
  }

  template <class Int>
  std::optional<Number<Int>> step(const Plan::Instruction& i,
                                  const std::vector<Number<Int>>& values) const {
    const auto read = [](const Decimal& value,
                         const Plan::Range& range) -> std::optional<Number<Int>> {
      const auto whole = on_scale(value, range);
      return whole ? std::optional(Number<Int>{*whole, 1}) : std::nullopt;
    };
    switch (i.op) {
      case Op::constant:
        return Number<Int>{i.whole, 1};
      case Op::input:
        return read(inputs_[i.a], plan_.inputs_[i.a]);
      case Op::state:
        return read(slots_[i.a], plan_.slots_[i.a]);
      case Op::band:
        return band(plan_.bands_[i.b], values[i.a].num * plan_arithmetic::power_of_ten<Int>(i.up_a),
                    values[i.a].den);
      case Op::round: {
        const Number<Int>& x = values[i.a];
        const Int divisor = x.den * plan_arithmetic::power_of_ten<Int>(i.up_b) * Int{i.whole};
        return Number<Int>{
            plan_arithmetic::whole_quotient<Int>(x.num * plan_arithmetic::power_of_ten<Int>(i.up_a),
                                                 divisor, i.mode) *
                Int{i.whole},
            1};
      }
      default:
        return of_two(i, values);
    }
  }

  template <class Int>
  Number<Int> of_two(const Plan::Instruction& i, const std::vector<Number<Int>>& values) const {
    const Number<Int>& x = values[i.a];
    const Number<Int>& y = values[i.b];
    if (i.op == Op::mul) return {x.num * y.num, x.den * y.den};
    if (i.op == Op::div) {
      const Int num =
          x.num * plan_arithmetic::power_of_ten<Int>(i.up_a) * (i.same_den ? Int{1} : y.den);
      const Int den = y.num * (i.same_den ? Int{1} : x.den);
      return i.negative ? Number<Int>{-num, -den} : Number<Int>{num, den};
    }
    const Int a = x.num * plan_arithmetic::power_of_ten<Int>(i.up_a);
    const Int b = y.num * plan_arithmetic::power_of_ten<Int>(i.up_b);
    const Int crossed_a = i.same_den ? a : a * y.den;
    const Int crossed_b = i.same_den ? b : b * x.den;
    switch (i.op) {
      case Op::add:
        return {crossed_a + crossed_b, i.same_den ? x.den : x.den * y.den};
      case Op::sub:
        return {crossed_a - crossed_b, i.same_den ? x.den : x.den * y.den};
      case Op::min:
        return crossed_a < crossed_b ? Number<Int>{a, x.den} : Number<Int>{b, y.den};
      case Op::max:
        return crossed_a < crossed_b ? Number<Int>{b, y.den} : Number<Int>{a, x.den};
      default:
        break;  // choose
    }
    const bool first = crossed_a >= crossed_b;
    const Number<Int>& taken = values[first ? i.c : i.d];
    return {taken.num * plan_arithmetic::power_of_ten<Int>(first ? i.up_c : i.up_d), taken.den};
  }

  template <class Int>
  std::optional<Number<Int>> band(const Plan::Bands& table, Int value, Int den) const {
    const Plan::Bands::Row* before = nullptr;
    const Plan::Bands::Row* after = nullptr;
    for (const Plan::Bands::Row& row : table.rows) {
      const bool below =
          row.from && (row.over ? value <= Int{*row.from} * den : value < Int{*row.from} * den);
      const bool above = row.up_to && value > Int{*row.up_to} * den;
      if (!below && !above) return Number<Int>{row.gives, 1};
      if (above) before = &row;
      if (below && after == nullptr) after = &row;
    }
    const Plan::Bands::Row* taken = nullptr;
    if (table.between == BandTable::Between::next) taken = after;
    if (table.between == BandTable::Between::previous) taken = before;
    if (taken == nullptr) return std::nullopt;
    return Number<Int>{taken->gives, 1};
  }

  const Plan& plan_;
  std::span<const Decimal> inputs_;
  std::span<const Decimal> slots_;
};

std::optional<PlannedStep> run(const Plan& plan, std::span<const Decimal> inputs,
                               std::span<const Decimal> slots) {
  return PlanRunner(plan, inputs, slots).run();
}

}  // namespace pricetalk
