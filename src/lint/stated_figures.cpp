#include "lint/stated_figures.hpp"

#include <algorithm>
#include <set>
#include <string>

#include "contract/accepted.hpp"
#include "index/figure_doubts.hpp"
#include "pricetalk/explain/format.hpp"

namespace pricetalk {

namespace {

DoubtfulFigure in_words(const FigureDoubt& doubt, const Series& series) {
  const Observation& figure = series.records[doubt.figure];
  const auto text = [&](Language language) {
    return decimal_text(figure.value, language) + say(language, " of ", " van ") +
           figure.period.text() + " in " + series.id + ": ";
  };
  Phrase remedy{"hold it against what was published", "leg het naast wat er is gepubliceerd"};
  if (!doubt.cause.empty())
    remedy = {doubt.cause.en + "; " + remedy.en, doubt.cause.nl + "; " + remedy.nl};
  return {figure.where,
          {text(Language::en) + doubt.why.en, text(Language::nl) + doubt.why.nl},
          unless_accepted("W0123", remedy)};
}

}  // namespace

std::vector<DoubtfulFigure> doubtful_figures(const Contract& contract, const Library& library) {
  std::vector<DoubtfulFigure> made;
  std::set<std::string> seen;
  const auto watch = [&](const Series& series) {
    const bool own = std::any_of(contract.own_series.begin(), contract.own_series.end(),
                                 [&](const Series& each) { return each.id == series.id; });
    return own ? Watch::unusual : Watch::impossible;
  };
  for (const Clause& clause : contract.clauses) {
    if (accepts(clause.accepts, "W0123")) continue;
    for (const IndexRead* read : clause.all_reads()) {
      const Series* series = library.find(read->series.value.value);
      if (series == nullptr || !seen.insert(series->id).second) continue;
      for (const FigureDoubt& doubt : figure_doubts(*series, library, watch(*series)))
        made.push_back(in_words(doubt, *series));
    }
  }
  return made;
}

}  // namespace pricetalk
