#pragma once

#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "advice/price_gap.hpp"

namespace pricetalk {

/// Which of the contracts may be compared with another, because a much newer customer buys the same
/// thing; of the others nothing has to be kept.
std::vector<bool> compared_across(std::span<const Contract* const> contracts,
                                  const RedFaceThresholds& thresholds);

/// What a much newer customer of the same supplier pays for the same thing today.
struct NewerCustomer {
  const Dossier* dossier = nullptr;  ///< never nothing
  const Line* line = nullptr;        ///< of it; never nothing
  Amount price;                      ///< above zero
};

/// Customers of several contracts, found by what they buy. Every comparison of an old customer with
/// a new one asks this.
class NewerCustomers {
 public:
  /// Both must outlive it.
  NewerCustomers(std::span<const Dossier> dossiers, const RedFaceThresholds& thresholds);

  /// Of the newer customers the one who pays least; nothing where there is none. `line` is one of
  /// the dossier at that position.
  std::optional<NewerCustomer> cheapest(std::size_t dossier, const Line& line) const;

 private:
  std::span<const Dossier> dossiers_;
  const RedFaceThresholds& thresholds_;
  std::map<std::string, std::vector<std::size_t>> sellers_;
};

}  // namespace pricetalk
