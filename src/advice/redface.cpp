#include "pricetalk/advice/redface.hpp"

#include <algorithm>

#include "advice/redface_rules.hpp"
#include "advice/rule.hpp"

namespace pricetalk {

namespace {

void complete(const RedFaceRule& rule, const Dossier& dossier, Finding& finding) {
  finding.kind = rule.kind;
  finding.rule = std::string(rule.id);
  if (finding.customer_question.empty()) finding.customer_question = rule.question.phrase();
  if (finding.advice.empty()) finding.advice = rule.advice.phrase();
  add_told(dossier, finding);
}

}  // namespace

Finding about(const Line* line, Phrase title) {
  Finding made;
  if (line != nullptr) made.line = line->id;
  made.title = std::move(title);
  return made;
}

std::vector<Finding> red_face(const Dossier& dossier, const RedFaceThresholds& thresholds) {
  std::vector<Finding> all;
  for (const RedFaceRule& rule : red_face_rules()) {
    if (rule.find == nullptr) continue;
    for (Finding& finding : rule.find(dossier, thresholds)) {
      complete(rule, dossier, finding);
      all.push_back(std::move(finding));
    }
  }
  rank(all);
  return all;
}

std::vector<Finding> red_face(const Dossier& dossier) {
  return red_face(dossier, default_thresholds());
}

std::vector<FindingIn> red_face_across(std::span<const Dossier> dossiers,
                                       const RedFaceThresholds& thresholds) {
  std::vector<FindingIn> all;
  for (const RedFaceRule& rule : red_face_rules()) {
    if (rule.find_across == nullptr) continue;
    for (FindingIn& each : rule.find_across(dossiers, thresholds)) {
      complete(rule, dossiers[each.dossier], each.finding);
      all.push_back(std::move(each));
    }
  }
  std::stable_sort(all.begin(), all.end(),
                   [](const FindingIn& a, const FindingIn& b) { return a.dossier < b.dossier; });
  return all;
}

}  // namespace pricetalk
