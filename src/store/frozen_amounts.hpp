#pragma once

#include <map>
#include <string>

#include "pricetalk/diagnostic/diagnostic.hpp"
#include "pricetalk/number/ratio.hpp"

namespace pricetalk {

/// What a contract costs in a calendar year, as a frozen run says.
struct FrozenYear {
  Decimal contracted;
  Decimal renewal;
};
struct FrozenCost {
  std::map<int, FrozenYear> years;
  int open = 0;  ///< amounts that are not known, and not in it
};

/// The amounts of one future and alternative in the `result.csv` of a frozen run, by contract.
/// Rows that do not read are left out: their file has the digest of its manifest, or is refused
/// before.
std::map<std::string, FrozenCost> read_frozen_costs(const SourcePtr& result,
                                                    const std::string& future,
                                                    const std::string& alternative);

}  // namespace pricetalk
