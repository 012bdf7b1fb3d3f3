#pragma once

#include <optional>
#include <vector>

#include "pricetalk/contract/contract.hpp"
#include "pricetalk/explain/figure.hpp"
#include "pricetalk/explain/outcome.hpp"
#include "pricetalk/pricing/schedule.hpp"

namespace pricetalk {

/// One dated price that other figures make another price.
struct PriceShift {
  const PriceEntry* entry = nullptr;  ///< with the new figures
  const PriceSchedule* prices = nullptr;
  Outcome<Ratio> before;
  Outcome<Ratio> after;
  /// (after - before) x what is bought in a year, in cents; undetermined where one of the prices
  /// is, empty where the contract states no quantity for a year.
  std::optional<Outcome<Figure>> per_year;
  bool last = false;  ///< no later price of the same line differs: what remains
};

/// What new or revised figures do to the prices of a contract. `total` is the yearly sum of the
/// shifts that remain.
struct Revision {
  std::vector<PriceShift> shifts;  ///< by line, then by date
  std::optional<Outcome<Figure>> total;
  Derivation why;  ///< of every amount
};

/// Compares two folds of the same contract, made with the figures before and after. Both must
/// outlive the result.
Revision compare(const Contract& contract, const std::vector<PriceSchedule>& before,
                 const std::vector<PriceSchedule>& after);

}  // namespace pricetalk
