#include "cli/trial_note.hpp"

#include "files/files.hpp"
#include "lint/oddity_words.hpp"

namespace pricetalk {

void note_trials(const Contract& contract, const Library& library, Date today,
                 Diagnostics& problems, const TrialLimits& limits) {
  const Coverage coverage(library, today);
  // A year on, so that a contract that begins now is tried as well.
  for (const Oddity& odd : try_clauses(contract, coverage, today + Duration{1, Unit::year}, limits))
    problems.warning(std::string(code_of(odd.kind)), odd.where, title_of(odd, contract.currency),
                     remedy_of(odd));
}

TrialLimits load_trial_limits(const std::string& path, Diagnostics& problems) {
  if (path.empty()) return default_trial_limits();
  const auto source = read_source(path);
  problems.append(source.diagnostics);
  if (!source.value) return default_trial_limits();
  const auto read = read_trial_limits(*source.value);
  problems.append(read.diagnostics);
  return read.value.value_or(default_trial_limits());
}

}  // namespace pricetalk
