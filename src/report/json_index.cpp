#include "pricetalk/report/json_index.hpp"

#include "pricetalk/document/dictionary.hpp"
#include "pricetalk/index/figures.hpp"
#include "report/json_parts.hpp"

namespace pricetalk {

namespace {

template <class Choice>
std::string word_of(Choice value) {
  for (const auto& [text, known] : Dictionary<Choice>::words)
    if (known == value) return std::string(text);
  return {};
}

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
  for (const Observation& o : series.records) {
    if (from && o.period.first_day() < from->first_day()) continue;
    if (to && o.period.last_day() > to->last_day()) continue;
    Json one{{"period", o.period.text()}, {"value", o.value.text()}, {"status", word_of(o.status)}};
    one["published"] = o.published ? Json(o.published->text()) : Json(nullptr);
    made["figures"].push_back(std::move(one));
  }
  return printed(made);
}

}  // namespace pricetalk
