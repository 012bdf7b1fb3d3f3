#include "portfolio/exposure.hpp"

#include <algorithm>
#include <set>

#include "portfolio/exposure_runs.hpp"
#include "portfolio/totals.hpp"
#include "scenario/project.hpp"
#include "simulation/said_once.hpp"

namespace pricetalk {

Ratio Swing::size() const {
  const Ratio one = less.sign() < 0 ? -less : less;
  const Ratio other = more.sign() < 0 ? -more : more;
  return std::max(one, other);
}

namespace {

Ratio money_of(std::int64_t units, const PortfolioContract& contract) {
  return Ratio(Decimal(units, contract.decimals));
}

/// The last whole twelve months of the horizon; of less than a year all of it.
int last_whole_year(int months) { return std::max(0, months / 12 - 1); }

std::optional<Date> last_day_to_cancel(const Contract& contract) {
  const auto& renewal = contract.terms.renewal;
  if (!renewal) return std::nullopt;
  if (renewal->last_day_to_cancel) return renewal->last_day_to_cancel->value;
  if (!renewal->notice || !contract.end) return std::nullopt;
  return *contract.end - renewal->notice->value;
}

/// Whether a limit of a clause of the contract is stated, and whether it is always 0 %.
struct Floors {
  bool any = false;
  bool all_zero = true;
};

bool has_caps(const Contract& contract) {
  const auto caps = [](const DatedLadder& dated) {
    return !dated.ladder.limits.cap.empty() || !dated.ladder.limits.cap_total.empty();
  };
  return std::any_of(contract.clauses.begin(), contract.clauses.end(), [&](const Clause& clause) {
    return std::any_of(clause.ladders.begin(), clause.ladders.end(), caps);
  });
}

Floors floors_of(const Contract& contract) {
  Floors found;
  for (const Clause& clause : contract.clauses)
    for (const DatedLadder& dated : clause.ladders)
      for (const auto* limits : {&dated.ladder.limits.floor, &dated.ladder.limits.floor_total})
        for (const Stated<LimitValue>& limit : *limits) {
          const Expression& value = limit.value.value;
          found.any = true;
          found.all_zero =
              found.all_zero && value.kind == Expression::Kind::number && value.number.is_zero();
        }
  return found;
}

class Exposing {
 public:
  Exposing(const std::vector<ExposedContract>& contracts, const ExposureQuestion& question)
      : contracts_(contracts), question_(question), scenarios_(question) {}

  Loaded<ExposureAnswer> run() && {
    made_.future = scenarios_.future().id;
    made_.months = question_.scenario.months.value;
    made_.discounted = question_.scenario.discount_rate.has_value();
    find_series();
    auto moved =
        answer_of(scenarios_.moved(made_.series), true, MovedScenarios::moved_series(made_.series));
    if (!moved) return told();
    moved_ = std::move(*moved);
    limits();
    if (problems_.all.has_errors()) return told();
    made_.as_it_is = moved_;
    for (std::size_t i = 0; i < contracts_.size(); ++i) made_.contracts.push_back(one(i));
    group();
    for (ExposureTotal& total : made_.totals) total.break_even = break_even(total);
    Loaded<ExposureAnswer> result = told();
    if (!result.diagnostics.has_errors()) result.value = std::move(made_);
    if (result.value)
      for (std::size_t i = 0; i < result.value->contracts.size(); ++i)
        result.value->contracts[i].of = &result.value->as_it_is.contracts[i];
    return result;
  }

 private:
  Loaded<ExposureAnswer> told() const {
    Loaded<ExposureAnswer> result;
    result.diagnostics = problems_.all;
    return result;
  }

  /// Series that a clause reads and that the future moves.
  void find_series() {
    std::set<std::string> found;
    const auto add = [&](const std::string& id, const Library& library) {
      const Series* series = library.find(id);
      if (series != nullptr && goes_on(*series) && scenarios_.future().for_series(id) != nullptr)
        found.insert(id);
    };
    for (const ExposedContract& each : contracts_)
      for (const Clause& clause : each.contract->clauses)
        for (const IndexRead& read : clause.reads) {
          add(read.series.value.value, *each.library);
          for (const LinkTerms& link : read.links) add(link.next.value.value, *each.library);
        }
    made_.series.assign(found.begin(), found.end());
  }

  /// `of`: only contracts of that total; nothing: all.
  std::optional<PortfolioAnswer> answer_of(Scenario scenario, bool details,
                                           std::vector<std::string> differs_in = {},
                                           const ExposureTotal* of = nullptr) {
    Portfolio portfolio({.scenario = std::move(scenario),
                         .today = question_.today,
                         .details = details,
                         .differs_in = std::move(differs_in)},
                        [&](const std::string& path) { return again(path); });
    for (std::size_t i = 0; i < contracts_.size(); ++i) {
      const ExposedContract& each = contracts_[i];
      if (of == nullptr || belongs(*of, i))
        portfolio.add(*each.contract, *each.library, each.path, each.figures);
    }
    Loaded<PortfolioAnswer> answer = std::move(portfolio).answer();
    problems_.add(answer.diagnostics);
    return std::move(answer.value);
  }

  std::optional<Portfolio::Read> again(const std::string& path) const {
    for (const ExposedContract& each : contracts_)
      if (each.path == path) return Portfolio::Read{*each.contract, *each.library};
    return std::nullopt;
  }

  void limits() {
    for (const ExposedContract& each : contracts_) {
      caps_.push_back(has_caps(*each.contract));
      floors_.push_back(floors_of(*each.contract));
    }
    const bool any_cap = std::find(caps_.begin(), caps_.end(), true) != caps_.end();
    const bool any_floor = std::any_of(floors_.begin(), floors_.end(),
                                       [](const Floors& floors) { return floors.any; });
    if (!any_cap && !any_floor) return;
    if (auto answer = answer_of(scenarios_.without_limits(any_cap, any_floor), false))
      without_ = std::move(*answer);
    without_floor_ = any_cap ? 2 : 1;
  }

  ContractExposure one(std::size_t at) {
    const Contract& contract = *contracts_[at].contract;
    const PortfolioContract& figures = moved_.contracts[at];
    const int year = last_whole_year(made_.months);
    const auto total = [&](std::size_t future) { return money_of(figures.total(future), figures); };
    const auto a_year = [&](std::size_t future) {
      return figures.running_years == 0
                 ? Ratio(0)
                 : money_of(figures.running(future, std::min(year, figures.running_years - 1)),
                            figures);
    };
    ContractExposure made;
    made.total = total(0);
    made.a_year = a_year(0);
    for (std::size_t s = 0; s < made_.series.size(); ++s) {
      const std::size_t higher = MovedScenarios::higher(s);
      made.indices.push_back({total(higher) - made.total, a_year(higher) - made.a_year});
    }
    const auto more_without = [&](std::size_t run) {
      const PortfolioContract& other = without_.contracts[at];
      return money_of(other.total(run) - other.total(0), other);
    };
    if (caps_[at]) made.cap = more_without(1);
    if (floors_[at].any) made.floor = more_without(without_floor_);
    made.ratchet = floors_[at].any && floors_[at].all_zero;
    made.bites = figures.details.front().bites;
    horizon(figures);
    const auto inside = [&](const std::optional<Date>& day) {
      return day && *day > question_.today && *day <= made_.last ? day : std::nullopt;
    };
    made.end = inside(contract.end);
    made.notice = inside(last_day_to_cancel(contract));
    return made;
  }

  void horizon(const PortfolioContract& figures) {
    const Date first = figures.first_month.first_day();
    const Date last = shift(first, {made_.months, Unit::month}).plus_days(-1);
    made_.first = made_.contracts.empty() ? first : std::min(made_.first, first);
    made_.last = made_.contracts.empty() ? last : std::max(made_.last, last);
  }

  // ---- in all

  bool belongs(const ExposureTotal& total, std::size_t at) const {
    const PortfolioContract& figures = moved_.contracts[at];
    return figures.currency == total.currency && figures.vat == total.vat;
  }

  void group() {
    for (std::size_t i = 0; i < contracts_.size(); ++i) {
      const PortfolioContract& figures = moved_.contracts[i];
      auto known = std::find_if(made_.totals.begin(), made_.totals.end(),
                                [&](const ExposureTotal& each) { return belongs(each, i); });
      if (known == made_.totals.end()) {
        ExposureTotal fresh;
        fresh.currency = figures.currency;
        fresh.vat = figures.vat;
        fresh.indices.resize(made_.series.size());
        known = made_.totals.insert(made_.totals.end(), std::move(fresh));
      }
      add(made_.contracts[i], figures, *known);
    }
    for (ExposureTotal& total : made_.totals) {
      for (ExposureTotal::OfIndex& index : total.indices)
        if (!total.a_year.is_zero()) index.share = index.sum.a_year * Ratio(100) / total.a_year;
      swings(total);
      dearest(total);
    }
  }

  static void add(const ContractExposure& one, const PortfolioContract& figures,
                  ExposureTotal& total) {
    ++total.contracts;
    total.open += figures.open.front();
    total.total = total.total + one.total;
    total.a_year = total.a_year + one.a_year;
    for (std::size_t s = 0; s < total.indices.size(); ++s) {
      total.indices[s].sum.total = total.indices[s].sum.total + one.indices[s].total;
      total.indices[s].sum.a_year = total.indices[s].sum.a_year + one.indices[s].a_year;
      if (!one.indices[s].total.is_zero()) ++total.indices[s].contracts;
    }
    const auto limit = [](const std::optional<Ratio>& value, ExposureTotal::OfLimit& into) {
      if (!value) return;
      into.value = into.value + *value;
      ++into.contracts;
    };
    limit(one.cap, total.cap);
    limit(one.floor, one.ratchet ? total.ratchet : total.floor);
    std::set<int> years;
    for (const CapBite& bite : one.bites) years.insert(bite.date.year());
    for (const int year : years) ++total.bites[year];
  }

  /// The result that an assumption moves: the present value where there is a rate.
  Ratio result(const ExposureTotal& total, std::size_t future,
               const std::optional<Percent>& rate) const {
    Ratio sum(0);
    for (std::size_t i = 0; i < contracts_.size(); ++i) {
      if (!belongs(total, i)) continue;
      const PortfolioContract& figures = moved_.contracts[i];
      sum = sum + (rate ? present_value(figures, future, *rate)
                        : money_of(figures.total(future), figures));
    }
    return sum;
  }

  void swings(ExposureTotal& total) const {
    const std::optional<Percent>& rate = moved_.discount_rate;
    const Ratio base = result(total, 0, rate);
    const auto add = [&](Swing::Of of, const std::string& series, const Ratio& less,
                         const Ratio& more) {
      total.swings.push_back({of, series, less - base, more - base});
    };
    const std::size_t count = made_.series.size();
    for (std::size_t s = 0; s < count; ++s)
      add(Swing::Of::growth, made_.series[s], result(total, MovedScenarios::slower(s), rate),
          result(total, MovedScenarios::faster(s), rate));
    add(Swing::Of::volume, {}, result(total, MovedScenarios::smaller(count), rate),
        result(total, MovedScenarios::larger(count), rate));
    if (rate) {
      const auto moved = [&](int points) {
        const Ratio percent = Ratio(rate->of_hundred) + Ratio(points);
        return Percent{round(percent, Rounding::decimals(rate->of_hundred.scale()))};
      };
      add(Swing::Of::discount, {}, result(total, 0, moved(-1)), result(total, 0, moved(1)));
    }
    std::stable_sort(total.swings.begin(), total.swings.end(),
                     [](const Swing& a, const Swing& b) { return b.size() < a.size(); });
  }

  void dearest(ExposureTotal& total) const {
    std::map<Period, Ratio> months;
    for (std::size_t i = 0; i < contracts_.size(); ++i) {
      if (!belongs(total, i)) continue;
      const PortfolioContract& figures = moved_.contracts[i];
      const std::vector<std::int64_t>& units = figures.details.front().months;
      for (std::size_t m = 0; m < units.size(); ++m) {
        Ratio& sum = months[figures.first_month.plus(static_cast<int>(m))];
        sum = sum + money_of(units[m], figures);
      }
    }
    for (auto from = months.begin(); from != months.end(); ++from) {
      const auto until = months.upper_bound(from->first.plus(11));
      if (!months.contains(from->first.plus(11))) break;
      Ratio sum(0);
      for (auto month = from; month != until; ++month) sum = sum + month->second;
      if (total.dearest_from && sum <= total.dearest) continue;
      total.dearest_from = from->first;
      total.dearest = sum;
    }
  }

  // ---- the fixed rise that costs the same

  static constexpr std::int64_t lowest = -50;
  static constexpr std::int64_t highest = 100;
  static constexpr std::int64_t at_once = 9;

  std::vector<Ratio> costs(const ExposureTotal& total, const std::vector<Decimal>& percents) {
    std::vector<Ratio> found;
    const auto answer = answer_of(scenarios_.fixed(percents), false, {}, &total);
    if (!answer) return found;
    for (std::size_t run = 1; run <= percents.size(); ++run) {
      Ratio sum(0);
      bool about = false;
      for (const PortfolioContract& each : answer->contracts) {
        about = about || each.fits[run];
        sum = sum + money_of(each.total(run), each);
      }
      if (!about) return {};
      found.push_back(sum);
    }
    return found;
  }

  /// Costs rise with the percentage, so that the place is found by dividing what is left in ten.
  std::optional<BreakEven> break_even(const ExposureTotal& total) {
    const auto percent = [&](std::int64_t at) { return Decimal(at, question_.decimals); };
    std::int64_t scale = 1;
    for (int i = 0; i < question_.decimals; ++i) scale *= 10;
    std::int64_t low = lowest * scale;
    std::int64_t high = highest * scale;
    const std::vector<Ratio> ends = costs(total, {percent(low), percent(high)});
    if (ends.empty() || total.total < ends[0] || !(total.total < ends[1])) return std::nullopt;
    Ratio low_cost = ends[0];
    Ratio high_cost = ends[1];
    while (high - low > 1) {
      std::vector<Decimal> asked;
      std::vector<std::int64_t> places;
      for (std::int64_t i = 1; i <= at_once; ++i) {
        const std::int64_t at = low + (high - low) * i / (at_once + 1);
        if (at <= low || at >= high || (!places.empty() && at == places.back())) continue;
        places.push_back(at);
        asked.push_back(percent(at));
      }
      const std::vector<Ratio> found = costs(total, asked);
      if (found.empty()) return std::nullopt;
      for (std::size_t i = 0; i < found.size(); ++i) {
        if (found[i] <= total.total) {
          low = places[i];
          low_cost = found[i];
        } else {
          high = places[i];
          high_cost = found[i];
          break;
        }
      }
    }
    return BreakEven{percent(low), low_cost, percent(high), high_cost, total.total};
  }

  const std::vector<ExposedContract>& contracts_;
  const ExposureQuestion& question_;
  MovedScenarios scenarios_;
  ExposureAnswer made_;
  PortfolioAnswer moved_;
  PortfolioAnswer without_;
  std::size_t without_floor_ = 1;
  std::vector<bool> caps_;
  std::vector<Floors> floors_;
  SaidOnce problems_;
};

}  // namespace

Loaded<ExposureAnswer> exposure(const std::vector<ExposedContract>& contracts,
                                const ExposureQuestion& question) {
  return Exposing(contracts, question).run();
}

}  // namespace pricetalk
