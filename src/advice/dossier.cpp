#include "pricetalk/advice/redface.hpp"

namespace pricetalk {

const PriceSchedule* Dossier::schedule_of(std::string_view line, std::size_t price) const {
  for (const PriceSchedule& each : *schedules)
    if (each.line->id == line && each.price == price) return &each;
  return nullptr;
}

}  // namespace pricetalk
