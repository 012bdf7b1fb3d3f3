#include "report/json_index.hpp"

#include <algorithm>

#include "document/word_of.hpp"
#include "index/figures_dictionary.hpp"
#include "pricetalk/index/figures.hpp"
#include "report/json_parts.hpp"

namespace pricetalk {

namespace {

Json provenance(const Series& s) {
  Json made{{"id", s.id}, {"title", s.title}};
  const auto add = [&](const char* key, const std::string& text) {
    if (!text.empty()) made[key] = text;
  };
  add("publisher", s.publisher);
  add("table", s.table);
  add("base", s.base);
  made["unit"] = word_of(s.unit);
  made["decimals"] = s.published_decimals();
  if (s.frequency) made["frequency"] = word_of(*s.frequency);
  if (s.retrieved) made["retrieved"] = s.retrieved->text();
  add("licence", s.licence);
  add("source", s.source);
  add("successor", s.successor);
  if (s.stopped) made["stopped"] = s.stopped->text();
  add("derived", s.derived);
  add("mean_of", s.mean_of);
  add("rate_of", s.rate_of);
  const auto dated = [&](const char* key, const auto& list, const auto& period, const auto& text) {
    for (const auto& one : list)
      made[key].push_back({{"period", (one.*period).text()}, {"text", sentence_json(one.*text)}});
  };
  dated("breaks", s.breaks, &SeriesBreak::from, &SeriesBreak::what);
  dated("holes", s.holes, &SeriesHole::period, &SeriesHole::why);
  dated("disagreements", s.disagreements, &SeriesDisagreement::period, &SeriesDisagreement::why);
  for (const SeriesLink& link : s.links) {
    Json one{{"next", link.next},
             {link.to_next ? "coefficient_to_next" : "coefficient", link.coefficient.text()}};
    if (link.at) one["at"] = link.at->text();
    if (link.published) one["published"] = link.published->text();
    if (!link.source.empty()) one["source"] = link.source;
    made["links"].push_back(std::move(one));
  }
  made["figures_count"] = s.records.size();
  return made;
}

}  // namespace

std::string index_list_json(const Library& library) {
  Json list = Json::array();
  for (const auto& series : library.all()) list.push_back(provenance(*series));
  return printed({{"series", list}});
}

std::string index_show_json(const Series& series, const std::optional<Period>& from,
                            const std::optional<Period>& to) {
  Json made = provenance(series);
  made["figures"] = Json::array();
  std::vector<Observation> sorted(series.records.begin(), series.records.end());
  std::stable_sort(sorted.begin(), sorted.end(),
                   [](const Observation& a, const Observation& b) { return a.period < b.period; });
  for (const Observation& o : sorted) {
    if (from && o.period.first_day() < from->first_day()) continue;
    if (to && o.period.last_day() > to->last_day()) continue;
    Json one{{"period", o.period.text()}, {"value", o.value.text()}, {"status", word_of(o.status)}};
    one["published"] = o.published ? Json(o.published->text()) : Json(nullptr);
    if (o.retrieved && o.retrieved != series.retrieved) one["retrieved"] = o.retrieved->text();
    if (o.by_hand) one["by_hand"] = true;
    made["figures"].push_back(std::move(one));
  }
  return printed(made);
}

}  // namespace pricetalk
