#include "cli/uneven_note.hpp"

#include <algorithm>
#include <set>

#include "contract/scheduled_dates.hpp"
#include "pricing/fold.hpp"
#include "pricing/uneven.hpp"

namespace pricetalk {

void note_uneven(const Contract& contract, const Library& library, Date today,
                 Diagnostics& problems) {
  const Coverage coverage(library, today);
  std::set<std::string> said;  // tiers and lines share their clauses
  for (const Line& line : contract.lines) {
    Date until = today;
    for (const std::size_t clause : line.clauses)
      if (const auto next = next_date(contract, line, contract.clauses[clause], today))
        until = std::max(until, *next);
    const PriceSchedule prices = schedule(PricingContext{&contract, &line, 0, &coverage}, until);
    for (const PriceEntry& entry : prices.entries) {
      if (entry.from <= today && &entry != prices.on(today)) continue;
      for (const UnevenFigures& uneven : uneven_figures(entry))
        if (said.insert(entry.clause->id + "." + uneven.symbol + entry.date.text()).second)
          problems.warning("U0024", uneven.where, title(uneven, entry.date), remedy(uneven));
    }
  }
}

}  // namespace pricetalk
