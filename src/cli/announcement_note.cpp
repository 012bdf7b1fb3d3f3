#include "cli/announcement_note.hpp"

#include <algorithm>

#include "pricing/announced.hpp"

namespace pricetalk {

namespace {

/// The code of a warning, and what to do.
struct Said {
  const char* code;
  Phrase hint;
};

Said said_of(AnnouncedOff::Kind kind) {
  switch (kind) {
    case AnnouncedOff::Kind::mistake:
      return {"U0023",
              {"call, and send the right figure; record that as a new [[announcement]]",
               "bel, en stuur het goede cijfer; leg dat vast als nieuwe [[announcement]]"}};
    case AnnouncedOff::Kind::rounded_up:
      return {"U0025",
              {"say the exact percentage, or make sure that what is charged goes by it",
               "noem het precieze percentage, of zorg dat daarmee wordt gerekend"}};
    case AnnouncedOff::Kind::below:
      return {"U0026",
              {"record what holds: a [[decision]] with kind = \"reduced\", or a new "
               "[[announcement]] that is in time",
               "leg vast wat geldt: een [[decision]] met kind = \"reduced\", of een nieuwe "
               "[[announcement]] die op tijd is"}};
  }
  return {};
}

}  // namespace

void note_announcements(const Contract& contract, const Library& library, Date today,
                        Diagnostics& problems) {
  std::optional<Date> last;
  for (const AnnouncementTerms& each : contract.terms.announcement)
    if (each.change && (!last || *last < each.for_date.value)) last = each.for_date.value;
  if (!last) return;
  const Coverage coverage(library, today);
  // A late announcement may move the step on; a year is the longest that clauses wait.
  const auto schedules = schedule(contract, coverage, *last + Duration{1, Unit::year});
  for (const AnnouncedOff& found : announced_off(contract, schedules, today)) {
    const Said said = said_of(found.kind);
    problems.warning(said.code,
                     found.announcement->change->where.value_or(found.announcement->span),
                     announced_text(found), said.hint);
  }
}

}  // namespace pricetalk
