#include "pricetalk/advice/redface.hpp"

namespace pricetalk {

const PriceSchedule* Dossier::schedule_of(std::string_view line, std::size_t price) const {
  for (const PriceSchedule& each : *schedules)
    if (each.line->id == line && each.price == price) return &each;
  return nullptr;
}

const PriceEntry* Dossier::next_adjustment() const {
  const PriceEntry* found = nullptr;
  for (const PriceSchedule& each : *schedules)
    for (const PriceEntry& entry : each.entries)
      if (entry.clause != nullptr && entry.date > today &&
          (found == nullptr || entry.date < found->date))
        found = &entry;
  return found;
}

}  // namespace pricetalk
