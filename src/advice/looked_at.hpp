#pragma once

#include <optional>
#include <vector>

#include "pricetalk/advice/redface.hpp"

namespace pricetalk {

/// A contract as advice looks at it on a day: everything that a dossier points into, but for the
/// contract, its figures and its audit, which outlive it.
class LookedAt {
 public:
  LookedAt(const Contract& contract, const Library& library, Date today);
  LookedAt(const LookedAt&) = delete;
  LookedAt& operator=(const LookedAt&) = delete;

  /// All prices until two years from that day.
  const std::vector<PriceSchedule>& schedules() const { return schedules_; }
  Dossier dossier(const Audit* audit = nullptr) const;

 private:
  const Contract& contract_;
  const Library& library_;
  Date today_;
  Coverage coverage_;
  std::vector<PriceSchedule> schedules_;
  std::optional<Contract> still_;  ///< as it can still be enforced, where a step is too late
  std::vector<PriceSchedule> enforceable_;
};

}  // namespace pricetalk
