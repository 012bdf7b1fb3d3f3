#pragma once

#include <cmath>
#include <cstdint>
#include <regex>
#include <string>
#include <vector>

#include "planted.hpp"
#include "portfolio/path_portfolio.hpp"
#include "workload.hpp"

// The workload of many paths (W2): the contracts of the portfolio workload, all on one labour index
// and one price index that go on by chance for ten years. The right totals are computed here in
// whole numbers, path by path.
namespace path_workload {

using namespace pricetalk;

constexpr int months = 120;

/// Two indices whose monthly changes lean on the month before and on each other, rounded as
/// published, on every path.
class Drawn {
 public:
  explicit Drawn(std::size_t paths) : paths_(paths) {
    for (std::vector<std::vector<std::int64_t>>* index : {&labour, &costs})
      index->assign(months, std::vector<std::int64_t>(paths));
    for (std::size_t path = 0; path < paths; ++path) draw(path);
  }

  std::size_t paths() const { return paths_; }
  /// By month from January 2026 on, then by path: tenths and hundredths.
  std::vector<std::vector<std::int64_t>> labour;
  std::vector<std::vector<std::int64_t>> costs;

  static constexpr std::int64_t first_labour = 1'200;  ///< of October 2025, in tenths
  static constexpr std::int64_t first_costs = 11'000;  ///< in hundredths

  PathSource source(const Future& future) const {
    PathSource made;
    made.make = [this](std::uint64_t first, std::size_t count) {
      Paths some{first, count, {}};
      some.series.push_back(part("w/C", 2, costs, first, count));
      some.series.push_back(part("w/L", 1, labour, first, count));
      return some;
    };
    made.future = [this, future](std::uint64_t path) {
      Future stated = future;
      stated.random = false;
      stated.series.push_back(stated_series("w/C", 2, costs, path));
      stated.series.push_back(stated_series("w/L", 1, labour, path));
      return stated;
    };
    return made;
  }

 private:
  static Period month(int at) { return Period::month(2026 + at / 12, at % 12 + 1); }

  static SeriesPaths part(const char* id, int decimals,
                          const std::vector<std::vector<std::int64_t>>& all, std::uint64_t first,
                          std::size_t count) {
    SeriesPaths made;
    made.series = id;
    made.decimals = decimals;
    for (int at = 0; at < months; ++at) {
      made.periods.push_back(month(at));
      const auto begin =
          all[static_cast<std::size_t>(at)].begin() + static_cast<std::ptrdiff_t>(first);
      made.figures.emplace_back(begin, begin + static_cast<std::ptrdiff_t>(count));
    }
    made.published.resize(made.periods.size());
    return made;
  }

  static SeriesFuture stated_series(const char* id, int decimals,
                                    const std::vector<std::vector<std::int64_t>>& all,
                                    std::uint64_t path) {
    std::vector<PathFigure> figures;
    for (int at = 0; at < months; ++at)
      figures.push_back({month(at), Decimal(all[static_cast<std::size_t>(at)][path], decimals)});
    return {SeriesPattern{id}, std::move(figures), {}, {}};
  }

  static double unit(planted::Dice& dice) {
    return (static_cast<double>(dice.roll() >> 11U) + 0.5) / 9007199254740992.0;
  }

  void draw(std::size_t path) {
    planted::Dice dice(workload::seed + path * 2'654'435'761U);
    double labour_change = 0.0025;
    double costs_change = 0.0018;
    double labour_sum = 0;
    double costs_sum = 0;
    for (std::size_t at = 0; at < months; ++at) {
      const double size = std::sqrt(-2 * std::log(unit(dice)));
      const double angle = 6.283185307179586 * unit(dice);
      const double one = size * std::cos(angle);
      const double other = 0.35 * one + 0.9367496997597597 * size * std::sin(angle);
      labour_change = 0.0025 + 0.6 * (labour_change - 0.0025) + 0.0016 * one;
      costs_change = 0.0018 + 0.4 * (costs_change - 0.0018) + 0.0045 * other;
      labour_sum += labour_change;
      costs_sum += costs_change;
      labour[at][path] =
          static_cast<std::int64_t>(std::floor(first_labour * std::exp(labour_sum) + 0.5));
      costs[at][path] =
          static_cast<std::int64_t>(std::floor(first_costs * std::exp(costs_sum) + 0.5));
    }
  }

  std::size_t paths_;
};

/// A contract of the portfolio workload on the two indices.
inline std::string contract(const workload::Workload& from, int number) {
  std::string text = from.portfolio_contract(number);
  text = std::regex_replace(text, std::regex("w/L[0-9]+"), "w/L");
  return std::regex_replace(text, std::regex("w/C[0-9]+"), "w/C");
}

/// What was published until the end of 2025: the first prices move in January 2026.
inline std::string figures() {
  return "schema = 1\n[[series]]\nid = \"w/L\"\nunit = \"index\"\nfigures = [[\"2024-10\", 118.2], "
         "[\"2025-10\", 120.0]]\n[[series]]\nid = \"w/C\"\nunit = \"index\"\nfigures = "
         "[[\"2024-10\", 108.00], [\"2025-10\", 110.00]]\n";
}

inline std::string scenario() {
  return "schema = 1\n[scenario]\nid = \"w2\"\nmonths = 120\n[future.chance]\n";
}

/// The coefficient of a year before its limits, in ten-thousandths: the same for all lines.
inline std::int64_t coefficient(const Drawn& drawn, int year, std::size_t path) {
  const auto at = [&](const std::vector<std::vector<std::int64_t>>& all, std::int64_t first,
                      std::int64_t before, int back) {
    const int month = (year - back) * 12 + 9;  // October, counted from January 2026
    if (month >= 0) return all[static_cast<std::size_t>(month)][path];
    return month >= -12 ? first : before;
  };
  const std::int64_t l1 = at(drawn.labour, Drawn::first_labour, 1'182, 1);
  const std::int64_t l0 = at(drawn.labour, Drawn::first_labour, 1'182, 2);
  const std::int64_t c1 = at(drawn.costs, Drawn::first_costs, 10'800, 1);
  const std::int64_t c0 = at(drawn.costs, Drawn::first_costs, 10'800, 2);
  return workload::rounded((10 * l0 * c0 + 60 * l1 * c0 + 30 * c1 * l0) * 100, l0 * c0);
}

/// What a contract costs in a year (0: 2026) on a path, in cents.
inline std::vector<std::int64_t> cents(const workload::Workload& from, const Drawn& drawn,
                                       int number, std::size_t path) {
  std::vector<std::int64_t> made(workload::years, 0);
  for (int i = 0; i < 4; ++i) {
    const workload::LineOf& line = from.line(number, i);
    const workload::ClauseOf& clause = from.clause(line);
    std::int64_t price = std::abs(line.price);
    int decimals = line.price_decimals;
    for (int year = 0; year < workload::years; ++year) {
      const std::int64_t k = std::min(
          std::max(coefficient(drawn, year, path), 10'000 + clause.floor), 10'000 + clause.cap);
      price = workload::rounded(price * k, workload::power(4 + decimals - 2));
      decimals = 2;
      for (const std::int64_t weight : workload::Workload::weights(line))
        made[static_cast<std::size_t>(year)] += workload::rounded(
            price * line.quantity * weight, workload::power(line.quantity_decimals + 2));
    }
  }
  return made;
}

}  // namespace path_workload
