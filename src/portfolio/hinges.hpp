#pragma once

#include <optional>
#include <string>
#include <vector>

#include "pricetalk/contract/contract.hpp"

namespace pricetalk {

/// What of a contract, beside its prices, decides what its money hangs on.
struct Hinges {
  bool caps = false;                ///< whether a clause has one
  bool floors = false;              ///< likewise
  bool never_falls = false;         ///< all its floors are 0 %
  std::optional<Date> end;          ///< its last day
  std::optional<Date> notice;       ///< last day to cancel
  std::vector<std::string> series;  ///< that its clauses follow, each once, by name

  static Hinges of(const Contract& contract);
  /// Leaves out series that the library does not have or that have ended.
  void keep_going_on(const Library& library);
};

/// The last day on which a contract can be cancelled, stated or counted back from its end.
std::optional<Date> last_day_to_cancel(const Contract& contract);

}  // namespace pricetalk
