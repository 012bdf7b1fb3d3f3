#include "chance/paths.hpp"

#include <algorithm>

#include "chance/fitting.hpp"
#include "chance/followed_figures.hpp"
#include "scenario/follow.hpp"
#include "scenario/project.hpp"

namespace pricetalk {

namespace {

/// The periods after the last visible one that a library projects, and their days of publication.
SeriesPaths shape_of(const Series& seen, const Series& projected) {
  SeriesPaths made{seen.id, seen.published_decimals(), {}, {}, {}};
  std::optional<Period> last;
  for (const Observation& o : seen.records) {
    if (followed_by(seen).empty() && o.period.unit() != Unit::month) continue;
    if (o.status != FigureStatus::withdrawn && (!last || *last < o.period)) last = o.period;
  }
  for (const Observation& o : projected.records) {
    if (o.status != FigureStatus::projected || (last && o.period <= *last)) continue;
    made.periods.push_back(o.period);
    made.published.push_back(o.published);
  }
  return made;
}

}  // namespace

struct PathMaker::Fitted {
  Library known;
  Future future;
  Random random;
  Date today;
  Date until;
  DrawRule rule;
  std::vector<std::pair<Series, Sampler>> drawn;  // by id
  std::vector<SeriesPaths> shapes;                // of these and what follows them, no figures
  /// Which of the drawn ones is followed, and how; in the order of their shapes.
  std::vector<std::pair<std::size_t, FollowedFigures>> followers;

  MonthNumber until_month() const { return month_number(Period::containing(until, Unit::month)); }
  MonthNumber first_month() const;
  Phrase words(std::uint64_t path) const;
};

MonthNumber PathMaker::Fitted::first_month() const {
  MonthNumber first = until_month() + 1;
  for (const auto& [series, sampler] : drawn) first = std::min(first, sampler.last() + 1);
  return first;
}

Phrase PathMaker::Fitted::words(std::uint64_t path) const {
  const std::string number = std::to_string(path);
  if (drawn.empty())
    return {"path " + number + ": nothing that the contracts read goes by chance",
            "pad " + number + ": niets dat de contracten lezen, gaat volgens toeval"};
  const std::string from = month_of(rule.first).text();
  const std::string until_text = month_of(rule.first + rule.months - 1).text();
  const std::string block = std::to_string(rule.block);
  const std::string seed = std::to_string(rule.seed);
  const bool bootstrap = rule.method == RandomMethod::bootstrap;
  return {"path " + number + " by chance: " +
              (bootstrap ? "months of " + from + " to " + until_text + " in blocks of " + block +
                               " on average"
                         : "AR(1) on " + from + " to " + until_text) +
              ", seed " + seed,
          "pad " + number + " volgens toeval: " +
              (bootstrap ? "maanden van " + from + " tot en met " + until_text +
                               " in blokken van gemiddeld " + block
                         : "AR(1) op " + from + " tot en met " + until_text) +
              ", startgetal " + seed};
}

Loaded<PathMaker> PathMaker::fit(const Library& known, const Future& future, const Random& random,
                                 Date today, Date until, const std::vector<std::string>& series) {
  Loaded<PathMaker> result;
  if (future.source) result.diagnostics.keep(future.source);
  Fitting fitting(known, future, random, today, until);
  fitting.add(series);
  auto fitted = std::make_shared<Fitted>(
      Fitted{known, future, random, today, until, fitting.rule(), {}, {}, {}});
  if (!fitting.problems.has_errors())
    for (const auto& [id, one] : fitting.drawn) {
      fitted->drawn.emplace_back(one.seen, Sampler(one.history, fitted->rule));
      fitting.check_size(one, fitted->drawn.back().second);
    }
  result.diagnostics.append(fitting.problems);
  if (result.diagnostics.has_errors()) return result;
  PathMaker made(fitted);
  const Library shape = made.library(0);
  for (const auto& [seen, sampler] : fitted->drawn)
    fitted->shapes.push_back(shape_of(seen, *shape.find(seen.id)));
  for (const auto& [id, follower] : fitting.followers) {
    const auto followed =
        std::find_if(fitted->drawn.begin(), fitted->drawn.end(),
                     [&](const auto& one) { return one.first.id == follower.followed; });
    const auto at = static_cast<std::size_t>(followed - fitted->drawn.begin());
    fitted->shapes.push_back(shape_of(follower.seen, *shape.find(id)));
    fitted->followers.emplace_back(at, FollowedFigures(follower.seen, followed->first,
                                                       fitted->shapes.back(), fitted->shapes[at]));
  }
  result.value = std::move(made);
  return result;
}

Paths PathMaker::make(std::uint64_t first, std::size_t count) const {
  Paths made{first, count, fitted_->shapes};
  for (SeriesPaths& one : made.series)
    one.figures.assign(one.periods.size(), std::vector<std::int64_t>(count));
  const MonthNumber from = fitted_->first_month();
  std::vector<std::int64_t> figures;
  for (std::size_t path = 0; path < count; ++path) {
    const std::vector<int> drawn =
        drawn_months(fitted_->rule, first + path, from, fitted_->until_month());
    for (std::size_t i = 0; i < fitted_->drawn.size(); ++i) {
      SeriesPaths& one = made.series[i];
      figures.resize(one.periods.size());
      fitted_->drawn[i].second.follow(drawn, from, figures);
      for (std::size_t period = 0; period < figures.size(); ++period)
        one.figures[period][path] = figures[period];
    }
  }
  for (std::size_t i = 0; i < fitted_->followers.size(); ++i)
    fitted_->followers[i].second.fill(made.series[fitted_->followers[i].first],
                                      made.series[fitted_->drawn.size() + i]);
  std::sort(made.series.begin(), made.series.end(),
            [](const SeriesPaths& a, const SeriesPaths& b) { return a.series < b.series; });
  return made;
}

Future PathMaker::future(std::uint64_t path) const {
  Future made = fitted_->future;
  made.random = false;
  const MonthNumber from = fitted_->first_month();
  const std::vector<int> drawn = drawn_months(fitted_->rule, path, from, fitted_->until_month());
  for (const auto& [seen, sampler] : fitted_->drawn) {
    const MonthNumber begin = sampler.last() + 1;
    std::vector<std::int64_t> figures(
        static_cast<std::size_t>(std::max(0, fitted_->until_month() - begin + 1)));
    sampler.follow(drawn, from, figures);
    std::vector<PathFigure> stated;
    for (std::size_t i = 0; i < figures.size(); ++i)
      stated.push_back({month_of(begin + static_cast<MonthNumber>(i)),
                        Decimal(figures[i], seen.published_decimals())});
    made.series.push_back(
        {{seen.id}, std::move(stated), {}, fitted_->future.where, fitted_->words(path)});
  }
  return made;
}

Library PathMaker::library(std::uint64_t path) const {
  return project(fitted_->known, future(path), fitted_->today, fitted_->until);
}

Phrase PathMaker::words(std::uint64_t path) const { return fitted_->words(path); }

std::optional<PeriodSpan> PathMaker::window() const {
  if (fitted_->drawn.empty()) return std::nullopt;
  return PeriodSpan{month_of(fitted_->rule.first),
                    month_of(fitted_->rule.first + fitted_->rule.months - 1)};
}

}  // namespace pricetalk
