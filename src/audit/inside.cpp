#include "audit/inside.hpp"

#include <algorithm>

#include "billing/quantity.hpp"
#include "pricetalk/explain/format.hpp"

namespace pricetalk {

std::optional<Days> days_inside(const Contract& contract, const Line& line, const Days& charged) {
  const auto alive = days_alive(line, charged);
  if (!alive) return std::nullopt;
  return common(*alive, {contract.start, contract.end.value_or(alive->last)});
}

std::optional<Phrase> days_outside(const Contract& contract, const Line& line,
                                   const Days& charged) {
  const auto inside = days_inside(contract, line, charged);
  if (!inside || *inside == charged) return std::nullopt;
  const auto day = [](Date date, Language language) { return date_text(date, language); };
  Phrase made;
  if (charged.first < inside->first) {
    const bool whole = inside->first == contract.start;
    made = {"the days before " + day(inside->first, Language::en) +
                " lie before the beginning of " + (whole ? "the contract" : line.title),
            "de dagen vóór " + day(inside->first, Language::nl) + " liggen vóór het begin van " +
                (whole ? "het contract" : line.title)};
  }
  if (inside->last < charged.last) {
    const bool whole = contract.end && inside->last == *contract.end;
    const std::string between = made.empty() ? "" : "; ";
    made.en += between + "the days after " + day(inside->last, Language::en) +
               " lie behind the end of " + (whole ? "the contract" : line.title);
    made.nl += between + "de dagen na " + day(inside->last, Language::nl) +
               " liggen na het einde van " + (whole ? "het contract" : line.title);
  }
  return made;
}

Ratio share_inside(const Line& line, const Days& charged, const Days& inside) {
  Line always = line;
  always.from.value = std::min(line.from.value, charged.first);
  always.until.reset();
  Ratio once(0);
  for (const OnceInside& each : once_inside(line, inside)) once = once + each.quantity;
  const Ratio whole = regular_quantity(always, charged) + once;
  if (whole.sign() <= 0) return Ratio::of(inside.count(), charged.count());
  return (regular_quantity(line, inside) + once) / whole;
}

}  // namespace pricetalk
