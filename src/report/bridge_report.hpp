#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "portfolio/bridge.hpp"
#include "report/frozen.hpp"

namespace pricetalk {

/// One of the two runs of a bridge, as a reader knows it.
struct BridgeEnd {
  std::string name;  ///< as the user named its folder
  Manifest manifest;
};

/// A bridge with what it is about.
struct BridgeReport {
  BridgeEnd before;
  BridgeEnd after;
  std::string future;
  std::string alternative;  ///< "contract" for the contract as it is
  BridgeAmount amount;
  std::optional<std::string> tag;  ///< by which it is added up as well
  std::size_t details = 10;        ///< contracts that are shown one by one
  std::vector<BridgeRow> rows;     ///< all contracts
};

/// The bridge for people: a column for each sum, a row for each cause, then the contracts that
/// differ most. No line is wider than `width` signs, but for one column of sums.
std::string bridge_text(const BridgeReport& report, std::size_t width, Language language);
/// Every contract in a row (RFC 4180), its tags in columns of their own. Numbers have a decimal
/// point; words are English.
std::string bridge_csv(const BridgeReport& report);
std::string bridge_json(const BridgeReport& report);
/// The bridge of one sum as a waterfall (SVG).
std::string bridge_chart(const BridgeReport& report, const BridgeTotal& total, Language language);

}  // namespace pricetalk
