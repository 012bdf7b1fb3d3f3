#include <algorithm>
#include <set>

#include "calendar/counts.hpp"
#include "index/figure_steps.hpp"
#include "index/guard.hpp"
#include "pricetalk/explain/derivation.hpp"

/// What figures that do not follow are likely to be.
namespace pricetalk {

namespace {

bool is_stopped(const FigureChange& figure) {
  return figure.kind == ChangeKind::held_back || figure.kind == ChangeKind::conflicting;
}

/// Another series of the library that has just these figures, at least so many of them.
template <typename Looked>
const Series* same_figures(const SeriesChange& change, Looked looked, int least,
                           const Library& library) {
  for (const auto& other : library.all()) {
    if (other->id == change.series.id || other->unit != change.series.unit) continue;
    int equal = 0;
    const bool fits =
        std::all_of(change.changes.begin(), change.changes.end(), [&](const FigureChange& each) {
          if (!looked(each)) return true;
          const auto known = other->records.of(each.period);
          if (known.empty()) return true;
          ++equal;
          return other->records[known.back()].value == each.value;
        });
    if (fits && equal >= least) return other.get();
  }
  return nullptr;
}

/// The base years that the library knows of a publisher.
std::set<std::string> bases_of(const std::string& publisher, const Library& library) {
  std::set<std::string> found;
  for (const auto& each : library.all())
    if (each->publisher == publisher) found.insert(each->base);
  return found;
}

/// The year whose mean, taken as 100, makes the figure follow the one before it best.
struct BaseYear {
  int year = 0;
  Ratio mean;
  Ratio off;  ///< how far it does not
};

/// Of years that do it almost as well, one that is a base of the same publisher.
std::optional<BaseYear> base_year_of(const Decimal& value, const Decimal& before,
                                     const Series& series, Unit unit, const Library& library) {
  std::map<int, std::pair<Ratio, int>> years;
  std::map<Period, Decimal> latest;
  for (const RecordId id : series.records.of(unit))
    latest[series.records[id].period] = series.records[id].value;
  for (const auto& [period, figure] : latest) {
    auto& [sum, count] = years[period.in_year()];
    sum = sum + Ratio(figure);
    ++count;
  }
  std::optional<BaseYear> best;
  std::optional<BaseYear> known;
  const auto is_closer = [](const BaseYear& made, const std::optional<BaseYear>& than) {
    return made.off <= (than ? than->off : Ratio::of(8, 100));
  };
  const std::set<std::string> bases = bases_of(series.publisher, library);
  for (const auto& [year, sum] : years) {
    if (sum.second < periods_in_a_year(unit)) continue;
    const Ratio mean = sum.first / Ratio(sum.second);
    const BaseYear made{year, mean,
                        distance(Ratio(value) * mean / (Ratio(100) * Ratio(before)), Ratio(1))};
    if (is_closer(made, best)) best = made;
    if (is_closer(made, known) && bases.contains(std::to_string(year) + "=100")) known = made;
  }
  return known && known->off <= best->off + Ratio::of(2, 100) ? known : best;
}

/// Another base year, where the figure follows the one before it on that base.
Phrase likely_base(const Series& known, const FigureChange& held, const Decimal& before,
                   const Library& library) {
  if (known.unit != SeriesUnit::index || !above_zero(held.value) || !above_zero(before)) return {};
  if (factor_between(held.value, before) < Ratio::of(11, 10)) return {};
  const auto base = base_year_of(held.value, before, known, held.period.unit(), library);
  if (!base) return {};
  const Decimal mean = round(base->mean, Rounding::decimals(2));
  const std::string year = std::to_string(base->year);
  const std::string here = known.base.empty() ? known.id : known.base;
  return {"these look like figures on base " + year + "=100, and the series stands on " + here +
              " (where " + year + " is " + decimal_text(mean, Language::en) + " on average)",
          "dit lijken cijfers op basis " + year + "=100, en de reeks staat op " + here + " (waar " +
              year + " gemiddeld " + decimal_text(mean, Language::nl) + " is)"};
}

/// An index beside percentages, or percentages beside an index; of a decimal sign nothing is said.
Phrase likely_unit(SeriesUnit unit, const Decimal& value, const Decimal& before) {
  const Decimal least_index(50, 0);
  if (unit == SeriesUnit::index && is_small(value) && !(before < least_index) && value.scale() < 2)
    return {"unit? these look like changes in percent, and the series holds an index",
            "eenheid? dit lijken veranderingen in procenten, en de reeks bevat indexcijfers"};
  if (unit == SeriesUnit::percent && is_small(before) && !(value < least_index))
    return {"unit? these look like figures of an index, and the series holds percentages",
            "eenheid? dit lijken indexcijfers, en de reeks bevat percentages"};
  return {};
}

}  // namespace

Phrase against_other_series(const SeriesChange& change, const Library& library) {
  constexpr int beyond_chance = 3;
  const Series& series = change.series;
  if (change.is_new || change.unchanged > 0 || series.unit != SeriesUnit::index) return {};
  const auto is_added = [](const FigureChange& each) { return each.kind == ChangeKind::added; };
  const Series* other = same_figures(change, is_added, beyond_chance, library);
  if (other == nullptr || !other->derived.empty() || !series.derived.empty()) return {};
  return {"the same figure stands in " + other->id + ", as do the others of the file",
          "hetzelfde cijfer staat in " + other->id + ", net als de andere uit het bestand"};
}

Phrase likely_cause(const SeriesChange& change, const Library& library) {
  const auto held = std::find_if(change.changes.begin(), change.changes.end(), is_stopped);
  if (held == change.changes.end()) return {};
  // A figure that differs from one that is there may equal another series' by chance.
  const int least = held->kind == ChangeKind::conflicting ? 2 : 1;
  if (const Series* other = same_figures(change, is_stopped, least, library))
    return {"wrong series? " + other->id + " has these very figures",
            "verkeerde reeks? " + other->id + " heeft precies deze cijfers"};
  const Series& known = change.series;
  const Observation* before = nullptr;
  for (const RecordId id : known.records.of(held->period.unit()))
    if (known.records[id].period <= held->period) before = &known.records[id];
  if (before == nullptr || !against_period(known, held->period).empty()) return {};
  const bool all_held = std::all_of(change.changes.begin(), change.changes.end(), is_stopped);
  Phrase unit;
  if (all_held && !held->value.is_zero())
    unit = likely_unit(known.unit, held->value, before->value);
  if (!unit.empty()) return unit;
  // Where others of the file fit, its base is that of the series.
  return all_held && change.unchanged == 0 ? likely_base(known, *held, before->value, library)
                                           : Phrase{};
}

}  // namespace pricetalk
