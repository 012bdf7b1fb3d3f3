#include "lint/trial.hpp"

#include <algorithm>
#include <set>

#include "contract/accepted.hpp"
#include "explain/rounded.hpp"
#include "lint/oddity_words.hpp"
#include "pricing/fold.hpp"

namespace pricetalk {

namespace {

using Kind = Oddity::Kind;
using Values = std::vector<Outcome<Ratio>>;

/// What an input stands for in a comparison.
enum class Side : std::uint8_t { compared, reference, other };

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

/// Stands for all of them.
constexpr const char* every_index = "*";

/// One step of a clause as it was computed, to be computed again with other figures.
class Tried {
 public:
  explicit Tried(const PriceEntry& entry) : entry_(entry), calculation_(*entry.why.calculation) {
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
  }

  const std::vector<Side>& sides() const { return sides_; }
  const Values& inputs() const { return inputs_; }
  bool in_percent(std::size_t input) const {
    return calculation_.inputs[input].form == Form::percent;
  }
  std::string symbol(std::size_t input) const {
    const std::string symbol = plain_symbol(calculation_.inputs[input].symbol);
    return sides_[input] == Side::reference ? symbol.substr(0, symbol.size() - 1) : symbol;
  }

  /// Some inputs are figures that are compared; all of them levels are compared with a reference.
  bool compares() const {
    bool any = false;
    for (std::size_t i = 0; i < sides_.size(); ++i) {
      if (sides_[i] != Side::compared) continue;
      any = true;
      if (linked(symbol(i)) || (!in_percent(i) && !level_of(symbol(i)))) return false;
    }
    return any;
  }
  /// The level with which an index is compared; where its figure is not known, 100. Nothing where
  /// the formula compares it with nothing.
  std::optional<Ratio> level_of(const std::string& index) const {
    std::optional<Ratio> found;
    const NodeId reference = calculation_.find("index " + index + "0");
    if (reference != no_node && entry_.why.tape.determined(reference) &&
        !entry_.why.tape.value(reference).is_zero())
      found = entry_.why.tape.value(reference);
    for (std::size_t i = 0; i < sides_.size(); ++i) {
      if (sides_[i] != Side::reference || symbol(i) != index) continue;
      if (inputs_[i] && !inputs_[i]->is_zero()) return *inputs_[i];
      found = Ratio(100);
    }
    return found;
  }

  /// By how much an index rose between its two figures, in one base; in points where it is in
  /// percent. Nothing where it is compared with nothing, and is no percentage of change itself.
  std::optional<Ratio> move_of(const std::string& index) const {
    const NodeId now = calculation_.find("index " + index);
    const NodeId then = calculation_.find("index " + index + "0");
    const Tape& tape = entry_.why.tape;
    if (now == no_node || !tape.determined(now)) return std::nullopt;
    const bool reference = then != no_node && tape.determined(then);
    if (is_in_percent(index))
      return reference ? tape.value(now) - tape.value(then) : tape.value(now);
    if (!reference || tape.value(then).is_zero()) return std::nullopt;
    return tape.value(now) / tape.value(then) - Ratio(1);
  }
  bool is_in_percent(const std::string& index) const {
    for (std::size_t i = 0; i < sides_.size(); ++i)
      if (sides_[i] != Side::other && symbol(i) == index) return in_percent(i);
    return false;
  }
  /// Whether the two figures of an index are of different bases, so that no figure of one is the
  /// same as a figure of the other.
  bool linked(const std::string& index) const {
    const IndexRead* read = entry_.clause->find(index);
    if (read == nullptr || read->links.empty()) return false;
    std::optional<std::string> series;
    bool reference = false;
    for (std::size_t i = 0; i < sides_.size(); ++i) {
      if (calculation_.inputs[i].symbol.starts_with(index + "_link")) return true;
      if (sides_[i] == Side::other || symbol(i) != index) continue;
      const auto& figure = entry_.why.inputs[i].figure;
      if (!figure || (series && *series != figure->series)) return true;
      series = figure->series;
      reference = reference || sides_[i] == Side::reference;
    }
    return !reference;
  }
  /// Every index that the formula reads, once.
  std::set<std::string> indices() const {
    std::set<std::string> found;
    for (std::size_t i = 0; i < sides_.size(); ++i)
      if (sides_[i] == Side::compared) found.insert(symbol(i));
    return found;
  }
  /// Whether an index is a percentage that is compared with nothing, and of how many figures.
  std::size_t percentages_of(const std::string& index) const {
    std::size_t count = 0;
    for (std::size_t i = 0; i < sides_.size(); ++i) {
      if (sides_[i] == Side::other || symbol(i) != index) continue;
      if (sides_[i] == Side::reference || !in_percent(i)) return 0;
      ++count;
    }
    return count;
  }

  /// Whether an index in percent is a level, as a rate of interest that is compared with an earlier
  /// one: what a point of it is worth, only the contract knows.
  bool in_percent_of_level(const std::string& index) const {
    for (std::size_t i = 0; i < sides_.size(); ++i)
      if (sides_[i] == Side::reference && symbol(i) == index && in_percent(i)) return true;
    return false;
  }

  /// The measured change when the figures of one index (nothing: none) have risen by `rise`, with
  /// nothing remembered; levels from the reference, percentages from nothing.
  Outcome<Ratio> change_when(const Ratio& rise, const std::string& index = "") const {
    Values inputs = inputs_;
    for (std::size_t i = 0; i < sides_.size(); ++i) {
      if (sides_[i] == Side::other) {
        if (!inputs[i]) inputs[i] = Ratio(100);
        continue;
      }
      const bool moves =
          sides_[i] == Side::compared && (index == every_index || symbol(i) == index);
      if (in_percent(i))
        inputs[i] = moves ? rise / Ratio(static_cast<std::int64_t>(
                                       std::max<std::size_t>(percentages_of(symbol(i)), 1)))
                          : Ratio(0);
      else
        inputs[i] = *level_of(symbol(i)) * (moves ? Ratio(1) + rise : Ratio(1));
    }
    return change_with(inputs);
  }
  /// The measured change with other figures, from the original price.
  Outcome<Ratio> change_with(const Values& inputs) const {
    Values slots = slots_;
    const Outcome<Ratio> price = original();
    for (std::size_t i = 0; i < slots.size(); ++i) {
      const Slot slot = calculation_.slots[i];
      const bool is_price = slot == Slot::price || slot == Slot::exact || slot == Slot::original ||
                            slot == Slot::year_ago;
      slots[i] = is_price ? price : Outcome<Ratio>(Ratio(slot == Slot::lost ? 1 : 0));
    }
    return evaluate(calculation_, inputs, slots).at(calculation_.outputs.change_exact);
  }
  /// The price of the time from which the figures are counted: the original one, or that in force.
  Outcome<Ratio> measured_from() const {
    for (std::size_t i = 0; i < slots_.size(); ++i)
      if (calculation_.slots[i] == Slot::original &&
          entry_.clause->compounding.value == Compounding::base)
        return slots_[i];
    return entry_.before;
  }
  /// The price that a trial starts with.
  Outcome<Ratio> original() const {
    if (entry_.before && !entry_.before->is_zero()) return entry_.before;
    return Ratio(100);
  }

 private:
  const PriceEntry& entry_;
  const Calculation& calculation_;
  std::vector<Side> sides_;
  Values inputs_;
  Values slots_;
};

bool can_be_tried(const PriceEntry& entry) {
  return entry.clause != nullptr && entry.why &&
         entry.why.calculation->outputs.change_exact != no_node &&
         entry.verdict != Verdict::agreed && !entry.part;
}

/// By how much the figures of a step moved: the most that one did, and all of them after each
/// other.
struct Moves {
  Ratio most;
  Ratio together;
};

/// Of a series in percent in points. Nothing where no figure is compared with another.
std::optional<Moves> moved(const Tried& tried) {
  std::optional<Moves> made;
  for (const std::string& index : tried.indices()) {
    const std::optional<Ratio> one = tried.move_of(index);
    if (!one) continue;
    if (!made) made = Moves{Ratio(0), Ratio(0)};
    made->most = std::max(made->most, abs(*one));
    made->together = (Ratio(1) + made->together) * (Ratio(1) + abs(*one)) - Ratio(1);
  }
  return made;
}

/// The price lines of one contract, tried one clause after the other.
class Trial {
 public:
  Trial(const Contract& contract, const Coverage& coverage, Date until, const TrialLimits& limits)
      : contract_(contract), coverage_(coverage), until_(until), limits_(limits) {}

  std::vector<Oddity> run() && {
    for (const Line& line : contract_.lines) {
      const PriceSchedule prices =
          schedule(PricingContext{&contract_, &line, 0, &coverage_}, until_);
      const PriceEntry* before = nullptr;
      for (const PriceEntry& entry : prices.entries) {
        if (!can_be_tried(entry)) continue;
        if (!known(entry)) try_step(line, before, entry);
        before = entry.verdict == Verdict::adjusted ? &entry : nullptr;
      }
    }
    return std::move(found_);
  }

 private:
  /// `last`: the step of the line before it; nothing where that did not move the price.
  void try_step(const Line& line, const PriceEntry* last, const PriceEntry& entry) {
    const Tried tried(entry);
    without_change(line, entry, tried);
    with_all_up(line, entry, tried);
    with_own_figures(line, entry, tried);
    if (last != nullptr && last->clause == entry.clause)
      with_the_last_figures(line, *last, entry, tried);
  }

  void without_change(const Line& line, const PriceEntry& entry, const Tried& tried) {
    if (!tried.compares()) return;
    const Outcome<Ratio> change = tried.change_when(Ratio(0));
    if (change && limits_.neutral < abs(*change))
      add(Kind::moves_by_itself, line, entry, *tried.original(), *change);
  }

  /// Both a small and a large rise answer oddly: a table or a rounding may leap once.
  void with_all_up(const Line& line, const PriceEntry& entry, const Tried& tried) {
    if (!tried.compares()) return;
    const Ratio small(Decimal(1, 2));
    const Ratio large(Decimal(1, 1));
    const Outcome<Ratio> none = tried.change_when(Ratio(0));
    if (!none || limits_.neutral < abs(*none)) return;
    for (const std::string& index : tried.indices()) {
      if (tried.in_percent_of_level(index)) continue;
      const Outcome<Ratio> one = tried.change_when(small, index);
      const Outcome<Ratio> ten = tried.change_when(large, index);
      if (!one || !ten) continue;
      const Ratio first = *one - *none;
      const Ratio second = *ten - *none;
      if (limits_.response * small < first && limits_.response * large < second)
        add(Kind::overshoots, line, entry, *tried.original(), *one);
    }
    // Of two that are compared with each other one lowers the price; all together none does.
    const Outcome<Ratio> one = tried.change_when(small, every_index);
    const Outcome<Ratio> ten = tried.change_when(large, every_index);
    if (one && ten && *one < *none && *ten < *none)
      add(Kind::opposes, line, entry, *tried.original(), *one);
  }

  void with_own_figures(const Line& line, const PriceEntry& entry, const Tried& tried) {
    if (entry.verdict != Verdict::adjusted || !entry.price) return;
    const Outcome<Ratio> before = tried.measured_from();
    if (!before || before->is_zero()) return;
    const Ratio change = *entry.price / *before - Ratio(1);
    if (abs(change) <= limits_.step) return;
    const std::optional<Moves> figures = moved(tried);
    if (figures && abs(change) <= limits_.response * figures->together) return;
    add(Kind::leaps, line, entry, *before, change,
        figures ? std::optional(figures->most) : std::nullopt);
  }

  /// Whether a price moves on when no figure has changed since the last step.
  void with_the_last_figures(const Line& line, const PriceEntry& last, const PriceEntry& entry,
                             const Tried& tried) {
    if (entry.clause->compounding.value != Compounding::previous || !entry.before) return;
    const Tried before(last);
    if (before.inputs().size() != tried.inputs().size()) return;
    bool reference = false;
    bool compared = false;
    for (std::size_t i = 0; i < tried.sides().size(); ++i) {
      if (tried.in_percent(i) || tried.sides()[i] == Side::other) return;
      const auto& now = entry.why.inputs[i].figure;
      const auto& then = last.why.inputs[i].figure;
      if (!now || !then) return;
      const bool same = now->about == then->about && now->series == then->series;
      const bool of_reference = tried.sides()[i] == Side::reference;
      if (same != of_reference) return;
      (of_reference ? reference : compared) = true;
    }
    if (!reference || !compared) return;
    const Outcome<Ratio> change = tried.change_with(before.inputs());
    if (!change || abs(*change) < Ratio(Decimal(5, 3))) return;
    const std::optional<Ratio> other = from_the_start(line, entry);
    Oddity odd = odd_of(Kind::repeats, line, last, *last.before, *change);
    odd.again = entry.date;
    odd.before = *last.before;
    odd.after = entry.price ? *entry.price : Ratio(0);
    odd.from_start = other.value_or(Ratio(0));
    if (other && entry.price) keep(std::move(odd));
  }

  /// What the same clause charges on a day when its change counts from the start.
  std::optional<Ratio> from_the_start(const Line& line, const PriceEntry& entry) const {
    Contract other = contract_;
    for (Clause& clause : other.clauses)
      if (clause.id == entry.clause->id) clause.compounding.value = Compounding::base;
    const auto same = std::find_if(other.lines.begin(), other.lines.end(),
                                   [&](const Line& each) { return each.id == line.id; });
    const PriceSchedule prices =
        schedule(PricingContext{&other, &*same, 0, &coverage_}, entry.from);
    const PriceEntry* found = prices.on(entry.from);
    if (found == nullptr || !found->price) return std::nullopt;
    return *found->price;
  }

  Oddity odd_of(Kind kind, const Line& line, const PriceEntry& entry, const Ratio& before,
                const Ratio& change) const {
    Oddity made;
    made.kind = kind;
    made.clause = entry.clause;
    made.line = &line;
    made.date = entry.date;
    made.where = formula_of(entry);
    made.before = before;
    made.after = before * (Ratio(1) + change);
    return made;
  }
  void add(Kind kind, const Line& line, const PriceEntry& entry, const Ratio& before,
           const Ratio& change, std::optional<Ratio> figures = {}) {
    Oddity odd = odd_of(kind, line, entry, before, change);
    odd.figures = std::move(figures);
    keep(std::move(odd));
  }
  static Span formula_of(const PriceEntry& entry) {
    const Ladder& ladder = entry.clause->ladder_on(entry.date);
    return ladder.formula.where.value_or(entry.clause->where);
  }
  /// One oddity says enough of one formula: what comes out with the figures of the library follows
  /// from it.
  bool known(const std::string& clause, const Span& formula) const {
    return std::any_of(found_.begin(), found_.end(), [&](const Oddity& each) {
      return each.clause->id == clause && each.where.place() == formula.place();
    });
  }
  bool known(const PriceEntry& entry) const { return known(entry.clause->id, formula_of(entry)); }
  void keep(Oddity odd) {
    // Beyond what a price can be, other words are said.
    if (!writable(odd.before) || !writable(odd.after) || !writable(odd.from_start)) return;
    if (accepts(odd.clause->accepts, code_of(odd.kind))) return;
    if (!known(odd.clause->id, odd.where)) found_.push_back(std::move(odd));
  }

  const Contract& contract_;
  const Coverage& coverage_;
  Date until_;
  TrialLimits limits_;
  std::vector<Oddity> found_;
};

}  // namespace

std::vector<Oddity> try_clauses(const Contract& contract, const Coverage& coverage, Date until,
                                const TrialLimits& limits) {
  return Trial(contract, coverage, until, limits).run();
}

}  // namespace pricetalk
