#include "report/sarif.hpp"

#include <algorithm>
#include <map>

#include "document/error_codes.hpp"
#include "report/json_parts.hpp"

namespace pricetalk {

namespace {

/// A path as a URI: relative as it is, what a URI cannot hold as %20; absolute as file:///.
std::string uri_of(const std::string& path) {
  static constexpr char digits[] = "0123456789ABCDEF";
  std::string made = path.starts_with('/') ? "file://" : "";
  for (const char c : path) {
    const auto byte = static_cast<unsigned char>(c);
    const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                       std::string_view("-._~/").find(c) != std::string_view::npos;
    if (plain) {
      made += c;
      continue;
    }
    made += '%';
    made += digits[byte / 16U];
    made += digits[byte % 16U];
  }
  return made;
}

Json rule_json(const std::string& code, Language language) {
  Json rule{{"id", code}};
  if (const Code* known = find_error_code(code)) {
    rule["shortDescription"]["text"] = known->title.phrase().in(language);
    rule["fullDescription"]["text"] = known->explanation.phrase().in(language);
  }
  return rule;
}

Json location_json(const Noted& each) {
  Json made;
  Json& place = made["physicalLocation"];
  place["artifactLocation"]["uri"] = uri_of(each.file);
  if (each.region)
    place["region"] = {{"startLine", each.region->begin.line},
                       {"startColumn", each.region->begin.column},
                       {"endLine", each.region->end.line},
                       {"endColumn", each.region->end.column}};
  return made;
}

Json result_json(const Noted& each, std::size_t rule, Language language) {
  std::string text = each.title.in(language);
  if (!each.hint.empty()) text += ". " + each.hint.in(language);
  Json made{{"ruleId", each.code},
            {"ruleIndex", rule},
            {"level", std::string(word(each.level))},
            {"message", {{"text", text}}}};
  if (!each.file.empty()) made["locations"] = Json::array({location_json(each)});
  return made;
}

}  // namespace

std::string sarif(const std::vector<Noted>& all, std::string_view version, Language language) {
  std::map<std::string, std::size_t> rules;
  for (const Noted& each : all) rules.emplace(each.code, 0);
  Json described = Json::array();
  for (auto& [code, index] : rules) {
    index = described.size();
    described.push_back(rule_json(code, language));
  }
  Json results = Json::array();
  for (const Noted& each : all) results.push_back(result_json(each, rules[each.code], language));
  Json run;
  run["tool"]["driver"] = {
      {"name", "pricetalk"}, {"version", std::string(version)}, {"rules", std::move(described)}};
  run["columnKind"] = "unicodeCodePoints";
  run["language"] = language == Language::nl ? "nl" : "en";
  run["results"] = std::move(results);
  return printed({{"$schema", "https://json.schemastore.org/sarif-2.1.0.json"},
                  {"version", "2.1.0"},
                  {"runs", Json::array({std::move(run)})}});
}

}  // namespace pricetalk
