#include "lint/oddities.hpp"

#include <algorithm>
#include <set>
#include <string_view>
#include <tuple>
#include <utility>

#include "contract/accepted.hpp"
#include "explain/rounded.hpp"
#include "lint/oddity_words.hpp"

namespace pricetalk {

Span formula_of(const PriceEntry& entry) {
  const Ladder& ladder = entry.clause->ladder_on(entry.date);
  return ladder.formula.where.value_or(entry.clause->where);
}

Oddity oddity_of(Oddity::Kind kind, const Line& line, const PriceEntry& entry, const Ratio& before,
                 const Ratio& change) {
  Oddity made;
  made.kind = kind;
  made.clause = entry.clause;
  made.line = &line;
  made.date = entry.date;
  made.where = formula_of(entry);
  made.before = before;
  made.after = before * (Ratio(1) + change);
  return made;
}

void Oddities::keep(Oddity odd) {
  // Beyond what a price can be, other words are said.
  if (!writable(odd.before) || !writable(odd.after)) return;
  if (odd.from_start && !writable(*odd.from_start)) return;
  if (accepts(odd.clause->accepts, code_of(odd.kind))) return;
  if (!known(odd.clause->id, odd.where)) found_.push_back(std::move(odd));
}

bool Oddities::known(const PriceEntry& entry) const {
  return known(entry.clause->id, formula_of(entry));
}

bool Oddities::known(const std::string& clause, const Span& formula) const {
  return std::any_of(found_.begin(), found_.end(), [&](const Oddity& each) {
    return each.clause->id == clause && each.where.place() == formula.place();
  });
}

std::vector<Oddity> Oddities::take() && {
  // Each of what was found first with its code, whatever words of its formula it points to.
  std::set<std::tuple<std::string, std::string, std::string_view>> first;
  for (const Oddity& each : found_)
    first.emplace(each.clause->id,
                  each.clause->ladder_on(each.date).formula.where.value_or(each.where).place(),
                  code_of(each.kind));
  for (Oddity& each : at_last_) {
    const auto formula = each.clause->ladder_on(each.date).formula.where;
    if (!first.contains(
            {each.clause->id, formula.value_or(each.clause->where).place(), code_of(each.kind)}))
      keep(std::move(each));
  }
  at_last_.clear();
  return std::move(found_);
}

}  // namespace pricetalk
