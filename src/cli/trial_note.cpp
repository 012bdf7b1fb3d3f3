#include "cli/trial_note.hpp"

#include "cli/load_rules.hpp"
#include "lint/bands_meant.hpp"
#include "lint/days_meant.hpp"
#include "lint/decisions_meant.hpp"
#include "lint/first_step_meant.hpp"
#include "lint/limits_meant.hpp"
#include "lint/oddity_words.hpp"
#include "lint/stated_figures.hpp"

namespace pricetalk {

void note_trials(const Contract& contract, const Library& library, Date today,
                 Diagnostics& problems, const TrialLimits& limits) {
  for (const DoubtfulFigure& each : doubtful_figures(contract, library))
    problems.warning("W0123", each.where, each.title, each.remedy);
  for (const DoubtfulLimit& each : doubtful_limits(contract, library, limits))
    problems.warning(each.code, each.where, each.title, each.remedy);
  for (const DoubtfulLimit& each : bands_of_levels(contract, library))
    problems.warning(each.code, each.where, each.title, each.remedy);
  for (const DoubtfulDay& each : doubtful_days(contract, today, limits))
    problems.warning(DoubtfulDay::code, each.where, each.title, each.remedy);
  for (const UnexpectedFirstStep& each : unexpected_first_steps(contract))
    problems.warning(UnexpectedFirstStep::code, each.where, each.title, each.remedy);
  const Coverage coverage(library, today);
  for (const DoubtfulDecision& each : doubtful_decisions(contract, coverage))
    problems.warning(DoubtfulDecision::code, each.where, each.title, each.remedy);
  // A year on, so that a contract that begins now is tried as well.
  for (const Oddity& odd : try_clauses(contract, coverage, today + Duration{1, Unit::year}, limits))
    problems.warning(std::string(code_of(odd.kind)), odd.where, title_of(odd, contract.currency),
                     remedy_of(odd));
}

TrialLimits load_trial_limits(const std::string& path, Diagnostics& problems) {
  return load_rules(path, default_trial_limits(), read_trial_limits, problems);
}

}  // namespace pricetalk
