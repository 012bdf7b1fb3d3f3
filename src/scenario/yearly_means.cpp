#include "scenario/yearly_means.hpp"

#include <algorithm>

namespace pricetalk {

namespace {

/// For weights w: q(i) = sum over j of min(i, j) x w(j), i from 1. The least squares of the steps
/// are at `start + lambda x q(i)`: what is left free at the end of the year stays level.
std::vector<Ratio> directions(const std::vector<Ratio>& weights) {
  std::vector<Ratio> steps(weights.size());  // q(i) - q(i - 1): the weights from i on
  Ratio behind;
  for (std::size_t i = weights.size(); i-- > 0;) steps[i] = behind = behind + weights[i];
  Ratio sum;
  for (Ratio& step : steps) step = sum = sum + step;
  return steps;
}

}  // namespace

std::optional<std::vector<Decimal>> year_to_come(const YearToCome& year, int decimals) {
  const std::vector<Ratio> weights =
      year.percentages ? std::vector<Ratio>(year.year_before.size(), Ratio(1)) : year.year_before;
  const Ratio start = year.percentages ? year.last : year.change;
  const std::vector<Ratio> q = directions(weights);
  Ratio level;
  Ratio reach;
  for (std::size_t i = 0; i < weights.size(); ++i) {
    level = level + weights[i] * start;
    reach = reach + weights[i] * q[i];
  }
  if (reach.is_zero()) return std::nullopt;
  const Ratio lambda = (year.sum - level) / reach;
  const Rounding rounding = Rounding::decimals(decimals);
  std::vector<Decimal> made;
  Ratio exact;
  Decimal before(0, decimals);
  for (std::size_t i = 0; i < weights.size(); ++i) {
    const Ratio figure = weights[i] * (start + lambda * q[i]);
    if (!year.percentages && figure.sign() <= 0) return std::nullopt;
    exact = exact + figure;
    const Decimal until_here = round(exact, rounding);
    made.push_back(round(Ratio(until_here) - Ratio(before), rounding));
    before = until_here;
  }
  return made;
}

}  // namespace pricetalk
