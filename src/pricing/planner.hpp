#pragma once

#include <initializer_list>
#include <string>
#include <vector>

#include "pricetalk/number/ratio.hpp"
#include "pricing/plan.hpp"

namespace pricetalk {

/// Turns nodes into instructions and proves their sizes. Bounds are exact fractions, so the proof
/// has no rounding of its own.
class Planner {
 public:
  Planner(const Calculation& calculation, std::span<const Bound> inputs,
          std::span<const Bound> slots)
      : calculation_(calculation), inputs_(inputs), slots_(slots) {}
  std::variant<Plan, NotPlanned> plan() &&;

 private:
  static constexpr int largest_exponent = 37;
  static constexpr std::uint32_t own_den = UINT32_MAX;

  /// `num / (den · 10^scale)` with the largest sizes of both, and where the value lies.
  struct Shape {
    int scale = 0;
    bool fraction = false;
    std::uint32_t den_of = 0;  ///< instruction whose denominator this is
    Ratio num{0};
    Ratio den{1};
    Ratio low{0};
    Ratio high{0};
  };
  struct Code {
    Plan::Instruction instruction;
    Shape shape;
    Ratio widest;
    Phrase refused;  ///< why it cannot be proven; empty: it is
  };
  struct Pair {
    int scale = 0;
    Ratio a, b;                  ///< sizes on one scale
    Ratio crossed_a, crossed_b;  ///< times the other's denominator
  };

  static Ratio power_of_ten(int exponent);
  static Ratio magnitude(const Shape& shape);
  static Ratio limit_of_128_bits();
  static Phrase too_large();
  static std::optional<Plan::Range> range(const Bound& bound);
  static void common_den(Shape& shape, const Shape& x, const Shape& y, bool same);
  static Shape either(const Shape& x, const Shape& y, bool same);

  void refuse(Phrase why);
  void see(const Ratio& size);
  std::uint8_t up(int exponent);
  void depend(std::initializer_list<std::uint32_t> operands);
  std::uint32_t push(Plan::Instruction instruction, Shape shape);
  Pair aligned(Plan::Instruction& made, std::uint32_t a, std::uint32_t b);

  std::uint32_t constant(const Decimal& value);
  std::uint32_t read(Op op, NodeId row, const Bound& bound);
  std::uint32_t sum(Op op, std::uint32_t a, std::uint32_t b);
  std::uint32_t product(std::uint32_t a, std::uint32_t b);
  std::uint32_t quotient(std::uint32_t a, std::uint32_t b);
  std::uint32_t extreme(Op op, std::uint32_t a, std::uint32_t b);
  std::uint32_t choice(std::uint32_t a, std::uint32_t b, std::uint32_t c, std::uint32_t d);
  std::uint32_t rounded(std::uint32_t a, const Rounding& rounding);
  std::uint32_t band(std::uint32_t a, const BandTable& table);
  std::uint32_t node(const Node& node);

  std::optional<Plan::Output> output(NodeId node) const;
  void keep(Plan& made);
  static std::optional<Plan::RoundedProduct> product_in(const Plan& made);

  const Calculation& calculation_;
  std::span<const Bound> inputs_;
  std::span<const Bound> slots_;
  std::vector<Code> code_;
  std::vector<std::uint32_t> of_node_;  ///< instruction of each node
  std::vector<Plan::Bands> bands_;
  Ratio widest_{0};  ///< of the instruction that is being made
  Phrase refused_;
};

}  // namespace pricetalk
