#pragma once

#include <span>

#include "pricetalk/explain/calculation.hpp"

namespace pricetalk {

/// Computes node after node, so that a worksheet can grow while it runs.
class Evaluator {
 public:
  /// Of amounts that people read, each value must be one that can be written; a clause may pass
  /// through longer ones on its way.
  enum class Values : std::uint8_t { all, writable };
  explicit Evaluator(Values values = Values::all) : only_writable_(values == Values::writable) {}
  /// Computes the node that stands next on the tape.
  void advance(const Calculation& calculation, std::span<const Outcome<Ratio>> inputs,
               std::span<const Outcome<Ratio>> slots);
  Tape take() && { return std::move(tape_); }
  const Tape& tape() const { return tape_; }
  void reserve(std::size_t nodes) { tape_.values_.reserve(nodes); }

 private:
  void put(Ratio value);
  void put(Undetermined reasons);
  void put(const Outcome<Ratio>& outcome);
  /// The reasons of all undetermined operands; nothing when all are determined.
  bool spoiled(std::initializer_list<NodeId> operands);
  Tape tape_;
  bool only_writable_ = false;
};

}  // namespace pricetalk
