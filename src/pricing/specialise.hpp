#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "pricetalk/explain/calculation.hpp"

namespace pricetalk {

/// A sum of numbers that differ from line to line, each times a number that does not: the quantity
/// of some days out of what the contract states.
struct LinearSum {
  struct Term {
    std::size_t variable = 0;  ///< which of the line's numbers
    Decimal times;             ///< times / over; both decimals
    Decimal over;              ///< not zero
  };
  std::vector<Term> terms;
};

/// Which leaves of a calculation differ from line to line.
struct Varying {
  std::vector<bool> inputs;  ///< one per input
  std::vector<bool> slots;   ///< one per slot
  /// Inputs that are made of other numbers of the line.
  std::map<std::size_t, LinearSum> sums = {};
  /// Nodes that are computed elsewhere and read like a leaf; one per node, or none at all.
  std::vector<bool> cuts = {};
  /// Nodes in whose place one of their operands is taken.
  std::map<NodeId, NodeId> instead = {};
};

/// The part of a calculation that differs from line to line (ARCHITECTURE, binding time). All that
/// does not is a number that one run of the calculation gave. It is no second lowering: its nodes
/// are those of the calculation that it came from, and what it answers is what `evaluate` answers.
struct Specialised {
  /// Its inputs are `reads`, in order, and behind them `known`; its answer is `outputs.price`.
  Calculation calculation;
  /// A number of the line: a leaf or a cut of the original, or a variable of its sums.
  struct Read {
    NodeId leaf = no_node;
    std::size_t variable = 0;  ///< where there is no leaf
    friend bool operator==(const Read&, const Read&) = default;
  };
  std::vector<Read> reads;
  std::vector<Decimal> known;  ///< numbers that are the same for all lines
  /// Two calculations of one shape differ in `known` only.
  std::shared_ptr<const std::string> shape;

  bool of_shape(const std::shared_ptr<const std::string>& other) const {
    return shape == other || (other != nullptr && *shape == *other);
  }
};

/// What `output` comes to for lines that differ in `varying` and in nothing else. Nothing when one
/// of the numbers that they share is undetermined or has no end of decimals that a sum could keep.
/// REQUIRES: `tape` is of a run of `calculation` with the shared numbers of these lines.
std::optional<Specialised> specialise(const Calculation& calculation, const Tape& tape,
                                      const Varying& varying, NodeId output);

/// Whether a node has the same value for all lines that differ in `varying` only. What a choice
/// does not take counts only where the choice itself differs.
std::vector<bool> shared_nodes(const Calculation& calculation, const Tape& tape,
                               const Varying& varying);

}  // namespace pricetalk
