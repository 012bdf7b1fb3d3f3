#include <algorithm>

#include "calendar/working_day.hpp"
#include "explain/rounded.hpp"
#include "pricetalk/explain/format.hpp"
#include "pricing/derive.hpp"
#include "pricing/follow.hpp"
#include "pricing/notice.hpp"
#include "pricing/parts.hpp"

namespace pricetalk {

namespace {

bool too_soon(const PricingContext& c, const Clause& clause, const ClauseMemory& memory, Date day) {
  const Line& line = *c.line;
  if (line.price_binding && day < line.from.value + line.price_binding->value) return true;
  if (!clause.when.minimum_interval) return false;
  const Date since = memory.last_step.value_or(c.contract->bid.value_or(line.from.value));
  return day < since + clause.when.minimum_interval->value;
}

Verdict verdict_of(const StepContext& context, bool moved) {
  if (context.notice == NoticeEffect::forfeited) return Verdict::forfeited;
  if (context.notice == NoticeEffect::moved_on) return Verdict::moved_on;
  if (context.decision != nullptr) switch (context.decision->kind.value) {
      case DecisionKind::waived:
        return Verdict::waived;
      case DecisionKind::reduced:
        return Verdict::reduced;
      case DecisionKind::agreed_price:
        return Verdict::agreed;
      case DecisionKind::deferred:
        break;
    }
  return moved ? Verdict::adjusted : Verdict::unchanged;
}

/// Whether what was given up is gone for good, so that the figures of this date count as used.
bool given_up_for_good(const StepContext& context) {
  if (context.notice != NoticeEffect::none) return context.notice == NoticeEffect::forfeited;
  if (context.decision == nullptr) return false;
  return context.decision->kind.value != DecisionKind::deferred &&
         !context.decision->catch_up.value;
}

/// A step that was announced too late starts later, and counts for its own adjustment date.
Date day_of_interval(const Occasion& occasion) {
  return occasion.kind == Occasion::Kind::late ? occasion.date : occasion.day;
}

Date later(const std::optional<Date>& last, Date day) { return last ? std::max(*last, day) : day; }

/// After a step of a clause with resets_base the others start from its day and its price. Where it
/// is not known whether there was a step, nobody knows their start either.
void reset_others(State& next, const Clause& clause, std::size_t own, const PriceEntry& entry,
                  Date day) {
  for (std::size_t i = 0; i < next.memory.size(); ++i) {
    if (i == own) continue;
    ClauseMemory& other = next.memory[i];
    other.origin = {
        entry.price,
        day,
        {"price of " + date_text(day, Language::en) + ", set by clause " + clause.id,
         "prijs van " + date_text(day, Language::nl) + ", bepaald door clausule " + clause.id},
        entry.address.text,
        entry.fixity};
    other.used_on = std::optional<Date>{};
    other.m_last = Ratio(0);
    other.lost = Ratio(1);
    other.past.clear();
    if (entry.price) continue;
    other.used_on = entry.price.why();
    other.m_last = other.lost = entry.price.why();
  }
}

/// A step that does not happen: the price stays, nothing is remembered.
std::pair<State, PriceEntry> refuse(const State& state, PriceEntry entry, Verdict verdict) {
  show_parts(state, entry);
  entry.verdict = verdict;
  entry.price = state.price;
  entry.fixity = state.fixity;
  return {state, std::move(entry)};
}

void remember(ClauseMemory& memory, Slot slot, Outcome<Ratio> value) {
  switch (slot) {
    case Slot::m_last:
      memory.m_last = std::move(value);
      return;
    case Slot::carry:
      memory.carry = std::move(value);
      return;
    case Slot::room:
      memory.room = std::move(value);
      return;
    case Slot::lost:
      memory.lost = std::move(value);
      return;
    case Slot::price:
    case Slot::exact:
    case Slot::original:
    case Slot::year_ago:
      return;  // kept in the state, not in the memory of a clause
  }
}

bool counts_years(const Clause& clause) {
  return std::any_of(clause.ladders.begin(), clause.ladders.end(), [](const DatedLadder& dated) {
    return dated.ladder.limits.per.value == LimitPer::year;
  });
}

Date years_before(const Clause& clause, Date day) {
  return day - Duration{whole_years(clause), Unit::year};
}

/// The price of a year ago: as this clause left it then, else the original one.
Outcome<Ratio> year_ago(const PricingContext& c, const State& state, const ClauseMemory& memory,
                        const Clause& clause, Date day) {
  Outcome<Ratio> found = recall(c, state, memory, Slot::original).first;
  const Date then = years_before(clause, day);
  for (const auto& [from, price] : memory.past)
    if (from <= then) found = price;
  return found;
}

/// Keeps a price for as long as a later date can ask for it.
void keep_past(ClauseMemory& memory, const Clause& clause, Date from, const Outcome<Ratio>& price) {
  if (!counts_years(clause)) return;
  memory.past.emplace_back(from, price);
  const Date then = years_before(clause, from);
  while (memory.past.size() > 1 && memory.past[1].first <= then)
    memory.past.erase(memory.past.begin());
}

/// A price that fell to 0 stays 0: nothing is measured against it. Of a line whose price is 0 from
/// the start the ladder is run, so that it is explained.
bool fell_to_zero(const PricingContext& c, const State& own, const ClauseMemory& memory,
                  const Clause& clause, Date date) {
  const bool exact = clause.ladder_on(date).rounding.carry.value == Carry::exact;
  const Outcome<Ratio>& now = exact ? own.exact : own.price;
  if (!now || !now->is_zero()) return false;
  const Outcome<Ratio> original = recall(c, own, memory, Slot::original).first;
  return !original || !original->is_zero();
}

/// A value that nothing rounds may be too long to be written as a price.
Outcome<Ratio> as_price(Outcome<Ratio> value) {
  return value && !writable(*value) ? Outcome<Ratio>(too_long()) : value;
}

/// A clause that takes the place of another goes on with what that one remembers, where both
/// measure the same; else only with its dates and prices.
void hand_over(ClauseMemory& memory, const Clause& before, const Clause& now) {
  memory.replaced = true;
  const auto alike = [](const IndexRead& a, const IndexRead& b) {
    return a.symbol == b.symbol && a.series.value == b.series.value;
  };
  if (before.compounding.value == now.compounding.value &&
      std::equal(before.reads.begin(), before.reads.end(), now.reads.begin(), now.reads.end(),
                 alike))
    return;
  const ClauseMemory fresh;
  memory.m_last = fresh.m_last;
  memory.carry = fresh.carry;
  memory.room = fresh.room;
  memory.lost = fresh.lost;
}

/// What the clauses remember of an agreed price that it is about, but that do not run on its day: a
/// measured change of zero. `some_run`: clauses with an adjustment on that day remember it
/// themselves.
void tell_others(const PricingContext& c, const State& before, State& next,
                 const DecisionTerms& decision, Date day, bool some_run) {
  for (std::size_t i = 0; i < next.memory.size(); ++i) {
    const Clause* runs = c.contract->clauses[c.line->clauses[i]].on(day);
    if (runs == nullptr || !concerns(decision, *c.line, *runs)) continue;
    const Clause& clause = *runs;
    const std::optional<Date> last = last_date(*c.contract, *c.line, clause, day);
    if (some_run && last == day) continue;
    ClauseMemory& kept = next.memory[i];
    const Derivation why = derive(c, before, kept, lower_agreed(decision, &clause));
    for (const Next& slot : why.calculation->next)
      remember(kept, slot.slot, why.tape.at(slot.node));
    kept.last_step = later(kept.last_step, day);
    // Whatever happened before is settled by the agreement.
    if (!kept.used_on && !decision.catch_up.value) kept.used_on = last;
    keep_past(kept, clause, day, next.price);
  }
}

/// An agreed price on a day on which no clause runs that it is about.
std::pair<State, PriceEntry> agree(const PricingContext& c, const State& state,
                                   const Occasion& occasion) {
  const DecisionTerms& decision = *occasion.agreed;
  State next = state;
  PriceEntry entry;
  entry.date = entry.from = occasion.day;
  entry.verdict = Verdict::agreed;
  entry.before = state.price;
  entry.decision = &decision;
  entry.address = {address_of(c, occasion.day, "price")};
  entry.why = derive(c, state, ClauseMemory{}, lower_agreed(decision, nullptr));
  entry.answer = entry.why.calculation->outputs.price;
  next.price = next.exact = entry.price = entry.why.tape.at(entry.answer);
  next.fixity = entry.fixity;
  next.address = entry.address.text;
  tell_others(c, state, next, decision, occasion.day, false);
  return {std::move(next), std::move(entry)};
}

}  // namespace

std::pair<State, PriceEntry> step(const PricingContext& c, const State& state,
                                  const Occasion& occasion) {
  if (occasion.kind == Occasion::Kind::agreed) return agree(c, state, occasion);
  if (occasion.kind == Occasion::Kind::followed) return follow(c, state, occasion);
  const Clause& stated = c.contract->clauses[c.line->clauses[occasion.clause]];
  const Clause& clause = *stated.on(occasion.date);
  ClauseMemory memory = state.memory[occasion.clause];
  if (&clause != &stated && !memory.replaced) hand_over(memory, stated, clause);
  const bool deferred = occasion.kind == Occasion::Kind::deferred;

  PriceEntry entry;
  entry.date = occasion.date;
  entry.from = occasion.day;
  entry.clause = &clause;
  entry.before = state.price;
  entry.decision = c.contract->decision_on(occasion.date, *c.line, clause);
  entry.announcement = c.contract->announcement_for(occasion.date, clause);
  entry.part = c.line->part_of(occasion.clause);
  entry.address = {address_of(c, occasion.day, "price")};
  if (entry.part) entry.address.text += "/" + c.line->parts[*entry.part].name;
  if (clause.notice.before)
    entry.deadline =
        last_day_before(occasion.day, clause.notice.before->value, c.contract->jurisdiction);
  const bool agreed = !deferred && entry.decision != nullptr &&
                      entry.decision->kind.value == DecisionKind::agreed_price;
  const Date counts = day_of_interval(occasion);
  if (!agreed && too_soon(c, clause, memory, counts))
    return refuse(state, std::move(entry), Verdict::too_soon);
  if (!deferred && entry.decision != nullptr &&
      entry.decision->kind.value == DecisionKind::deferred)
    return refuse(state, std::move(entry), Verdict::deferred);

  const State mine = entry.part ? of_part(state, *entry.part) : State{};
  const State& own = entry.part ? mine : state;  // what this clause moves: the line or its part
  if (!agreed && fell_to_zero(c, own, memory, clause, occasion.date))
    return refuse(state, std::move(entry), Verdict::unchanged);

  const std::vector<Date> dates = scheduled_dates(*c.contract, *c.line, clause, occasion.date);
  StepContext context;
  context.contract = c.contract;
  context.line = c.line;
  context.price = c.price;
  context.clause = &clause;
  context.date = occasion.date;
  context.previous_date = before(dates, occasion.date);
  context.last_step = memory.used_on;
  context.last_moved = memory.used_on ? Outcome<std::optional<Date>>(memory.last_step)
                                      : Outcome<std::optional<Date>>(memory.used_on.why());
  context.start_reading = start_reading(*c.line, dates);
  context.decision = deferred ? nullptr : entry.decision;
  context.notice = judge_notice(*c.contract, *c.line, clause, occasion.date, occasion.day).effect;
  context.reading_day = [&](Date date) { return reading_day(*c.contract, clause, date); };
  context.late_until = c.late_until;
  context.reset = memory.origin ? memory.origin->reset : std::nullopt;
  context.part = entry.part;
  Lowered lowered = lower(context, *c.coverage);
  entry.late = std::move(lowered.late);
  if (counts_years(clause)) memory.year_ago = year_ago(c, own, memory, clause, occasion.day);
  entry.why = derive(c, own, memory, std::move(lowered));

  const Outputs& outputs = entry.why.calculation->outputs;
  const Tape& tape = entry.why.tape;
  entry.answer = outputs.whole_price();
  if (outputs.passes != no_node && tape.determined(outputs.passes) &&
      tape.value(outputs.passes).is_zero()) {
    entry.answer = outputs.passes;
    return refuse(state, std::move(entry), Verdict::below_threshold);
  }

  State next = state;
  ClauseMemory& kept = next.memory[occasion.clause] = memory;
  const bool nothing = nothing_happens(context);
  const bool open = outputs.passes != no_node && !tape.determined(outputs.passes);
  // Nobody needs to know whether a step that does not happen would have passed the threshold.
  const bool asks = outputs.passes != no_node && !nothing;
  const auto result = [&](NodeId node) {
    return as_price(tape.at(open && asks ? outputs.passes : node));
  };
  const auto sure = [&](NodeId node) {
    return std::max(fixity(entry.why, node),
                    asks ? fixity(entry.why, outputs.passes) : Fixity::fixed);
  };
  const Outcome<Ratio> price = result(outputs.price);  // of the part, where there are parts
  const Outcome<Ratio> exact = result(outputs.exact);
  next.price = result(outputs.whole_price());
  next.exact = entry.part ? next.price : exact;
  if (entry.part) next.parts[*entry.part] = {price, exact, sure(outputs.price), entry.address.text};
  entry.price = next.price;
  entry.fixity = next.fixity = sure(outputs.whole_price());
  next.address = entry.address.text;
  show_parts(next, entry);
  const bool resets = clause.resets_base.value && !entry.part;
  if (!price && !nothing) {
    entry.verdict = Verdict::undetermined;
    if (open) entry.answer = outputs.passes;
    if (resets) reset_others(next, clause, occasion.clause, entry, occasion.day);
    kept.used_on = price.why();
    kept.last_step = later(kept.last_step, counts);
    keep_past(kept, clause, entry.from, price);
    for (const Next& slot : entry.why.calculation->next)
      remember(kept, slot.slot, tape.at(slot.node));
    return {std::move(next), std::move(entry)};
  }
  const bool moved = !nothing && (!(price == own.price) || !(exact == own.exact));
  const bool used = moved || given_up_for_good(context);
  for (const Next& slot : entry.why.calculation->next) {
    if (slot.when == Remember::when_moved && !used) continue;
    const Outcome<Ratio> value = tape.at(slot.node);
    const bool differs = open && !(value == recall(c, own, memory, slot.slot).first);
    remember(kept, slot.slot, differs ? tape.at(outputs.passes) : value);
  }
  if (used && open)
    kept.used_on = tape.at(outputs.passes).why();
  else if (used)
    kept.used_on = std::optional<Date>(occasion.date);
  if (moved || agreed) kept.last_step = later(kept.last_step, counts);
  if (agreed && !entry.part) tell_others(c, state, next, *entry.decision, occasion.day, true);
  keep_past(kept, clause, entry.from, price);
  if (moved && resets) reset_others(next, clause, occasion.clause, entry, occasion.day);
  const bool another = moved && !(price == own.price);
  entry.verdict = next.price ? verdict_of(context, another) : Verdict::undetermined;
  return {std::move(next), std::move(entry)};
}

}  // namespace pricetalk
