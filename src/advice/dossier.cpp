#include "pricetalk/advice/dossier.hpp"

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

std::optional<Ratio> yearly_quantity(const Line& line, Date day) {
  if (!line.quantity) return std::nullopt;
  const QuantityRate* rate = nullptr;
  for (const QuantityValue::From& each : line.quantity->value.rates)
    if (!each.from || *each.from <= day) rate = &each.rate;
  if (rate == nullptr) return std::nullopt;
  Ratio sum(0);
  for (const Decimal& value : rate->values) sum = sum + Ratio(value);
  switch (rate->per) {
    case QuantityRate::Per::month:
      return rate->values.size() == 1 ? sum * Ratio(12) : sum;
    case QuantityRate::Per::quarter:
      return sum * Ratio(4);
    case QuantityRate::Per::year:
      return sum;
    case QuantityRate::Per::once:
      return std::nullopt;
  }
  return std::nullopt;
}

}  // namespace pricetalk
