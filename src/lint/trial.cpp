#include "lint/trial.hpp"

#include <algorithm>
#include <map>

#include "contract/accepted.hpp"
#include "contract/value_kind.hpp"
#include "explain/rounded.hpp"
#include "lint/charged_again.hpp"
#include "lint/oddity_words.hpp"
#include "lint/tried.hpp"
#include "lint/unreadable.hpp"
#include "pricetalk/pricing/surcharge.hpp"
#include "pricing/fold.hpp"

namespace pricetalk {

namespace {

using Kind = Oddity::Kind;
using Side = Tried::Side;

/// These two: a small and a large rise of figures. A table or a rounding may leap once, not twice.
const Ratio& small_rise() {
  static const Ratio rise(Decimal(1, 2));
  return rise;
}
const Ratio& large_rise() {
  static const Ratio rise(Decimal(1, 1));
  return rise;
}

/// Percentages of change stay below it, figures of an index above it.
constexpr int least_level = 50;

/// What a small and a large rise of figures does.
struct Response {
  Ratio small;
  Ratio large;
};

/// By how much the figures of a step moved: the most that one did, and all of them after each
/// other.
struct Moves {
  Ratio most;
  Ratio together;
};

/// Of a series in percent in points. Nothing where no figure is compared with another.
std::optional<Moves> moved(const Tried& tried) {
  std::optional<Moves> made;
  for (const std::string& index : tried.indices()) {
    const std::optional<Ratio> one = tried.move_of(index);
    if (!one) continue;
    if (!made) made = Moves{Ratio(0), Ratio(0)};
    made->most = std::max(made->most, abs(*one));
    made->together = (Ratio(1) + made->together) * (Ratio(1) + abs(*one)) - Ratio(1);
  }
  return made;
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
        if (!known(entry)) try_step(line, before, entry);
        if (entry.verdict == Verdict::adjusted) before = &entry;
      }
      if (!line.surcharges.empty() && !prices.entries.empty()) try_surcharges(line, prices);
    }
    keep_of_itself();
    for (Oddity& each : later_) keep(std::move(each));
    return std::move(found_);
  }

 private:
  /// `last`: the step of the line before it; nothing where that did not move the price.
  void try_step(const Line& line, const PriceEntry* last, const PriceEntry& entry) {
    const Tried tried(entry);
    // What invented figures show of a formula, they show on its first steps.
    if (++tries_[formula_of(entry).place()] <= 3) with_other_figures(line, entry, tried);
    with_own_figures(line, entry, tried);
    with_itself(line, entry, tried);
    if (last == nullptr || last->clause != entry.clause) return would_repeat(line, entry, tried);
    with_the_last_figures(line, *last, entry, tried);
    with_the_same_months(line, *last, entry, tried);
  }

  void note_unreadable(const Line& line, const PriceEntry& entry) {
    auto found = unreadable(entry, contract_, coverage_.library());
    if (!found) return;
    Oddity odd = odd_of(Kind::cannot_be_read, line, entry, Ratio(1), Ratio(0));
    odd.where = found->where;
    odd.reason = std::move(found->why);
    odd.remedy = std::move(found->remedy);
    keep(std::move(odd));
  }
  /// A surcharge remembers nothing, and may be another on every day: it is tried on one day a year.
  void try_surcharges(const Line& line, const PriceSchedule& prices) {
    const Duration year{1, Unit::year};
    for (Date day = prices.entries.front().from; day <= until_; day = day + year)
      for (Surcharge& each : surcharges_on(prices, day))
        if (each.why && each.date) try_surcharge(line, *prices.on(day), std::move(each));
  }
  void try_surcharge(const Line& line, const PriceEntry& in_force, Surcharge surcharge) {
    PriceEntry entry;
    entry.date = *surcharge.date;
    entry.from = entry.date;
    entry.clause = surcharge.clause;
    entry.verdict = Verdict::adjusted;
    entry.before = in_force.price;
    entry.why = std::move(surcharge.why);
    if (!Tried::can_be(entry) || known(entry)) return;
    const Tried tried(entry);
    const bool priced = entry.before && !entry.before->is_zero();
    // Else it is money that the contract states, of any size beside the price.
    const bool of_price = tried.in_formula("P0");
    if (++tries_[formula_of(entry).place()] <= 3) {
      with_no_effect(line, entry, tried);
      as_ratio_of_percentages(line, entry, tried);
      if (tried.crosses_indices())
        add(Kind::crosses_indices, line, entry, *tried.original(), Ratio(0));
      if (priced && tried.compares()) {
        if (of_price) surcharge_without_change(line, entry, tried);
        with_all_up(line, entry, tried);
      }
    }
    const Outcome<Ratio> measured = tried.measured();
    if (priced && measured && !reads_prices(tried) && (of_price || !tried.compares()))
      leap(line, entry, tried, *tried.original(), *measured, Ratio(1));
  }
  /// `P0 * F/F0` is the price once more; a share of the price that moves with an index is meant.
  void surcharge_without_change(const Line& line, const PriceEntry& entry, const Tried& tried) {
    const Outcome<Ratio> none = tried.change_when(Ratio(0));
    if (none && Ratio(Decimal(9, 1)) <= abs(*none))
      add(Kind::moves_by_itself, line, entry, *tried.original(), *none);
  }
  /// Money of a market, which may be more than the price that it comes on top of.
  bool reads_prices(const Tried& tried) const {
    const std::set<std::string> indices = tried.indices();
    return indices.empty() ||
           std::any_of(indices.begin(), indices.end(), [&](const std::string& index) {
             const Series* series = coverage_.library().find(tried.series_of(index));
             return series == nullptr || series->unit == SeriesUnit::price;
           });
  }

  void with_other_figures(const Line& line, const PriceEntry& entry, const Tried& tried) {
    if (tried.compares()) {
      without_change(line, entry, tried);
      with_all_up(line, entry, tried);
      in_another_base(line, entry, tried);
      as_money(line, entry, tried);
    }
    with_no_effect(line, entry, tried);
    as_ratio_of_percentages(line, entry, tried);
    if (tried.crosses_indices())
      add(Kind::crosses_indices, line, entry, *tried.original(), Ratio(0));
  }

  void without_change(const Line& line, const PriceEntry& entry, const Tried& tried) {
    if (tried.has_dated_constants()) return;  // the contract itself moves the price
    if (of_money(entry)) return;
    const Outcome<Ratio> change = tried.change_when(Ratio(0));
    if (change && limits_.neutral.value.as_fraction() < abs(*change))
      add(Kind::moves_by_itself, line, entry, *tried.original(), *change);
  }

  void with_all_up(const Line& line, const PriceEntry& entry, const Tried& tried) {
    const Outcome<Ratio> none = tried.change_when(Ratio(0));
    if (!none || limits_.neutral.value.as_fraction() < abs(*none)) return;
    const auto response_of = [&](const std::string& index) -> std::optional<Response> {
      const Outcome<Ratio> one = tried.change_when(small_rise(), index);
      const Outcome<Ratio> ten = tried.change_when(large_rise(), index);
      if (!one || !ten) return std::nullopt;
      return Response{*one - *none, *ten - *none};
    };
    const bool of_price = !entry.clause->surcharge || tried.in_formula("P0");
    const auto over = [&](const Response& response, const Ratio& limit) {
      return of_price && limit * small_rise() < response.small &&
             limit * large_rise() < response.large;
    };
    const auto say = [&](Kind kind, const Response& response) {
      add(kind, line, entry, *tried.original(), *none + response.small);
    };
    const auto say_of_all = [&](const Response& response) {
      add_about(Tried::every_index, Kind::overshoots, line, entry, *tried.original(),
                *none + response.small);
    };
    std::vector<Response> each;
    Response sum{Ratio(0), Ratio(0)};
    for (const std::string& index : tried.indices()) {
      if (tried.in_percent_of_level(index)) continue;
      const auto response = response_of(index);
      if (!response) return;
      if (over(*response, limits_.response.value.as_fraction())) say(Kind::overshoots, *response);
      if (!tried.of_fixed_period(index) && !is_a_rate(tried, index)) each.push_back(*response);
      if (tried.divides_by_new(index) || divides_by_new(tried, index, *none, response->large))
        add(Kind::divides_by_new, line, entry, *tried.original(), *none + response->large);
      if (!is_a_rate(tried, index)) when_one_falls(line, entry, tried, index);
      sum = {sum.small + response->small, sum.large + response->large};
    }
    const auto all = response_of(Tried::every_index);
    if (!all) return;
    const std::set<std::string> indices = tried.indices();
    const bool rates = std::any_of(indices.begin(), indices.end(), [&](const std::string& index) {
      return is_a_rate(tried, index);
    });
    // Of two that are compared with each other one lowers the price; all together none does.
    if (!rates && all->small < Ratio(0) && all->large < Ratio(0)) say(Kind::opposes, *all);
    // Terms that are added up, each with its weight; not a price in another currency.
    const bool added =
        abs(all->large - sum.large) <= large_rise() * limits_.added.value.as_fraction();
    if (each.size() < 2 || !added) return;
    if (over(*all, Ratio(1) + limits_.added.value.as_fraction())) say_of_all(*all);
    for (const Response& one : each)
      if (one.small < Ratio(0) && one.large < Ratio(0)) say(Kind::opposes_one, one);
  }

  /// A rate of exchange may stand either way up; what is deducted, as productivity is, lowers a
  /// price by what the contract says.
  bool is_a_rate(const Tried& tried, const std::string& index) const {
    const Series* series = coverage_.library().find(tried.series_of(index));
    return (series != nullptr && series->unit == SeriesUnit::ratio) || is_deducted(tried, index);
  }
  /// `S/S0 - A/A0`, `3% - A`: beside another index, or of a percentage that the contract states.
  static bool is_deducted(const Tried& tried, const std::string& index) {
    if (!tried.is_subtracted(index)) return false;
    const std::set<std::string> all = tried.indices();
    return tried.is_in_percent(index) ||
           std::any_of(all.begin(), all.end(),
                       [&](const std::string& other) { return !tried.is_subtracted(other); });
  }

  /// `max(3%, X0/X - 1)`: the price stays when a figure rises, and rises when it falls.
  void when_one_falls(const Line& line, const PriceEntry& entry, const Tried& tried,
                      const std::string& index) {
    const auto response = [&](std::int64_t percent) -> Outcome<Ratio> {
      const Outcome<Ratio> none = tried.change_when(Ratio(0), index);
      const Outcome<Ratio> change = tried.change_when(Ratio(Decimal(percent, 2)), index);
      if (!none || !change) return change;
      return *change - *none;
    };
    const auto rises = [&](std::int64_t percent) {
      const Outcome<Ratio> change = response(percent);
      return change && Ratio(0) < *change;
    };
    const auto stays = [&](std::int64_t percent) {
      const Outcome<Ratio> change = response(percent);
      return change && change->is_zero();
    };
    if (!rises(-10) || !rises(-50) || !stays(10) || !stays(50)) return;
    add_about(index, Kind::opposes_falling, line, entry, *tried.original(),
              *tried.change_when(-large_rise(), index));
  }

  /// `(X - X0) / X`: a rise r comes out as r / (1 + r), but for what roundings in the formula do.
  static bool divides_by_new(const Tried& tried, const std::string& index, const Ratio& none,
                             const Ratio& ten) {
    const Ratio half(Decimal(5, 1));
    const Outcome<Ratio> fifty = tried.change_when(half, index);
    if (!fifty || ten <= Ratio(0)) return false;
    const Ratio of_ten = ten * (Ratio(1) + large_rise()) / large_rise();
    const Ratio of_fifty = (*fifty - none) * (Ratio(1) + half) / half;
    return abs(of_ten - of_fifty) <= of_ten * Ratio(Decimal(2, 2));
  }

  /// A ratio of two levels is the same in every base, a difference of them is not. A formula that
  /// adds money to the price says itself what a point is worth.
  void in_another_base(const Line& line, const PriceEntry& entry, const Tried& tried) {
    if (!tried.reads_both_figures()) return;
    const Outcome<Ratio> here = tried.change_in_base(Ratio(1));
    const Outcome<Ratio> there = tried.change_in_base(Ratio(2));
    if (!here || !there || abs(*there - *here) <= limits_.neutral.value.as_fraction() * abs(*here))
      return;
    const Outcome<Ratio> of_higher = tried.change_from_price(Ratio(2));
    const Outcome<Ratio> of_this = tried.change_from_price(Ratio(1));
    if (!of_higher || !of_this || *of_higher != *of_this) return;
    const Ratio before = *tried.original();
    Oddity odd = odd_of(Kind::counts_points, line, entry, before, *here);
    odd.from_start = before * (Ratio(1) + *there);
    keep(std::move(odd));
  }

  /// `P0 + (S - S0)`: a point is one unit of money whatever the price is. Of a price in a series it
  /// is meant, and a formula with a number before it says itself what a point is worth.
  void as_money(const Line& line, const PriceEntry& entry, const Tried& tried) {
    const Outcome<Ratio> of_base = tried.change_in_base(Ratio(1));
    const Outcome<Ratio> of_other = tried.change_in_base(Ratio(2));
    if (!of_base || !of_other || *of_base == *of_other) return;
    for (const std::string& index : tried.indices()) {
      const Series* series = coverage_.library().find(tried.series_of(index));
      const std::optional<Ratio> level = tried.level_of(index);
      if (!level || tried.is_in_percent(index)) continue;
      if (series != nullptr && series->unit != SeriesUnit::index) continue;
      const auto added = [&](std::int64_t factor) -> Outcome<Ratio> {
        const Outcome<Ratio> none = tried.change_when_from(Ratio(factor), Ratio(0), index);
        const Outcome<Ratio> ten = tried.change_when_from(Ratio(factor), large_rise(), index);
        if (!none || !ten) return ten;
        return (*ten - *none) * *tried.original() * Ratio(factor);
      };
      const Outcome<Ratio> here = added(1);
      const Outcome<Ratio> there = added(2);
      if (here && there && *here == *there && *here == *level * large_rise())
        add_about(index, Kind::points_as_money, line, entry, *tried.original(),
                  *here / *tried.original());
    }
  }

  /// 110 of an index, read as 110%.
  void as_levels(const Line& line, const PriceEntry& entry, const Tried& tried,
                 const Ratio& measured) {
    for (const std::string& index : tried.indices()) {
      const Series* series = coverage_.library().find(tried.series_of(index));
      if (series == nullptr || series->unit != SeriesUnit::percent || series->records.empty())
        continue;
      const bool levels =
          std::all_of(series->records.begin(), series->records.end(),
                      [](const Observation& each) { return Decimal(least_level, 0) < each.value; });
      if (levels)
        add_about(index, Kind::levels_as_percent, line, entry, *tried.original(), measured);
    }
  }

  /// 3.1% over 3.5% is no change of a price: the same percentages twice as high would give the
  /// same.
  void as_ratio_of_percentages(const Line& line, const PriceEntry& entry, const Tried& tried) {
    for (const std::string& index : tried.indices()) {
      if (!tried.in_percent_of_level(index) || !tried.in_formula(index)) continue;
      const Outcome<Ratio> here = tried.change_at_percentages(index, Ratio(4), Ratio(5));
      const Outcome<Ratio> there = tried.change_at_percentages(index, Ratio(8), Ratio(10));
      const Outcome<Ratio> same = tried.change_at_percentages(index, Ratio(4), Ratio(4));
      if (here && there && same && *here == *there && *here != *same)
        add_about(index, Kind::ratio_of_percentages, line, entry, *tried.original(), *here);
    }
  }

  /// Whatever an index does, the price does not follow; or hardly, whatever all of them do.
  void with_no_effect(const Line& line, const PriceEntry& entry, const Tried& tried) {
    if (tried.asks_a_table()) return;
    const auto say = [&](const std::string& index) {
      const Ratio ten =
          *tried.change_from_own(large_rise(), index) - *tried.change_from_own(Ratio(0), index);
      add_about(index, Kind::has_no_effect, line, entry, *tried.original(), ten);
    };
    for (const IndexRead& read : entry.clause->reads)
      if (tried.in_formula(read.symbol + "0") && !tried.in_formula(read.symbol))
        add_about(read.symbol, Kind::has_no_effect, line, entry, *tried.original(), Ratio(0));
    bool all_hardly = tried.compares() && tried.any_moves();
    for (const std::string& index : tried.indices()) {
      if (!tried.in_formula(index)) continue;
      const std::optional<Ratio> most = most_effect(tried, index);
      if (most && most->is_zero())
        say(index);
      else if (cancels_out(tried, index))
        add_about(index, Kind::cancels_out, line, entry, *tried.original(),
                  *tried.change_from_own(large_rise(), index));
      all_hardly = all_hardly && most &&
                   *most < limits_.no_effect.value.as_fraction() * Ratio(Decimal(5, 1));
    }
    if (!all_hardly) return;
    const std::optional<Ratio> together = most_effect(tried, Tried::every_index);
    if (together && *together < limits_.no_effect.value.as_fraction() * Ratio(Decimal(5, 1)))
      say(Tried::every_index);
  }
  /// `(A + B) / (A + B0)`: whatever A does, the price stays as long as the others stay at their
  /// references.
  static bool cancels_out(const Tried& tried, const std::string& index) {
    if (tried.is_in_percent(index) || tried.in_formula(index + "0")) return false;
    const Outcome<Ratio> none = tried.change_alone(Ratio(0), index);
    const auto stays = [&](std::int64_t percent) {
      const Outcome<Ratio> change = tried.change_alone(Ratio(Decimal(percent, 2)), index);
      return none && change && *change == *none;
    };
    return stays(-50) && stays(-10) && stays(10) && stays(50);
  }
  /// The largest change of the measured change when figures rise and fall by up to a half.
  static std::optional<Ratio> most_effect(const Tried& tried, const std::string& index) {
    const Outcome<Ratio> none = tried.change_from_own(Ratio(0), index);
    if (!none) return std::nullopt;
    Ratio most(0);
    for (const std::int64_t percent : {-50, -10, -1, 1, 10, 50}) {
      const Outcome<Ratio> change = tried.change_from_own(Ratio(Decimal(percent, 2)), index);
      if (!change) return std::nullopt;
      most = std::max(most, abs(*change - *none));
    }
    return most;
  }

  void with_own_figures(const Line& line, const PriceEntry& entry, const Tried& tried) {
    const Outcome<Ratio> measured = tried.measured();
    if (!measured || entry.verdict == Verdict::start) return;
    as_levels(line, entry, tried, *measured);
    if (!entry.part && entry.verdict == Verdict::adjusted && entry.price)
      if (const Outcome<Ratio> before = tried.measured_from(); before && !before->is_zero())
        leap(line, entry, tried, *before, *entry.price / *before - Ratio(1),
             limits_.step.value.as_fraction());
    // What a limit cuts off again is said where no price doubles of itself.
    const bool falls_by_a_number = tried.indices().empty() && *measured < Ratio(0);
    leap(line, entry, tried, *tried.original(), *measured,
         entry.part || falls_by_a_number ? limits_.step.value.as_fraction() : Ratio(1));
    in_a_year(line, entry, tried, *measured);
    if (tried.indices().size() == 1)
      against_one_index(line, entry, tried, *tried.indices().begin(), *measured);
  }
  /// 3% that is meant for a year, on each month.
  void in_a_year(const Line& line, const PriceEntry& entry, const Tried& tried,
                 const Ratio& measured) {
    const auto& every = entry.clause->when.every;
    const int months = every ? every->value.months().value_or(0) : 0;
    if (months <= 0 || months >= 12 || !tried.indices().empty() || entry.part || of_money(entry) ||
        entry.clause->compounding.value != Compounding::previous)
      return;
    Ratio year(1);
    for (int month = months; month <= 12; month += months) year = year * (Ratio(1) + measured);
    if (abs(year - Ratio(1)) <= limits_.step.value.as_fraction()) return;
    Oddity odd = odd_of(Kind::leaps_in_a_year, line, entry, *tried.original(), year - Ratio(1));
    odd.months = months;
    keep(std::move(odd));
  }
  /// Two rules may come to one period on a first date; on every date only where neither is meant.
  void with_itself(const Line& line, const PriceEntry& entry, const Tried& tried) {
    for (const IndexRead& read : entry.clause->reads) {
      if (!tried.in_formula(read.symbol) || !tried.in_formula(read.symbol + "0")) continue;
      const bool one_rule = read.use.value == read.base.value;
      const std::optional<bool> same =
          one_rule ? std::optional(true) : compares_with_itself(entry, read.symbol);
      if (!same) continue;
      Compared& seen = compared_[{formula_of(entry).place(), read.symbol}];
      if (!*same) seen.other = true;
      if (++seen.dates > 1) continue;
      const bool once = !entry.clause->when.every && entry.clause->when.dates.size() == 1;
      seen.always = one_rule || once;
      seen.found = odd_of(Kind::of_itself, line, entry, *tried.original(), Ratio(0));
      seen.found->where = read.base.where.value_or(read.use.where.value_or(read.where));
      seen.found->index = read.symbol;
    }
  }
  void keep_of_itself() {
    for (auto& [formula, seen] : compared_)
      if (!seen.other && (seen.always || seen.dates > 1)) keep(std::move(*seen.found));
  }
  /// A formula of one index in levels, held against how that index really moved.
  void against_one_index(const Line& line, const PriceEntry& entry, const Tried& tried,
                         const std::string& index, const Ratio& measured) {
    if (is_a_rate(tried, index) || tried.has_dated_constants() || of_money(entry)) return;
    const std::optional<Ratio> move = tried.move_of(index);
    if (!move || tried.is_in_percent(index) || abs(*move) <= small_rise()) return;
    const auto say = [&](Kind kind) { add(kind, line, entry, *tried.original(), measured, *move); };
    if ((*move < Ratio(0)) != (measured < Ratio(0)) && abs(*move) < abs(measured) * Ratio(2))
      say(Kind::opposes_own);
    const std::optional<Ratio> points = tried.points_of(index);
    if (points && measured == *points / Ratio(100) &&
        limits_.added.value.as_fraction() * abs(*move) < abs(measured - *move))
      say(Kind::counts_points);
  }
  void leap(const Line& line, const PriceEntry& entry, const Tried& tried, const Ratio& before,
            const Ratio& change, const Ratio& limit) {
    if (abs(change) <= limit) return;
    const std::optional<Moves> figures = moved(tried);
    if (figures && abs(change) <= limits_.response.value.as_fraction() * figures->together) return;
    add(Kind::leaps, line, entry, before, change,
        figures ? std::optional(figures->most) : std::nullopt);
  }

  /// A price that the formula makes anew from an amount charges no rise again.
  static bool of_money(const PriceEntry& entry) {
    return starts_from_money(entry.clause->ladder_on(entry.date), *entry.clause);
  }

  /// Whether a rise that is counted from a base that stays is charged again on top of itself.
  void with_the_last_figures(const Line& line, const PriceEntry& last, const PriceEntry& entry,
                             const Tried& tried) {
    if (!entry.before || of_money(entry)) return;
    const auto [stays, moves_along] = references_of(entry, tried);
    if (!stays || !last.price || !entry.price || !last.before) return;
    const Ratio charged_again = *last.price / *last.before - Ratio(1);
    if (abs(charged_again) < Ratio(Decimal(5, 3))) return;
    Oddity odd = odd_of(Kind::repeats, line, last, *last.before, charged_again);
    odd.again = entry.date;
    odd.charged_again = charged_again;
    odd.after = *entry.price;
    odd.from_start = moves_along ? std::nullopt : from_the_start(line, entry);
    if (!moves_along && !odd.from_start) return;
    if (odd.from_start && abs(*odd.from_start - odd.after) < abs(odd.before) * Ratio(Decimal(5, 3)))
      return;
    keep(std::move(odd));
  }

  /// The same before a second step is known: what a rise of 10% would come to. What the figures of
  /// the library show is said first.
  void would_repeat(const Line& line, const PriceEntry& entry, const Tried& tried) {
    const Schedule& when = entry.clause->when;
    const bool again = when.every || when.dates.size() > 1;
    if (!again || of_money(entry) || !tried.compares() ||
        (when.every && ends_before_the_next(entry)))
      return;
    const ReferencesOfStep references = references_of(entry, tried);
    if (!references.stay || references.move_along) return;
    const Outcome<Ratio> change = tried.change_when(large_rise(), Tried::every_index);
    if (!change || *change <= Ratio(0)) return;
    Oddity odd = odd_of(Kind::would_repeat, line, entry, *tried.original(), *change);
    odd.from_start = odd.after;
    odd.after = odd.after * (Ratio(1) + *change);
    later_.push_back(std::move(odd));
  }
  bool ends_before_the_next(const PriceEntry& entry) const {
    return contract_.end && *contract_.end < entry.date + entry.clause->when.every->value;
  }

  void with_the_same_months(const Line& line, const PriceEntry& last, const PriceEntry& entry,
                            const Tried& tried) {
    if (!last.before || !entry.price) return;
    const auto again = months_charged_again(last, entry, tried, coverage_.library());
    if (!again) return;
    Oddity odd = odd_of(Kind::overlaps, line, last, *last.before, Ratio(0));
    odd.again = entry.date;
    odd.after = *entry.price;
    odd.index = again->index;
    odd.months = again->months;
    keep(std::move(odd));
  }

  /// What the same clause charges on a day when its change counts from the start.
  std::optional<Ratio> from_the_start(const Line& line, const PriceEntry& entry) const {
    Contract other = contract_;
    for (Clause& clause : other.clauses)
      if (clause.id == entry.clause->id) clause.compounding.value = Compounding::base;
    const auto same = std::find_if(other.lines.begin(), other.lines.end(),
                                   [&](const Line& each) { return each.id == line.id; });
    const PriceSchedule prices =
        schedule(PricingContext{&other, &*same, 0, &coverage_}, entry.from);
    const PriceEntry* found = prices.on(entry.from);
    if (found == nullptr || !found->price) return std::nullopt;
    return *found->price;
  }

  Oddity odd_of(Kind kind, const Line& line, const PriceEntry& entry, const Ratio& before,
                const Ratio& change) const {
    Oddity made;
    made.kind = kind;
    made.clause = entry.clause;
    made.line = &line;
    made.date = entry.date;
    made.where = formula_of(entry);
    made.before = before;
    made.after = before * (Ratio(1) + change);
    return made;
  }
  void add(Kind kind, const Line& line, const PriceEntry& entry, const Ratio& before,
           const Ratio& change, std::optional<Ratio> figures = {}) {
    Oddity odd = odd_of(kind, line, entry, before, change);
    odd.figures = std::move(figures);
    keep(std::move(odd));
  }
  void add_about(const std::string& index, Kind kind, const Line& line, const PriceEntry& entry,
                 const Ratio& before, const Ratio& change) {
    Oddity odd = odd_of(kind, line, entry, before, change);
    odd.index = index;
    keep(std::move(odd));
  }
  static Span formula_of(const PriceEntry& entry) {
    const Ladder& ladder = entry.clause->ladder_on(entry.date);
    return ladder.formula.where.value_or(entry.clause->where);
  }
  /// One oddity says enough of one formula: what comes out with the figures of the library follows
  /// from it.
  bool known(const std::string& clause, const Span& formula) const {
    return std::any_of(found_.begin(), found_.end(), [&](const Oddity& each) {
      return each.clause->id == clause && each.where.place() == formula.place();
    });
  }
  bool known(const PriceEntry& entry) const { return known(entry.clause->id, formula_of(entry)); }
  void keep(Oddity odd) {
    // Beyond what a price can be, other words are said.
    if (!writable(odd.before) || !writable(odd.after)) return;
    if (odd.from_start && !writable(*odd.from_start)) return;
    if (accepts(odd.clause->accepts, code_of(odd.kind))) return;
    if (!known(odd.clause->id, odd.where)) found_.push_back(std::move(odd));
  }

  const Contract& contract_;
  const Coverage& coverage_;
  Date until_;
  TrialLimits limits_;
  std::vector<Oddity> found_;
  std::vector<Oddity> later_;  // said where nothing else is
  /// The two figures of one index of a formula, over the dates on which both are known.
  struct Compared {
    int dates = 0;
    bool other = false;   // on some date they are of two periods
    bool always = false;  // one date, or one rule, says it all
    std::optional<Oddity> found;
  };
  std::map<std::pair<std::string, std::string>, Compared> compared_;
  std::map<std::string, int> tries_;  // steps on which a formula was tried, by its place
};

}  // namespace

std::vector<Oddity> try_clauses(const Contract& contract, const Coverage& coverage, Date until,
                                const TrialLimits& limits) {
  return Trial(contract, coverage, until, limits).run();
}

}  // namespace pricetalk
