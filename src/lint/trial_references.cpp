#include "lint/trial_references.hpp"

#include "lint/charged_again.hpp"
#include "pricetalk/explain/format.hpp"

namespace pricetalk {

namespace {

using Kind = Oddity::Kind;

/// Less than half a per cent of a price is not worth a word.
const Ratio& least_repeated() {
  static const Ratio least(Decimal(5, 3));
  return least;
}

/// What the same clause charges on a day when its change counts from the start.
std::optional<Ratio> from_the_start(const TrialStep& step) {
  return price_when(step, [](Clause& clause) { clause.compounding.value = Compounding::base; });
}

void ask_whether_it_repeats(const TrialStep& step, const PriceEntry& last) {
  const PriceEntry& entry = step.entry;
  if (!entry.before || step.is_of_money()) return;
  const auto [stays, moves_along] = references_of(entry, step.tried);
  if (!stays || !last.price || !entry.price || !last.before) return;
  const Ratio charged_again = *last.price / *last.before - Ratio(1);
  if (abs(charged_again) < least_repeated()) return;
  Oddity odd = oddity_of(Kind::repeats, step.line, last, *last.before, charged_again);
  odd.again = entry.date;
  odd.charged_again = charged_again;
  odd.after = *entry.price;
  odd.from_start = moves_along ? std::nullopt : from_the_start(step);
  if (!moves_along && !odd.from_start) return;
  if (odd.from_start && abs(*odd.from_start - odd.after) < abs(odd.before) * least_repeated())
    return;
  step.oddities.keep(std::move(odd));
}

void ask_for_the_same_months(const TrialStep& step, const PriceEntry& last) {
  if (!last.before || !step.entry.price) return;
  const auto again = months_charged_again(last, step.entry, step.tried, step.coverage.library());
  if (!again) return;
  Oddity odd = oddity_of(Kind::overlaps, step.line, last, *last.before, Ratio(0));
  odd.again = step.entry.date;
  odd.after = *step.entry.price;
  odd.index = again->index;
  odd.months = again->months;
  step.oddities.keep(std::move(odd));
}

/// "C0 is a later figure (October 2025) than C (October 2024)".
Phrase later_than(const std::string& index, const ComparedPeriods& periods) {
  const auto text = [&](Language language) {
    return index + "0 " + say(language, "is a later figure (", "is een later cijfer (") +
           period_text(periods.then, language) + say(language, ") than ", ") dan ") + index + " (" +
           period_text(periods.now, language) + ")";
  };
  return {text(Language::en), text(Language::nl)};
}

bool ends_before_the_next(const TrialStep& step) {
  const std::optional<Date>& end = step.contract.end;
  return end && *end < step.entry.date + step.entry.clause->when.every->value;
}

/// One that no cap cuts: what a rise of 10% comes to under a cap of 5% is another sum.
const Ratio& rise_within_limits(const Ladder& ladder) {
  const Limits& limits = ladder.limits;
  const bool limited = !limits.cap.empty() || !limits.cap_total.empty() || limits.highest_price ||
                       limits.largest_increase;
  return limited ? small_rise() : large_rise();
}

}  // namespace

void ask_after_the_last(const TrialStep& step, const PriceEntry& last) {
  ask_whether_it_repeats(step, last);
  ask_for_the_same_months(step, last);
}

void ask_whether_it_would_repeat(const TrialStep& step) {
  const Schedule& when = step.entry.clause->when;
  const bool again = when.every || when.dates.size() > 1;
  if (!again || step.is_of_money() || !step.tried.compares() ||
      (when.every && ends_before_the_next(step)))
    return;
  const ReferencesOfStep references = references_of(step.entry, step.tried);
  if (!references.stay || references.move_along) return;
  const Ratio& rise = rise_within_limits(step.entry.clause->ladder_on(step.entry.date));
  const Outcome<Ratio> change = step.tried.change_when(rise, Tried::every_index);
  if (!change || *change <= Ratio(0)) return;
  Oddity odd = step.odd(Kind::would_repeat, *step.tried.original(), *change);
  odd.figures = rise;
  odd.from_start = odd.after;
  odd.after = odd.after * (Ratio(1) + *change);
  step.oddities.keep_at_last(std::move(odd));
}

void ComparedWithItself::look_at(const TrialStep& step) {
  const Clause& clause = *step.entry.clause;
  for (const IndexRead& read : clause.reads) {
    if (!step.tried.in_formula(read.symbol) || !step.tried.in_formula(read.symbol + "0")) continue;
    const bool one_rule = read.use.value == read.base.value;
    const auto periods = compared_periods(step.entry, read.symbol);
    if (!one_rule && !periods) continue;
    Compared& seen = compared_[{formula_of(step.entry).place(), read.symbol}];
    if (!one_rule && periods->then != periods->now) seen.other = true;
    ++seen.dates;
    if (periods) look_for_an_exchange(step, read, *periods, seen);
    if (seen.dates > 1) continue;
    const bool once = !clause.when.every && clause.when.dates.size() == 1;
    seen.always = one_rule || once;
    seen.found = step.odd(Kind::of_itself, *step.tried.original(), Ratio(0));
    seen.found->where = read.base.where.value_or(read.use.where.value_or(read.where));
    seen.found->index = read.symbol;
  }
}

/// On one date two rules may cross; on the first two they do not by chance.
void ComparedWithItself::look_for_an_exchange(const TrialStep& step, const IndexRead& read,
                                              const ComparedPeriods& periods, Compared& seen) {
  if (seen.dates > 2 || periods.then.first_day() <= periods.now.last_day()) return;
  // A stated month may lie a little after the figures of the first dates.
  const bool stated = std::holds_alternative<PeriodRule::Fixed>(read.base.value.what);
  const Duration some_months{5, Unit::month};
  if (stated && periods.then.first_day() <= periods.now.last_day() + some_months) return;
  seen.later += 1;
  if (seen.exchanged) return;
  seen.exchanged = step.odd(Kind::later_reference, *step.tried.original(), Ratio(0));
  seen.exchanged->where = read.base.where.value_or(read.use.where.value_or(read.where));
  seen.exchanged->index = read.symbol;
  seen.exchanged->reason = later_than(read.symbol, periods);
  seen.fixed = stated;
}

void ComparedWithItself::keep_in(Oddities& oddities) {
  for (auto& [formula, seen] : compared_) {
    if (!seen.other && (seen.always || seen.dates > 1)) oddities.keep(std::move(*seen.found));
    if (seen.exchanged && (seen.fixed || seen.always || seen.later > 1))
      oddities.keep_at_last(std::move(*seen.exchanged));
  }
}

}  // namespace pricetalk
