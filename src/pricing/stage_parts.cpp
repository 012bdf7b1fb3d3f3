#include "pricing/lowering.hpp"
#include "pricing/parts.hpp"

namespace pricetalk {

/// After the ladder of a line with parts: the part that moved and what the others cost, added.
void Lowering::whole_line() {
  if (!context_.part) return;
  const Line& line = *context_.line;
  Outputs& outputs = builder_.outputs();
  std::vector<NodeId> now;
  std::vector<NodeId> before;
  for (std::size_t i = 0; i < line.parts.size(); ++i) {
    const Part& part = line.parts[i];
    const auto paid = [&](NodeId node) {
      return in_contract_currency(builder_, *context_.contract, line, context_.price, part, node);
    };
    const std::string name = "part " + part.name;
    NodeId node = no_node;
    if (i == *context_.part) {
      node = builder_.named(outputs.price, part_label(part), part.where);
      before.push_back(paid(builder_.slot(Slot::price)));
      builder_.symbol(name + " increase", outputs.increase);
      now.push_back(paid(node));
    } else {
      node = builder_.named(builder_.input({}, Form::money), part_label(part), part.where);
      parts_.push_back(i);
      now.push_back(paid(node));
      before.push_back(now.back());
    }
    builder_.symbol(name, node);
  }
  const auto added = [&](const std::vector<NodeId>& parts) {
    return all_parts(builder_, *context_.contract, line, context_.price, parts);
  };
  outputs.line_price =
      builder_.named(added(now), Phrase{"all parts", "alle delen samen"}, line.where);
  outputs.moved = builder_.sub(builder_.div(outputs.line_price, added(before)), builder_.one());
}

}  // namespace pricetalk
