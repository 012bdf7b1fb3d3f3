#include "lint/trial_step.hpp"

#include <algorithm>

#include "contract/value_kind.hpp"
#include "pricing/fold.hpp"

namespace pricetalk {

namespace {

/// `S/S0 - A/A0`, `3% - A`: beside another index, or of a percentage that the contract states.
bool is_deducted(const Tried& tried, const std::string& index) {
  if (!tried.is_subtracted(index)) return false;
  const std::set<std::string> all = tried.indices();
  return tried.is_in_percent(index) ||
         std::any_of(all.begin(), all.end(),
                     [&](const std::string& other) { return !tried.is_subtracted(other); });
}

}  // namespace

const Ratio& small_rise() {
  static const Ratio rise(Decimal(1, 2));
  return rise;
}

const Ratio& large_rise() {
  static const Ratio rise(Decimal(1, 1));
  return rise;
}

std::optional<Ratio> price_when(const TrialStep& step, const std::function<void(Clause&)>& edit) {
  Contract other = step.contract;
  for (Clause& clause : other.clauses)
    if (clause.id == step.entry.clause->id) edit(clause);
  const auto same = std::find_if(other.lines.begin(), other.lines.end(),
                                 [&](const Line& each) { return each.id == step.line.id; });
  const PriceSchedule prices =
      schedule(PricingContext{&other, &*same, 0, &step.coverage}, step.entry.from);
  const PriceEntry* found = prices.on(step.entry.from);
  if (found == nullptr || !found->price) return std::nullopt;
  return *found->price;
}

const Series* TrialStep::series_of(const std::string& index) const {
  return coverage.library().find(tried.series_of(index));
}

bool TrialStep::is_a_rate(const std::string& index) const {
  const Series* series = series_of(index);
  return (series != nullptr && series->unit == SeriesUnit::ratio) || is_deducted(tried, index);
}

bool TrialStep::is_of_money() const {
  return starts_from_money(entry.clause->ladder_on(entry.date), *entry.clause);
}

bool TrialStep::is_at_market() const {
  const std::set<std::string> all = tried.indices();
  return !entry.clause->surcharge && is_of_money() && !all.empty() &&
         std::all_of(all.begin(), all.end(), [&](const std::string& index) {
           const Series* series = series_of(index);
           return series != nullptr && series->unit == SeriesUnit::price;
         });
}

Oddity TrialStep::odd(Oddity::Kind kind, const Ratio& before, const Ratio& change) const {
  return oddity_of(kind, line, entry, before, change);
}

void TrialStep::add(Oddity::Kind kind, const Ratio& change, std::optional<Ratio> figures) const {
  Oddity made = odd(kind, *tried.original(), change);
  made.figures = std::move(figures);
  oddities.keep(std::move(made));
}

void TrialStep::add_about(const std::string& index, Oddity::Kind kind, const Ratio& change) const {
  Oddity made = odd(kind, *tried.original(), change);
  made.index = index;
  oddities.keep(std::move(made));
}

}  // namespace pricetalk
