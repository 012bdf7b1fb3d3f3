#include "report/json_index.hpp"
#include "report/json_parts.hpp"

namespace pricetalk {

namespace {

Json finding_json(const CheckFinding& finding) {
  Json made{{"kind", word(finding.kind)}, {"level", word(finding.level)}};
  if (finding.periods) {
    made["from"] = finding.periods->first.text();
    made["to"] = finding.periods->last.text();
  }
  if (finding.count > 0) made["count"] = finding.count;
  if (finding.stated) made["stated"] = finding.stated->text();
  if (finding.computed) made["computed"] = finding.computed->text();
  made["text"] = finding.text.en;
  made["where"] = finding.where.place();
  return made;
}

Json comparison_json(const Comparison& comparison) {
  return {{"kind", word(comparison.kind)},     {"with", comparison.with},
          {"compared", comparison.compared},   {"agree", comparison.agree},
          {"explained", comparison.explained}, {"known", comparison.known},
          {"different", comparison.differ}};
}

}  // namespace

std::string index_check_json(const std::vector<SeriesCheck>& checks, const Date& today,
                             bool today_from_clock) {
  Json list = Json::array();
  for (const SeriesCheck& check : checks) {
    Json one{{"id", check.series}, {"figures_count", check.figures}};
    one["comparisons"] = Json::array();
    for (const Comparison& c : check.comparisons) one["comparisons"].push_back(comparison_json(c));
    one["findings"] = Json::array();
    for (const CheckFinding& f : check.findings) one["findings"].push_back(finding_json(f));
    list.push_back(std::move(one));
  }
  return printed({{"today", today.text()},
                  {"today_from_clock", today_from_clock},
                  {"errors", has_errors(checks)},
                  {"series", list}});
}

}  // namespace pricetalk
