#pragma once

#include <string>
#include <vector>

#include "explain/worksheet.hpp"
#include "pricetalk/explain/figure.hpp"

namespace pricetalk {

/// A worksheet and the figures that were taken from it, so that each can be looked up later.
class Book {
 public:
  explicit Book(Currency currency) : sheet_(currency) {}
  Worksheet& sheet() { return sheet_; }

  /// An amount of the sheet as a figure with an address.
  Outcome<Figure> figure(NodeId node, std::string address, Fixity fixity, Phrase what);
  /// The figure of an amount that is known: a sum of known ones. Throws Overflow where it has more
  /// than 18 digits.
  Figure known_figure(NodeId node, std::string address, Fixity fixity, Phrase what);
  /// The sum, or zero for nothing.
  NodeId sum(const std::vector<NodeId>& operands, Phrase label);
  NodeId zero() { return sheet_.constant(Decimal(0, 0), Form::money); }

  /// Adds the evidence of all figures.
  void close(std::vector<Evidence>& evidence) &&;

 private:
  Worksheet sheet_;
  std::vector<Evidence> taken_;
};

}  // namespace pricetalk
