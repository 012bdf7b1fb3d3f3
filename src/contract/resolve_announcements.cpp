#include "contract/resolve_announcements.hpp"

#include "contract/scheduled_dates.hpp"
#include "pricetalk/explain/format.hpp"

namespace pricetalk {

void check_announcement(const Contract& contract, const AnnouncementTerms& announcement,
                        Diagnostics& problems) {
  const std::string& id = announcement.clause.value.value;
  const Clause* clause = contract.find_clause(id);
  // A surcharge is read on the days of its own formula.
  if (clause == nullptr || clause->surcharge || !announcement.for_date.where) return;
  const Date day = announcement.for_date.value;
  std::optional<Date> before;
  std::optional<Date> after;
  for (const Line& line : contract.lines)
    for (const std::size_t position : line.clauses) {
      if (contract.clauses[position].id != id) continue;
      const auto last = last_date(contract, line, contract.clauses[position], day);
      if (last == day) return;
      if (last && (!before || *before < *last)) before = last;
      const auto next = next_date(contract, line, contract.clauses[position], day);
      if (next && (!after || *next < *after)) after = next;
    }
  if (!before && !after) return;  // no line has the clause, or it never adjusts: that is said there
  Phrase hint{
      "the nearest adjustment date is " + date_text(before ? *before : *after, Language::en),
      "de dichtstbijzijnde aanpassingsdatum is " +
          date_text(before ? *before : *after, Language::nl)};
  if (before && after)
    hint = {"the nearest adjustment dates are " + date_text(*before, Language::en) + " and " +
                date_text(*after, Language::en),
            "de dichtstbijzijnde aanpassingsdatums zijn " + date_text(*before, Language::nl) +
                " en " + date_text(*after, Language::nl)};
  problems.warning("C0324", *announcement.for_date.where,
                   {"clause '" + id + "' adjusts nothing on " + date_text(day, Language::en) +
                        ": this announcement counts for no step",
                    "clausule '" + id + "' past op " + date_text(day, Language::nl) +
                        " niets aan: deze aankondiging telt voor geen enkele aanpassing"},
                   std::move(hint));
}

}  // namespace pricetalk
