#pragma once

#include <optional>
#include <string>
#include <vector>

#include "pricetalk/contract/contract.hpp"
#include "pricetalk/number/money.hpp"

namespace pricetalk {

/// What a letter of the supplier says about prices: one change for all, or prices of lines.
struct ReceivedLetter {
  /// What one line will cost.
  struct Price {
    std::string line;  ///< id
    Decimal unit_price;
  };
  std::optional<Percent> change;   ///< empty: `prices` say it
  std::vector<std::string> lines;  ///< ids, of `change`; empty: the letter does not say
  std::vector<Price> prices;       ///< of lines without tiers, each once
  Date on;                         ///< first day of the new price
  std::optional<Date> received;    ///< empty: whether it came in time is not judged
};

/// Where a percentage or a price stands beside what the contract allows.
enum class BesideAllowed : std::uint8_t { equal, below, above };

/// A price as a letter gives it. A percentage is rounded to its decimals, so that the price which
/// follows from it lies between two ends.
struct AnnouncedPrice {
  Ratio low;      ///< the least that the letter can mean
  Ratio high;     ///< the most
  Decimal price;  ///< when it is charged as it stands

  bool can_be(const Ratio& other) const { return low <= other && other <= high; }
};

}  // namespace pricetalk
