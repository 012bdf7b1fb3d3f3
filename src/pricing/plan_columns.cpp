#include <algorithm>
#include <vector>

#include "pricing/plan_arithmetic.hpp"
#include "pricing/plan_kernel.hpp"

namespace pricetalk {

/// Runs a plan over columns. What an instruction gives is a column of numerators, and one of
/// denominators where it is a fraction.
class ColumnRunner {
 public:
  explicit ColumnRunner(const Plan& plan) : plan_(plan) {}

  bool run(std::span<const Column> inputs, std::size_t lines, std::int64_t* prices) const {
    if (const auto& product = plan_.rounded_product()) {
      product_half_up(inputs[product->a], inputs[product->b], product->decimals, lines, prices);
      return true;
    }
    return plan_.wide_ ? with<wide::Int128>(inputs, lines, prices)
                       : with<std::int64_t>(inputs, lines, prices);
  }

 private:
  static constexpr std::size_t block = 256;  ///< lines at a time: what stays in the nearest cache

  template <class Int>
  struct Values {
    std::vector<Int> num;
    std::vector<Int> den;
    bool fraction = false;
  };

  template <class Int>
  bool with(std::span<const Column> inputs, std::size_t lines, std::int64_t* prices) const {
    std::vector<Values<Int>> values(plan_.instructions_.size());
    for (Values<Int>& each : values) each.num.resize(block);
    for (std::size_t first = 0; first < lines; first += block) {
      const std::size_t count = std::min(block, lines - first);
      for (std::size_t at = 0; at < plan_.instructions_.size(); ++at)
        if (!instruction(plan_.instructions_[at], inputs, first, count, values, values[at]))
          return false;
      const std::vector<Int>& answer = values[plan_.price_.instruction].num;
      for (std::size_t i = 0; i < count; ++i)
        prices[first + i] = static_cast<std::int64_t>(answer[i]);
    }
    return true;
  }

  template <class Int>
  bool instruction(const Plan::Instruction& i, std::span<const Column> inputs, std::size_t first,
                   std::size_t count, const std::vector<Values<Int>>& all, Values<Int>& out) const {
    switch (i.op) {
      case Op::constant:
        std::fill_n(out.num.begin(), count, Int{i.whole});
        return true;
      case Op::input: {
        const Column& column = inputs[i.a];
        if (column.values == nullptr)
          std::fill_n(out.num.begin(), count, Int{column.same});
        else
          std::copy_n(column.values + first, count, out.num.begin());
        return true;
      }
      case Op::round:
        rounded(i, count, all[i.a], out);
        return true;
      case Op::band:
      case Op::state:
        return false;
      case Op::mul:
        fraction(out, all[i.a].fraction || all[i.b].fraction);
        for (std::size_t l = 0; l < count; ++l) out.num[l] = all[i.a].num[l] * all[i.b].num[l];
        if (out.fraction)
          for (std::size_t l = 0; l < count; ++l) out.den[l] = den(all[i.a], l) * den(all[i.b], l);
        return true;
      case Op::div:
        quotient(i, count, all[i.a], all[i.b], out);
        return true;
      case Op::choose:
        choice(i, count, all, out);
        return true;
      default:
        of_two(i, count, all[i.a], all[i.b], out);
        return true;
    }
  }

  template <class Int>
  static Int den(const Values<Int>& values, std::size_t line) {
    return values.fraction ? values.den[line] : Int{1};
  }

  template <class Int>
  static void fraction(Values<Int>& out, bool is) {
    out.fraction = is;
    if (is) out.den.resize(block);
  }

  template <class Int>
  static void rounded(const Plan::Instruction& i, std::size_t count, const Values<Int>& x,
                      Values<Int>& out) {
    fraction(out, false);
    const Int up = plan_arithmetic::power_of_ten<Int>(i.up_a);
    const Int step = plan_arithmetic::power_of_ten<Int>(i.up_b) * Int{i.whole};
    for (std::size_t l = 0; l < count; ++l)
      out.num[l] = plan_arithmetic::whole_quotient<Int>(x.num[l] * up, den(x, l) * step, i.mode) *
                   Int{i.whole};
  }

  template <class Int>
  static void quotient(const Plan::Instruction& i, std::size_t count, const Values<Int>& x,
                       const Values<Int>& y, Values<Int>& out) {
    fraction(out, true);
    const Int up = plan_arithmetic::power_of_ten<Int>(i.up_a);
    for (std::size_t l = 0; l < count; ++l) {
      const Int num = x.num[l] * up * (i.same_den ? Int{1} : den(y, l));
      const Int divisor = y.num[l] * (i.same_den ? Int{1} : den(x, l));
      out.num[l] = i.negative ? -num : num;
      out.den[l] = i.negative ? -divisor : divisor;
    }
  }

  template <class Int>
  static void of_two(const Plan::Instruction& i, std::size_t count, const Values<Int>& x,
                     const Values<Int>& y, Values<Int>& out) {
    fraction(out, x.fraction || y.fraction);
    const Int up_a = plan_arithmetic::power_of_ten<Int>(i.up_a);
    const Int up_b = plan_arithmetic::power_of_ten<Int>(i.up_b);
    for (std::size_t l = 0; l < count; ++l) {
      const Int a = x.num[l] * up_a;
      const Int b = y.num[l] * up_b;
      const Int crossed_a = i.same_den ? a : a * den(y, l);
      const Int crossed_b = i.same_den ? b : b * den(x, l);
      const bool first = i.op == Op::min ? crossed_a < crossed_b : !(crossed_a < crossed_b);
      Int divisor = i.same_den ? den(x, l) : den(x, l) * den(y, l);
      if (i.op == Op::add) {
        out.num[l] = crossed_a + crossed_b;
      } else if (i.op == Op::sub) {
        out.num[l] = crossed_a - crossed_b;
      } else {
        out.num[l] = first ? a : b;
        divisor = first ? den(x, l) : den(y, l);
      }
      if (out.fraction) out.den[l] = divisor;
    }
  }

  template <class Int>
  static void choice(const Plan::Instruction& i, std::size_t count,
                     const std::vector<Values<Int>>& all, Values<Int>& out) {
    fraction(out, all[i.c].fraction || all[i.d].fraction);
    const Int up_a = plan_arithmetic::power_of_ten<Int>(i.up_a);
    const Int up_b = plan_arithmetic::power_of_ten<Int>(i.up_b);
    const Int up_c = plan_arithmetic::power_of_ten<Int>(i.up_c);
    const Int up_d = plan_arithmetic::power_of_ten<Int>(i.up_d);
    for (std::size_t l = 0; l < count; ++l) {
      const Int a = all[i.a].num[l] * up_a;
      const Int b = all[i.b].num[l] * up_b;
      const bool first = i.same_den ? a >= b : a * den(all[i.b], l) >= b * den(all[i.a], l);
      out.num[l] = first ? all[i.c].num[l] * up_c : all[i.d].num[l] * up_d;
      if (out.fraction) out.den[l] = first ? den(all[i.c], l) : den(all[i.d], l);
    }
  }

  const Plan& plan_;
};

bool run(const Plan& plan, std::span<const Column> inputs, std::size_t lines,
         std::int64_t* prices) {
  return ColumnRunner(plan).run(inputs, lines, prices);
}

}  // namespace pricetalk
