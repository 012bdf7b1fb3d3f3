#include <algorithm>
#include <utility>

#include "pricing/planner.hpp"

namespace pricetalk {

/// Ends and results of a table as whole numbers on one scale each.
std::uint32_t Planner::band(std::uint32_t a, const BandTable& table) {
  const Shape& x = code_[a].shape;
  depend({a});
  int ends = x.scale;
  int results = 0;
  for (const BandTable::Band& row : table.bands) {
    if (row.from) ends = std::max(ends, row.from->scale());
    if (row.up_to) ends = std::max(ends, row.up_to->scale());
    results = std::max(results, row.gives.scale());
  }
  const auto whole = [&](const Decimal& value, int scale) -> std::int64_t {
    const auto found = range({value, value, std::min(scale, 18)});
    if (scale > 18 || !found) refuse(too_large());
    return found ? found->low : 0;
  };
  Plan::Bands made{{}, table.between};
  Shape shape;
  shape.scale = results;
  shape.num = Ratio(0);
  for (const BandTable::Band& row : table.bands) {
    Plan::Bands::Row one;
    if (row.from) one.from = whole(*row.from, ends);
    if (row.up_to) one.up_to = whole(*row.up_to, ends);
    one.over = row.over;
    one.gives = whole(row.gives, results);
    for (const auto& end : {one.from, one.up_to})
      if (end) see(abs(Ratio(*end)) * x.den);
    const Ratio gives(row.gives);
    shape.low = made.rows.empty() ? gives : std::min(shape.low, gives);
    shape.high = made.rows.empty() ? gives : std::max(shape.high, gives);
    made.rows.push_back(one);
  }
  shape.num = magnitude(shape) * power_of_ten(results);
  Plan::Instruction instruction;
  instruction.op = Op::band;
  instruction.a = a;
  instruction.b = static_cast<std::uint32_t>(bands_.size());
  instruction.up_a = up(ends - x.scale);
  see(power_of_ten(instruction.up_a));
  see(x.num * power_of_ten(instruction.up_a));
  bands_.push_back(std::move(made));
  return push(instruction, shape);
}

std::uint32_t Planner::node(const Node& n) {
  const auto of = [&](NodeId id) { return of_node_[id]; };
  switch (n.op) {
    case Op::constant:
      return constant(calculation_.constants[n.a].value);
    case Op::input:
      return read(Op::input, n.a, inputs_[n.a]);
    case Op::state:
      return read(Op::state, n.a, slots_[n.a]);
    case Op::add:
    case Op::sub:
      return sum(n.op, of(n.a), of(n.b));
    case Op::mul:
      return product(of(n.a), of(n.b));
    case Op::div:
      return quotient(of(n.a), of(n.b));
    case Op::min:
    case Op::max:
      return extreme(n.op, of(n.a), of(n.b));
    case Op::round:
      return rounded(of(n.a), calculation_.roundings[n.b]);
    case Op::choose:
      return choice(of(n.a), of(n.b), of(n.c), of(n.d));
    case Op::band:
      return band(of(n.a), calculation_.bands[n.b]);
    case Op::sum:
    case Op::product: {
      std::uint32_t total = constant(Decimal(n.op == Op::sum ? 0 : 1, 0));
      for (NodeId i = n.a; i < n.a + n.b; ++i) {
        const std::uint32_t operand = of(calculation_.operands[i]);
        if (i == n.a)
          total = operand;
        else
          total = n.op == Op::sum ? sum(Op::add, total, operand) : product(total, operand);
      }
      return total;
    }
  }
  return 0;
}

/// A whole number of at most 18 digits on a scale that a Decimal has; nothing for a fraction, or
/// where the proof failed.
std::optional<Plan::Output> Planner::output(NodeId node) const {
  if (node == no_node) return std::nullopt;
  const std::uint32_t at = of_node_[node];
  const Code& code = code_[at];
  const bool fits = code.refused.empty() && !code.shape.fraction && code.shape.scale <= 18 &&
                    code.shape.num <= Ratio(Decimal::largest_mantissa);
  return fits ? std::optional(Plan::Output{at, code.shape.scale}) : std::nullopt;
}

/// Only what some output reads is run.
void Planner::keep(Plan& made) {
  std::vector<bool> live(code_.size(), false);
  const auto want = [&](const std::optional<Plan::Output>& output) {
    if (output) live[output->instruction] = true;
  };
  want(made.price_);
  want(made.passes_);
  want(made.coefficient_);
  for (const auto& output : made.next_) want(output);
  const auto read = [](const Plan::Instruction& i) -> std::vector<std::uint32_t> {
    switch (i.op) {
      case Op::constant:
      case Op::input:
      case Op::state:
        return {};
      case Op::round:
      case Op::band:
        return {i.a};
      case Op::choose:
        return {i.a, i.b, i.c, i.d};
      default:
        return {i.a, i.b};
    }
  };
  for (std::size_t i = code_.size(); i-- > 0;)
    if (live[i])
      for (const std::uint32_t operand : read(code_[i].instruction)) live[operand] = true;

  std::vector<std::uint32_t> moved(code_.size(), 0);
  const Ratio narrow(INT64_MAX);
  const Ratio small(std::int64_t{1} << 51);
  bool all_small = true;
  for (std::size_t i = 0; i < code_.size(); ++i) {
    if (!live[i]) continue;
    moved[i] = static_cast<std::uint32_t>(made.instructions_.size());
    Plan::Instruction one = code_[i].instruction;
    const auto operands = read(one);
    if (!operands.empty()) one.a = moved[one.a];
    if (operands.size() > 1) one.b = moved[one.b];
    if (operands.size() > 2) {
      one.c = moved[one.c];
      one.d = moved[one.d];
    }
    made.instructions_.push_back(one);
    made.wide_ = made.wide_ || code_[i].widest > narrow;
    all_small = all_small && code_[i].widest < small;
  }
  const auto move = [&](std::optional<Plan::Output>& output) {
    if (output) output->instruction = moved[output->instruction];
  };
  made.price_.instruction = moved[made.price_.instruction];
  move(made.passes_);
  move(made.coefficient_);
  for (auto& output : made.next_) move(output);
  if (all_small) made.product_ = product_in(made);
}

/// Whether the instructions are a product of two inputs and its rounding.
std::optional<Plan::RoundedProduct> Planner::product_in(const Plan& made) {
  const auto& all = made.instructions_;
  if (all.size() != 4) return std::nullopt;
  const Plan::Instruction& last = all[made.price_.instruction];
  if (last.op != Op::round || last.mode != RoundingMode::half_up || last.whole != 1 ||
      last.up_a != 0)
    return std::nullopt;
  const Plan::Instruction& product = all[last.a];
  if (product.op != Op::mul || all[product.a].op != Op::input || all[product.b].op != Op::input)
    return std::nullopt;
  return Plan::RoundedProduct{all[product.a].a, all[product.b].a, last.up_b};
}

std::variant<Plan, NotPlanned> Planner::plan() && {
  Plan made;
  const auto ranges = [&](std::span<const Bound> bounds, std::vector<Plan::Range>& into) {
    for (const Bound& bound : bounds) {
      const auto found = range(bound);
      if (!found) return false;
      into.push_back(*found);
    }
    return true;
  };
  if (!ranges(inputs_, made.inputs_) || !ranges(slots_, made.slots_))
    return NotPlanned{
        no_node,
        {"a bound needs more than 18 digits", "een grens heeft meer dan 18 cijfers nodig"}};
  for (const Node& n : calculation_.nodes) of_node_.push_back(node(n));
  const Outputs& outputs = calculation_.outputs;
  const auto why_not = [&](NodeId node, const Phrase& otherwise) -> NotPlanned {
    const Phrase& refused = code_[of_node_[node]].refused;
    return {node, refused.empty() ? otherwise : refused};
  };
  const NodeId answer =
      outputs.whole_price() != no_node ? outputs.whole_price() : outputs.surcharge;
  const auto price = output(answer);
  if (!price)
    return why_not(answer, {"the price stays a fraction, because nothing rounds it",
                            "de prijs blijft een breuk, omdat niets hem afrondt"});
  made.price_ = *price;
  made.passes_ = output(outputs.passes);
  if (outputs.passes != no_node && !made.passes_) return why_not(outputs.passes, too_large());
  made.coefficient_ = output(outputs.coefficient);
  for (const Next& next : calculation_.next) made.next_.push_back(output(next.node));
  keep(made);
  made.bands_ = std::move(bands_);
  return made;
}

std::variant<Plan, NotPlanned> plan(const Calculation& calculation, std::span<const Bound> inputs,
                                    std::span<const Bound> slots) {
  return Planner(calculation, inputs, slots).plan();
}

}  // namespace pricetalk
