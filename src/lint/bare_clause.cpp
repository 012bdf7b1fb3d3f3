#include "lint/bare_clause.hpp"

#include <algorithm>

#include "contract/formula.hpp"

namespace pricetalk {

bool is_bare(const Clause& clause) {
  return !clause.surcharge && !clause.all_reads().empty() &&
         std::all_of(clause.ladders.begin(), clause.ladders.end(),
                     [](const DatedLadder& dated) { return dated.ladder.formula.by_default(); });
}

bool speaks_of_falls(const Contract& contract, const Clause& clause) {
  const auto* stated = contract.terms.clause.find(clause.id);
  if (stated == nullptr) return true;  // of a shared file, which is not at hand
  const auto& terms = stated->terms;
  if (terms.limits && !terms.limits->floor.empty()) return true;
  if (!terms.like) return false;
  const Clause* liked = contract.find_clause(terms.like->value.value);
  return liked == nullptr || speaks_of_falls(contract, *liked);
}

bool says_no_more(const Clause& clause) {
  return clause.compounding.by_default() && !clause.notice.before &&
         std::all_of(clause.ladders.begin(), clause.ladders.end(), [](const DatedLadder& dated) {
           const Limits& limits = dated.ladder.limits;
           const Roundings& rounding = dated.ladder.rounding;
           return limits.cap.empty() && limits.floor.empty() && rounding.price.by_default() &&
                  rounding.coefficient.by_default() && rounding.change.by_default();
         });
}

bool never_falls(Clause& clause) {
  Diagnostics unseen;
  const auto zero = parse_expression("0%", {}, unseen);
  if (!zero) return false;
  for (DatedLadder& dated : clause.ladders) {
    Limits& limits = dated.ladder.limits;
    if (!limits.floor.empty() || !limits.floor_total.empty() || limits.lowest_price) return false;
    limits.floor.push_back({LimitValue{false, *zero, "0%"}, {}});
  }
  return true;
}

bool on_new_year(Clause& clause) {
  Schedule& when = clause.when;
  if (!when.every || when.every->value != Duration{1, Unit::year} || !when.on.by_default() ||
      when.first)
    return false;
  when.on.value.day = MonthDay{1, 1};
  return true;
}

std::optional<Contract> not_announced(Contract contract, std::size_t position, Date on) {
  Clause& clause = contract.clauses[position];
  if (clause.notice.before || contract.announcement_for(on, clause) != nullptr) return std::nullopt;
  clause.notice.before = Stated<Duration>{{1, Unit::month}, std::nullopt};
  clause.notice.late = {Late::forfeits, std::nullopt};
  AnnouncementTerms late;
  late.date.value = on;
  late.clause.value = Id{clause.id};
  late.for_date.value = on;
  contract.terms.announcement.push_back(std::move(late));
  return contract;
}

}  // namespace pricetalk
