#include "contract/last_step.hpp"

#include <algorithm>

#include "contract/formula.hpp"

namespace pricetalk {

bool counts_months(const Clause& clause) {
  std::vector<NameUse> names;
  for (const DatedLadder& dated : clause.ladders) {
    const Ladder& ladder = dated.ladder;
    for (const Formula::Line& line : ladder.formula.value.lines) names_in(line.value, names);
    for (const auto* limits : {&ladder.limits.cap, &ladder.limits.floor, &ladder.limits.cap_total,
                               &ladder.limits.floor_total})
      for (const auto& limit : *limits) names_in(limit.value.value, names);
  }
  return std::any_of(names.begin(), names.end(),
                     [](const NameUse& use) { return use.name == months_since_last_word; });
}

bool reads_last_step(const Clause& clause) {
  const auto looks_back = [](const IndexRead& read) {
    const PeriodRule::Back* back = read.base.value.back();
    return back != nullptr && back->what == LookBack::at_last_adjustment;
  };
  return clause.when.minimum_interval ||
         std::any_of(clause.reads.begin(), clause.reads.end(), looks_back) || counts_months(clause);
}

}  // namespace pricetalk
