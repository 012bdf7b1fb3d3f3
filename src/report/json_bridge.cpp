#include "portfolio/totals.hpp"
#include "report/bridge_report.hpp"
#include "report/json_parts.hpp"

namespace pricetalk {

namespace {

Json run_json(const BridgeEnd& run) {
  const std::string& approver = run.manifest.approved_by;
  return {{"program", run.manifest.program},
          {"today", run.manifest.today.text()},
          {"approved_by", approver.empty() ? Json(nullptr) : Json(approver)},
          {"not_counted", run.manifest.not_counted.size()}};
}

/// What a row and a total have in common.
template <class Amounts>
void add_amounts(Json& json, const Amounts& of) {
  const auto text = [&](const Ratio& amount) { return as_written(amount, of.currency).text(); };
  json["currency"] = std::string(of.currency.code());
  json["vat"] = of.vat == Vat::excluded ? "excluded" : "included";
  json["before"] = text(of.before);
  for (const BridgeCause cause : bridge_causes)
    json["causes"][std::string(word(cause))] = text(of.of(cause));
  json["after"] = text(of.after);
  json["difference"] = text(of.difference());
  json["open"] = of.open;
}

Json totals_json(const std::vector<BridgeTotal>& totals, bool by_tag) {
  Json list = Json::array();
  for (const BridgeTotal& total : totals) {
    Json one;
    if (by_tag) one["value"] = total.value.empty() ? Json(nullptr) : Json(total.value);
    one["contracts"] = total.contracts;
    add_amounts(one, total);
    list.push_back(std::move(one));
  }
  return list;
}

Json row_json(const BridgeRow& row) {
  Json one{{"contract", row.id}, {"title", row.title}};
  one["tags"] = Json::object();
  for (const auto& [name, value] : row.tags) one["tags"][name] = value;
  add_amounts(one, row);
  one["together"] = Json::array();
  for (const BridgeCause cause : row.together) one["together"].push_back(std::string(word(cause)));
  return one;
}

}  // namespace

std::string bridge_json(const BridgeReport& report) {
  Json made{{"from", run_json(report.before)},
            {"to", run_json(report.after)},
            {"future", report.future},
            {"alternative", report.alternative},
            {"year", report.amount.year ? Json(*report.amount.year) : Json(nullptr)},
            {"contracted_only", report.amount.contracted_only},
            {"totals", totals_json(bridge_totals(report.rows), false)}};
  if (report.tag)
    made["by_tag"] = {{"tag", *report.tag},
                      {"totals", totals_json(bridge_totals(report.rows, report.tag), true)}};
  made["contracts"] = Json::array();
  for (const BridgeRow& row : report.rows) made["contracts"].push_back(row_json(row));
  return printed(made);
}

}  // namespace pricetalk
