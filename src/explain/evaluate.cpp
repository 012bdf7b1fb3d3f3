#include "explain/evaluate.hpp"

#include <algorithm>

#include "explain/bound.hpp"
#include "explain/rounded.hpp"
#include "pricetalk/explain/derivation.hpp"

namespace pricetalk {

Outcome<Ratio> Tape::at(NodeId node) const {
  if (determined(node)) return values_[node];
  return reasons_[why_[node] - 1];
}

namespace {

Undetermined division_by_zero() {
  return Undetermined(
      Reason{.kind = Reason::Kind::zero_divisor,
             .key = "zero",
             .text = {"the calculation divides by zero", "de berekening deelt door nul"},
             .series = {},
             .period = {},
             .expected = {},
             .source = {}});
}

/// The bands around a value that lies in none: the last that ends below it, the first that begins
/// above it.
struct Around {
  const BandTable::Band* before = nullptr;
  const BandTable::Band* after = nullptr;
};

Around bands_around(const BandTable& table, const Ratio& value) {
  Around made;
  for (const BandTable::Band& band : table.bands) {
    if (band.up_to && value > Ratio(*band.up_to) &&
        (made.before == nullptr || *made.before->up_to < *band.up_to))
      made.before = &band;
    if (band.from && value <= Ratio(*band.from) &&
        (made.after == nullptr || *band.from < *made.after->from))
      made.after = &band;
  }
  return made;
}

/// "the value 5 lies in no band of table t: one is up to 4.999, the next over 5.000".
std::string no_band_text(const BandTable& table, const Ratio& value, Language language) {
  const auto say = [&](const char* en, const char* nl) {
    return std::string(language == Language::nl ? nl : en);
  };
  const Around around = bands_around(table, value);
  std::string text = say("the value ", "de waarde ") + value_text(value, Form::plain, language) +
                     say(" lies in no band of table ", " valt in geen band van tabel ") +
                     table.name;
  if (around.before == nullptr && around.after == nullptr) return text;
  text += ": ";
  if (around.before != nullptr)
    text += say("one is up to ", "de ene loopt tot en met ") +
            decimal_text(*around.before->up_to, language);
  if (around.before != nullptr && around.after != nullptr)
    text += say(", the next ", ", de volgende ");
  if (around.after != nullptr)
    text += (around.before == nullptr ? say("the first is ", "de eerste begint ") : std::string()) +
            (around.after->over ? say("over ", "boven ") : say("from ", "vanaf ")) +
            decimal_text(*around.after->from, language);
  else
    text += say(", the last one", ", de laatste");
  return text;
}

Undetermined in_no_band(const BandTable& table, const Ratio& value) {
  return Undetermined(Reason{
      .kind = Reason::Kind::outside_bands,
      .key = "band " + table.name + " " + value_text(value, Form::plain, Language::en),
      .text = {no_band_text(table, value, Language::en), no_band_text(table, value, Language::nl)},
      .series = {},
      .period = {},
      .expected = {},
      .source = {}});
}

const BandTable::Band* find_band(const BandTable& table, const Ratio& value) {
  const auto below = [&](const BandTable::Band& band) {  // the value lies under the band
    return band.from && (band.over ? value <= Ratio(*band.from) : value < Ratio(*band.from));
  };
  const auto above = [&](const BandTable::Band& band) {
    return band.up_to && value > Ratio(*band.up_to);
  };
  const BandTable::Band* before = nullptr;
  const BandTable::Band* after = nullptr;
  for (const BandTable::Band& band : table.bands) {
    if (!below(band) && !above(band)) return &band;
    if (above(band)) before = &band;
    if (below(band) && after == nullptr) after = &band;
  }
  if (table.between == BandTable::Between::next) return after;
  if (table.between == BandTable::Between::previous) return before;
  return nullptr;
}

}  // namespace

void Evaluator::put(Ratio value) {
  if (!workable(value)) return put(writable(value) ? too_exact() : too_long());
  if (only_writable_ && !writable(value)) return put(too_long());
  tape_.values_.push_back(std::move(value));
  if (!tape_.why_.empty()) tape_.why_.push_back(0);
}

void Evaluator::put(Undetermined reasons) {
  auto& known = tape_.reasons_;
  auto found = std::find(known.begin(), known.end(), reasons);
  if (found == known.end()) found = known.insert(known.end(), std::move(reasons));
  const auto row = static_cast<std::uint32_t>(found - known.begin()) + 1;
  tape_.why_.resize(tape_.values_.size(), 0);
  tape_.values_.emplace_back();
  tape_.why_.push_back(row);
}

void Evaluator::put(const Outcome<Ratio>& outcome) {
  if (outcome)
    put(*outcome);
  else
    put(outcome.why());
}

bool Evaluator::spoiled(std::initializer_list<NodeId> operands) {
  if (tape_.why_.empty()) return false;
  Undetermined all;
  for (const NodeId node : operands)
    if (!tape_.determined(node)) all.add(tape_.reasons_[tape_.why_[node] - 1]);
  if (all.reasons().empty()) return false;
  put(std::move(all));
  return true;
}

void Evaluator::advance(const Calculation& calculation, std::span<const Outcome<Ratio>> inputs,
                        std::span<const Outcome<Ratio>> slots) {
  const Node& n = calculation.nodes[tape_.values_.size()];
  const auto& v = tape_.values_;
  switch (n.op) {
    case Op::constant:
      return put(Ratio(calculation.constants[n.a].value));
    case Op::input:
      return put(inputs[n.a]);
    case Op::state:
      return put(slots[n.a]);
    case Op::round:
      if (spoiled({n.a})) return;
      if (const auto value = rounded(v[n.a], calculation.roundings[n.b])) return put(Ratio(*value));
      return put(too_long());
    case Op::band: {
      if (spoiled({n.a})) return;
      const BandTable& table = calculation.bands[n.b];
      const BandTable::Band* band = find_band(table, v[n.a]);
      return band != nullptr ? put(Ratio(band->gives)) : put(in_no_band(table, v[n.a]));
    }
    case Op::sum:
    case Op::product: {
      Ratio result(n.op == Op::sum ? 0 : 1);
      Undetermined all;
      for (NodeId i = n.a; i < n.a + n.b; ++i) {
        const NodeId operand = calculation.operands[i];
        if (!tape_.determined(operand))
          all.add(tape_.reasons_[tape_.why_[operand] - 1]);
        else
          result = n.op == Op::sum ? result + v[operand] : result * v[operand];
      }
      return all.reasons().empty() ? put(std::move(result)) : put(std::move(all));
    }
    case Op::choose: {
      if (spoiled({n.a, n.b})) return;
      const NodeId taken = v[n.a] >= v[n.b] ? n.c : n.d;
      if (spoiled({taken})) return;
      return put(Ratio(v[taken]));
    }
    default:
      break;
  }
  if (spoiled({n.a, n.b})) return;
  const Ratio& a = v[n.a];
  const Ratio& b = v[n.b];
  switch (n.op) {
    case Op::add:
      return put(a + b);
    case Op::sub:
      return put(a - b);
    case Op::mul:
      return put(a * b);
    case Op::div:
      return b.is_zero() ? put(division_by_zero()) : put(a / b);
    case Op::min:
      return put(Ratio(a < b ? a : b));
    default:
      return put(Ratio(a < b ? b : a));  // max
  }
}

Tape evaluate(const Calculation& calculation, std::span<const Outcome<Ratio>> inputs,
              std::span<const Outcome<Ratio>> slots) {
  Evaluator evaluator;
  evaluator.reserve(calculation.nodes.size());
  for (std::size_t i = 0; i < calculation.nodes.size(); ++i)
    evaluator.advance(calculation, inputs, slots);
  return std::move(evaluator).take();
}

}  // namespace pricetalk
