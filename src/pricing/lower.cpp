#include "pricing/lower.hpp"

#include <algorithm>

#include "pricing/lowering.hpp"

namespace pricetalk {

std::optional<Rounding> settled(const RoundingRule& rule, int decimals_as_written) {
  switch (rule.kind) {
    case RoundingRule::Kind::none:
      return std::nullopt;
    case RoundingRule::Kind::decimals:
      return Rounding::decimals(rule.decimals, rule.mode);
    case RoundingRule::Kind::as_written:
      return Rounding::decimals(decimals_as_written, rule.mode);
    case RoundingRule::Kind::step:
    case RoundingRule::Kind::percent_step:
      return Rounding{rule.mode, rule.step};
  }
  return std::nullopt;
}

int whole_years(const Clause& clause) {
  if (!clause.when.every) return 1;
  const Duration every = clause.when.every->value;
  const std::optional<int> months = every.months();
  return months ? std::max(1, *months / 12) : 1;
}

std::optional<Rounding> Lowering::price_rounding() const {
  if (context_.part && context_.line->parts_in_full) return std::nullopt;
  return settled(ladder_.rounding.price.value,
                 context_.line->price_decimals(currency(), context_.price));
}

const Currency& Lowering::currency() const {
  return context_.part ? context_.line->parts[*context_.part].currency
                       : context_.contract->currency;
}

bool Lowering::waived() const { return nothing_happens(context_); }

bool nothing_happens(const StepContext& context) {
  return context.notice != NoticeEffect::none ||
         (context.decision != nullptr && context.decision->kind.value == DecisionKind::waived);
}

bool Lowering::decided_by(DecisionKind kind) const {
  return !waived() && context_.decision != nullptr && context_.decision->kind.value == kind;
}

bool Lowering::catches_up() const {
  if (context_.notice != NoticeEffect::none) return context_.notice == NoticeEffect::moved_on;
  return context_.decision != nullptr && context_.decision->catch_up.value;
}

bool Lowering::reads_last_adjustment() const {
  return std::any_of(clause_.reads.begin(), clause_.reads.end(), [](const IndexRead& read) {
    const PeriodRule::Back* back = read.base.value.back();
    return back != nullptr && back->what == LookBack::at_last_adjustment;
  });
}

/// Whether anything in the contract can ever leave something for the next date. Decided once per
/// clause, so that all steps of a clause have one shape.
bool Lowering::uses_carry() const {
  const auto keeps = [](const DatedLadder& dated) {
    return dated.ladder.limits.carry_over.value != CarryOver::none;
  };
  const auto caught_up = [&](const DecisionTerms& d) { return d.catch_up.value; };
  const auto& decisions = context_.contract->terms.decision;
  return std::any_of(clause_.ladders.begin(), clause_.ladders.end(), keeps) ||
         std::any_of(decisions.begin(), decisions.end(), caught_up) ||
         (clause_.notice.before && clause_.notice.late.value == Late::next_date &&
          !context_.contract->terms.announcement.empty());
}

/// The same for clauses that compute from the original price, where everything comes back by itself
/// unless something says that it is lost.
bool Lowering::uses_lost() const {
  const auto loses = [](const DatedLadder& dated) {
    return dated.ladder.limits.carry_over.value != CarryOver::both;
  };
  return std::any_of(clause_.ladders.begin(), clause_.ladders.end(), loses) ||
         !context_.contract->terms.decision.empty() ||
         (clause_.notice.before && !context_.contract->terms.announcement.empty());
}

Lowered Lowering::run() && {
  prices();
  NodeId change = measured_change();
  threshold(change);
  passed_ = pass_through(change);
  const NodeId full = wanted_step(passed_);
  limited_ = above_zero(limited(full));
  const NodeId step = decided(limited_);
  if (step != full) target_ = no_node;
  builder_.outputs().step = step;
  remember_cut(full, step);
  if (waived())
    same_price();
  else if (decided_by(DecisionKind::agreed_price))
    agreed_price();
  else
    new_price(coefficient(step));
  whole_line();
  return {std::make_shared<const Calculation>(std::move(builder_).finish()), std::move(requests_),
          std::move(asked_by_), std::move(late_), std::move(parts_)};
}

void Lowering::prices() {
  const bool exact = ladder_.rounding.carry.value == Carry::exact;
  now_ = builder_.named(builder_.slot(exact ? Slot::exact : Slot::price),
                        exact ? Role::price_before_exact : Role::price_before);
  const Span written = context_.line->prices[context_.price].original.where.value_or(Span{});
  original_ = builder_.slot(Slot::original);
  original_ =
      context_.reset
          ? builder_.named(original_, Phrase{"price after the reset", "prijs na de herijking"})
          : builder_.named(original_, Role::original_price, written);
  base_ = clause_.compounding.value == Compounding::base ? original_ : now_;
}

NodeId Lowering::measured_change() {
  const Formula& formula_text = ladder_.formula.value;
  NodeId value = formula();
  builder_.outputs().formula = value;
  NodeId change = no_node;
  const Expression* factor = nullptr;
  switch (formula_text.result) {
    case FormulaResult::change:
    case FormulaResult::surcharge:
      change = value;
      break;
    case FormulaResult::coefficient:
      change = builder_.sub(value, builder_.one());
      break;
    case FormulaResult::price:
      change = is_price_times(formula_text.lines.back().value, factor)
                   ? builder_.sub(value, builder_.one())
                   : builder_.sub(builder_.div(value, base_), builder_.one());
      break;
  }
  change = builder_.named(change, Role::change);
  builder_.outputs().change_exact = change;
  if (const auto rounding = settled(ladder_.rounding.change.value, 0))
    change = builder_.named(builder_.round(change, *rounding), Role::change_rounded,
                            ladder_.rounding.change.where.value_or(Span{}));
  builder_.outputs().change = change;
  builder_.outputs().price_measured = builder_.mul(base_, builder_.add(builder_.one(), change));
  return change;
}

NodeId Lowering::wanted_step(NodeId passed) {
  NodeId step = passed;
  if (clause_.compounding.value == Compounding::base) {
    target_ = builder_.add(builder_.one(), passed);
    if (uses_lost())
      target_ = builder_.mul(target_, builder_.named(builder_.slot(Slot::lost), Role::lost_factor));
    step = builder_.sub(builder_.div(builder_.mul(original_, target_), now_), builder_.one());
  } else if (uses_carry()) {
    const NodeId carried = builder_.named(builder_.slot(Slot::carry), Role::carried_in);
    step = builder_.named(builder_.add(passed, carried), Role::with_carry);
  }
  step = builder_.named(step, Role::step_wanted);
  builder_.outputs().step_wanted = step;
  builder_.outputs().price_wanted = builder_.mul(now_, builder_.add(builder_.one(), step));
  return step;
}

Lowered lower(const StepContext& context, const Coverage& coverage) {
  return Lowering(context, coverage).run();
}

}  // namespace pricetalk
