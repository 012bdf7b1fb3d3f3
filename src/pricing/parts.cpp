#include "pricing/parts.hpp"

namespace pricetalk {

Phrase part_label(const Part& part) { return {"part " + part.name, "deel " + part.name}; }

NodeId in_contract_currency(CalculationBuilder& builder, const Contract& contract, const Line& line,
                            std::size_t price, const Part& part, NodeId node) {
  if (!part.rate) return node;
  const NodeId rate = builder.constant(part.rate->value);
  NodeId paid = builder.div(node, rate);
  if (!line.parts_in_full)
    paid = builder.round(paid, Rounding::decimals(line.price_decimals(contract.currency, price)));
  const std::string from(part.currency.code());
  const std::string to(contract.currency.code());
  return builder.named(paid,
                       Phrase{"part " + part.name + ", " + from + " to " + to,
                              "deel " + part.name + ", " + from + " naar " + to},
                       part.rate->where.value_or(part.where));
}

NodeId all_parts(CalculationBuilder& builder, const Contract& contract, const Line& line,
                 std::size_t price, const std::vector<NodeId>& parts) {
  const NodeId sum = builder.sum(parts);
  if (!line.parts_in_full) return sum;
  return builder.round(sum, Rounding::decimals(line.price_decimals(contract.currency, price)));
}

std::vector<NodeId> split_price(CalculationBuilder& builder, const PricingContext& context,
                                NodeId original) {
  const Line& line = *context.line;
  std::vector<NodeId> made;
  std::vector<NodeId> added;
  for (const Part& part : line.parts) {
    const NodeId share = builder.constant(*part.share.as_fraction().exact_decimal(), Form::percent);
    NodeId node = builder.mul(original, share);
    if (!line.parts_in_full)
      node = builder.round(
          node, Rounding::decimals(line.price_decimals(context.contract->currency, context.price)));
    if (part.rate) node = builder.mul(node, builder.constant(part.rate->value));
    node = builder.named(node, part_label(part), part.share_where);
    builder.symbol("part " + part.name, node);
    builder.symbol("part " + part.name + " base", node);
    made.push_back(node);
    added.push_back(
        in_contract_currency(builder, *context.contract, line, context.price, part, node));
  }
  const NodeId sum =
      builder.named(all_parts(builder, *context.contract, line, context.price, added),
                    Phrase{"all parts", "alle delen samen"});
  builder.outputs().price = builder.outputs().exact = builder.outputs().line_price = sum;
  return made;
}

State of_part(const State& state, std::size_t part) {
  State made = state;
  const PartState& own = state.parts[part];
  made.price = own.price;
  made.exact = own.exact;
  made.fixity = own.fixity;
  made.address = own.address;
  return made;
}

void show_parts(const State& state, PriceEntry& entry) {
  for (const PartState& part : state.parts) entry.parts.push_back(part.price);
}

}  // namespace pricetalk
