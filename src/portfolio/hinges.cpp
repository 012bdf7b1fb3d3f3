#include "portfolio/hinges.hpp"

#include <algorithm>
#include <set>

#include "scenario/project.hpp"

namespace pricetalk {

namespace {

void take_limits(const Limits& limits, Hinges& into) {
  into.caps = into.caps || !limits.cap.empty() || !limits.cap_total.empty() ||
              limits.highest_price || limits.largest_increase;
  for (const auto* floors : {&limits.floor, &limits.floor_total})
    for (const Stated<LimitValue>& floor : *floors) {
      const Expression& value = floor.value.value;
      const bool zero = value.kind == Expression::Kind::number && value.number.is_zero();
      into.never_falls = zero && (into.never_falls || !into.floors);
      into.floors = true;
    }
  if (!limits.lowest_price) return;
  into.floors = true;
  into.never_falls = false;
}

}  // namespace

Hinges Hinges::of(const Contract& contract) {
  Hinges made;
  made.end = contract.end;
  made.notice = last_day_to_cancel(contract);
  std::set<std::string> found;
  for (const Clause& clause : contract.clauses) {
    for (const DatedLadder& dated : clause.ladders) take_limits(dated.ladder.limits, made);
    for (const IndexRead& read : clause.reads) {
      found.insert(read.series.value.value);
      for (const LinkTerms& link : read.links) found.insert(link.next.value.value);
    }
  }
  made.series.assign(found.begin(), found.end());
  return made;
}

void Hinges::keep_going_on(const Library& library) {
  std::erase_if(series, [&](const std::string& id) {
    const Series* found = library.find(id);
    return found == nullptr || !goes_on(*found);
  });
}

std::optional<Date> last_day_to_cancel(const Contract& contract) {
  const auto& renewal = contract.terms.renewal;
  if (!renewal) return std::nullopt;
  if (renewal->last_day_to_cancel) return renewal->last_day_to_cancel->value;
  if (!renewal->notice || !contract.end) return std::nullopt;
  return *contract.end - renewal->notice->value;
}

}  // namespace pricetalk
