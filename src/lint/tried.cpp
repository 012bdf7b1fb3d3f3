#include "lint/tried.hpp"

#include <algorithm>

namespace pricetalk {

namespace {

using Side = Tried::Side;

/// "S" of "S", "S*" and "S[3]".
std::string plain_symbol(const std::string& symbol) {
  return symbol.substr(0, symbol.find_first_of("*["));
}

Side side_of(const Clause& clause, const std::string& input) {
  const std::string symbol = plain_symbol(input);
  if (clause.find(symbol) != nullptr) return Side::compared;
  if (symbol.ends_with('0') && clause.find(symbol.substr(0, symbol.size() - 1)) != nullptr)
    return Side::reference;
  return Side::other;
}

}  // namespace

bool Tried::can_be(const PriceEntry& entry) {
  if (entry.clause == nullptr || !entry.why || entry.verdict == Verdict::agreed) return false;
  const Outputs& outputs = entry.why.calculation->outputs;
  return (entry.clause->surcharge ? outputs.formula : outputs.change_exact) != no_node;
}

Tried::Tried(const PriceEntry& entry) : entry_(entry), calculation_(*entry.why.calculation) {
  const std::size_t count = calculation_.inputs.size();
  sides_.reserve(count);
  for (const Input& input : calculation_.inputs)
    sides_.push_back(side_of(*entry.clause, input.symbol));
  inputs_.resize(count, Ratio(0));
  slots_.resize(calculation_.slots.size(), Ratio(0));
  for (NodeId node = 0; node < calculation_.nodes.size(); ++node) {
    const Node& made = calculation_.nodes[node];
    if (made.op == Op::input) inputs_[made.a] = entry.why.tape.at(node);
    if (made.op == Op::state) slots_[made.a] = entry.why.tape.at(node);
  }
  read_formula();
}

std::string Tried::series_of(const std::string& index) const {
  const IndexRead* read = entry_.clause->find(index);
  return read == nullptr ? std::string() : read->series.value.value;
}

bool Tried::has_dated_constants() const {
  const auto& constants = entry_.clause->ladder_on(entry_.date).constants;
  return std::any_of(constants.begin(), constants.end(),
                     [](const auto& named) { return named.second.value.values.size() > 1; });
}

bool Tried::of_fixed_period(const std::string& index) const {
  const IndexRead* read = entry_.clause->find(index);
  return read != nullptr && std::holds_alternative<PeriodRule::Fixed>(read->use.value.what);
}

bool Tried::any_moves() const {
  const std::set<std::string> all = indices();
  return std::any_of(all.begin(), all.end(),
                     [&](const std::string& index) { return !of_fixed_period(index); });
}

bool Tried::reads_both_figures() const {
  const std::set<std::string> all = indices();
  return std::all_of(all.begin(), all.end(), [&](const std::string& index) {
    if (is_in_percent(index)) return true;
    for (std::size_t i = 0; i < sides_.size(); ++i)
      if (sides_[i] == Side::reference && index_of(i) == index) return true;
    return false;
  });
}

bool Tried::in_percent(std::size_t input) const {
  return calculation_.inputs[input].form == Form::percent;
}

std::string Tried::index_of(std::size_t input) const {
  const std::string symbol = plain_symbol(calculation_.inputs[input].symbol);
  return sides_[input] == Side::reference ? symbol.substr(0, symbol.size() - 1) : symbol;
}

std::set<std::string> Tried::indices() const {
  std::set<std::string> found;
  for (std::size_t i = 0; i < sides_.size(); ++i)
    if (sides_[i] == Side::compared) found.insert(index_of(i));
  return found;
}

bool Tried::is_in_percent(const std::string& index) const {
  for (std::size_t i = 0; i < sides_.size(); ++i)
    if (sides_[i] != Side::other && index_of(i) == index) return in_percent(i);
  return false;
}

bool Tried::in_percent_of_level(const std::string& index) const {
  for (std::size_t i = 0; i < sides_.size(); ++i)
    if (sides_[i] == Side::reference && index_of(i) == index && in_percent(i)) return true;
  return false;
}

bool Tried::compares() const {
  bool any = false;
  for (std::size_t i = 0; i < sides_.size(); ++i) {
    if (sides_[i] != Side::compared || is_a_number(i)) continue;
    any = true;
    if (linked(index_of(i)) || (!in_percent(i) && !level_of(index_of(i)))) return false;
  }
  return any;
}

/// A figure of one stated period that is compared with nothing is a number to the formula.
bool Tried::is_a_number(std::size_t input) const {
  return sides_[input] == Side::compared && of_fixed_period(index_of(input)) &&
         !level_of(index_of(input));
}

std::optional<Ratio> Tried::level_of(const std::string& index) const {
  std::optional<Ratio> found;
  const NodeId reference = calculation_.find("index " + index + "0");
  if (reference != no_node && entry_.why.tape.determined(reference) &&
      !entry_.why.tape.value(reference).is_zero())
    found = entry_.why.tape.value(reference);
  for (std::size_t i = 0; i < sides_.size(); ++i) {
    if (sides_[i] != Side::reference || index_of(i) != index) continue;
    if (inputs_[i] && !inputs_[i]->is_zero()) return *inputs_[i];
    found = new_figure_of(index).value_or(Ratio(100));
  }
  return found;
}

std::optional<Ratio> Tried::new_figure_of(const std::string& index) const {
  for (std::size_t i = 0; i < sides_.size(); ++i)
    if (sides_[i] == Side::compared && index_of(i) == index && inputs_[i] && !inputs_[i]->is_zero())
      return *inputs_[i];
  return std::nullopt;
}

bool Tried::linked(const std::string& index) const {
  const IndexRead* read = entry_.clause->find(index);
  if (read == nullptr || read->links.empty()) return false;
  std::optional<std::string> series;
  bool reference = false;
  for (std::size_t i = 0; i < sides_.size(); ++i) {
    if (calculation_.inputs[i].symbol.starts_with(index + "_link")) return true;
    if (sides_[i] == Side::other || index_of(i) != index) continue;
    const auto& figure = entry_.why.inputs[i].figure;
    if (!figure || (series && *series != figure->series)) return true;
    series = figure->series;
    reference = reference || sides_[i] == Side::reference;
  }
  return !reference;
}

std::optional<Ratio> Tried::move_of(const std::string& index) const {
  const NodeId now = calculation_.find("index " + index);
  const NodeId then = calculation_.find("index " + index + "0");
  const Tape& tape = entry_.why.tape;
  if (now == no_node || !tape.determined(now)) return std::nullopt;
  const bool reference = then != no_node && tape.determined(then);
  if (is_in_percent(index)) return reference ? tape.value(now) - tape.value(then) : tape.value(now);
  if (!reference || tape.value(then).is_zero()) return std::nullopt;
  return tape.value(now) / tape.value(then) - Ratio(1);
}

std::optional<Ratio> Tried::points_of(const std::string& index) const {
  const NodeId now = calculation_.find("index " + index);
  const NodeId then = calculation_.find("index " + index + "0");
  const Tape& tape = entry_.why.tape;
  if (now == no_node || then == no_node || !tape.determined(now) || !tape.determined(then))
    return std::nullopt;
  return tape.value(now) - tape.value(then);
}

/// Of how many figures an index is a percentage that is compared with nothing; else 0.
std::size_t Tried::percentages_of(const std::string& index) const {
  std::size_t count = 0;
  for (std::size_t i = 0; i < sides_.size(); ++i) {
    if (sides_[i] == Side::other || index_of(i) != index) continue;
    if (sides_[i] == Side::reference || !in_percent(i)) return 0;
    ++count;
  }
  return count;
}

bool Tried::moves(std::size_t input, const std::string& index) const {
  if (sides_[input] != Side::compared) return false;
  const std::string read = index_of(input);
  return index == every_index ? !of_fixed_period(read) : read == index;
}

/// The figures as they were read, and what stands where none was.
Tried::Values Tried::with_stand_ins() const {
  Values inputs = inputs_;
  for (std::size_t i = 0; i < sides_.size(); ++i)
    if (!inputs[i]) inputs[i] = sides_[i] == Side::other ? Ratio(100) : stand_in(i);
  return inputs;
}

Tried::Values Tried::with_rise(const Ratio& rise, const std::string& index) const {
  Values inputs = with_stand_ins();
  for (std::size_t i = 0; i < sides_.size(); ++i) {
    if (sides_[i] == Side::other || is_a_number(i)) continue;
    const bool rises = moves(i, index);
    if (in_percent(i)) {
      const std::size_t figures = std::max<std::size_t>(percentages_of(index_of(i)), 1);
      inputs[i] = rises ? rise / Ratio(static_cast<std::int64_t>(figures)) : Ratio(0);
    } else {
      inputs[i] = *level_of(index_of(i)) * (rises ? Ratio(1) + rise : Ratio(1));
    }
  }
  return inputs;
}

Outcome<Ratio> Tried::change_when(const Ratio& rise, const std::string& index) const {
  return change_with(with_rise(rise, index));
}

Outcome<Ratio> Tried::change_when_from(const Ratio& factor, const Ratio& rise,
                                       const std::string& index) const {
  return change_with(with_rise(rise, index), factor);
}

Outcome<Ratio> Tried::change_from_own(const Ratio& rise, const std::string& index) const {
  Values inputs = with_stand_ins();
  for (std::size_t i = 0; i < sides_.size(); ++i)
    if (moves(i, index))
      inputs[i] = in_percent(i) ? *inputs[i] + rise : *inputs[i] * (Ratio(1) + rise);
  return change_with(inputs);
}

Outcome<Ratio> Tried::change_alone(const Ratio& rise, const std::string& index) const {
  Values inputs = with_stand_ins();
  for (std::size_t i = 0; i < sides_.size(); ++i) {
    if (sides_[i] != Side::compared) continue;
    const std::optional<Ratio> level = level_of(index_of(i));
    if (index_of(i) == index)
      inputs[i] = *inputs[i] * (Ratio(1) + rise);
    else if (level)
      inputs[i] = *level;
  }
  return change_with(inputs);
}

/// A level that is not known stands where its reference does, a percentage at nothing.
Ratio Tried::stand_in(std::size_t input) const {
  return in_percent(input) ? Ratio(0) : level_of(index_of(input)).value_or(Ratio(100));
}

Outcome<Ratio> Tried::change_at_percentages(const std::string& index, const Ratio& now,
                                            const Ratio& then) const {
  Values inputs = with_stand_ins();
  for (std::size_t i = 0; i < sides_.size(); ++i)
    if (sides_[i] != Side::other && index_of(i) == index)
      inputs[i] = (sides_[i] == Side::compared ? now : then) / Ratio(100);
  return change_with(inputs);
}

Outcome<Ratio> Tried::change_in_base(const Ratio& factor) const {
  Values inputs = with_rise(Ratio(Decimal(1, 1)), every_index);
  for (std::size_t i = 0; i < sides_.size(); ++i)
    if (sides_[i] != Side::other && !in_percent(i)) inputs[i] = *inputs[i] * factor;
  return change_with(inputs);
}

Outcome<Ratio> Tried::change_with(const Values& inputs, const Ratio& factor) const {
  Values slots = slots_;
  Outcome<Ratio> price = original();
  if (price) price = *price * factor;
  for (std::size_t i = 0; i < slots.size(); ++i) {
    const Slot slot = calculation_.slots[i];
    const bool is_price = slot == Slot::price || slot == Slot::exact || slot == Slot::original ||
                          slot == Slot::year_ago;
    slots[i] = is_price ? price : Outcome<Ratio>(Ratio(slot == Slot::lost ? 1 : 0));
  }
  return of_price(evaluate(calculation_, inputs, slots).at(measured_node()), price);
}

/// What the formula measures, before it is rounded or limited.
NodeId Tried::measured_node() const {
  const Outputs& outputs = calculation_.outputs;
  return entry_.clause->surcharge ? outputs.formula : outputs.change_exact;
}
/// A surcharge is money, and is compared with the price that it comes on top of.
Outcome<Ratio> Tried::of_price(Outcome<Ratio> value, const Outcome<Ratio>& price) const {
  if (!entry_.clause->surcharge || !value) return value;
  if (!price || price->is_zero()) return price;
  return *value / *price;
}

Outcome<Ratio> Tried::measured() const {
  return of_price(entry_.why.tape.at(measured_node()), original());
}

Outcome<Ratio> Tried::measured_from() const {
  for (std::size_t i = 0; i < slots_.size(); ++i)
    if (calculation_.slots[i] == Slot::original &&
        entry_.clause->compounding.value == Compounding::base)
      return slots_[i];
  return entry_.before;
}

Outcome<Ratio> Tried::original() const {
  const Outcome<Ratio> start = measured_from();
  return start && !start->is_zero() ? start : Outcome<Ratio>(Ratio(100));
}

}  // namespace pricetalk
