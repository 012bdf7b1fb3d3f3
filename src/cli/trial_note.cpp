#include "cli/trial_note.hpp"

#include <algorithm>

#include "lint/oddity_words.hpp"

namespace pricetalk {

void note_trials(const Contract& contract, const Library& library, Date today,
                 Diagnostics& problems) {
  const Coverage coverage(library, today);
  // A year on, so that a contract that begins now is tried as well.
  for (const Oddity& odd : try_clauses(contract, coverage, today + Duration{1, Unit::year})) {
    const std::string code(code_of(odd.kind));
    const bool accepted = std::any_of(odd.clause->accepts.begin(), odd.clause->accepts.end(),
                                      [&](const Accepted& each) { return each.code == code; });
    if (!accepted)
      problems.warning(code, odd.where, title_of(odd, contract.currency), remedy_of(odd));
  }
}

}  // namespace pricetalk
