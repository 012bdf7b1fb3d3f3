#include "pricetalk/contract/clause.hpp"

#include <algorithm>

namespace pricetalk {

const Ladder& Clause::ladder_on(Date date) const {
  for (const DatedLadder& dated : ladders)
    if (!dated.until || date <= *dated.until) return dated.ladder;
  return ladders.back().ladder;
}

const Clause* Clause::on(Date date) const {
  return later && later->from <= date ? later->clause.get() : this;
}

std::vector<const IndexRead*> Clause::all_reads() const {
  std::vector<const IndexRead*> all;
  for (const IndexRead& read : reads) all.push_back(&read);
  if (later && later->clause)
    for (const IndexRead& read : later->clause->reads) all.push_back(&read);
  return all;
}

const IndexRead* Clause::find(std::string_view symbol) const {
  const auto found = std::find_if(reads.begin(), reads.end(),
                                  [&](const IndexRead& r) { return r.symbol == symbol; });
  return found == reads.end() ? nullptr : &*found;
}

Phrase words(const ComparisonBase& base) {
  switch (base.of) {
    case ComparisonBase::Of::reference:
      return {"that of the reference figure", "dat van het referentiecijfer"};
    case ComparisonBase::Of::comparison:
      return {"that of the new figure", "dat van het nieuwe cijfer"};
    case ComparisonBase::Of::series:
      break;
  }
  return same(base.series);
}

}  // namespace pricetalk
