#include "explain/worksheet.hpp"

#include <algorithm>
#include <stdexcept>

#include "explain/evaluate.hpp"
#include "explain/operands.hpp"
#include "explain/rounded.hpp"

namespace pricetalk {

Worksheet::Worksheet(Currency currency)
    : evaluator_(std::make_unique<Evaluator>(Evaluator::Values::writable)), currency_(currency) {}
Worksheet::~Worksheet() = default;
Worksheet::Worksheet(Worksheet&&) noexcept = default;
Worksheet& Worksheet::operator=(Worksheet&&) noexcept = default;

NodeId Worksheet::compute(NodeId node) {
  // Nodes that the builder added on the way (constants, copies) come before this one.
  while (values_.size() <= node) {
    evaluator_->advance(builder_.so_far(), inputs_, {});
    const auto next = static_cast<NodeId>(values_.size());
    values_.push_back(evaluator_->tape().at(next));
    fixities_.push_back(weakest(next));
  }
  return node;
}

Fixity Worksheet::weakest(NodeId node) const {
  const Calculation& made = builder_.so_far();
  const Node& n = made.nodes[node];
  if (n.op == Op::input) return sources_[n.a].fixity;
  Fixity found = Fixity::fixed;
  operands_read(made, evaluator_->tape(), node,
                [&](NodeId operand) { found = std::max(found, fixities_[operand]); });
  return found;
}

NodeId Worksheet::note(NodeId node, Phrase label) {
  compute(node);
  if (label.empty()) return node;
  return compute(builder_.named(node, std::move(label)));
}

NodeId Worksheet::given(const Outcome<Ratio>& value, Phrase label, InputSource source, Form form) {
  inputs_.push_back(value);
  sources_.push_back(std::move(source));
  return note(builder_.input("", form), std::move(label));
}

NodeId Worksheet::given(const Figure& figure, Phrase label) {
  Ratio value;
  Form form = Form::plain;
  if (const auto* money = std::get_if<Money>(&figure.value)) {
    value = money->amount;
    form = Form::money;
  } else if (const auto* percent = std::get_if<Percent>(&figure.value)) {
    value = percent->as_fraction();
    form = Form::percent;
  } else if (const auto* decimal = std::get_if<Decimal>(&figure.value)) {
    value = *decimal;
  } else {
    value = Ratio(std::get<Count>(figure.value).value);
  }
  InputSource source{.kind = InputSource::Kind::earlier_price,
                     .text = {"see " + figure.address.text, "zie " + figure.address.text},
                     .figure = {},
                     .where = {},
                     .address = figure.address.text,
                     .fixity = figure.fixity};
  return given(value, std::move(label), std::move(source), form);
}

NodeId Worksheet::constant(const Decimal& value, Form form) {
  return compute(builder_.constant(value, form));
}
NodeId Worksheet::add(NodeId a, NodeId b, Phrase label) {
  return note(builder_.add(a, b), std::move(label));
}
NodeId Worksheet::sub(NodeId a, NodeId b, Phrase label) {
  return note(builder_.sub(a, b), std::move(label));
}
NodeId Worksheet::mul(NodeId a, NodeId b, Phrase label) {
  return note(builder_.mul(a, b), std::move(label));
}
NodeId Worksheet::div(NodeId a, NodeId b, Phrase label) {
  return note(builder_.div(a, b), std::move(label));
}
NodeId Worksheet::max(NodeId a, NodeId b, Phrase label) {
  return note(builder_.max(a, b), std::move(label));
}
NodeId Worksheet::min(NodeId a, NodeId b, Phrase label) {
  return note(builder_.min(a, b), std::move(label));
}
NodeId Worksheet::sum(const std::vector<NodeId>& operands, Phrase label) {
  return note(builder_.sum(operands), std::move(label));
}
NodeId Worksheet::round(NodeId a, const Rounding& rounding, Phrase label) {
  return note(builder_.round(a, rounding), std::move(label));
}

NodeId Worksheet::choose(NodeId a, NodeId b, NodeId c, NodeId d) {
  return compute(builder_.choose(a, b, c, d));
}
NodeId Worksheet::named(NodeId node, Role role, Span where, bool by_default) {
  return compute(builder_.named(node, role, std::move(where), by_default));
}
NodeId Worksheet::named(NodeId node, Phrase label, Span where, bool by_default) {
  return compute(builder_.named(node, std::move(label), std::move(where), by_default));
}

Outcome<Figure> Worksheet::money(NodeId node, std::string address) const {
  const Outcome<Ratio>& value = values_[node];
  if (!value) return value.why();
  constexpr int finest =
      6;  // a longer amount that was rounded cannot be told from one that was not
  const auto exact = value->exact_decimal();
  const Outcome<Decimal> amount = rounded(
      *value,
      Rounding::decimals(std::max(currency_.minor_decimals(), exact ? exact->scale() : finest)));
  if (!amount) return amount.why();
  if (!exact) throw std::logic_error("a worksheet amount was not rounded: " + address);
  return Figure{Money{*amount, currency_}, Address{std::move(address)}, fixity(node)};
}

Derivation Worksheet::derivation() const {
  return {std::make_shared<const Calculation>(builder_.so_far()),
          evaluator_->tape(),
          sources_,
          {},
          currency_};
}

}  // namespace pricetalk
