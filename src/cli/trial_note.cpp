#include "cli/trial_note.hpp"

#include "cli/load_rules.hpp"
#include "lint/doubt.hpp"
#include "lint/oddity_words.hpp"

namespace pricetalk {

void note_trials(const Contract& contract, const Library& library, Date today,
                 Diagnostics& problems, const TrialLimits& limits) {
  for (const Doubt& each : doubts(contract, library, today, limits))
    problems.warning(each.code, each.where, each.title, each.remedy);
  const Coverage coverage(library, today);
  // A year on, so that a contract that begins now is tried as well.
  for (const Oddity& odd : try_clauses(contract, coverage, today + Duration{1, Unit::year}, limits))
    problems.warning(std::string(code_of(odd.kind)), odd.where, title_of(odd, contract.currency),
                     remedy_of(odd));
}

TrialLimits load_trial_limits(const std::string& path, Diagnostics& problems) {
  return load_rules(path, default_trial_limits(), read_trial_limits, problems);
}

}  // namespace pricetalk
