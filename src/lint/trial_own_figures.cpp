#include "lint/trial_own_figures.hpp"

#include <algorithm>

#include "index/figure_doubts.hpp"
#include "lint/trial_measures.hpp"

namespace pricetalk {

namespace {

using Kind = Oddity::Kind;

/// By how much a price of the market moved since the step before: it is compared with nothing.
std::optional<Ratio> moved_since_the_last(const TrialStep& step, const std::string& index) {
  if (step.last == nullptr || !step.is_at_market()) return std::nullopt;
  const std::optional<Ratio> then = Tried(*step.last).new_figure_of(index);
  const std::optional<Ratio> now = step.tried.new_figure_of(index);
  if (!then || !now) return std::nullopt;
  return *now / *then - Ratio(1);
}

/// By how much the figures of a step moved: the most that one did, and all of them after each
/// other.
struct Moves {
  Ratio most;
  Ratio together;
};

/// Of a series in percent in points. Nothing where no figure is compared with another.
std::optional<Moves> moved(const TrialStep& step) {
  std::optional<Moves> made;
  for (const std::string& index : step.tried.indices()) {
    std::optional<Ratio> one = step.tried.move_of(index);
    if (!one) one = moved_since_the_last(step, index);
    if (!one) continue;
    if (!made) made = Moves{Ratio(0), Ratio(0)};
    made->most = std::max(made->most, abs(*one));
    made->together = (Ratio(1) + made->together) * (Ratio(1) + abs(*one)) - Ratio(1);
  }
  return made;
}

/// A limit or a share may make a leap of a change that is none: W0115 and W0127 ask about it.
bool is_moved_by_a_limit(const Ladder& ladder) {
  const Limits& limits = ladder.limits;
  return ladder.pass_through.where || limits.highest_price || limits.lowest_price ||
         !limits.floor.empty() || !limits.floor_total.empty() || !limits.cap_total.empty();
}

/// Of the price that is charged, and of what was measured before limits.
void ask_for_leaps(const TrialStep& step, const Ratio& measured) {
  const PriceEntry& entry = step.entry;
  const Ratio of_a_step = step.limits.step.value.as_fraction();
  // Where a limit or a share makes the leap, that is what is asked about.
  if (abs(measured) <= of_a_step && is_moved_by_a_limit(entry.clause->ladder_on(entry.date)))
    return;
  if (!entry.part && entry.verdict == Verdict::adjusted && entry.price)
    if (const Outcome<Ratio> before = step.tried.measured_from(); before && !before->is_zero())
      ask_for_a_leap(step, *before, *entry.price / *before - Ratio(1), of_a_step);
  // What a limit cuts off again is said where no price doubles of itself.
  const bool falls_by_a_number = step.tried.indices().empty() && measured < Ratio(0);
  ask_for_a_leap(step, *step.tried.original(), measured,
                 entry.part || falls_by_a_number ? of_a_step : Ratio(1));
}

/// `change = 0.02%` a year: two per cent, a hundred times too small.
void ask_for_a_tiny_change(const TrialStep& step, const Ratio& measured) {
  const Clause& clause = *step.entry.clause;
  const int months = clause.when.every ? clause.when.every->value.months().value_or(0) : 0;
  const FormulaResult result = clause.ladder_on(step.entry.date).formula.value.result;
  const bool tiny =
      !measured.is_zero() && abs(measured) < step.limits.smallest_cap.value.as_fraction();
  if (months < 12 || !tiny || !clause.all_reads().empty() || step.entry.part ||
      step.tried.has_dated_constants() || clause.surcharge || result == FormulaResult::price)
    return;
  Oddity odd = step.odd(Kind::hardly_moves, *step.tried.original(), measured);
  odd.figures = measured * Ratio(100);
  step.oddities.keep(std::move(odd));
}

/// 3% that is meant for a year, on each month.
void ask_over_a_year(const TrialStep& step, const Ratio& measured) {
  const Clause& clause = *step.entry.clause;
  const auto& every = clause.when.every;
  const int months = every ? every->value.months().value_or(0) : 0;
  if (months <= 0 || months >= 12 || !step.tried.indices().empty() || step.entry.part ||
      step.is_of_money() || clause.compounding.value != Compounding::previous)
    return;
  Ratio year(1);
  for (int month = months; month <= 12; month += months) year = year * (Ratio(1) + measured);
  if (abs(year - Ratio(1)) <= step.limits.step.value.as_fraction()) return;
  Oddity odd = step.odd(Kind::leaps_in_a_year, *step.tried.original(), year - Ratio(1));
  odd.months = months;
  step.oddities.keep(std::move(odd));
}

/// A formula of one index in levels, held against how that index really moved.
void ask_against_one_index(const TrialStep& step, const std::string& index, const Ratio& measured) {
  const Tried& tried = step.tried;
  if (step.is_a_rate(index) || tried.has_dated_constants() || step.is_of_money()) return;
  const std::optional<Ratio> move = tried.move_of(index);
  if (!move || tried.is_in_percent(index) || abs(*move) <= small_rise()) return;
  if ((*move < Ratio(0)) != (measured < Ratio(0)) && abs(*move) < abs(measured) * Ratio(2))
    step.add(Kind::opposes_own, measured, *move);
  const std::optional<Ratio> points = tried.points_of(index);
  if (points && measured == *points / Ratio(100) &&
      step.limits.added.value.as_fraction() * abs(*move) < abs(measured - *move))
    step.add(Kind::counts_points, measured, *move);
}

/// From so many figures on a series shows by itself how it moves.
constexpr std::size_t known_history = 6;

/// Whether a price more than doubles or halves with a figure of a series of a few figures, where
/// nothing but the price shows that one of them may be mistyped.
void ask_about_few_figures(const TrialStep& step, const Ratio& before, const Ratio& change) {
  const bool twice_or_half = change > Ratio(1) || change < -Ratio::of(1, 2);
  if (!twice_or_half || step.is_at_market()) return;
  for (const std::string& index : step.tried.indices()) {
    const std::optional<Ratio> move = step.tried.move_of(index);
    const Series* series = step.series_of(index);
    const bool leaps = move && !step.tried.is_in_percent(index) && *move > -Ratio(1) &&
                       (*move > Ratio(1) || *move < -Ratio::of(1, 2));
    if (!leaps || series == nullptr || series->records.size() >= known_history) continue;
    // Where the figures themselves show it, W0123 names the one.
    if (!figure_doubts(*series, step.coverage.library(), Watch::unusual).empty()) continue;
    Oddity odd = step.odd(Kind::follows_a_leap, before, change);
    odd.index = index;
    odd.figures = *move;
    return step.oddities.keep(std::move(odd));
  }
}

}  // namespace

void ask_for_a_leap(const TrialStep& step, const Ratio& before, const Ratio& change,
                    const Ratio& limit) {
  if (abs(change) <= limit) return;
  const std::optional<Moves> figures = moved(step);
  if (figures && abs(change) <= step.limits.response.value.as_fraction() * figures->together)
    return ask_about_few_figures(step, before, change);
  Oddity odd = step.odd(Kind::leaps, before, change);
  if (figures) odd.figures = figures->most;
  odd.at_market = step.is_at_market();
  step.oddities.keep(std::move(odd));
}

void ask_with_own_figures(const TrialStep& step) {
  const Outcome<Ratio> measured = step.tried.measured();
  if (!measured || step.entry.verdict == Verdict::start) return;
  ask_as_levels(step, *measured);
  ask_for_leaps(step, *measured);
  ask_over_a_year(step, *measured);
  ask_for_a_tiny_change(step, *measured);
  const std::set<std::string> indices = step.tried.indices();
  if (indices.size() == 1) ask_against_one_index(step, *indices.begin(), *measured);
}

}  // namespace pricetalk
