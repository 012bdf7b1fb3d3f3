#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "planted.hpp"
#include "portfolio/path_portfolio.hpp"

// Paths that are drawn without any fitting: every projected figure lies by chance around the last
// published one. For what holds of pricing over paths, whatever the paths are.
namespace drawn_paths {

using namespace pricetalk;

/// One series: which periods are drawn, and between which whole 10^-decimals.
struct Drawn {
  std::string series;
  int decimals = 2;
  std::vector<Period> periods;
  std::int64_t low = 1;
  std::int64_t high = 1;
};

inline std::int64_t figure(const Drawn& drawn, std::size_t series, std::size_t period,
                           std::uint64_t path) {
  planted::Dice dice(path * 1'000'003 + series * 1'009 + period * 31 + 7);
  dice.roll();
  return drawn.low +
         static_cast<std::int64_t>((dice.roll() >> 11U) %
                                   static_cast<std::uint64_t>(drawn.high - drawn.low + 1));
}

inline PathSource source_of(const std::vector<Drawn>& all, const Future& future) {
  PathSource made;
  made.make = [all](std::uint64_t first, std::size_t count) {
    Paths paths{first, count, {}};
    for (std::size_t s = 0; s < all.size(); ++s) {
      SeriesPaths one;
      one.series = all[s].series;
      one.decimals = all[s].decimals;
      one.periods = all[s].periods;
      one.published.resize(one.periods.size());
      for (std::size_t p = 0; p < one.periods.size(); ++p) {
        std::vector<std::int64_t>& figures = one.figures.emplace_back();
        for (std::uint64_t path = first; path < first + count; ++path)
          figures.push_back(figure(all[s], s, p, path));
      }
      paths.series.push_back(std::move(one));
    }
    return paths;
  };
  made.future = [all, future](std::uint64_t path) {
    Future stated = future;
    stated.random = false;
    for (std::size_t s = 0; s < all.size(); ++s) {
      std::vector<PathFigure> figures;
      for (std::size_t p = 0; p < all[s].periods.size(); ++p)
        figures.push_back(
            {all[s].periods[p], Decimal(figure(all[s], s, p, path), all[s].decimals)});
      stated.series.push_back({SeriesPattern{all[s].series}, std::move(figures), {}, {}});
    }
    return stated;
  };
  return made;
}

inline FitPaths fit(const std::vector<Drawn>& all) {
  return [all](const Library&, const Future& future, const std::vector<std::string>&, Date) {
    Loaded<PathSource> made;
    made.value = source_of(all, future);
    return made;
  };
}

/// In the order of their numbers, on one thread.
inline void one_by_one(std::size_t count, const std::function<void(std::size_t)>& work) {
  for (std::size_t i = 0; i < count; ++i) work(i);
}

}  // namespace drawn_paths
