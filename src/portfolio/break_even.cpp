#include "portfolio/break_even.hpp"

#include <algorithm>
#include <array>
#include <set>

#include "number/wide.hpp"

namespace pricetalk {

namespace {

/// Percentages that a search looks at first; nothing is looked for outside them.
constexpr std::array<std::int64_t, 7> first_percents = {-50, -10, 0, 2, 4, 10, 100};
/// Percentages in one run over the contracts.
constexpr std::size_t percents_at_once = 8;
/// A round divides what is left in so many pieces, at places that many searches share.
constexpr std::int64_t pieces_of_round = 16;

/// Where a straight line between both ends comes to the target.
std::int64_t guess(std::int64_t low, std::int64_t high, const Ratio& low_cost,
                   const Ratio& high_cost, const Ratio& target) {
  const Ratio share = (target - low_cost) / (high_cost - low_cost);
  const Ratio place = Ratio(low) + share * Ratio(high - low);
  return round(place, Rounding::decimals(0, RoundingMode::floor)).mantissa();
}

}  // namespace

BreakEvens::BreakEvens(ExposureAnswer& answer, const std::vector<std::size_t>& total_of,
                       int decimals, Fixed fixed)
    : answer_(answer), total_of_(total_of), decimals_(decimals), fixed_(std::move(fixed)) {}

void BreakEvens::find() {
  begin();
  const auto any = [&] {
    return std::any_of(searches_.begin(), searches_.end(),
                       [](const Search& search) { return !search.asked.empty(); });
  };
  while (any()) {
    run();
    for (Search& search : searches_) ask_next(search);
  }
}

void BreakEvens::begin() {
  std::vector<std::int64_t> places;
  const std::int64_t scale = wide::power_of_ten(decimals_);
  for (const std::int64_t each : first_percents) places.push_back(each * scale);
  for (ExposureTotal& total : answer_.totals) {
    Search& search = searches_.emplace_back();
    search.found = &total.break_even;
    search.target = total.total;
  }
  for (std::size_t i = 0; i < answer_.contracts.size(); ++i) {
    searches_[total_of_[i]].contracts.push_back(i);
    if (answer_.contracts.size() > most_with_break_even) continue;
    Search& search = searches_.emplace_back();
    search.contracts = {i};
    search.found = &answer_.contracts[i].break_even;
    search.target = answer_.contracts[i].total;
  }
  for (Search& search : searches_) {
    search.asked = places;
    search.low = places.front() - 1;
    search.high = places.back() + 1;
  }
}

/// The places of a search in this round, or what it found.
void BreakEvens::ask_next(Search& search) const {
  search.asked.clear();
  if (!search.open) return;
  if (search.high - search.low <= 1) {
    search.open = false;
    *search.found = BreakEven{percent(search.low), search.low_cost, percent(search.high),
                              search.high_cost, search.target};
    return;
  }
  const std::int64_t width = search.high - search.low;
  const std::int64_t step = std::max<std::int64_t>(1, width / pieces_of_round);
  const std::int64_t near =
      guess(search.low, search.high, search.low_cost, search.high_cost, search.target);
  const std::int64_t below = near - ((near % step) + step) % step;
  std::set<std::int64_t> places = {below, below + step};
  if (step > 1) places.insert(search.low + width / 2);
  for (const std::int64_t place : places)
    if (place > search.low && place < search.high) search.asked.push_back(place);
  if (search.asked.empty()) search.asked.push_back(search.low + width / 2);
}

/// Asks what all searches ask, a few percentages at a time.
void BreakEvens::run() {
  std::set<std::int64_t> all;
  for (const Search& search : searches_) all.insert(search.asked.begin(), search.asked.end());
  const std::vector<std::int64_t> places(all.begin(), all.end());
  std::vector<std::map<std::int64_t, Ratio>> costs(searches_.size());
  std::vector<bool> moves(searches_.size(), false);
  for (std::size_t from = 0; from < places.size(); from += percents_at_once) {
    const std::size_t count = std::min(percents_at_once, places.size() - from);
    std::vector<Decimal> percents;
    for (std::size_t i = 0; i < count; ++i) percents.push_back(percent(places[from + i]));
    std::vector<std::array<bool, percents_at_once>> wanted(answer_.contracts.size());
    for (const Search& search : searches_)
      for (std::size_t i = 0; i < count; ++i)
        if (std::binary_search(search.asked.begin(), search.asked.end(), places[from + i]))
          for (const std::size_t contract : search.contracts) wanted[contract][i] = true;
    const Costs found =
        fixed_(percents, [&](std::size_t contract, std::size_t i) { return wanted[contract][i]; });
    for (std::size_t s = 0; s < searches_.size(); ++s)
      for (const std::int64_t place : searches_[s].asked) {
        if (place < places[from] || place > places[from + count - 1]) continue;
        const auto at =
            static_cast<std::size_t>(std::lower_bound(places.begin(), places.end(), place) -
                                     places.begin() - static_cast<std::ptrdiff_t>(from));
        Ratio sum(0);
        bool known = true;
        for (const std::size_t contract : searches_[s].contracts) {
          if (found[contract].empty()) known = false;
          if (!known) break;
          sum = sum + found[contract][at].amount;
          moves[s] = moves[s] || found[contract][at].moves;
        }
        if (known) costs[s].emplace(place, sum);
      }
  }
  for (std::size_t s = 0; s < searches_.size(); ++s)
    if (searches_[s].open) take(searches_[s], costs[s], moves[s]);
}

/// Moves the ends of a search to what its places cost.
void BreakEvens::take(Search& search, const std::map<std::int64_t, Ratio>& costs, bool moves) {
  const bool first = search.asked.size() == first_percents.size();
  search.open = moves && costs.size() == search.asked.size();
  if (!search.open) return;
  if (first && (search.target < costs.begin()->second || !(search.target < costs.rbegin()->second)))
    search.open = false;
  for (const auto& [place, cost] : costs) {
    if (cost <= search.target) {
      search.low = place;
      search.low_cost = cost;
      continue;
    }
    search.high = place;
    search.high_cost = cost;
    return;
  }
}

}  // namespace pricetalk
