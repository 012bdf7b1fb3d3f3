#include "portfolio/figures_mix.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <utility>
#include <vector>

#include "scenario/project.hpp"

namespace pricetalk {

namespace {

bool same_figure(const Observation& a, const Observation& b) {
  return a.period == b.period && a.value.same_text(b.value) && a.status == b.status &&
         a.published == b.published;
}

bool same_records(const Series& a, const Series& b) {
  return std::equal(a.records.begin(), a.records.end(), b.records.begin(), b.records.end(),
                    same_figure);
}

/// The series with the records of another one about the periods that it has itself.
Series with_records_of(const Series& before, const Series& after) {
  std::set<Period> known;
  for (const Observation& record : before.records) known.insert(record.period);
  Series made = before;
  made.records = Records();
  std::map<RecordId, RecordId> places;
  RecordId at = 0;
  for (const Observation& record : after.records) {
    const RecordId from = at++;
    if (!known.contains(record.period)) continue;
    places[from] = static_cast<RecordId>(made.records.size());
    Observation kept = record;
    if (kept.supersedes) {
      const auto moved = places.find(*kept.supersedes);
      kept.supersedes =
          moved == places.end() ? std::nullopt : std::optional<RecordId>(moved->second);
    }
    made.records.push_back(std::move(kept));
  }
  return made;
}

}  // namespace

Library seen_on(const Library& library, Date today) {
  std::vector<Series> seen;
  for (const auto& series : library.all()) {
    Series then = seen_on(*series, today);
    if (then.records.size() != series->records.size()) seen.push_back(std::move(then));
  }
  return library.with(std::move(seen), {});
}

Library corrected(const Library& before, const Library& after) {
  std::vector<Series> changed;
  for (const auto& series : before.all()) {
    const Series* later = after.find(series->id);
    if (later == nullptr || later == series.get() || same_records(*series, *later)) continue;
    Series made = with_records_of(*series, *later);
    if (!made.records.empty() && !same_records(*series, made)) changed.push_back(std::move(made));
  }
  return before.with(std::move(changed), {});
}

Library joined(const Library& before, const Library& after) {
  std::vector<Series> only_before;
  for (const auto& series : before.all())
    if (after.find(series->id) == nullptr) only_before.push_back(*series);
  return after.with(std::move(only_before), {});
}

bool same_figures(const Library& a, const Library& b) {
  return a.all().size() == b.all().size() &&
         std::equal(a.all().begin(), a.all().end(), b.all().begin(),
                    [](const auto& x, const auto& y) {
                      return x == y || (x->id == y->id && same_records(*x, *y));
                    });
}

}  // namespace pricetalk
