#include "chance/sampler.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace pricetalk {

namespace {

constexpr double most = 999'999'999'999'999'872.0;  // below eighteen nines

/// Whether the month begins a block.
bool begins(const DrawRule& rule, const std::array<std::uint32_t, 4>& words) {
  return one_of(static_cast<std::uint32_t>(rule.block), words[0]) == 0;
}

/// The same calendar month, counted from the beginning of the window, of a year that is drawn.
int any_year(const DrawRule& rule, MonthNumber month, const std::array<std::uint32_t, 4>& words) {
  const int season = ((month - rule.first) % 12 + 12) % 12;
  return season +
         12 * static_cast<int>(one_of(static_cast<std::uint32_t>(rule.months / 12), words[1]));
}

/// Of the block in which a month lies: the beginning is sought backwards.
int month_in_block(const DrawRule& rule, std::uint64_t path, MonthNumber month) {
  for (MonthNumber begun = month;; --begun) {
    const auto words = draw(rule.seed, path, begun, DrawOf::block);
    if (begun == 0 || begins(rule, words))
      return (any_year(rule, begun, words) + (month - begun)) % rule.months;
  }
}

double mean_of(const std::vector<double>& values) {
  return std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
}

double deviation_of(const std::vector<double>& values) {
  const double mean = mean_of(values);
  double squares = 0;
  for (const double value : values) squares += (value - mean) * (value - mean);
  return std::sqrt(squares / static_cast<double>(values.size()));
}

}  // namespace

std::vector<int> drawn_months(const DrawRule& rule, std::uint64_t path, MonthNumber from,
                              MonthNumber until) {
  std::vector<int> drawn;
  drawn.reserve(static_cast<std::size_t>(std::max(0, until - from + 1)));
  for (MonthNumber month = from; month <= until; ++month) {
    if (rule.method == RandomMethod::ar1) {
      const auto words = draw(rule.seed, path, month, DrawOf::residual);
      drawn.push_back(
          1 + static_cast<int>(one_of(static_cast<std::uint32_t>(rule.months - 1), words[0])));
    } else if (drawn.empty()) {
      drawn.push_back(month_in_block(rule, path, month));
    } else {
      const auto words = draw(rule.seed, path, month, DrawOf::block);
      drawn.push_back(begins(rule, words) ? any_year(rule, month, words)
                                          : (drawn.back() + 1) % rule.months);
    }
  }
  return drawn;
}

Sampler::Sampler(const History& history, const DrawRule& rule)
    : method_(rule.method),
      percentages_(history.percentages()),
      last_(history.last()),
      last_units_(history.last_units()) {
  for (int i = 0; i < rule.months; ++i) changes_.push_back(history.change(rule.first + i));
  mean_ = mean_of(changes_);
  deviation_ = deviation_of(changes_);
  if (method_ == RandomMethod::ar1) fit_ar1(history, rule);
}

/// Change = mean of its calendar month + lean x what the month before was above its own + residual.
void Sampler::fit_ar1(const History& history, const DrawRule& rule) {
  const auto season_of = [&](int i) { return static_cast<std::size_t>((rule.first + i) % 12); };
  const double years = rule.months / 12;
  for (int i = 0; i < rule.months; ++i)
    season_[season_of(i)] += changes_[static_cast<std::size_t>(i)] / years;
  std::vector<double> above;
  for (int i = 0; i < rule.months; ++i)
    above.push_back(changes_[static_cast<std::size_t>(i)] - season_[season_of(i)]);
  double products = 0;
  double squares = 0;
  for (std::size_t i = 1; i < above.size(); ++i) {
    products += above[i] * above[i - 1];
    squares += above[i - 1] * above[i - 1];
  }
  lean_ = squares > 0 ? std::clamp(products / squares, -0.98, 0.98) : 0;
  std::vector<double> left(above.size(), 0.0);
  for (std::size_t i = 1; i < above.size(); ++i) left[i] = above[i] - lean_ * above[i - 1];
  const double middle =
      std::accumulate(left.begin() + 1, left.end(), 0.0) / static_cast<double>(left.size() - 1);
  for (std::size_t i = 1; i < left.size(); ++i) left[i] -= middle;
  changes_ = std::move(left);
  if (!history.gap(last_ - 1, last_) && !history.not_above_zero(last_ - 1, last_))
    last_change_ = history.change(last_) - season_[static_cast<std::size_t>(last_ % 12)];
  deviation_ = std::max(deviation_, deviation_of(changes_) / (1 - std::abs(lean_)));
}

double Sampler::change(MonthNumber month, int drawn, double& leaning) const {
  const double taken = changes_[static_cast<std::size_t>(drawn)];
  if (method_ == RandomMethod::bootstrap) return taken;
  leaning = lean_ * leaning + taken;
  return season_[static_cast<std::size_t>(month % 12)] + leaning;
}

void Sampler::follow(const std::vector<int>& drawn, MonthNumber from,
                     std::vector<std::int64_t>& figures) const {
  double sum = 0;
  double leaning = last_change_;
  const double start = static_cast<double>(last_units_);
  MonthNumber month = last_ + 1;
  for (std::int64_t& figure : figures) {
    sum += change(month, drawn[static_cast<std::size_t>(month - from)], leaning);
    const double level = percentages_ ? start + sum : start * std::exp(sum);
    figure = std::llround(std::clamp(level, percentages_ ? -most : 1.0, most));
    ++month;
  }
}

}  // namespace pricetalk
