#include <algorithm>

#include "pricetalk/explain/format.hpp"
#include "pricing/lowering.hpp"

namespace pricetalk {

/// Step 7 of the ladder, first half: floors, then caps (a cap beats a floor).
NodeId Lowering::limited(NodeId step) {
  const Limits& limits = ladder_.limits;
  // A price of 0 stays 0: no change can be measured against it, and none matters.
  const bool free = context_.line->prices[context_.price].original.value.is_zero();
  const auto against_now = [&](const Stated<LimitValue>& total) {
    const NodeId price =
        builder_.mul(original_, builder_.add(builder_.one(), expression(total.value.value)));
    return builder_.sub(builder_.div(price, now_), builder_.one());
  };
  const auto tightest = [&](const std::vector<Stated<LimitValue>>& own,
                            const std::vector<Stated<LimitValue>>& total, bool smallest) {
    NodeId result = no_node;
    const auto take = [&](NodeId limit) {
      if (result == no_node)
        result = limit;
      else
        result = smallest ? builder_.min(result, limit) : builder_.max(result, limit);
    };
    for (const auto& limit : own)
      take(limits.per.value == LimitPer::year && !free ? within_a_year(limit)
                                                       : expression(limit.value.value));
    if (smallest && !own.empty() && limits.unused_cap.value == UnusedCap::kept)
      result = builder_.add(result, builder_.slot(Slot::room));
    if (!free)
      for (const auto& limit : total) take(against_now(limit));
    return result;
  };
  const auto place = [](const std::vector<Stated<LimitValue>>& own,
                        const std::vector<Stated<LimitValue>>& total) {
    return (own.empty() ? total : own).front().where.value_or(Span{});
  };
  floor_ = tightest(limits.floor, limits.floor_total, false);
  if (floor_ != no_node) {
    const Span where = place(limits.floor, limits.floor_total);
    floor_ = builder_.named(floor_, Role::floor, where);
    step = builder_.named(builder_.max(step, floor_), Role::after_floor, where);
  }
  cap_ = tightest(limits.cap, limits.cap_total, true);
  if (cap_ != no_node) {
    const Span where = place(limits.cap, limits.cap_total);
    cap_ = builder_.named(cap_, Role::cap, where);
    step = builder_.named(builder_.min(step, cap_), Role::after_cap, where);
  }
  return step;
}

/// A limit on what the price may change in a year, as a change against the price in force; a clause
/// with an interval of several years has as many of them.
NodeId Lowering::within_a_year(const Stated<LimitValue>& limit) {
  NodeId each = expression(limit.value.value);
  const int years = whole_years(clause_);
  if (years > 1) each = builder_.mul(each, builder_.constant(Decimal(years, 0)));
  const std::string count = std::to_string(years);
  const NodeId then = builder_.named(
      builder_.slot(Slot::year_ago),
      years > 1 ? Phrase{"price of " + count + " years ago", "prijs van " + count + " jaar eerder"}
                : Phrase{"price of a year ago", "prijs van een jaar eerder"},
      ladder_.limits.per.where.value_or(Span{}));
  return builder_.sub(builder_.div(builder_.mul(then, builder_.add(builder_.one(), each)), now_),
                      builder_.one());
}

/// What comes back of an agreed price far above the clause is counted in points of a price that is
/// no longer there: a step of -100 % or more is nobody's price, so it is undetermined.
NodeId Lowering::above_zero(NodeId step) {
  const auto& decisions = context_.contract->terms.decision;
  const bool may_sink = clause_.compounding.value == Compounding::previous &&
                        std::any_of(decisions.begin(), decisions.end(), [](const DecisionTerms& d) {
                          return d.catch_up.value && (d.kind.value == DecisionKind::agreed_price ||
                                                      d.kind.value == DecisionKind::reduced);
                        });
  if (!may_sink) return step;
  const std::string date = context_.date.text();
  const NodeId nothing =
      input("",
            Undetermined(Reason{
                .kind = Reason::Kind::not_stated,
                .key = "price below zero " + date,
                .text = {"what comes back of the decision (catch_up) would make the price of " +
                             date_text(context_.date, Language::en) +
                             " zero or less; the contract does not say what happens then",
                         "wat er van het besluit terugkomt (catch_up), zou de prijs van " +
                             date_text(context_.date, Language::nl) +
                             " op nul of lager brengen; het contract zegt niet wat er dan gebeurt"},
                .series = {},
                .period = {},
                .expected = {},
                .source = {}}),
            Form::percent, clause_.where);
  const NodeId minus_one = builder_.constant(Decimal(-1, 0), Form::percent);
  return builder_.choose(minus_one, step, nothing, step);
}

/// Step 7, decisions: what was decided replaces what the clause gives.
NodeId Lowering::decided(NodeId step) {
  NodeId taken = step;
  if (waived()) {
    taken = builder_.constant(Decimal(0, 0), Form::percent);
  } else if (decided_by(DecisionKind::reduced)) {
    taken = builder_.constant(*context_.decision->change->value.as_fraction().exact_decimal(),
                              Form::percent);
  } else if (decided_by(DecisionKind::agreed_price)) {
    const NodeId agreed = builder_.constant(context_.decision->unit_price->value, Form::money);
    taken = builder_.sub(builder_.div(agreed, now_), builder_.one());
  } else {
    return step;
  }
  const Span where = context_.decision != nullptr ? context_.decision->span : clause_.notice.where;
  taken = builder_.named(taken, Role::decided, where);
  builder_.outputs().given_up = builder_.named(builder_.sub(step, taken), Role::given_up, where);
  return taken;
}

/// Step 7, second half: what was cut off comes back at the next date, or is lost.
void Lowering::remember_cut(NodeId full, NodeId step) {
  const Limits& limits = ladder_.limits;
  const bool decision = waived() || (context_.decision != nullptr &&
                                     context_.decision->kind.value != DecisionKind::deferred);
  CarryOver kept = limits.carry_over.value;
  if (decision) kept = catches_up() ? CarryOver::both : CarryOver::none;
  if (clause_.compounding.value == Compounding::base) {
    if (kept != CarryOver::both && uses_lost()) remember_lost(full, step, kept);
  } else if (uses_carry()) {
    const NodeId cut = builder_.sub(full, step);
    NodeId carried = cut;
    if (kept == CarryOver::none) carried = builder_.zero();
    if (kept == CarryOver::increases) carried = builder_.max(cut, builder_.zero());
    if (kept == CarryOver::decreases) carried = builder_.min(cut, builder_.zero());
    carried = builder_.named(carried, Role::carried_out, limits.carry_over.where.value_or(Span{}),
                             limits.carry_over.by_default());
    builder_.remember(Slot::carry, carried,
                      reads_last_adjustment() ? Remember::when_moved : Remember::always);
  }
  if (limits.unused_cap.value == UnusedCap::kept && !waived()) {
    const NodeId left =
        cap_ == no_node ? builder_.zero() : builder_.max(builder_.sub(cap_, step), builder_.zero());
    builder_.remember(Slot::room, left, Remember::always);
  }
}

/// From the original price everything comes back by itself, unless this factor takes it away.
void Lowering::remember_lost(NodeId full, NodeId step, CarryOver kept) {
  if (decided_by(DecisionKind::agreed_price)) {
    // The same without the price in force, which need not be known.
    const NodeId agreed = builder_.constant(context_.decision->unit_price->value, Form::money);
    const NodeId level = builder_.mul(original_, builder_.add(builder_.one(), passed_));
    builder_.remember(Slot::lost, builder_.div(agreed, level), Remember::always);
    return;
  }
  const NodeId cut =
      builder_.div(builder_.add(builder_.one(), step), builder_.add(builder_.one(), full));
  NodeId factor = cut;
  if (kept == CarryOver::increases) factor = builder_.max(cut, builder_.one());
  if (kept == CarryOver::decreases) factor = builder_.min(cut, builder_.one());
  builder_.remember(Slot::lost, builder_.mul(builder_.slot(Slot::lost), factor), Remember::always);
}

}  // namespace pricetalk
