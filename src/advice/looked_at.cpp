#include "advice/looked_at.hpp"

namespace pricetalk {

LookedAt::LookedAt(const Contract& contract, const Library& library, Date today)
    : contract_(contract), library_(library), today_(today), coverage_(library, today) {
  const Date until = today + Duration{2, Unit::year};
  schedules_ = schedule(contract_, coverage_, until);
  if (const auto adjustment = adjustment_under_discussion(contract_, today))
    still_ = pricetalk::enforceable(contract_, schedules_, *adjustment, today);
  if (still_) enforceable_ = schedule(*still_, coverage_, until);
}

Dossier LookedAt::dossier(const Audit* audit) const {
  return {&contract_,
          &library_,
          &coverage_,
          &schedules_,
          audit,
          today_,
          still_ ? &enforceable_ : nullptr};
}

}  // namespace pricetalk
