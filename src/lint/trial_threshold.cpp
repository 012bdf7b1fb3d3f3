#include "lint/trial_threshold.hpp"

#include "lint/figure_behind.hpp"

namespace pricetalk {

namespace {

using Kind = Oddity::Kind;

/// Whether the reference moves on to the next date though the price did not.
bool leaves_the_change_behind(const PeriodRule& base) {
  if (const auto* back = base.back())
    return back->what == LookBack::earlier || back->what == LookBack::at_previous_date;
  if (const auto* before = std::get_if<PeriodRule::Before>(&base.what))
    return before->event == Event::adjustment;
  return std::holds_alternative<PeriodRule::Named>(base.what);
}

}  // namespace

void ask_whether_it_never_opens(const TrialStep& step, const PriceSchedule& prices) {
  const Clause& clause = *step.entry.clause;
  const auto& threshold = clause.ladder_on(step.entry.date).threshold;
  if (!threshold || !threshold->limit.points || !step.entry.before ||
      threshold->since.value != Since::last_adjustment)
    return;
  const IndexRead* read = clause.find(threshold->index);
  if (read == nullptr || !leaves_the_change_behind(read->base.value)) return;
  const PublishedFigure* first = nullptr;
  int dates = 0;
  for (const PriceEntry& each : prices.entries) {
    if (each.clause != &clause) continue;
    if (each.verdict != Verdict::below_threshold) return;
    if (first == nullptr) first = figure_behind(each, read->symbol + "0");
    ++dates;
    if (&each == &step.entry) break;
  }
  const PublishedFigure* last = figure_behind(step.entry, read->symbol);
  if (dates < 2 || first == nullptr || last == nullptr || first->series != last->series) return;
  const Ratio moved = Ratio(last->value) - Ratio(first->value);
  if (abs(moved) <= Ratio(threshold->limit.value)) return;
  Oddity odd = step.odd(Kind::never_opens, *step.entry.before, Ratio(0));
  odd.where = threshold->where;
  odd.index = read->symbol;
  odd.figures = moved;
  odd.months = dates;
  odd.from_start = price_when(step, [&](Clause& other) {
    for (IndexRead& each : other.reads)
      if (each.symbol == read->symbol)
        each.base.value.what = PeriodRule::Back{LookBack::at_last_adjustment, Duration{}};
  });
  step.oddities.keep_at_last(std::move(odd));
}

}  // namespace pricetalk
