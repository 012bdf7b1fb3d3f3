#pragma once

#include <optional>
#include <vector>

#include "pricetalk/number/ratio.hpp"

namespace pricetalk {

/// The figures of the periods of a year that are still to come, so that all of the year add up.
struct YearToCome {
  std::vector<Ratio> year_before;  ///< figures of the same periods a year before; at least one
  Ratio last;                      ///< the figure before the first of them
  Ratio change;                    ///< of `last`: figure / figure a year before
  Ratio sum;                       ///< what they must add up to
  bool percentages = false;        ///< the figures are changes themselves
};

/// Figure i = figure a year before x c(i). The c move from `change` on so that the sum of
/// (c(i) - c(i - 1))^2 is the least that reaches `sum`. Percentages themselves move so from `last`.
/// Each is rounded so that those up to it add up to half a last decimal; nothing when no figures
/// above zero reach the sum.
std::optional<std::vector<Decimal>> year_to_come(const YearToCome& year, int decimals);

}  // namespace pricetalk
