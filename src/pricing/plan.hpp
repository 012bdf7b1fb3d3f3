#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <variant>
#include <vector>

#include "pricetalk/explain/calculation.hpp"
#include "pricetalk/number/decimal.hpp"
#include "pricetalk/number/ratio.hpp"

namespace pricetalk {

/// Where the values of one input or slot lie: whole multiples of 10^-scale from `low` to `high`.
/// REQUIRES: low <= high, 0 <= scale <= 18. A percent series is bounded as the fractions that a
/// clause reads: 3.9 % is 0.039.
struct Bound {
  Decimal low;
  Decimal high;
  int scale = 0;

  /// The narrowest bound that holds all of `values`. REQUIRES: at least one value.
  static Bound of(std::span<const Decimal> values);
};

/// Why a calculation cannot be proven safe in integers; then `evaluate` computes it.
struct NotPlanned {
  NodeId node = no_node;  ///< of the calculation; no_node: the bounds themselves
  Phrase why;
};

/// What one run of a plan gives, each the very number that `evaluate` gives.
struct PlannedStep {
  /// The new price. When the step does not pass its threshold: the price that it would have given.
  Decimal price;
  /// False when the threshold holds the step back.
  bool passes = true;
  /// Empty when the clause does not round it: a fraction.
  std::optional<Decimal> coefficient;
  /// One per row of Calculation::next, in its order; empty where the value is a fraction.
  std::vector<std::optional<Decimal>> next;
};

/// A calculation in integers: every node is an unreduced fraction `num / (den · 10^scale)` whose
/// size is proven from the bounds of what is read, so that 64 or 128 bits hold it. Divisions stay
/// open until a rounding or a comparison closes them. A reader of the same Calculation as
/// `evaluate` and the derivation; it knows nothing of clauses. Immutable; may be run from any
/// thread.
class Plan {
 public:
  /// Whether some intermediate value needs 128 bits.
  bool wide() const { return wide_; }
  /// How many integer instructions one run takes.
  std::size_t size() const { return instructions_.size(); }
  /// The decimals of the price.
  int price_scale() const { return price_.scale; }

  /// Two inputs multiplied and rounded half-up, and nothing else: the step of a price by its
  /// coefficient, an amount of price and quantity.
  struct RoundedProduct {
    std::uint32_t a = 0;
    std::uint32_t b = 0;
    int decimals = 0;  ///< of the product that go
  };
  /// Nothing where the plan is something else, or where the product and ten to the power of its
  /// decimals may together reach 2^51.
  const std::optional<RoundedProduct>& rounded_product() const { return product_; }

 private:
  friend class Planner;
  friend class PlanRunner;
  friend class ColumnRunner;

  /// Registers are numbered as instructions. `up_*`: powers of ten that bring operands to one
  /// scale.
  struct Instruction {
    Op op = Op::constant;
    std::uint32_t a = 0;
    std::uint32_t b = 0;
    std::uint32_t c = 0;
    std::uint32_t d = 0;
    std::uint8_t up_a = 0;
    std::uint8_t up_b = 0;
    std::uint8_t up_c = 0;
    std::uint8_t up_d = 0;
    bool same_den = false;  ///< a and b have one denominator: no cross multiplication
    bool negative = false;  ///< div: the divisor is below zero
    RoundingMode mode = RoundingMode::half_up;
    std::int64_t whole = 0;  ///< constant: its mantissa; round: the step's mantissa
  };
  struct Range {
    std::int64_t low = 0;
    std::int64_t high = 0;
    int scale = 0;
  };
  struct Bands {
    struct Row {
      std::optional<std::int64_t> from;
      bool over = false;
      std::optional<std::int64_t> up_to;
      std::int64_t gives = 0;
    };
    std::vector<Row> rows;
    BandTable::Between between = BandTable::Between::undetermined;
  };
  struct Output {
    std::uint32_t instruction = 0;
    int scale = 0;
  };

  std::vector<Instruction> instructions_;
  std::vector<Range> inputs_;
  std::vector<Range> slots_;
  std::vector<Bands> bands_;
  Output price_;
  std::optional<Output> passes_;
  std::optional<Output> coefficient_;
  std::vector<std::optional<Output>> next_;
  bool wide_ = false;
  std::optional<RoundedProduct> product_;
};

/// Proves a calculation safe in integers for all inputs and slots inside their bounds, or says why
/// not. The price must come out rounded (or be a decimal anyway); other outputs that stay fractions
/// are left empty. Of a surcharge the price is the surcharge. REQUIRES: one bound per input and per
/// slot of the calculation.
std::variant<Plan, NotPlanned> plan(const Calculation& calculation, std::span<const Bound> inputs,
                                    std::span<const Bound> slots);

/// Runs a plan. Nothing when a value lies outside its bound or in a gap between bands: then
/// `evaluate` answers. REQUIRES: as many inputs and slots as the calculation has.
std::optional<PlannedStep> run(const Plan& plan, std::span<const Decimal> inputs,
                               std::span<const Decimal> slots);

/// One input of many lines: a value for each, or one for all. Whole multiples of 10^-scale, with
/// the scale of the input's bound.
struct Column {
  const std::int64_t* values = nullptr;  ///< null: `same`
  std::int64_t same = 0;
};

/// The prices of many lines at once, instruction by instruction over blocks of lines, in whole
/// multiples of 10^-`price_scale`. False when a line falls into a gap between bands; then nothing
/// is to be believed. REQUIRES: every value inside its bound; no slots; `prices` has room for
/// `lines`.
bool run(const Plan& plan, std::span<const Column> inputs, std::size_t lines, std::int64_t* prices);

}  // namespace pricetalk
