#include "index/import_remarks.hpp"

#include <algorithm>

#include "document/time_words.hpp"
#include "index/gaps.hpp"
#include "pricetalk/explain/format.hpp"

namespace pricetalk {

namespace {

std::string from_to(const Period& first, const Period& last, Language language) {
  if (first == last) return first.text();
  return first.text() + say(language, " to ", " tot en met ") + last.text();
}

Phrase not_taken(const PublishedSeries& found, const std::string& as) {
  const bool one = found.rows.size() == 1;
  const std::string count = std::to_string(found.rows.size());
  const std::string table = found.table.empty() ? "" : "'" + found.table + "', ";
  const auto which = [&](Language language) {
    return words(found.frequency).in(language) + " (" + table +
           from_to(found.rows.front().period, found.rows.back().period, language) + ")";
  };
  return {count + (one ? " figure" : " figures") + " per " + which(Language::en) +
              (one ? " is" : " are") + " left out, beside those that fit " + as,
          count + (one ? " cijfer" : " cijfers") + " per " + which(Language::nl) +
              (one ? " is" : " zijn") + " weggelaten, naast wat bij " + as + " past"};
}

}  // namespace

std::vector<Phrase> not_taken(const Publication& publication,
                              const std::vector<const PublishedSeries*>& chosen,
                              const std::string& as) {
  std::vector<Phrase> made;
  for (const PublishedSeries& found : publication.series)
    if (found.format == PublicationFormat::plain_csv &&
        std::find(chosen.begin(), chosen.end(), &found) == chosen.end())
      made.push_back(not_taken(found, as));
  return made;
}

Phrase gap_before_new(const SeriesChange& change) {
  if (change.is_new || change.changes.empty() || !change.series.derived.empty()) return {};
  const Unit unit = change.changes.front().period.unit();
  const Series after = with_changes(change);
  const auto is_new = [&](const PeriodGap& gap) {
    return std::any_of(change.changes.begin(), change.changes.end(), [&](const FigureChange& each) {
      return each.kind == ChangeKind::added && each.period == gap.behind->period;
    });
  };
  const auto text = [&](const PeriodGap& gap, Language language) {
    return from_to(gap.periods.first, gap.periods.last, language);
  };
  Phrase list;
  for (const PeriodGap& gap : gaps_in(after, unit, usual_distance(after, unit))) {
    if (!is_new(gap)) continue;
    list.en += (list.en.empty() ? "" : ", ") + text(gap, Language::en);
    list.nl += (list.nl.empty() ? "" : ", ") + text(gap, Language::nl);
  }
  if (list.empty()) return {};
  return {change.series.id + ": no figures of " + list.en + ", though later ones come in",
          change.series.id + ": geen cijfers van " + list.nl + ", terwijl er latere bij komen"};
}

}  // namespace pricetalk
