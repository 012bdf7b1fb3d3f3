#include "portfolio/path_pool.hpp"

#include <algorithm>

#include "number/wide.hpp"
#include "portfolio/path_counting.hpp"

namespace pricetalk {

namespace {

/// Makes a frame large enough for another one too.
void widen(PathFrame& all, const PathFrame& one) {
  const int end = std::max(all.first_year + all.years, one.first_year + one.years);
  const int begin = std::min(all.first_year, one.first_year);
  std::vector<bool> renews(static_cast<std::size_t>(end - begin), false);
  std::vector<int> months(renews.size(), 0);
  for (const PathFrame* each : {static_cast<const PathFrame*>(&all), &one})
    for (std::size_t year = 0; year < each->renews.size(); ++year) {
      const std::size_t at = year + static_cast<std::size_t>(each->first_year - begin);
      if (each->renews[year]) renews[at] = true;
      months[at] = std::max(months[at], each->months[year]);
    }
  all.first_year = begin;
  all.years = end - begin;
  all.renews = std::move(renews);
  all.months = std::move(months);
  all.decimals = std::max(all.decimals, one.decimals);
}

}  // namespace

PathPool::Kind* PathPool::find(const PathFrame& frame) {
  const auto found = std::find_if(kinds_.begin(), kinds_.end(), [&](const Kind& each) {
    return each.frame.currency == frame.currency && each.frame.vat == frame.vat;
  });
  return found == kinds_.end() ? nullptr : &*found;
}

void PathPool::join(const PathFrame& frame, std::size_t contracts) {
  Kind* kind = find(frame);
  if (kind == nullptr) {
    kinds_.push_back({frame, contracts, {}});
    return;
  }
  kind->contracts += contracts;
  widen(kind->frame, frame);
}

void PathPool::leave_out(const PathFrame& frame) { --find(frame)->contracts; }

void PathPool::add(const PathFrame& frame, std::size_t run, std::size_t year,
                   std::span<const std::int64_t> units) {
  Kind& kind = *find(frame);
  const auto years = static_cast<std::size_t>(kind.frame.years);
  const auto later = static_cast<std::size_t>(frame.first_year - kind.frame.first_year);
  const std::size_t at = year == static_cast<std::size_t>(frame.years) ? years : year + later;
  const std::int64_t up = wide::power_of_ten(kind.frame.decimals - frame.decimals);
  kind.columns.resize(runs_ * (years + 1));
  std::vector<std::int64_t>& into = kind.columns[run * (years + 1) + at];
  into.resize(paths_);
  for (std::size_t path = 0; path < paths_; ++path) into[path] += units[path] * up;
}

void PathPool::add(const PathPool& other) {
  for (const Kind& kind : other.kinds_) {
    const auto columns = static_cast<std::size_t>(kind.frame.years) + 1;
    for (std::size_t at = 0; at < kind.columns.size(); ++at)
      if (!kind.columns[at].empty()) add(kind.frame, at / columns, at % columns, kind.columns[at]);
  }
}

std::uint64_t PathPool::bytes() const {
  std::uint64_t all = 0;
  for (const Kind& kind : kinds_)
    all += std::uint64_t{runs_} * (static_cast<std::uint64_t>(kind.frame.years) + 1) * paths_ *
           sizeof(std::int64_t);
  return all;
}

Diagnostics PathPool::one_budget(const std::optional<Decimal>& budget) const {
  Diagnostics refused;
  if (budget && kinds_.size() > 1)
    refused.error("S0402", {},
                  {"a budget is one amount, and these contracts have several currencies, or some "
                   "amounts with VAT and some without",
                   "een budget is één bedrag, en deze contracten hebben verschillende valuta's, of "
                   "bedragen met en zonder btw"},
                  {"give contracts of one currency", "geef contracten in één valuta"});
  return refused;
}

std::vector<PathTogether> PathPool::totals(const PathAnswer& of,
                                           const PathPortfolio::Spread& spread) && {
  std::vector<PathTogether> made(kinds_.size());
  spread(kinds_.size(), [&](std::size_t at) {
    Kind& kind = kinds_[at];
    const auto years = static_cast<std::size_t>(kind.frame.years);
    kind.columns.resize(runs_ * (years + 1));
    const auto add = [&](std::size_t future, std::size_t alternative, std::size_t year,
                         std::span<std::int64_t> into) {
      const auto& column = kind.columns[of.run(future, alternative) * (years + 1) + year];
      for (std::size_t path = 0; path < column.size(); ++path) into[path] += column[path];
    };
    made[at] = {kind.frame, kind.contracts,
                PathCounting(of, years, add).run(budget_in(of.budget, kind.frame))};
    kind.columns.clear();
  });
  return made;
}

Loaded<PathAnswer> together(std::vector<PathShare> shares, const PathPortfolio::Spread& spread) {
  PathAnswer all = std::move(shares.front().answer);
  for (std::size_t i = 1; i < shares.size(); ++i) {
    PathAnswer& one = shares[i].answer;
    for (PathContract& contract : one.contracts) all.contracts.push_back(std::move(contract));
    for (const PeriodSpan& window : one.windows)
      if (std::find(all.windows.begin(), all.windows.end(), window) == all.windows.end())
        all.windows.push_back(window);
  }
  PathPool pool(all.futures.size() * all.alternatives.size(), all.paths);
  for (const PathShare& share : shares)
    for (const PathPool::Kind& kind : share.pool.kinds()) pool.join(kind.frame, kind.contracts);
  Loaded<PathAnswer> result;
  result.diagnostics = pool.one_budget(all.budget);
  if (result.diagnostics.has_errors()) return result;
  for (PathShare& share : shares) {
    pool.add(share.pool);
    share.pool.kinds().clear();
  }
  all.together = std::move(pool).totals(all, spread);
  result.value = std::move(all);
  return result;
}

}  // namespace pricetalk
