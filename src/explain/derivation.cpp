#include "pricetalk/explain/derivation.hpp"

#include <algorithm>

#include "explain/maths.hpp"
#include "explain/operands.hpp"
#include "explain/rounded.hpp"
#include "pricetalk/explain/format.hpp"

namespace pricetalk {

namespace {

std::vector<bool> reached(const Calculation& calculation, const Tape& tape, NodeId output) {
  std::vector<bool> seen(calculation.nodes.size(), false);
  seen[output] = true;
  for (NodeId node = output + 1; node-- > 0;)
    if (seen[node])
      operands_read(calculation, tape, node, [&](NodeId operand) { seen[operand] = true; });
  return seen;
}

Form form_of(const Calculation& calculation, NodeId node) {
  const Node& n = calculation.nodes[node];
  switch (calculation.notes[node].role) {
    case Role::change:
    case Role::change_rounded:
    case Role::change_since:
    case Role::threshold_excess:
    case Role::passed_on:
    case Role::carried_in:
    case Role::with_carry:
    case Role::step_wanted:
    case Role::cap:
    case Role::floor:
    case Role::after_floor:
    case Role::after_cap:
    case Role::given_up:
    case Role::decided:
    case Role::step:
    case Role::carried_out:
    case Role::room_out:
      return Form::percent;
    case Role::price_before:
    case Role::price_before_exact:
    case Role::original_price:
    case Role::increase:
    case Role::price_exact:
    case Role::limited_price:
    case Role::new_price:
    case Role::surcharge:
    case Role::charged:
    case Role::net_price:
    case Role::line_amount:
    case Role::total:
      return Form::money;
    default:
      break;
  }
  if (n.op == Op::constant) return calculation.constants[n.a].form;
  if (n.op == Op::input) return calculation.inputs[n.a].form;
  return Form::plain;
}

Phrase label_of(const Calculation& calculation, NodeId node) {
  const Note& note = calculation.notes[node];
  if (note.role == Role::label) return calculation.labels[note.label];
  return words(note.role);
}

bool is_leaf(Op op) { return op == Op::constant || op == Op::input || op == Op::state; }

/// Symbols for leaves, names for named steps.
MathsPrinter::Atom names(const Calculation& calculation, Language language, bool expand) {
  return [&calculation, language, expand](NodeId node) -> std::optional<std::string> {
    const Note& note = calculation.notes[node];
    const Op op = calculation.nodes[node].op;
    if (op == Op::input && calculation.inputs[calculation.nodes[node].a].symbol.empty())
      return label_of(calculation, node).in(language);
    if (note.role == Role::none || is_leaf(op) || expand) return std::nullopt;
    return label_of(calculation, node).in(language);
  };
}

/// The value with the decimals in which it was published, written or rounded, where there are such.
std::optional<Decimal> as_written(const Derivation& derivation, NodeId node) {
  const Calculation& c = *derivation.calculation;
  const Node& n = c.nodes[node];
  if (!derivation.tape.determined(node)) return std::nullopt;
  if (n.op == Op::max && n.a == n.b) return as_written(derivation, n.a);
  if (n.op == Op::choose && derivation.tape.determined(n.a) && derivation.tape.determined(n.b))
    return as_written(derivation,
                      derivation.tape.value(n.a) >= derivation.tape.value(n.b) ? n.c : n.d);
  if (n.op == Op::constant) return c.constants[n.a].value;
  if (n.op == Op::round) return round(derivation.tape.value(node), c.roundings[n.b]);
  if (n.op == Op::input && n.a < derivation.inputs.size() && derivation.inputs[n.a].figure)
    return derivation.inputs[n.a].figure->value;
  return std::nullopt;
}

/// The rounding that made a value, if one did.
std::optional<Rounding> rounding_of(const Derivation& derivation, NodeId node) {
  const Node& n = derivation.calculation->nodes[node];
  if (n.op == Op::round) return derivation.calculation->roundings[n.b];
  const Tape& tape = derivation.tape;
  if (n.op == Op::choose && tape.determined(n.a) && tape.determined(n.b))
    return rounding_of(derivation, tape.value(n.a) >= tape.value(n.b) ? n.c : n.d);
  return std::nullopt;
}

std::string node_text(const Derivation& derivation, NodeId node, Language language) {
  const Calculation& c = *derivation.calculation;
  if (c.nodes[node].op == Op::constant)
    return constant_text(c.constants[c.nodes[node].a], language);
  const Form form = form_of(c, node);
  const auto written = as_written(derivation, node);
  if (written && form != Form::percent) return decimal_text(*written, language);
  return value_text(derivation.tape.value(node), form, language);
}

/// Values for leaves and for named steps.
MathsPrinter::Atom values(const Derivation& derivation, Language language) {
  return [&derivation, language](NodeId node) -> std::optional<std::string> {
    const Calculation& c = *derivation.calculation;
    const Op op = c.nodes[node].op;
    if (op == Op::constant || (c.notes[node].role == Role::none && !is_leaf(op)))
      return std::nullopt;
    if (!derivation.tape.determined(node)) return std::string("?");
    std::string text = node_text(derivation, node, language);
    return derivation.tape.value(node).sign() < 0 ? "(" + text + ")" : text;
  };
}

const InputSource* source_of(const Derivation& derivation, NodeId node) {
  const Node& n = derivation.calculation->nodes[node];
  if (n.op == Op::input && n.a < derivation.inputs.size()) return &derivation.inputs[n.a];
  if (n.op == Op::state && n.a < derivation.slots.size()) return &derivation.slots[n.a];
  return nullptr;
}

std::string symbol_of(const Calculation& calculation, NodeId node) {
  const Node& n = calculation.nodes[node];
  if (n.op == Op::input) return calculation.inputs[n.a].symbol;
  if (n.op == Op::state) return std::string(symbol(calculation.slots[n.a]));
  return {};
}

OutlineRow row(const Derivation& derivation, NodeId node) {
  const Calculation& c = *derivation.calculation;
  const Node& n = c.nodes[node];
  OutlineRow made;
  made.node = node;
  made.role = c.notes[node].role;
  made.depth = is_leaf(n.op) ? 1 : 0;
  made.label = label_of(c, node);
  made.value = derivation.tape.at(node);
  made.form = form_of(c, node);
  made.written = as_written(derivation, node);
  made.symbol = symbol_of(c, node);
  made.source = source_of(derivation, node);
  made.where = c.notes[node].where;
  made.by_default = c.notes[node].by_default;
  made.rounding = rounding_of(derivation, node);
  if (!is_leaf(n.op)) {
    const auto print = [&](Language language, MathsPrinter::Atom atom) {
      return MathsPrinter(c, language, std::move(atom), &derivation.tape).print(node);
    };
    made.formula = {print(Language::en, names(c, Language::en, false)),
                    print(Language::nl, names(c, Language::nl, false))};
    made.numbers = {numbers_text(derivation, node, Language::en),
                    numbers_text(derivation, node, Language::nl)};
  }
  return made;
}

}  // namespace

std::string numbers_text(const Derivation& derivation, NodeId node, Language language) {
  return MathsPrinter(*derivation.calculation, language, values(derivation, language),
                      &derivation.tape)
      .print(node);
}

Fixity fixity(const Derivation& derivation, NodeId node) {
  const Calculation& c = *derivation.calculation;
  const std::vector<bool> seen = reached(c, derivation.tape, node);
  Fixity weakest = Fixity::fixed;
  for (NodeId i = 0; i <= node; ++i)
    if (seen[i])
      if (const InputSource* source = source_of(derivation, i))
        weakest = std::max(weakest, source->fixity);
  return weakest;
}

std::vector<OutlineRow> outline(const Derivation& derivation, NodeId output) {
  const Calculation& c = *derivation.calculation;
  const std::vector<bool> seen = reached(c, derivation.tape, output);
  std::vector<OutlineRow> rows;
  for (NodeId node = 0; node <= output; ++node)
    if (seen[node] && c.notes[node].role != Role::none) rows.push_back(row(derivation, node));
  return rows;
}

std::string maths(const Calculation& calculation, NodeId node, Language language, bool expand) {
  return MathsPrinter(calculation, language, names(calculation, language, expand)).print(node);
}

std::string constant_text(const Constant& constant, Language language) {
  if (constant.form != Form::percent) return decimal_text(constant.value, language);
  return value_text(constant.value, Form::percent, language, 18);
}

std::string value_text(const OutlineRow& row, Language language) {
  if (!row.value) return {};
  if (row.written && row.form != Form::percent) return decimal_text(*row.written, language);
  return value_text(*row.value, row.form, language);
}

std::string decimal_text(const Decimal& value, Language language) {
  std::string text = value.text();
  if (language != Language::en) std::replace(text.begin(), text.end(), '.', ',');
  return text;
}

std::string value_text(const Ratio& value, Form form, Language language, int decimals) {
  const Ratio shown = form == Form::percent ? value * Ratio(100) : value;
  const std::string unit = form == Form::percent ? percent_sign(language) : "";
  if (const auto exact = shown.exact_decimal(); exact && exact->scale() <= decimals) {
    const bool cents = form == Form::money && exact->scale() < 2;
    return decimal_text(cents ? as_many_decimals(shown, 2) : *exact, language) + unit;
  }
  if (!writable(shown))
    return say(language, "more than 18 digits", "meer dan 18 cijfers", "mehr als 18 Ziffern",
               "plus de 18 chiffres");
  return decimal_text(as_many_decimals(shown, decimals), language) + "…" + unit;
}

std::string rounding_text(const Rounding& rounding, Language language) {
  const auto how = [&](const char* en, const char* nl, const char* de, const char* fr) {
    return say(language, en, nl, de, fr) + decimal_text(rounding.step, language);
  };
  switch (rounding.mode) {
    case RoundingMode::half_up:
      return how("half-up to ", "rekenkundig op ", "kaufmännisch auf ", "au plus proche à ");
    case RoundingMode::half_even:
      return how("half-even to ", "half naar even op ", "mathematisch (zur geraden Ziffer) auf ",
                 "au plus proche (au pair en cas d’égalité) à ");
    case RoundingMode::half_down:
      return how("half-down to ", "half naar beneden op ", "ab der Hälfte nach unten auf ",
                 "au plus proche (vers le bas en cas d’égalité) à ");
    case RoundingMode::up:
      return how("up (away from zero) to ", "naar boven (van nul weg) op ",
                 "nach oben (von null weg) auf ", "vers le haut (en s’éloignant de zéro) à ");
    case RoundingMode::down:
      return how("cut off to ", "afgekapt op ", "abgeschnitten auf ", "par troncature à ");
    case RoundingMode::ceiling:
      return how("up to the next ", "naar boven op ", "nach oben auf ", "vers le haut à ");
    case RoundingMode::floor:
      return how("down to the next ", "naar beneden op ", "nach unten auf ", "vers le bas à ");
  }
  return {};
}

Phrase words(const Rounding& rounding) {
  return {rounding_text(rounding, Language::en), rounding_text(rounding, Language::nl)};
}

}  // namespace pricetalk
