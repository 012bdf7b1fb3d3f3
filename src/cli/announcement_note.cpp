#include "cli/announcement_note.hpp"

#include <algorithm>

#include "pricetalk/explain/format.hpp"
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
    const Percent& change = found.announcement->change->value;
    const int decimals = std::max(2, change.of_hundred.scale());
    const auto percent = [&](const Ratio& value, Language language) {
      return percent_text(value, decimals, language);
    };
    problems.warning("U0023", found.announcement->change->where.value_or(found.announcement->span),
                     {"announced " + percent(change.as_fraction(), Language::en) + " from " +
                          date_text(found.announcement->for_date.value, Language::en) +
                          ", the contract allows " + percent(found.allowed, Language::en),
                      "aangekondigd is " + percent(change.as_fraction(), Language::nl) + " vanaf " +
                          date_text(found.announcement->for_date.value, Language::nl) +
                          ", het contract staat " + percent(found.allowed, Language::nl) + " toe"},
                     {"call, and send the right figure; record that as a new [[announcement]]",
                      "bel, en stuur het goede cijfer; leg dat vast als nieuwe [[announcement]]"});
  }
}

}  // namespace pricetalk
