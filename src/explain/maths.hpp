#pragma once

#include <functional>
#include <optional>
#include <string>

#include "pricetalk/explain/derivation.hpp"

namespace pricetalk {

/// Prints one node as an expression. `atom` answers what stands for a node instead of its own
/// expression (a symbol, a name, a value), or nothing to write the node out.
class MathsPrinter {
 public:
  using Atom = std::function<std::optional<std::string>(NodeId)>;
  /// With a tape, only the branch that a choice took is written.
  MathsPrinter(const Calculation& calculation, Language language, Atom atom,
               const Tape* tape = nullptr)
      : calculation_(calculation), language_(language), atom_(std::move(atom)), tape_(tape) {}

  /// The node itself is written out, its operands may be atoms.
  std::string print(NodeId node) const { return write(node, true).text; }

 private:
  enum Level { lowest, sum_level, product_level, atom_level };
  struct Piece {
    std::string text;
    Level level;
  };
  Piece write(NodeId node, bool top) const;
  Piece choice(const Node& node) const;
  std::string operand(NodeId node, Level at_least) const;
  std::string joined(const Node& node, const char* sign, Level level) const;
  std::string say(std::string_view en, std::string_view nl, std::string_view de,
                  std::string_view fr) const {
    return pricetalk::say(language_, en, nl, de, fr);
  }

  const Calculation& calculation_;
  Language language_;
  Atom atom_;
  const Tape* tape_;
};

}  // namespace pricetalk
