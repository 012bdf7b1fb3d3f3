#include "advice/assumed.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include "pricetalk/pricing/surcharge.hpp"

namespace pricetalk {

namespace {

const Future* future_of(const Run& run, const Scenario* futures) {
  if (futures == nullptr) return nullptr;
  for (const Future& each : futures->futures)
    if (each.id == run.future) return &each;
  return nullptr;
}

/// Ids of series, each once, in order of first use.
class SeriesSeen {
 public:
  void add(const Derivation& why) {
    for (const InputSource& input : why.inputs)
      if (input.kind == InputSource::Kind::projected && input.figure &&
          std::find(ids.begin(), ids.end(), input.figure->series) == ids.end())
        ids.push_back(input.figure->series);
  }
  std::vector<std::string> ids;
};

/// The series with projected figures in what is charged on these days. A price rests on every step
/// before it; surcharges are looked at on the first day of each month.
std::vector<std::string> projected_series(const Run& run, AssumedFor what, Date from, Date until) {
  SeriesSeen seen;
  for (const PriceSchedule& prices : run.schedules) {
    for (const PriceEntry& entry : prices.entries)
      if (entry.from <= until) seen.add(entry.why);
    if (what == AssumedFor::prices || prices.line->surcharges.empty()) continue;
    for (int month = 0; from + Duration{month, Unit::month} <= until; ++month)
      for (const Surcharge& each : surcharges_on(prices, from + Duration{month, Unit::month}))
        seen.add(each.why);
  }
  return std::move(seen.ids);
}

std::string name_of(const Series* series, const std::string& id) {
  if (series == nullptr || series->title.empty()) return id;
  return series->title + (series->publisher.empty() ? "" : " (" + series->publisher + ")");
}

}  // namespace

std::vector<AssumedSeries> assumed_series(const Run& run, const Scenario* futures, AssumedFor what,
                                          Date from, Date until) {
  const Future* future = future_of(run, futures);
  std::vector<AssumedSeries> made;
  for (const std::string& id : projected_series(run, what, from, until)) {
    const SeriesFuture* rule = future == nullptr ? nullptr : future->for_series(id);
    const auto* growth = rule == nullptr ? nullptr : std::get_if<YearlyGrowth>(&rule->rule);
    const bool one = growth != nullptr && growth->years.empty() && rule->origin.empty();
    made.push_back(
        {name_of(run.library->find(id), id), one ? std::optional(growth->then) : std::nullopt});
  }
  return made;
}

Phrase assumed_figures(const Run& run, const Scenario* futures, AssumedFor what, Date from,
                       Date until) {
  const Future* future = future_of(run, futures);
  Phrase made;
  for (const std::string& id : projected_series(run, what, from, until)) {
    const std::string name = name_of(run.library->find(id), id);
    const SeriesFuture* rule = future == nullptr ? nullptr : future->for_series(id);
    const Phrase how =
        rule == nullptr ? Phrase{"as we expect", "zoals wij verwachten"} : rule->words();
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
