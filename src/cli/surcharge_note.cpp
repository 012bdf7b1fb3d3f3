#include "cli/surcharge_note.hpp"

#include <algorithm>

namespace pricetalk {

void note_surcharges(const Contract& contract, Diagnostics& problems) {
  std::string lines;
  for (const Line& line : contract.lines)
    if (!line.surcharges.empty()) lines += (lines.empty() ? "" : ", ") + line.id;
  if (lines.empty()) return;
  const Line& first = *std::find_if(contract.lines.begin(), contract.lines.end(),
                                    [](const Line& line) { return !line.surcharges.empty(); });
  problems.warning(
      "U0020", first.where,
      {"the prices per unit that follow are without surcharges: " + lines,
       "de prijzen per eenheid hieronder zijn zonder toeslagen: " + lines},
      {"sums of invoices do hold them; `pricetalk price` shows price and surcharge beside each "
       "other",
       "in bedragen van facturen zitten ze wel; `pricetalk price` toont prijs en toeslag naast "
       "elkaar"});
}

}  // namespace pricetalk
