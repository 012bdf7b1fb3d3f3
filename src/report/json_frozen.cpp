#include "report/json_frozen.hpp"

#include "report/json_parts.hpp"

namespace pricetalk {

namespace {

Json approver_json(const Manifest& manifest) {
  return manifest.approved_by.empty() ? Json(nullptr) : Json(manifest.approved_by);
}

Json files_json(const std::vector<FrozenFile>& files) {
  Json list = Json::array();
  for (const FrozenFile& file : files)
    list.push_back({{"file", file.name}, {"bytes", file.bytes}, {"sha256", file.sha256}});
  return list;
}

}  // namespace

std::string frozen_json(const Manifest& manifest) {
  return printed({{"program", manifest.program},
                  {"today", manifest.today.text()},
                  {"approved_by", approver_json(manifest)},
                  {"assumptions", manifest.assumptions},
                  {"not_counted", manifest.not_counted},
                  {"inputs", files_json(manifest.inputs)},
                  {"results", files_json(manifest.results)}});
}

std::string frozen_check_json(const Manifest& manifest, bool same, const Diagnostics& differences) {
  Json made{{"program", manifest.program},
            {"today", manifest.today.text()},
            {"approved_by", approver_json(manifest)},
            {"same", same}};
  made["differences"] = Json::array();
  for (const Diagnostic& each : differences.sorted())
    made["differences"].push_back({{"code", each.code}, {"what", sentence_json(each.title)}});
  return printed(made);
}

}  // namespace pricetalk
