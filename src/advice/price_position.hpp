#pragma once

#include <optional>
#include <span>
#include <vector>

#include "advice/cost_picture.hpp"
#include "advice/newer_customers.hpp"
#include "advice/price_floor.hpp"

namespace pricetalk {

/// Where the price of a line stands today: against the market, newer customers and its own costs.
/// Points into the dossiers.
struct PricePosition {
  const Line* line = nullptr;             ///< never nothing
  std::optional<Amount> paid;             ///< what the customer pays; empty: it cannot be compared
  Phrase not_compared = {};               ///< why not
  std::optional<MarketBand> band = {};    ///< nothing: the contract states no level by that day
  std::optional<MarketPlace> place = {};  ///< nothing: no price, or no end of the band is known
  /// How far the price passes the end of the band, as a share of that end; nothing: it does not.
  std::optional<Ratio> passes = {};
  std::optional<NewerCustomer> newer = {};
  std::optional<CostPicture> costs = {};
  /// Why not, where the file states a cost mix; empty: it states none.
  Phrase no_costs = {};
  std::optional<PriceFloor> floor = {};
  std::vector<Finding> findings = {};  ///< of red face about these same comparisons
  Phrase advice = {};                  ///< what to do, a sentence or two
};

/// The positions of several contracts, each the ones that the others are compared with.
class PricePositions {
 public:
  /// Both must outlive it.
  PricePositions(std::span<const Dossier> dossiers, const RedFaceThresholds& thresholds);

  /// Every line of the dossier at that position.
  std::vector<PricePosition> of(std::size_t dossier) const;

 private:
  std::span<const Dossier> dossiers_;
  const RedFaceThresholds& thresholds_;
  NewerCustomers customers_;
  std::vector<FindingIn> across_;
};

}  // namespace pricetalk
