#include "lint/trial.hpp"

#include <algorithm>
#include <map>

#include "lint/trial_measures.hpp"
#include "lint/trial_months.hpp"
#include "lint/trial_own_figures.hpp"
#include "lint/trial_references.hpp"
#include "lint/trial_rises.hpp"
#include "lint/trial_threshold.hpp"
#include "lint/unreadable.hpp"
#include "pricetalk/pricing/surcharge.hpp"
#include "pricing/fold.hpp"

namespace pricetalk {

namespace {

using Kind = Oddity::Kind;

/// What a surcharge comes to of the price that it is on, as the step of a clause.
PriceEntry step_of(Surcharge surcharge, const PriceEntry& in_force) {
  PriceEntry made;
  made.date = *surcharge.date;
  made.from = made.date;
  made.clause = surcharge.clause;
  made.verdict = Verdict::adjusted;
  made.before = in_force.price;
  made.why = std::move(surcharge.why);
  return made;
}

/// `P0 * F/F0` is the price once more; a share of the price that moves with an index is meant.
void ask_surcharge_without_change(const TrialStep& step) {
  const Outcome<Ratio> none = step.tried.change_when(Ratio(0));
  if (none && Ratio(Decimal(9, 1)) <= abs(*none)) step.add(Kind::moves_by_itself, *none);
}

/// Money of a market, which may be more than the price that it comes on top of.
bool reads_prices(const TrialStep& step) {
  const std::set<std::string> indices = step.tried.indices();
  return indices.empty() ||
         std::any_of(indices.begin(), indices.end(), [&](const std::string& index) {
           const Series* series = step.series_of(index);
           return series == nullptr || series->unit == SeriesUnit::price;
         });
}

void ask_with_other_figures(const TrialStep& step) {
  if (step.tried.compares()) {
    ask_without_change(step);
    ask_with_all_up(step);
    ask_in_another_base(step);
    ask_as_money(step);
  }
  ask_for_no_effect(step);
  ask_as_ratio_of_percentages(step);
  ask_whether_it_crosses(step);
}

void ask_surcharge_with_other_figures(const TrialStep& step) {
  ask_for_no_effect(step);
  ask_as_ratio_of_percentages(step);
  ask_whether_it_crosses(step);
  const bool priced = step.entry.before && !step.entry.before->is_zero();
  if (!priced || !step.tried.compares()) return;
  if (step.is_of_price()) ask_surcharge_without_change(step);
  ask_with_all_up(step);
}

void ask_surcharge_with_own_figures(const TrialStep& step) {
  const Outcome<Ratio> measured = step.tried.measured();
  const bool priced = step.entry.before && !step.entry.before->is_zero();
  const bool is_the_price = priced && measured && step.is_of_price() &&
                            step.tried.indices().empty() && Ratio(Decimal(9, 1)) <= *measured;
  if (is_the_price) step.add(Kind::moves_by_itself, *measured);
  if (priced && measured && !reads_prices(step) && (step.is_of_price() || !step.tried.compares()))
    ask_for_a_leap(step, *step.tried.original(), *measured, Ratio(1));
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
        if (entry.verdict == Verdict::agreed) before = nullptr;
        note_unreadable(line, entry);
        if (!Tried::can_be(entry)) continue;
        if (!oddities_.known(entry)) try_step(line, before, entry);
        if (entry.verdict == Verdict::adjusted) before = &entry;
      }
      try_threshold(line, prices);
      if (!line.surcharges.empty() && !prices.entries.empty()) try_surcharges(line, prices);
    }
    of_itself_.keep_in(oddities_);
    return std::move(oddities_).take();
  }

 private:
  /// `last`: the step of the line before it; nothing where that did not move the price.
  void try_step(const Line& line, const PriceEntry* last, const PriceEntry& entry) {
    const Tried tried(entry);
    TrialStep step = under_trial(line, entry, tried);
    if (last != nullptr && last->clause == entry.clause) step.last = last;
    if (is_among_the_first(entry)) {
      ask_for_years_compounded(step);
      ask_with_other_figures(step);
      ask_for_a_later_reference(step);
      ask_for_an_older_reference(step);
      if (step.last != nullptr) ask_for_months_left_out(step);
    }
    ask_with_own_figures(step);
    of_itself_.look_at(step);
    if (step.last != nullptr)
      ask_after_the_last(step, *step.last);
    else
      ask_whether_it_would_repeat(step);
  }

  void try_threshold(const Line& line, const PriceSchedule& prices) {
    const PriceEntry* last = nullptr;
    for (const PriceEntry& entry : prices.entries)
      if (entry.verdict == Verdict::below_threshold && Tried::can_be(entry)) last = &entry;
    if (last == nullptr || oddities_.known(*last)) return;
    const Tried tried(*last);
    ask_whether_it_never_opens(under_trial(line, *last, tried), prices);
  }

  void note_unreadable(const Line& line, const PriceEntry& entry) {
    auto found = unreadable(entry, contract_, coverage_.library());
    if (!found) return;
    Oddity odd = oddity_of(Kind::cannot_be_read, line, entry, Ratio(1), Ratio(0));
    odd.where = found->where;
    odd.reason = std::move(found->why);
    odd.remedy = std::move(found->remedy);
    oddities_.keep(std::move(odd));
  }

  /// A surcharge remembers nothing, and may be another on every day: it is tried on one day a year.
  void try_surcharges(const Line& line, const PriceSchedule& prices) {
    const Duration year{1, Unit::year};
    for (Date day = prices.entries.front().from; day <= until_; day = day + year)
      for (Surcharge& each : surcharges_on(prices, day))
        if (each.why && each.date) try_surcharge(line, step_of(std::move(each), *prices.on(day)));
  }
  void try_surcharge(const Line& line, const PriceEntry& entry) {
    if (!Tried::can_be(entry) || oddities_.known(entry)) return;
    const Tried tried(entry);
    const TrialStep step = under_trial(line, entry, tried);
    if (is_among_the_first(entry)) ask_surcharge_with_other_figures(step);
    ask_surcharge_with_own_figures(step);
  }

  TrialStep under_trial(const Line& line, const PriceEntry& entry, const Tried& tried) {
    return {contract_, coverage_, limits_, oddities_, line, entry, tried, nullptr};
  }
  /// Counts a try. What invented figures show of a formula, they show on its first steps.
  bool is_among_the_first(const PriceEntry& entry) {
    return ++tries_[formula_of(entry).place()] <= 3;
  }

  const Contract& contract_;
  const Coverage& coverage_;
  Date until_;
  TrialLimits limits_;
  Oddities oddities_;
  ComparedWithItself of_itself_;
  std::map<std::string, int> tries_;  // steps on which a formula was tried, by its place
};

}  // namespace

std::vector<Oddity> try_clauses(const Contract& contract, const Coverage& coverage, Date until,
                                const TrialLimits& limits) {
  return Trial(contract, coverage, until, limits).run();
}

}  // namespace pricetalk
