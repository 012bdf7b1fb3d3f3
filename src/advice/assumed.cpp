#include "advice/assumed.hpp"

#include <algorithm>
#include <string>
#include <vector>

namespace pricetalk {

namespace {

const Future* future_of(const Run& run, const Scenario* futures) {
  if (futures == nullptr) return nullptr;
  for (const Future& each : futures->futures)
    if (each.id == run.future) return &each;
  return nullptr;
}

/// Ids of the series with projected figures in the prices of these days, in order of first use.
std::vector<std::string> projected_series(const Run& run, Date from, Date until) {
  std::vector<std::string> found;
  for (const PriceSchedule& prices : run.schedules)
    for (const PriceEntry& entry : prices.entries) {
      if (entry.from < from || entry.from > until) continue;
      for (const InputSource& input : entry.why.inputs)
        if (input.kind == InputSource::Kind::projected && input.figure &&
            std::find(found.begin(), found.end(), input.figure->series) == found.end())
          found.push_back(input.figure->series);
    }
  return found;
}

std::string name_of(const Series* series, const std::string& id) {
  if (series == nullptr || series->title.empty()) return id;
  return series->title + (series->publisher.empty() ? "" : " (" + series->publisher + ")");
}

}  // namespace

Phrase assumed_figures(const Run& run, const Scenario* futures, Date from, Date until) {
  const Future* future = future_of(run, futures);
  Phrase made;
  for (const std::string& id : projected_series(run, from, until)) {
    const std::string name = name_of(run.library->find(id), id);
    const SeriesFuture* rule = future == nullptr ? nullptr : future->for_series(id);
    const Phrase how = rule == nullptr ? same(run.future) : rule->words();
    if (!made.en.empty()) {
      made.en += "; ";
      made.nl += "; ";
    }
    made.en += name + ": " + how.en;
    made.nl += name + ": " + how.nl;
  }
  return made;
}

}  // namespace pricetalk
