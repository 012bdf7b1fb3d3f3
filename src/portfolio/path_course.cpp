#include "portfolio/path_course.hpp"

#include <algorithm>
#include <array>

#include "contract/last_step.hpp"
#include "explain/operands.hpp"
#include "pricing/lower.hpp"

namespace pricetalk {

DrawnFigures::DrawnFigures(const Paths& paths) {
  for (std::uint32_t series = 0; series < paths.series.size(); ++series) {
    std::map<Period, At>& periods = all_[paths.series[series].series];
    for (const Period& period : paths.series[series].periods)
      periods.emplace(period, At{series, static_cast<std::uint32_t>(periods.size())});
  }
}

std::optional<DrawnFigures::At> DrawnFigures::find(const std::string& series,
                                                   const Period& period) const {
  const auto periods = all_.find(series);
  if (periods == all_.end()) return std::nullopt;
  const auto found = periods->second.find(period);
  return found == periods->second.end() ? std::nullopt : std::optional(found->second);
}

std::shared_ptr<const PathValue> PathValues::kept(PathValue value) {
  std::string key = value.inner ? "" : *value.made.shape;
  const auto put = [&](std::uint64_t number) { key += '/' + std::to_string(number); };
  for (const Decimal& number : value.made.known) key += ' ' + number.text();
  for (const DrawnFigures::At& at : value.reads) {
    put(at.series);
    put(at.period);
  }
  for (const bool percent : value.percent) key += percent ? '%' : '.';
  if (value.inner) put(reinterpret_cast<std::uintptr_t>(value.inner.get()));
  for (const OuterLimit& limit : value.limits) key += (limit.cap ? '<' : '>') + limit.end.text();
  const auto [found, fresh] = all_.try_emplace(std::move(key));
  if (fresh) found->second = std::make_shared<const PathValue>(std::move(value));
  return found->second;
}

std::vector<Date> PathCourse::dates(Date start) const {
  std::vector<Date> made = {start};
  for (const PathStep& step : steps) made.push_back(step.from);
  return made;
}

namespace {

/// Which nodes read figures and no price, and are written in decimals: columns that all lines
/// share.
class Cutting {
 public:
  Cutting(const Calculation& calculation, const Tape& tape, const Varying& varying,
          const std::vector<bool>& shared)
      : calculation_(calculation), tape_(tape), varying_(varying), shared_(shared) {}

  std::vector<bool> run() && {
    const std::size_t size = calculation_.nodes.size();
    std::vector<bool> cuts(size, false);
    of_figures_.resize(size, true);
    decimal_.resize(size, true);
    for (NodeId id = 0; id < size; ++id) {
      look_at(id, calculation_.nodes[id]);
      cuts[id] = !shared_[id] && of_figures_[id] && decimal_[id];
    }
    return cuts;
  }

 private:
  void look_at(NodeId id, const Node& n) {
    if (shared_[id]) {
      decimal_[id] = tape_.determined(id) && tape_.value(id).exact_decimal().has_value();
      return;
    }
    if (n.op == Op::input || n.op == Op::state) {
      of_figures_[id] = n.op == Op::input;
      return;
    }
    if (n.op == Op::choose && shared_[n.a] && shared_[n.b] && tape_.determined(n.a) &&
        tape_.determined(n.b)) {
      of_figures_[id] = of_figures_[taken(n, tape_)];
      decimal_[id] = decimal_[taken(n, tape_)];
      return;
    }
    operands(calculation_, n, [&](NodeId operand) {
      of_figures_[id] = of_figures_[id] && of_figures_[operand];
      decimal_[id] = decimal_[id] && decimal_[operand];
    });
    if (n.op == Op::div) decimal_[id] = false;
    if (n.op == Op::round || n.op == Op::band) decimal_[id] = true;
    if (n.op == Op::choose) decimal_[id] = decimal_[n.c] && decimal_[n.d];
  }

  const Calculation& calculation_;
  const Tape& tape_;
  const Varying& varying_;
  const std::vector<bool>& shared_;
  std::vector<bool> of_figures_;
  std::vector<bool> decimal_;
};

class PathFollowing {
 public:
  PathFollowing(const PriceSchedule& schedule, const DrawnFigures& drawn, PathValues& values)
      : schedule_(schedule), drawn_(drawn), values_(values) {
    memory_.resize(std::max<std::size_t>(1, schedule.line->clauses.size()));
  }

  PathCourse run() && {
    if (schedule_.line->follows)
      refuse({"a price that follows another", "een prijs die een andere volgt"});
    for (std::size_t i = 0; i < schedule_.line->clauses.size(); ++i)
      made_.remembers_moves = made_.remembers_moves || reads_last_step(clause(i));
    for (std::size_t i = 1; i < schedule_.entries.size() && made_.refused.empty(); ++i)
      follow(schedule_.entries[i]);
    return std::move(made_);
  }

 private:
  static constexpr std::size_t slot_count = 8;
  static constexpr std::size_t before_all = SIZE_MAX;

  /// What a slot of a clause holds.
  struct Held {
    enum class Kind : std::uint8_t {
      same,    ///< one number on every path
      made,    ///< what a step computed
      unsure,  ///< which of two, is not the same on every path
    };
    Kind kind = Kind::same;
    std::size_t step = 0;
    NodeId node = no_node;
  };
  struct Memory {
    std::array<Held, slot_count> slots;
    std::vector<std::pair<Date, std::size_t>> past;  ///< days and steps that made its prices
  };
  /// A step as far as it is looked at.
  struct Looked {
    const PriceEntry* entry = nullptr;
    std::size_t clause = 0;
    /// These two: before the step.
    Memory memory;
    std::size_t price_at = before_all;
    Varying varying;
    std::vector<bool> shared;
    std::vector<std::optional<DrawnFigures::At>> figures;  ///< one per input
  };

  const Clause& clause(std::size_t at) const {
    return schedule_.contract->clauses[schedule_.line->clauses[at]];
  }

  void follow(const PriceEntry& entry) {
    Looked& looked = looked_.emplace_back();
    looked.entry = &entry;
    PathStep step;
    step.from = entry.from;
    if (entry.verdict == Verdict::undetermined)
      return refuse({"a price that is not determined yet", "een prijs die nog niet vaststaat"});
    if (!entry.why && entry.verdict == Verdict::unchanged)
      return refuse({"a price that fell to zero", "een prijs die tot nul is gedaald"});
    made_.steps.push_back(std::move(step));
    if (entry.why) change(looked);
  }

  void change(Looked& looked) {
    look(looked);
    const PriceEntry& entry = *looked.entry;
    const Calculation& c = *entry.why.calculation;
    const Tape& tape = entry.why.tape;
    const NodeId passes = c.outputs.passes;
    PathStep& step = made_.steps.back();
    if (passes != no_node && !looked.shared[passes]) {
      step.passes = number(looked, passes);
      step.passed = tape.determined(passes) && !tape.value(passes).is_zero();
    }
    if (entry.verdict == Verdict::below_threshold) return;
    step.moved = !(entry.price == entry.before);
    step.price = number(looked, c.outputs.whole_price());
    keep(looked, step.moved);
  }

  void look(Looked& looked) {
    const PriceEntry& entry = *looked.entry;
    const Calculation& c = *entry.why.calculation;
    while (entry.clause != nullptr && looked.clause + 1 < memory_.size() &&
           &clause(looked.clause) != entry.clause)
      ++looked.clause;
    looked.memory = memory_[looked.clause];
    looked.price_at = price_at_;
    looked.figures.resize(c.inputs.size());
    for (std::size_t i = 0; i < c.inputs.size(); ++i) {
      if (const auto& figure = entry.why.inputs[i].figure)
        looked.figures[i] = drawn_.find(figure->series, figure->about);
      looked.varying.inputs.push_back(looked.figures[i].has_value());
      drawn_yet_ = drawn_yet_ || looked.figures[i];
    }
    for (const Slot slot : c.slots) {
      looked.varying.slots.push_back(differs(looked, slot));
      made_.remembers_moves = made_.remembers_moves || slot == Slot::m_last;
    }
    looked.shared = shared_nodes(c, entry.why.tape, looked.varying);
    looked.varying.cuts = Cutting(c, entry.why.tape, looked.varying, looked.shared).run();
  }

  static bool differs(const Looked& looked, Slot slot) {
    switch (slot) {
      case Slot::price:
      case Slot::exact:
      case Slot::original:
      case Slot::year_ago:
        return true;
      default:
        return held(looked, slot).kind != Held::Kind::same;
    }
  }

  static const Held& held(const Looked& looked, Slot slot) {
    return looked.memory.slots[static_cast<std::size_t>(slot)];
  }

  /// What the step leaves for later ones.
  void keep(const Looked& looked, bool moved) {
    const PriceEntry& entry = *looked.entry;
    const std::size_t at = made_.steps.size() - 1;
    price_at_ = at;
    const bool agreed = entry.verdict == Verdict::agreed;
    if (agreed && drawn_yet_)
      for (std::size_t i = 0; i < memory_.size(); ++i)
        if (entry.clause == nullptr || i != looked.clause) forget(memory_[i]);
    if (entry.clause == nullptr) return;
    Memory& memory = memory_[looked.clause];
    memory.past.emplace_back(entry.from, at);
    for (const Next& next : entry.why.calculation->next) {
      if (next.slot == Slot::price || next.slot == Slot::exact) continue;
      const bool same = looked.shared[next.node];
      Held& kept = memory.slots[static_cast<std::size_t>(next.slot)];
      const bool written = next.when == Remember::always || moved;
      if (written)
        kept = {same ? Held::Kind::same : Held::Kind::made, at, next.node};
      else if (!same || kept.kind != Held::Kind::same)
        kept.kind = Held::Kind::unsure;
      made_.remembers_moves =
          made_.remembers_moves || (next.slot != Slot::m_last && next.when == Remember::when_moved);
    }
  }

  /// An agreed price is told to the other clauses of the line, by calculations of their own.
  static void forget(Memory& memory) {
    for (Held& each : memory.slots) each.kind = Held::Kind::unsure;
  }

  PathNumber number(const Looked& looked, NodeId node) {
    PathNumber made;
    const Derivation& why = looked.entry->why;
    auto specialised = specialise(*why.calculation, why.tape, looked.varying, node);
    if (!specialised) {
      refuse({"a fraction that no number of decimals holds",
              "een breuk die niet in decimalen is te schrijven"});
      return made;
    }
    made.made = std::move(*specialised);
    for (const Specialised::Read& read : made.made.reads)
      made.reads.push_back(read_of(looked, read.leaf));
    return made;
  }

  PathRead read_of(const Looked& looked, NodeId leaf) {
    const Calculation& c = *looked.entry->why.calculation;
    const Node& n = c.nodes[leaf];
    if (n.op != Op::state) {
      made_.values.push_back(value_of(looked, leaf));
      return {PathRead::From::value, made_.values.size() - 1, 0};
    }
    const auto [read, value] = slot_of(looked, c.slots[n.a]);
    const Tape& tape = looked.entry->why.tape;
    if (!tape.determined(leaf) || !(value == Outcome<Ratio>(tape.value(leaf))))
      refuse({"something that is remembered in a way of its own",
              "iets dat op een eigen manier wordt onthouden"});
    return read;
  }

  /// Where the number of a slot comes from, and what it is on the path that stands for all.
  std::pair<PathRead, Outcome<Ratio>> slot_of(const Looked& looked, Slot slot) {
    switch (slot) {
      case Slot::original:
        return price_of(before_all);
      case Slot::price:
        return price_of(looked.price_at);
      case Slot::exact:
        if (looked.price_at == before_all) return price_of(before_all);
        return kept_of(looked.price_at,
                       looked_[looked.price_at].entry->why.calculation->outputs.exact);
      case Slot::year_ago: {
        const Date then =
            looked.entry->from - Duration{whole_years(*looked.entry->clause), Unit::year};
        std::size_t at = before_all;
        for (const auto& [from, step] : looked.memory.past)
          if (from <= then) at = step;
        return price_of(at);
      }
      default:
        break;
    }
    const Held& found = held(looked, slot);
    if (found.kind == Held::Kind::made) return kept_of(found.step, found.node);
    refuse({"something that is kept on some paths and not on others",
            "iets dat op sommige paden wel en op andere niet wordt onthouden"});
    return {};
  }

  std::pair<PathRead, Outcome<Ratio>> price_of(std::size_t step) const {
    if (step == before_all) return {{PathRead::From::start, 0, 0}, schedule_.entries.front().price};
    return {{PathRead::From::price, step, 0}, looked_[step].entry->price};
  }

  std::pair<PathRead, Outcome<Ratio>> kept_of(std::size_t step, NodeId node) {
    const Outcome<Ratio> value = looked_[step].entry->why.tape.at(node);
    const auto [found, fresh] = kept_at_.try_emplace({step, node}, 0);
    if (fresh) {
      found->second = made_.steps[step].kept.size();
      PathNumber made = number(looked_[step], node);
      made_.steps[step].kept.push_back(std::move(made));
    }
    return {{PathRead::From::kept, step, found->second}, value};
  }

  std::shared_ptr<const PathValue> value_of(const Looked& looked, NodeId leaf) {
    const Derivation& why = looked.entry->why;
    Varying whole = looked.varying;
    whole.cuts.clear();
    const auto hoisted = hoist(*why.calculation, why.tape, looked.shared, leaf);
    if (hoisted) whole.instead = hoisted->instead;
    PathValue made;
    auto specialised = specialise(*why.calculation, why.tape, whole, leaf);
    if (!specialised) {
      refuse({"a fraction that no number of decimals holds",
              "een breuk die niet in decimalen is te schrijven"});
      return nullptr;
    }
    made.made = std::move(*specialised);
    for (const Specialised::Read& read : made.made.reads) {
      const std::size_t input = why.calculation->nodes[read.leaf].a;
      made.reads.push_back(*looked.figures[input]);
      made.percent.push_back(why.inputs[input].figure->percent);
    }
    auto inner = values_.kept(std::move(made));
    if (!hoisted || hoisted->limits.empty()) return inner;
    return values_.kept({{}, {}, {}, std::move(inner), hoisted->limits});
  }

  void refuse(Phrase why) {
    if (made_.refused.empty()) made_.refused = std::move(why);
  }

  const PriceSchedule& schedule_;
  const DrawnFigures& drawn_;
  PathValues& values_;
  std::vector<Memory> memory_;
  std::vector<Looked> looked_;
  std::map<std::pair<std::size_t, NodeId>, std::size_t> kept_at_;
  std::size_t price_at_ = before_all;
  bool drawn_yet_ = false;
  PathCourse made_;
};

}  // namespace

PathCourse path_course(const PriceSchedule& schedule, const DrawnFigures& drawn,
                       PathValues& values) {
  return PathFollowing(schedule, drawn, values).run();
}

}  // namespace pricetalk
