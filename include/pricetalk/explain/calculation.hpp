#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "pricetalk/diagnostic/language.hpp"
#include "pricetalk/diagnostic/source_text.hpp"
#include "pricetalk/explain/outcome.hpp"
#include "pricetalk/number/decimal.hpp"
#include "pricetalk/number/ratio.hpp"

namespace pricetalk {

/// What a named step of a calculation is. Words come from one table per language, never from the
/// engine. A node without a role is plumbing and is shown inside the next named step.
enum class Role : std::uint8_t {
  none,   ///< plumbing: shown inside the next named step
  label,  ///< named by a label of the calculation: worksheets, lines of a formula
  // what is read
  observation,         ///< figure of the period that is compared
  reference,           ///< figure that it is compared with
  link_coefficient,    ///< between two bases
  converted,           ///< a figure in another base
  average,             ///< of the figures of a window
  interpolated,        ///< between two months, by days
  constant,            ///< a named number of the clause
  price_before,        ///< in force, as charged
  price_before_exact,  ///< in force, before its last rounding
  original_price,      ///< on price_date, or of the last reset
  quantity,            ///< bought in a period
  // the ladder
  formula,            ///< value of a line of the formula
  change,             ///< measured, before it is rounded
  change_rounded,     ///< after rounding.change
  change_since,       ///< since the last step, of a clause on the original price
  threshold,          ///< the limit that is tested
  threshold_excess,   ///< what passes it
  passed_on,          ///< after pass-through
  carried_in,         ///< what an earlier limit or decision put off
  with_carry,         ///< change and what was put off
  lost_factor,        ///< what was lost for good before, as a factor
  step_wanted,        ///< before the limits
  cap,                ///< largest step allowed
  floor,              ///< smallest step allowed
  after_floor,        ///< the step, at least the floor
  after_cap,          ///< that step, at most the cap
  given_up,           ///< by a decision
  decided,            ///< the step that a decision states
  step,               ///< that is taken
  carried_out,        ///< put off to the next date
  room_out,           ///< left under the cap
  coefficient_exact,  ///< before its rounding
  coefficient,        ///< new price / compounding base
  increase,           ///< in money, per unit
  price_exact,        ///< before its last rounding
  limited_price,      ///< within its limits in money
  new_price,          ///< what is charged from then on
  // beside the ladder
  surcharge,    ///< added per unit, beside the price
  charged,      ///< price and surcharges
  discount,     ///< as a share
  net_price,    ///< after the discount
  line_amount,  ///< of an invoice line
  total,        ///< of several amounts
};

/// "coefficient", "coëfficiënt"; for observation and reference the symbol stands in front.
const Phrase& words(Role role);
/// The same in any language in which letters are written.
std::string_view role_word(Role role, Language language);

/// Position of a node in its calculation.
using NodeId = std::uint32_t;
/// No node: what it stands for is not there.
inline constexpr NodeId no_node = UINT32_MAX;

/// Operands are earlier nodes, but for the leaves and `round` (second operand: a row of a table of
/// the calculation), `sum` and `product` (a range of `operands`) and `band`.
enum class Op : std::uint8_t {
  constant,  ///< constants[a]
  input,     ///< inputs[a]
  state,     ///< slots[a]
  /// These four: of nodes a and b, in this order.
  add,
  sub,
  mul,
  div,
  sum,      ///< of operands[a .. a+b)
  product,  ///< of operands[a .. a+b)
  /// These two: of nodes a and b.
  min,
  max,
  round,   ///< node a by roundings[b]
  choose,  ///< a >= b ? c : d; reads only the branch it takes
  band,    ///< the result of the band of bands[b] that holds node a; undetermined in a gap
};

/// One operation.
struct Node {
  Op op = Op::constant;  ///< default: a constant
  /// These four: operands, as `Op` says; 0 where it has fewer.
  NodeId a = 0;
  NodeId b = 0;
  NodeId c = 0;
  NodeId d = 0;
  friend bool operator==(const Node&, const Node&) = default;
};

/// What a node is called, and the words of the contract that asked for it.
struct Note {
  Role role = Role::none;   ///< default: plumbing
  std::uint32_t label = 0;  ///< index into labels, for Role::label
  Span where;               ///< of the clause; empty source: nothing in the file says so
  bool by_default = false;  ///< the default says so, not the contract
};

/// How a number is meant to be read by a person.
enum class Form : std::uint8_t { plain, percent, money };

/// A number that stands in the calculation.
struct Constant {
  Decimal value;            ///< as written; of a percentage the fraction
  Form form = Form::plain;  ///< default: a plain number
};

/// One thing that is read from outside: an observation, a contract price, a quantity.
struct Input {
  std::string symbol;       ///< as in the formula: "L", "L0"
  Form form = Form::plain;  ///< default: a plain number
};

/// What a clause remembers between two adjustments (CONTRACT-FORMAT section 4).
enum class Slot : std::uint8_t { price, exact, original, m_last, carry, room, lost, year_ago };
/// "P", "carry": as in formulas and derivations.
std::string_view symbol(Slot slot);

/// When the fold writes a slot.
enum class Remember : std::uint8_t {
  always,     ///< whatever happened, unless the threshold held the step back
  when_moved  ///< only when the step (or a decision without catch-up) is remembered
};

/// What is remembered of a date for the next one.
struct Next {
  Slot slot = Slot::price;           ///< which memory
  NodeId node = no_node;             ///< that gives the new value
  Remember when = Remember::always;  ///< default: whatever happened
};

/// A table with bands: value in [from, up_to] (from: exclusive when `over`) gives `gives`.
struct BandTable {
  /// One row of the table.
  struct Band {
    std::optional<Decimal> from;   ///< lower end; empty: none
    bool over = false;             ///< from is exclusive
    std::optional<Decimal> up_to;  ///< upper end, included; empty: none
    Decimal gives;                 ///< the result
  };
  /// What a value in no band gives: nothing, or the result of the next or the previous band.
  enum class Between : std::uint8_t { undetermined, next, previous };
  std::string name;         ///< as the formula calls it
  std::vector<Band> bands;  ///< in the order of the file
  /// Default: nothing, so that what needs it is undetermined.
  Between between = Between::undetermined;
};

/// Named results that readers ask for. Every lowering fills those that it has.
struct Outputs {
  NodeId change = no_node;          ///< the measured change, rounded by rounding.change
  NodeId change_exact = no_node;    ///< before that rounding
  NodeId passed = no_node;          ///< after pass-through
  NodeId step_wanted = no_node;     ///< step before limits
  NodeId price_wanted = no_node;    ///< price before limits
  NodeId price_measured = no_node;  ///< price before pass-through
  NodeId step = no_node;            ///< what the price really moves by
  NodeId moved = no_node;     ///< the same by the coefficient, after its rounding; what people read
  NodeId given_up = no_node;  ///< by a decision
  NodeId coefficient = no_node;       ///< new price / compounding base, rounded
  NodeId increase = no_node;          ///< the amount added, rounded
  NodeId exact = no_node;             ///< price before its last rounding
  NodeId price = no_node;             ///< the new price, or that of the part that moves
  NodeId formula = no_node;           ///< value of the last line
  NodeId threshold_limit = no_node;   ///< limit, in the unit of what is tested
  NodeId threshold_tested = no_node;  ///< what is held against it, without sign
  NodeId passes = no_node;  ///< 1 when the threshold lets the step through; no_node: no threshold
  NodeId surcharge = no_node;  ///< per unit, of a surcharge clause
  /// Of a line with parts: all parts added, in the contract's currency. `price` and the other
  /// results are then those of the part that moves; `moved` is the line's.
  NodeId line_price = no_node;

  /// What the line costs per unit.
  NodeId whole_price() const { return line_price != no_node ? line_price : price; }
};

/// A straight-line program: what a clause computes on one date. Immutable once built; shared by
/// all lines and dates of one shape. Nothing computes a price in a second way: the integer reading,
/// the derivation and the audit's what-ifs are other readers of this.
struct Calculation {
  std::vector<Node> nodes;  ///< in the order of computing; each reads earlier ones
  std::vector<Note> notes;  ///< one per node
  /// These eight: what nodes point into.
  std::vector<Constant> constants;
  std::vector<Input> inputs;
  std::vector<Slot> slots;
  std::vector<Rounding> roundings;
  std::vector<BandTable> bands;
  std::vector<NodeId> operands;
  std::vector<Phrase> labels;
  std::vector<Next> next;
  Outputs outputs;  ///< default: none
  /// Figures that a contract can ask for by name: observations, references, links, formula lines.
  std::vector<std::pair<std::string, NodeId>> symbols;

  /// The node of a name of `symbols`; no_node when there is none.
  NodeId find(std::string_view symbol) const;
};

/// The value of every node. Undetermined nodes have reasons instead.
class Tape {
 public:
  /// The value or the reasons.
  Outcome<Ratio> at(NodeId node) const;
  /// Whether it has a value.
  bool determined(NodeId node) const { return why_.empty() || why_[node] == 0; }
  /// REQUIRES: determined(node).
  const Ratio& value(NodeId node) const { return values_[node]; }
  /// As many as the calculation has nodes.
  std::size_t size() const { return values_.size(); }

 private:
  friend class Evaluator;
  std::vector<Ratio> values_;
  std::vector<std::uint32_t> why_;  // empty: all determined; else 0 or 1 + index into reasons_
  std::vector<Undetermined> reasons_;
};

/// Runs a calculation exactly. The only place that turns a zero divisor, an overflow or a gap
/// between bands into an undetermined result. What reads an undetermined value becomes
/// undetermined, with the root reasons; what does not read it does not. REQUIRES: as many inputs
/// and slots as the calculation has.
Tape evaluate(const Calculation& calculation, std::span<const Outcome<Ratio>> inputs,
              std::span<const Outcome<Ratio>> slots);

/// Appends nodes to a calculation. Constants and roundings are shared when equal.
class CalculationBuilder {
 public:
  /// A number that stands in the calculation itself.
  NodeId constant(const Decimal& value, Form form = Form::plain);
  /// A number that comes from outside: the next of `inputs` in `evaluate`.
  NodeId input(std::string symbol, Form form = Form::plain);
  /// A number that an earlier step left: of `slots` in `evaluate`.
  NodeId slot(Slot slot);
  /// These ten: a + b, a − b, a × b, a / b (undetermined for b = 0), the smaller, the larger, the
  /// sum and the product of all, −a, |a|.
  NodeId add(NodeId a, NodeId b) { return push({Op::add, a, b}); }
  NodeId sub(NodeId a, NodeId b) { return push({Op::sub, a, b}); }
  NodeId mul(NodeId a, NodeId b) { return push({Op::mul, a, b}); }
  NodeId div(NodeId a, NodeId b) { return push({Op::div, a, b}); }
  NodeId min(NodeId a, NodeId b) { return push({Op::min, a, b}); }
  NodeId max(NodeId a, NodeId b) { return push({Op::max, a, b}); }
  NodeId sum(std::span<const NodeId> operands) { return range(Op::sum, operands); }
  NodeId product(std::span<const NodeId> operands) { return range(Op::product, operands); }
  NodeId negate(NodeId a) { return sub(zero(), a); }
  NodeId magnitude(NodeId a) { return max(a, negate(a)); }
  /// `a` by a rule, which shows in the derivation.
  NodeId round(NodeId a, const Rounding& rounding);
  /// a >= b ? c : d
  NodeId choose(NodeId a, NodeId b, NodeId c, NodeId d) { return push({Op::choose, a, b, c, d}); }
  /// What a table gives for `a`; undetermined in a gap between its bands.
  NodeId band(NodeId a, BandTable table);
  /// These two: 0 and 1.
  NodeId zero() { return constant(Decimal(0, 0)); }
  NodeId one() { return constant(Decimal(1, 0)); }

  /// Names a node. A node that has a name already gets a copy (max of itself), so that two names
  /// never fight; returns the named node.
  NodeId named(NodeId node, Role role, Span where = {}, bool by_default = false);
  NodeId named(NodeId node, Phrase label, Span where = {}, bool by_default = false);
  /// What the next step finds in a slot.
  void remember(Slot slot, NodeId node, Remember when) { made_.next.push_back({slot, node, when}); }
  /// The nodes that people ask for, to be filled in.
  Outputs& outputs() { return made_.outputs; }
  /// The sign by which a formula calls a node.
  void symbol(std::string name, NodeId node) { made_.symbols.emplace_back(std::move(name), node); }
  /// How many inputs it has so far.
  std::size_t input_count() const { return made_.inputs.size(); }
  /// What was made until now.
  const Calculation& so_far() const { return made_; }

  /// The calculation; the builder is empty afterwards.
  Calculation finish() && { return std::move(made_); }

 private:
  NodeId push(Node node);
  NodeId range(Op op, std::span<const NodeId> operands);
  NodeId renamed(NodeId node);
  Calculation made_;
};

}  // namespace pricetalk
