#include "lint/variable_share.hpp"

#include <array>
#include <utility>

#include "pricetalk/explain/calculation.hpp"

namespace pricetalk {

namespace {

/// "C" of "C" and "C*": the index that an input is a figure of.
std::string index_of(const std::string& symbol) {
  return symbol.substr(0, symbol.find_first_of("*["));
}

/// A change that the step computes when every figure stands at its reference, times `factor`.
std::optional<Ratio> change_at(const PriceEntry& step, NodeId outcome, const Ratio& factor) {
  const Calculation& calculation = *step.why.calculation;
  std::vector<Outcome<Ratio>> inputs(calculation.inputs.size(), Ratio(0));
  std::vector<Outcome<Ratio>> slots(calculation.slots.size(), Ratio(0));
  for (NodeId node = 0; node < calculation.nodes.size(); ++node) {
    const Node& made = calculation.nodes[node];
    if (made.op == Op::input) inputs[made.a] = step.why.tape.at(node);
    if (made.op == Op::state) slots[made.a] = step.why.tape.at(node);
  }
  bool compared = false;
  for (std::size_t i = 0; i < inputs.size(); ++i) {
    const std::string index = index_of(calculation.inputs[i].symbol);
    const IndexRead* read = step.clause->find(index);
    if (read == nullptr) continue;
    if (calculation.inputs[i].form == Form::percent || !read->links.empty()) return std::nullopt;
    const NodeId reference = calculation.find("index " + index + "0");
    if (reference == no_node || !step.why.tape.determined(reference)) return std::nullopt;
    inputs[i] = step.why.tape.value(reference) * factor;
    compared = true;
  }
  const Outcome<Ratio> change = evaluate(calculation, inputs, slots).at(outcome);
  if (!compared || !change) return std::nullopt;
  return *change;
}

}  // namespace

std::optional<Ratio> variable_share(const PriceEntry& step) {
  if (step.clause == nullptr || !step.why || step.why.calculation->outputs.passed == no_node)
    return std::nullopt;
  const NodeId passed = step.why.calculation->outputs.passed;
  // A first band may be free, and the last one not be reached by a small change.
  const std::array<std::pair<std::int64_t, std::int64_t>, 2> rises = {{{100, 101}, {110, 150}}};
  std::optional<Ratio> largest;
  for (const auto& [low, high] : rises) {
    const Ratio from(Decimal(low, 2));
    const Ratio to(Decimal(high, 2));
    const std::optional<Ratio> before = change_at(step, passed, from);
    const std::optional<Ratio> after = change_at(step, passed, to);
    if (!before || !after) return std::nullopt;
    const Ratio share = (*after - *before) / (to - from);
    if (!largest || *largest < share) largest = share;
  }
  return largest;
}

bool follows_rises_only(const PriceEntry& step) {
  if (step.clause == nullptr || !step.why || step.why.calculation->outputs.change_exact == no_node)
    return false;
  const auto at = [&](std::int64_t of_hundred) {
    return change_at(step, step.why.calculation->outputs.change_exact,
                     Ratio(Decimal(of_hundred, 2)));
  };
  // Two falls and a greater rise: a formula that leaves small changes out is not one-way.
  const std::optional<Ratio> still = at(100);
  const std::optional<Ratio> risen = at(130);
  return still && risen && *still < *risen && at(90) == still && at(70) == still;
}

}  // namespace pricetalk
