#pragma once

#include <optional>
#include <vector>

#include "advice/price_gap.hpp"
#include "billing/period.hpp"

namespace pricetalk {

/// A calendar year of a line beside what it would have cost by its real cost mix.
struct CostYear {
  Days days;             ///< the part of the year
  Outcome<Ratio> price;  ///< these two: on the last of these days
  Outcome<Ratio> by_costs;
  /// What was charged more over these days than the costs ask; below zero: the price ran behind.
  /// Empty: the contract states no quantity.
  std::optional<Outcome<Figure>> ahead;

  /// Whether the price ran behind: by the money, else by the prices at the end of it.
  bool behind() const;
};

/// A price beside its real cost mix, since the day of that mix. Prices are those of the contract,
/// without surcharges and before any discount.
struct CostPicture {
  Date since;
  Outcome<Ratio> price;  ///< these two: today
  Outcome<Ratio> by_costs;
  std::vector<CostYear> years;
  std::optional<Outcome<Figure>> ahead;  ///< the years together
  std::vector<Evidence> evidence;
};

/// Nothing where the file states no cost mix for the line, or `fair_reference` cannot follow it.
std::optional<CostPicture> cost_picture(const Dossier& d, const Line& line);

}  // namespace pricetalk
