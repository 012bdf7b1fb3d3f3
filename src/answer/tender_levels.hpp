#pragma once

#include <optional>
#include <vector>

#include "advice/market_level.hpp"
#include "answer/tender_rows.hpp"

namespace pricetalk {

/// Of fewer prices than this no quarters are told: they would be hardly more than the prices
/// themselves.
constexpr std::size_t fewest_tenders = 5;

/// A price of a tender, moved to today as the level of the market is.
struct MovedTender {
  TenderRow row;
  std::optional<Amount> today;  ///< nothing: its series cannot move it
  bool outlier = false;         ///< outside the quarters by more than 1.5 times their distance
};

/// The tender results of a line. Quantiles are definition 7 of Hyndman and Fan (1996): of n prices
/// in order the one at place 1 + (n - 1) p, between two of them in proportion; spreadsheets call it
/// QUARTILE.INC. They are rounded to the decimals of the line. Outliers are those of Tukey (1977);
/// they are named, and count.
struct TenderLevels {
  const Line* line = nullptr;                 ///< never nothing
  const PriceLevelTerms* moved_as = nullptr;  ///< the level whose series moves them; nothing: none
  std::vector<MovedTender> all;               ///< by day
  std::size_t counted = 0;                    ///< those that could be moved
  // These three: nothing: fewer than `fewest_tenders`.
  std::optional<Ratio> lower;  ///< a quarter of the prices is at most this
  std::optional<Ratio> middle;
  std::optional<Ratio> upper;
  /// How many of the prices are lower than what the customer pays today; nothing: no price today.
  std::optional<std::size_t> cheaper;
};

/// The place p of sorted values, definition 7. REQUIRES: not empty, 0 <= p <= 1.
Ratio quantile(const std::vector<Ratio>& sorted, const Ratio& p);

/// Line by line, in the order of the contract; lines without rows are left out.
std::vector<TenderLevels> tender_levels(const Dossier& d, const std::vector<TenderRow>& rows);

}  // namespace pricetalk
