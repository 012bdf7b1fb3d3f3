#include "cli/surcharge_note.hpp"

#include <algorithm>

#include "pricetalk/pricing/surcharge.hpp"

namespace pricetalk {

void note_surcharges(const std::vector<PriceSchedule>& schedules, Date today,
                     Diagnostics& problems) {
  std::vector<const Line*> unknown;
  for (const PriceSchedule& prices : schedules)
    if (!prices.line->surcharges.empty() && !charged_on(prices, today).charged &&
        std::find(unknown.begin(), unknown.end(), prices.line) == unknown.end())
      unknown.push_back(prices.line);
  if (unknown.empty()) return;
  std::string lines;
  for (const Line* line : unknown) lines += (lines.empty() ? "" : ", ") + line->id;
  problems.warning(
      "U0020", unknown.front()->where,
      {"the prices per unit that follow are without surcharges: " + lines,
       "de prijzen per eenheid hieronder zijn zonder toeslagen: " + lines},
      {"sums of invoices do hold them; `pricetalk price` shows price and surcharge beside each "
       "other",
       "in bedragen van facturen zitten ze wel; `pricetalk price` toont prijs en toeslag naast "
       "elkaar"});
}

}  // namespace pricetalk
