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

/// "4%" for 0.04% or 400%, where that is about what is allowed: a lost decimal sign comes first.
std::optional<std::string> with_another_decimal_sign(const AnnouncedOff& found) {
  const Ratio change = found.announcement->change->value.as_fraction();
  if (found.kind == AnnouncedOff::Kind::rounded_up || found.allowed <= Ratio(0))
    return std::nullopt;
  for (const std::int64_t power : {10, 100}) {
    const Ratio meant =
        found.kind == AnnouncedOff::Kind::mistake ? change / Ratio(power) : change * Ratio(power);
    const auto exact = (meant * Ratio(100)).exact_decimal();
    // Less than is allowed was announced: more than that is not offered.
    const bool below = found.kind == AnnouncedOff::Kind::below;
    const Ratio most = found.allowed * (below ? Ratio(Decimal(105, 2)) : Ratio(2));
    if (exact && found.allowed <= meant * Ratio(2) && meant <= most) return exact->text() + "%";
  }
  return std::nullopt;
}

void tell(const AnnouncedOff& found, Diagnostics& problems) {
  Said said = said_of(found.kind);
  if (const auto meant = with_another_decimal_sign(found)) {
    const std::string write = "change = \"" + *meant + "\"";
    said.hint = {"write " + write + " if that is meant; else " + said.hint.en,
                 "schrijf " + write + " als dat is bedoeld; anders: " + said.hint.nl};
  }
  problems.warning(said.code, found.announcement->change->where.value_or(found.announcement->span),
                   announced_text(found), said.hint);
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
  for (const AnnouncedOff& found : announced_off_before(contract, schedules, today))
    tell(found, problems);
  for (const AnnouncedOff& found : announced_off(contract, schedules, today)) tell(found, problems);
}

}  // namespace pricetalk
