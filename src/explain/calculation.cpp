#include "pricetalk/explain/calculation.hpp"

#include <algorithm>

namespace pricetalk {

std::string_view symbol(Slot slot) {
  switch (slot) {
    case Slot::price:
      return "P";
    case Slot::exact:
      return "P*";
    case Slot::original:
      return "P0";
    case Slot::m_last:
      return "m_last";
    case Slot::carry:
      return "carry";
    case Slot::room:
      return "room";
    case Slot::lost:
      return "lost";
    case Slot::year_ago:
      return "P_year";
  }
  return "";
}

NodeId Calculation::find(std::string_view symbol) const {
  const auto found = std::find_if(symbols.begin(), symbols.end(),
                                  [&](const auto& s) { return s.first == symbol; });
  return found == symbols.end() ? no_node : found->second;
}

namespace {

template <class T, class Same>
NodeId row_of(std::vector<T>& table, const T& value, Same same) {
  const auto found =
      std::find_if(table.begin(), table.end(), [&](const T& x) { return same(x, value); });
  if (found != table.end()) return static_cast<NodeId>(found - table.begin());
  table.push_back(value);
  return static_cast<NodeId>(table.size() - 1);
}

bool same_constant(const Constant& a, const Constant& b) {
  return a.value.same_text(b.value) && a.form == b.form;
}

}  // namespace

NodeId CalculationBuilder::push(Node node) {
  made_.nodes.push_back(node);
  made_.notes.emplace_back();
  return static_cast<NodeId>(made_.nodes.size() - 1);
}

NodeId CalculationBuilder::range(Op op, std::span<const NodeId> operands) {
  const auto begin = static_cast<NodeId>(made_.operands.size());
  made_.operands.insert(made_.operands.end(), operands.begin(), operands.end());
  return push({op, begin, static_cast<NodeId>(operands.size())});
}

NodeId CalculationBuilder::constant(const Decimal& value, Form form) {
  return push({Op::constant, row_of(made_.constants, Constant{value, form}, same_constant)});
}

NodeId CalculationBuilder::input(std::string symbol, Form form) {
  made_.inputs.push_back({std::move(symbol), form});
  return push({Op::input, static_cast<NodeId>(made_.inputs.size() - 1)});
}

NodeId CalculationBuilder::slot(Slot slot) {
  return push({Op::state, row_of(made_.slots, slot, std::equal_to<>{})});
}

NodeId CalculationBuilder::round(NodeId a, const Rounding& rounding) {
  return push({Op::round, a, row_of(made_.roundings, rounding, std::equal_to<>{})});
}

NodeId CalculationBuilder::band(NodeId a, BandTable table) {
  made_.bands.push_back(std::move(table));
  return push({Op::band, a, static_cast<NodeId>(made_.bands.size() - 1)});
}

NodeId CalculationBuilder::renamed(NodeId node) {
  return made_.notes[node].role == Role::none ? node : max(node, node);
}

NodeId CalculationBuilder::named(NodeId node, Role role, Span where, bool by_default) {
  node = renamed(node);
  made_.notes[node] = {role, 0, where, by_default};
  return node;
}

NodeId CalculationBuilder::named(NodeId node, Phrase label, Span where, bool by_default) {
  node = renamed(node);
  made_.labels.push_back(std::move(label));
  made_.notes[node] = {Role::label, static_cast<std::uint32_t>(made_.labels.size() - 1), where,
                       by_default};
  return node;
}

}  // namespace pricetalk
