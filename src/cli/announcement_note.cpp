#include "cli/announcement_note.hpp"

#include <algorithm>

#include "pricing/announced.hpp"

namespace pricetalk {

void note_announcements(const Contract& contract, const Library& library, Date today,
                        Diagnostics& problems) {
  std::optional<Date> last;
  for (const AnnouncementTerms& each : contract.terms.announcement)
    if (each.change && (!last || *last < each.for_date.value)) last = each.for_date.value;
  if (!last) return;
  const Coverage coverage(library, today);
  // A late announcement may move the step on; a year is the longest that clauses wait.
  const auto schedules = schedule(contract, coverage, *last + Duration{1, Unit::year});
  for (const AnnouncedAbove& found : announced_above(contract, schedules, today)) {
    const bool rounded_up = found.kind == AnnouncedAbove::Kind::rounded_up;
    problems.warning(
        rounded_up ? "U0025" : "U0023",
        found.announcement->change->where.value_or(found.announcement->span), announced_text(found),
        rounded_up
            ? Phrase{"say the exact percentage, or make sure that what is charged goes by it",
                     "noem het precieze percentage, of zorg dat daarmee wordt gerekend"}
            : Phrase{"call, and send the right figure; record that as a new [[announcement]]",
                     "bel, en stuur het goede cijfer; leg dat vast als nieuwe [[announcement]]"});
  }
}

}  // namespace pricetalk
