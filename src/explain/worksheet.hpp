#pragma once

#include <memory>
#include <string>
#include <vector>

#include "pricetalk/explain/derivation.hpp"
#include "pricetalk/explain/figure.hpp"

namespace pricetalk {

class Evaluator;

/// Arithmetic outside the ladder (totals, the bargain, interest): each call appends a node and
/// computes it at once. The same Calculation and Tape as a clause, so it is explained too.
class Worksheet {
 public:
  explicit Worksheet(Currency currency);
  ~Worksheet();
  Worksheet(Worksheet&&) noexcept;
  Worksheet& operator=(Worksheet&&) noexcept;

  NodeId given(const Outcome<Ratio>& value, Phrase label, InputSource source,
               Form form = Form::money);
  NodeId given(const Figure& figure, Phrase label);
  NodeId constant(const Decimal& value, Form form = Form::plain);
  NodeId add(NodeId a, NodeId b, Phrase label = {});
  NodeId sub(NodeId a, NodeId b, Phrase label = {});
  NodeId mul(NodeId a, NodeId b, Phrase label = {});
  NodeId div(NodeId a, NodeId b, Phrase label = {});
  NodeId sum(const std::vector<NodeId>& operands, Phrase label = {});
  NodeId max(NodeId a, NodeId b, Phrase label = {});
  NodeId min(NodeId a, NodeId b, Phrase label = {});
  NodeId round(NodeId a, const Rounding& rounding, Phrase label = {});
  /// a >= b ? c : d
  NodeId choose(NodeId a, NodeId b, NodeId c, NodeId d);
  /// The node by a name, with the words of the file that asked for it.
  NodeId named(NodeId node, Role role, Span where = {}, bool by_default = false);
  NodeId named(NodeId node, Phrase label, Span where = {}, bool by_default = false);

  Outcome<Ratio> value(NodeId node) const { return values_[node]; }
  /// The weakest fixity among the inputs that really reach the node.
  Fixity fixity(NodeId node) const { return fixities_[node]; }
  /// The node's value with the currency's decimals, or more where it has more; REQUIRES: it was
  /// rounded already (nothing is rounded here). Undetermined stays undetermined.
  Outcome<Figure> money(NodeId node, std::string address) const;
  Currency currency() const { return currency_; }
  Derivation derivation() const;

 private:
  NodeId note(NodeId node, Phrase label);
  NodeId compute(NodeId node);
  Fixity weakest(NodeId node) const;
  CalculationBuilder builder_;
  std::unique_ptr<Evaluator> evaluator_;
  std::vector<Outcome<Ratio>> values_;
  std::vector<Fixity> fixities_;
  std::vector<Outcome<Ratio>> inputs_;
  std::vector<InputSource> sources_;
  Currency currency_;
};

}  // namespace pricetalk
