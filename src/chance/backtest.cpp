#include "chance/backtest.hpp"

#include <algorithm>

#include "chance/sampler.hpp"
#include "scenario/follow.hpp"

namespace pricetalk {

namespace {

constexpr int fewest_changes = 60;

Phrase refusal(const Series& seen, const History& history) {
  if (const std::string& other = followed_by(seen); !other.empty())
    return {"follows '" + other + "' on every path: ask for that one",
            "volgt '" + other + "' op elk pad: vraag die op"};
  const bool other = seen.frequency && *seen.frequency != Unit::month;
  if (other || history.empty() || (!seen.frequency && history.gap(history.first(), history.last())))
    return {"no figure for every month", "niet voor elke maand een cijfer"};
  if (const auto month = history.gap(history.first(), history.last()))
    return {"no figure for " + month_of(*month).text(),
            "geen cijfer voor " + month_of(*month).text()};
  if (const auto month = history.not_above_zero(history.first(), history.last()))
    return {"a figure of zero or less in " + month_of(*month).text(),
            "een cijfer van nul of lager in " + month_of(*month).text()};
  const int changes = history.last() - history.first();
  if (changes >= fewest_changes + backtest_months.front()) return {};
  const std::string count = std::to_string(changes);
  return {"too short: " + count + " monthly changes, and 72 are needed",
          "te kort: " + count + " maandveranderingen, en er zijn er 72 nodig"};
}

/// The paths from one month on.
class Origin {
 public:
  Origin(const History& history, MonthNumber month, const Random& draws)
      : month_(month), until_(std::min(history.last(), month + backtest_months.back())) {
    const int months = (month - history.first()) / 12 * 12;
    const DrawRule rule{draws.method.value, static_cast<std::uint32_t>(draws.seed.value),
                        draws.block.value, month - months + 1, months};
    const Sampler sampler(history.until(month), rule);
    std::vector<std::int64_t> figures(static_cast<std::size_t>(until_ - month));
    for (int path = 0; path < draws.paths.value; ++path) {
      sampler.follow(drawn_months(rule, static_cast<std::uint64_t>(path), month + 1, until_),
                     month + 1, figures);
      for (std::size_t i = 0; i < backtest_months.size(); ++i)
        if (reaches(backtest_months[i]))
          levels_[i].push_back(figures[static_cast<std::size_t>(backtest_months[i] - 1)]);
    }
    for (auto& levels : levels_) std::sort(levels.begin(), levels.end());
  }

  bool reaches(int months) const { return month_ + months <= until_; }

  /// Whether the figure lies in the band, its ends included.
  bool inside(std::size_t months, int band, std::int64_t figure) const {
    const std::vector<std::int64_t>& levels = levels_[months];
    const std::size_t outside = levels.size() * static_cast<std::size_t>(100 - band) / 200;
    return levels[outside] <= figure && figure <= levels[levels.size() - 1 - outside];
  }

 private:
  MonthNumber month_;
  MonthNumber until_;
  std::array<std::vector<std::int64_t>, backtest_months.size()> levels_;
};

}  // namespace

Backtest backtest(const Series& seen, const Random& draws) {
  Backtest made{seen.id, draws.method.value, {}, {}, {}, {}};
  const History history(seen);
  made.refused = refusal(seen, history);
  if (!made.refused.empty()) return made;
  for (const int months : backtest_months) made.rows.push_back({months, 0, {}});
  const MonthNumber first = history.first() + fewest_changes;
  const MonthNumber last = history.last() - backtest_months.front();
  made.first = month_of(first);
  made.last = month_of(last);
  for (MonthNumber month = first; month <= last; ++month) {
    if (!history.has(month)) continue;
    const Origin origin(history, month, draws);
    for (std::size_t i = 0; i < backtest_months.size(); ++i) {
      if (!origin.reaches(backtest_months[i]) || !history.has(month + backtest_months[i])) continue;
      const std::int64_t came = history.until(month + backtest_months[i]).last_units();
      ++made.rows[i].origins;
      for (std::size_t band = 0; band < backtest_bands.size(); ++band)
        if (origin.inside(i, backtest_bands[band], came)) ++made.rows[i].inside[band];
    }
  }
  return made;
}

}  // namespace pricetalk
