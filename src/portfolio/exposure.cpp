#include "portfolio/exposure.hpp"

#include <algorithm>
#include <map>
#include <numeric>
#include <set>
#include <span>

#include "portfolio/break_even.hpp"
#include "portfolio/exposure_runs.hpp"
#include "portfolio/totals.hpp"
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

Ratio total_of(const PortfolioContract& figures, std::size_t run) {
  return money_of(figures.total(run), figures);
}

/// Series that are moved in one run over the contracts, so that few figures are held at a time.
constexpr std::size_t series_at_once = 4;
/// Contracts that are held because columns need a line of theirs; others are read again.
constexpr std::size_t most_held = 300;

}  // namespace

class Exposure::State {
 public:
  State(ExposureQuestion asked, Portfolio::ReadAgain reader, std::shared_ptr<SharedTexts> shared)
      : question_(std::move(asked)),
        read_again_(std::move(reader)),
        texts_(std::move(shared)),
        scenarios_(question_) {}

  void add(PortfolioEntry entry) { contracts_.push_back(std::move(entry)); }

  Loaded<ExposureAnswer> run() && {
    made_.future = scenarios_.future().id;
    made_.months = question_.scenario.months.value;
    made_.discounted = question_.scenario.discount_rate.has_value();
    find_series();
    if (auto answer =
            answer_of({.scenario = scenarios_.volumes(), .today = question_.today, .details = true},
                      everyone()))
      made_.as_it_is = std::move(*answer);
    else
      return told();
    group();
    for (std::size_t i = 0; i < contracts_.size(); ++i) made_.contracts.push_back(one(i));
    for (std::size_t from = 0; from < made_.series.size(); from += series_at_once) move(from);
    limits();
    if (problems_.all.has_errors()) return told();
    for (std::size_t i = 0; i < contracts_.size(); ++i) add(i);
    for (ExposureTotal& total : made_.totals) finish(total);
    BreakEvens(made_, total_of_, question_.decimals,
               [&](const std::vector<Decimal>& percents, const BreakEvens::Asks& asks) {
                 return fixed(percents, asks);
               })
        .find();
    Loaded<ExposureAnswer> result = told();
    if (result.diagnostics.has_errors()) return result;
    result.value = std::move(made_);
    for (std::size_t i = 0; i < result.value->contracts.size(); ++i)
      result.value->contracts[i].of = &result.value->as_it_is.contracts[i];
    return result;
  }

 private:
  using Contracts = std::vector<std::size_t>;  ///< places in `contracts_`

  Loaded<ExposureAnswer> told() const {
    Loaded<ExposureAnswer> result;
    result.diagnostics = problems_.all;
    return result;
  }

  /// Series that a clause follows and that the future moves.
  void find_series() {
    std::set<std::string> found;
    for (const PortfolioEntry& each : contracts_)
      for (const std::string& id : each.hinges.series)
        if (scenarios_.future().for_series(id) != nullptr) found.insert(id);
    made_.series.assign(found.begin(), found.end());
  }

  Contracts everyone() const {
    Contracts all(contracts_.size());
    std::iota(all.begin(), all.end(), std::size_t{0});
    return all;
  }

  template <class Wanted>
  Contracts those(const Wanted& wanted) const {
    Contracts found;
    for (std::size_t i = 0; i < contracts_.size(); ++i)
      if (wanted(contracts_[i])) found.push_back(i);
    return found;
  }

  std::optional<PortfolioAnswer> answer_of(PortfolioQuestion question, const Contracts& of) {
    Portfolio portfolio(
        std::move(question), [&](const std::string& path) { return again(path); }, texts_);
    for (const std::size_t at : of) portfolio.add(contracts_[at]);
    Loaded<PortfolioAnswer> answer = std::move(portfolio).answer();
    problems_.add(answer.diagnostics);
    return std::move(answer.value);
  }

  /// Every run asks for the same few contracts.
  std::optional<Portfolio::Read> again(const std::string& path) {
    const auto held = held_.find(path);
    if (held != held_.end()) return held->second;
    std::optional<Portfolio::Read> read = read_again_(path);
    if (read && held_.size() < most_held) held_.emplace(path, *read);
    return read;
  }

  const PortfolioContract& figures_of(std::size_t at) const { return made_.as_it_is.contracts[at]; }

  // ---- one contract

  Ratio a_year(const PortfolioContract& figures, std::size_t future) const {
    if (figures.running_years == 0) return Ratio(0);
    const int year = std::min(last_whole_year(made_.months), figures.running_years - 1);
    return money_of(figures.running(future, year), figures);
  }

  ContractExposure one(std::size_t at) {
    const PortfolioContract& figures = figures_of(at);
    const Hinges& hinges = contracts_[at].hinges;
    ContractExposure made;
    made.total = total_of(figures, 0);
    made.a_year = a_year(figures, 0);
    made.indices.assign(made_.series.size(), {Ratio(0), Ratio(0)});
    made.ratchet = hinges.floors && hinges.never_falls;
    made.bites = figures.details.bites;
    horizon(figures);
    const auto inside = [&](const std::optional<Date>& day) {
      return day && *day > question_.today && *day <= made_.last ? day : std::nullopt;
    };
    made.end = inside(hinges.end);
    made.notice = inside(hinges.notice);
    return made;
  }

  void horizon(const PortfolioContract& figures) {
    const Date first = figures.first_month.first_day();
    const Date last = shift(first, {made_.months, Unit::month}).plus_days(-1);
    made_.first = made_.contracts.empty() ? first : std::min(made_.first, first);
    made_.last = made_.contracts.empty() ? last : std::max(made_.last, last);
  }

  /// Moves some of the series, one after the other.
  void move(std::size_t from) {
    const std::span<const std::string> series =
        std::span<const std::string>(made_.series)
            .subspan(from, std::min(series_at_once, made_.series.size() - from));
    const Contracts readers = those([&](const PortfolioEntry& each) {
      return std::any_of(series.begin(), series.end(),
                         [&](const std::string& id) { return each.names.series.contains(id); });
    });
    const auto answer = answer_of({.scenario = scenarios_.moved(series),
                                   .today = question_.today,
                                   .differs_in = MovedScenarios::moved_series(series)},
                                  readers);
    if (!answer) return;
    for (std::size_t i = 0; i < readers.size(); ++i) {
      const PortfolioContract& figures = answer->contracts[i];
      const std::size_t total = total_of_[readers[i]];
      for (std::size_t s = 0; s < series.size(); ++s) {
        const std::size_t higher = MovedScenarios::higher(s);
        made_.contracts[readers[i]].indices[from + s] = {
            total_of(figures, higher) - total_of(figures, 0),
            a_year(figures, higher) - a_year(figures, 0)};
        Swing& swing = made_.totals[total].swings[from + s];
        const Ratio base = result_of(figures, 0);
        swing.less = swing.less + result_of(figures, MovedScenarios::slower(s)) - base;
        swing.more = swing.more + result_of(figures, MovedScenarios::faster(s)) - base;
      }
    }
  }

  /// What the contracts cost more without their caps and without their floors.
  void limits() {
    const Contracts limited =
        those([](const PortfolioEntry& each) { return each.hinges.caps || each.hinges.floors; });
    if (limited.empty()) return;
    const auto any = [&](bool Hinges::*of) {
      return std::any_of(limited.begin(), limited.end(),
                         [&](std::size_t at) { return contracts_[at].hinges.*of; });
    };
    const bool caps = any(&Hinges::caps);
    const auto answer =
        answer_of({.scenario = scenarios_.without_limits(caps, any(&Hinges::floors)),
                   .today = question_.today},
                  limited);
    if (!answer) return;
    for (std::size_t i = 0; i < limited.size(); ++i) {
      const PortfolioContract& figures = answer->contracts[i];
      const auto more_without = [&](std::size_t run) {
        return money_of(figures.total(run) - figures.total(0), figures);
      };
      ContractExposure& made = made_.contracts[limited[i]];
      const Hinges& hinges = contracts_[limited[i]].hinges;
      if (hinges.caps) made.cap = more_without(1);
      if (hinges.floors) made.floor = more_without(caps ? 2 : 1);
    }
  }

  // ---- in all

  /// Contracts of one currency, with or without VAT, are one total.
  void group() {
    for (const PortfolioContract& figures : made_.as_it_is.contracts) {
      auto known =
          std::find_if(made_.totals.begin(), made_.totals.end(), [&](const ExposureTotal& each) {
            return figures.currency == each.currency && figures.vat == each.vat;
          });
      if (known == made_.totals.end()) known = made_.totals.insert(known, total_like(figures));
      total_of_.push_back(static_cast<std::size_t>(known - made_.totals.begin()));
    }
  }

  ExposureTotal total_like(const PortfolioContract& figures) const {
    ExposureTotal fresh;
    fresh.currency = figures.currency;
    fresh.vat = figures.vat;
    fresh.indices.resize(made_.series.size());
    for (const std::string& id : made_.series)
      fresh.swings.push_back({Swing::Of::growth, id, Ratio(0), Ratio(0)});
    return fresh;
  }

  void add(std::size_t at) {
    const ContractExposure& one = made_.contracts[at];
    ExposureTotal& total = made_.totals[total_of_[at]];
    ++total.contracts;
    total.open += figures_of(at).open.front();
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

  void finish(ExposureTotal& total) {
    for (ExposureTotal::OfIndex& index : total.indices)
      if (!total.a_year.is_zero()) index.share = index.sum.a_year * Ratio(100) / total.a_year;
    swings(total);
    dearest(total);
  }

  /// The result that an assumption moves: the present value where there is a rate.
  Ratio result_of(const PortfolioContract& figures, std::size_t future,
                  const std::optional<Percent>& rate) const {
    return rate ? present_value(figures, future, *rate) : total_of(figures, future);
  }
  Ratio result_of(const PortfolioContract& figures, std::size_t future) const {
    return result_of(figures, future, made_.as_it_is.discount_rate);
  }

  bool belongs(const ExposureTotal& total, std::size_t at) const {
    return &made_.totals[total_of_[at]] == &total;
  }

  void swings(ExposureTotal& total) const {
    const std::optional<Percent>& rate = made_.as_it_is.discount_rate;
    const auto result = [&](std::size_t future, const std::optional<Percent>& by) {
      Ratio sum(0);
      for (std::size_t i = 0; i < contracts_.size(); ++i)
        if (belongs(total, i)) sum = sum + result_of(figures_of(i), future, by);
      return sum;
    };
    const Ratio base = result(0, rate);
    const auto add = [&](Swing::Of of, const Ratio& less, const Ratio& more) {
      total.swings.push_back({of, {}, less - base, more - base});
    };
    add(Swing::Of::volume, result(MovedScenarios::smaller, rate),
        result(MovedScenarios::larger, rate));
    if (rate) {
      const auto moved = [&](int points) {
        const Ratio percent = Ratio(rate->of_hundred) + Ratio(points);
        return Percent{round(percent, Rounding::decimals(rate->of_hundred.scale()))};
      };
      add(Swing::Of::discount, result(0, moved(-1)), result(0, moved(1)));
    }
    std::stable_sort(total.swings.begin(), total.swings.end(),
                     [](const Swing& a, const Swing& b) { return b.size() < a.size(); });
  }

  void dearest(ExposureTotal& total) const {
    std::map<Period, Ratio> months;
    for (std::size_t i = 0; i < contracts_.size(); ++i) {
      if (!belongs(total, i)) continue;
      const PortfolioContract& figures = figures_of(i);
      const std::vector<std::int64_t>& units = figures.details.months;
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

  /// What contracts cost at fixed rises; of each only what is asked.
  BreakEvens::Costs fixed(const std::vector<Decimal>& percents, const BreakEvens::Asks& asks) {
    const auto asked = [&](std::size_t at) {
      for (std::size_t i = 0; i < percents.size(); ++i)
        if (asks(at, i)) return true;
      return false;
    };
    Contracts of;
    for (std::size_t i = 0; i < contracts_.size(); ++i)
      if (asked(i)) of.push_back(i);
    BreakEvens::Costs costs(contracts_.size());
    const auto answer = answer_of(
        {.scenario = scenarios_.fixed(percents),
         .today = question_.today,
         .asks = [&](std::size_t contract,
                     std::size_t alternative) { return asks(of[contract], alternative - 1); }},
        of);
    if (!answer) return costs;
    for (std::size_t i = 0; i < of.size(); ++i) {
      const PortfolioContract& figures = answer->contracts[i];
      for (std::size_t p = 0; p < percents.size(); ++p)
        costs[of[i]].push_back({total_of(figures, p + 1), static_cast<bool>(figures.fits[p + 1])});
    }
    return costs;
  }

  ExposureQuestion question_;
  Portfolio::ReadAgain read_again_;
  std::shared_ptr<SharedTexts> texts_;
  MovedScenarios scenarios_;
  std::vector<PortfolioEntry> contracts_;
  std::vector<std::size_t> total_of_;  ///< by contract: which total it is in
  std::map<std::string, Portfolio::Read> held_;
  ExposureAnswer made_;
  SaidOnce problems_;
};

Exposure::Exposure(ExposureQuestion question, Portfolio::ReadAgain read_again,
                   std::shared_ptr<SharedTexts> texts)
    : state_(
          std::make_unique<State>(std::move(question), std::move(read_again), std::move(texts))) {}
Exposure::~Exposure() = default;
Exposure::Exposure(Exposure&&) noexcept = default;
Exposure& Exposure::operator=(Exposure&&) noexcept = default;

void Exposure::add(PortfolioEntry entry) { state_->add(std::move(entry)); }

Loaded<ExposureAnswer> Exposure::answer() && { return std::move(*state_).run(); }

}  // namespace pricetalk
