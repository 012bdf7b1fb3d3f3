#include <gtest/gtest.h>

#include <boost/multiprecision/cpp_int.hpp>
#include <functional>
#include <map>
#include <random>
#include <set>

#include "pricetalk/explain/calculation.hpp"

namespace evaluate_property_test {

using namespace pricetalk;
using boost::multiprecision::cpp_int;
using boost::multiprecision::cpp_rational;

Outcome<Ratio> missing(const std::string& key) {
  return Undetermined(Reason{.kind = Reason::Kind::missing,
                             .key = key,
                             .text = same(key),
                             .series = {},
                             .period = {},
                             .expected = {},
                             .source = {}});
}

std::string keys(const Outcome<Ratio>& outcome) {
  if (outcome) return outcome->text();
  std::string text = "?";
  for (const Reason& reason : outcome.why().reasons()) text += " " + reason.key;
  return text;
}

// ---- property: random calculations against big rationals, computed on demand instead of in order
// ----

using Value = std::variant<cpp_rational, std::set<std::string>>;

class Oracle {
 public:
  Oracle(const Calculation& calculation, const std::vector<Value>& inputs)
      : c_(calculation), inputs_(inputs) {}

  Value at(NodeId node) {
    if (const auto known = seen_.find(node); known != seen_.end()) return known->second;
    return seen_[node] = compute(c_.nodes[node]);
  }

 private:
  static cpp_rational exact(const Decimal& d) {
    cpp_int power = 1;
    for (int i = 0; i < d.scale(); ++i) power *= 10;
    return cpp_rational(cpp_int(d.mantissa()), power);
  }
  static cpp_int floor_of(const cpp_rational& x) {
    const cpp_int n = numerator(x), d = denominator(x);
    cpp_int quotient = n / d;
    if (quotient * d > n) quotient -= 1;
    return quotient;
  }
  static cpp_rational half_up(const cpp_rational& x, const cpp_rational& step) {
    const cpp_rational units = x / step;
    const cpp_rational size = units < 0 ? cpp_rational(-units) : units;
    const cpp_rational whole = cpp_rational(floor_of(size + cpp_rational(1, 2)));
    return (units < 0 ? cpp_rational(-whole) : whole) * step;
  }
  Value compute(const Node& n) {
    switch (n.op) {
      case Op::constant:
        return exact(c_.constants[n.a].value);
      case Op::input:
        return inputs_[n.a];
      case Op::round:
        return one(n.a, [&](const cpp_rational& x) -> Value {
          return half_up(x, exact(c_.roundings[n.b].step));
        });
      case Op::sum:
      case Op::product: {
        std::set<std::string> why;
        cpp_rational total = n.op == Op::sum ? 0 : 1;
        for (NodeId i = n.a; i < n.a + n.b; ++i) {
          const Value x = at(c_.operands[i]);
          if (const auto* open = std::get_if<1>(&x))
            why.insert(open->begin(), open->end());
          else if (n.op == Op::sum)
            total += std::get<0>(x);
          else
            total *= std::get<0>(x);
        }
        if (!why.empty()) return why;
        return total;
      }
      case Op::choose:
        return two(n.a, n.b, [&](const cpp_rational& a, const cpp_rational& b) {
          return at(a < b ? n.d : n.c);
        });
      default:
        break;
    }
    return two(n.a, n.b, [&](const cpp_rational& a, const cpp_rational& b) -> Value {
      switch (n.op) {
        case Op::add:
          return cpp_rational(a + b);
        case Op::sub:
          return cpp_rational(a - b);
        case Op::mul:
          return cpp_rational(a * b);
        case Op::div: {
          if (b == 0) return std::set<std::string>{"zero"};
          return cpp_rational(a / b);
        }
        case Op::min:
          return std::min(a, b);
        default:
          return std::max(a, b);
      }
    });
  }
  Value one(NodeId a, const std::function<Value(const cpp_rational&)>& then) {
    const Value x = at(a);
    return x.index() == 1 ? x : then(std::get<0>(x));
  }
  Value two(NodeId a, NodeId b,
            const std::function<Value(const cpp_rational&, const cpp_rational&)>& then) {
    const Value x = at(a), y = at(b);
    std::set<std::string> why;
    if (const auto* open = std::get_if<1>(&x)) why.insert(open->begin(), open->end());
    if (const auto* open = std::get_if<1>(&y)) why.insert(open->begin(), open->end());
    if (!why.empty()) return why;
    return then(std::get<0>(x), std::get<0>(y));
  }

  const Calculation& c_;
  const std::vector<Value>& inputs_;
  std::map<NodeId, Value> seen_;
};

std::string text(const Value& value) {
  if (const auto* number = std::get_if<0>(&value)) return number->str();
  std::string all = "?";
  for (const std::string& key : std::get<1>(value)) all += " " + key;
  return all;
}

TEST(Evaluate, random_calculations_agree_with_big_rationals) {
  std::mt19937_64 random(11);
  const auto below = [&](std::size_t n) { return static_cast<NodeId>(random() % n); };
  int undetermined = 0;
  int branches = 0;
  for (int round = 0; round < 300; ++round) {
    CalculationBuilder builder;
    std::vector<Outcome<Ratio>> inputs;
    std::vector<Value> exact;
    for (int i = 0; i < 4; ++i) {
      builder.input(std::string(1, static_cast<char>('a' + i)));
      const auto n = static_cast<std::int64_t>(below(41)) - 20;
      const auto d = static_cast<std::int64_t>(below(9)) + 1;
      if (below(6) == 0) {
        const std::string key = "m" + std::to_string(i);
        inputs.push_back(missing(key));
        exact.emplace_back(std::set<std::string>{key});
      } else {
        inputs.emplace_back(Ratio::of(n, d));
        exact.emplace_back(cpp_rational(n, d));
      }
    }
    builder.constant(Decimal(static_cast<std::int64_t>(below(2000)) - 1000, 2));
    for (std::size_t size = 5; size < 25; ++size) {
      const NodeId a = below(size), b = below(size), c = below(size), d = below(size);
      switch (below(10)) {
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
          builder.div(a, b);
          break;
        case 4:
          builder.min(a, b);
          break;
        case 5:
          builder.max(a, b);
          break;
        case 6:
          builder.round(a, {RoundingMode::half_up, Decimal(5, 2)});
          break;
        case 7:
          builder.choose(a, b, c, d);
          ++branches;
          break;
        case 8:
          builder.sum(std::vector<NodeId>{a, b, c});
          break;
        default:
          builder.product(std::vector<NodeId>{a, d});
          break;
      }
    }
    const Calculation calculation = std::move(builder).finish();
    const Tape tape = evaluate(calculation, inputs, {});
    Oracle oracle(calculation, exact);
    for (NodeId node = 0; node < calculation.nodes.size(); ++node) {
      const Outcome<Ratio> found = tape.at(node);
      if (!found && keys(found).find("overflow") != std::string::npos)
        break;  // 18 digits: not the oracle's business
      ASSERT_EQ(keys(found), text(oracle.at(node))) << "round " << round << " node " << node;
      undetermined += found ? 0 : 1;
    }
  }
  EXPECT_GT(undetermined, 500);
  EXPECT_GT(branches, 300);
}

}  // namespace evaluate_property_test
