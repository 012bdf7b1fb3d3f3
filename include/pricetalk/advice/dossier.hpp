#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "pricetalk/audit/audit.hpp"
#include "pricetalk/contract/contract.hpp"
#include "pricetalk/pricing/schedule.hpp"

namespace pricetalk {

/// Everything that advice may look at: read-only, gathered by the caller, who keeps it alive.
struct Dossier {
  const Contract* contract = nullptr;
  const Library* library = nullptr;
  const Coverage* coverage = nullptr;  ///< of `library`, as known on `today`
  /// Of all prices, folded at least a year beyond `today`; as `schedule(contract, coverage, until)`
  /// gives them.
  const std::vector<PriceSchedule>* schedules = nullptr;
  const Audit* audit = nullptr;  ///< nothing: no invoices were given
  Date today;

  /// The first price (tier) of a line, or nothing.
  const PriceSchedule* schedule_of(std::string_view line, std::size_t price = 0) const;
  /// The first adjustment entry after `today` of any line, or nothing.
  const PriceEntry* next_adjustment() const;
};

}  // namespace pricetalk
