#include "portfolio/price_course.hpp"

#include "contract/last_step.hpp"

namespace pricetalk {

namespace {

bool differs(Slot slot) {
  return slot == Slot::price || slot == Slot::original || slot == Slot::exact ||
         slot == Slot::year_ago;
}

class Following {
 public:
  explicit Following(const PriceSchedule& schedule) : schedule_(schedule) {}

  PriceCourse run() && {
    if (schedule_.line->follows)
      refuse({"a price that follows another", "een prijs die een andere volgt"});
    for (const std::size_t at : schedule_.line->clauses) {
      const Clause& clause = schedule_.contract->clauses[at];
      remember_moves(clause);
      if (clause.later && clause.later->clause) remember_moves(*clause.later->clause);
    }
    for (std::size_t i = 1; i < schedule_.entries.size() && made_.refused.empty(); ++i) {
      made_.refused_from = schedule_.entries[i].from;
      follow(schedule_.entries[i]);
    }
    return std::move(made_);
  }

 private:
  void remember_moves(const Clause& clause) {
    made_.remembers_moves = made_.remembers_moves || reads_last_step(clause);
  }

  void follow(const PriceEntry& entry) {
    CourseStep step;
    step.from = entry.from;
    if (entry.verdict == Verdict::undetermined)
      return refuse({"a price that is not determined yet", "een prijs die nog niet vaststaat"});
    if (!entry.why && entry.verdict == Verdict::unchanged)
      return refuse({"a price that fell to zero", "een prijs die tot nul is gedaald"});
    if (entry.why) change(entry, step);
    made_.steps.push_back(std::move(step));
  }

  void change(const PriceEntry& entry, CourseStep& step) {
    const Calculation& c = *entry.why.calculation;
    Varying varying{std::vector<bool>(c.inputs.size(), false), {}};
    for (const Slot slot : c.slots) varying.slots.push_back(differs(slot));
    const std::vector<bool> shared = shared_nodes(c, entry.why.tape, varying);
    if (c.outputs.passes != no_node && !shared[c.outputs.passes])
      return refuse({"a threshold on the price", "een drempel op de prijs"});
    if (entry.verdict == Verdict::below_threshold) return;
    for (const Slot slot : c.slots)
      made_.remembers_moves = made_.remembers_moves || slot == Slot::m_last;
    for (const Next& next : c.next) {
      if (next.slot == Slot::price || next.slot == Slot::exact) continue;
      if (!shared[next.node])
        return refuse({"something that is kept of each price by itself",
                       "iets dat per prijs wordt onthouden"});
      // The measured change is kept for those that read it, above.
      made_.remembers_moves =
          made_.remembers_moves || (next.slot != Slot::m_last && next.when == Remember::when_moved);
    }
    step.moved = !(entry.price == entry.before);
    step.made = specialise(c, entry.why.tape, varying, c.outputs.whole_price());
    if (!step.made)
      return refuse({"a fraction that no number of decimals holds",
                     "een breuk die niet in decimalen is te schrijven"});
    // Most steps have one shape; they share its text, so that it is known at once.
    if (step.made->of_shape(shape_)) step.made->shape = shape_;
    shape_ = step.made->shape;
    for (const Specialised::Read& read : step.made->reads) {
      const Slot slot = c.slots[c.nodes[read.leaf].a];
      if (slot != Slot::price && slot != Slot::original)
        return refuse({"prices that are carried on unrounded, or limits over a year",
                       "prijzen die onafgerond doortellen, of grenzen over een jaar"});
      step.reads.push_back(slot);
    }
  }

  void refuse(Phrase why) { made_.refused = std::move(why); }

  const PriceSchedule& schedule_;
  std::shared_ptr<const std::string> shape_;  ///< of the step before
  PriceCourse made_;
};

}  // namespace

PriceCourse price_course(const PriceSchedule& schedule) { return Following(schedule).run(); }

}  // namespace pricetalk
