#include "report/json_audit_folder.hpp"

#include "report/audit_conclusion.hpp"
#include "report/json_audited.hpp"
#include "report/json_parts.hpp"

namespace pricetalk {

namespace {

Json counts_json(const BulkCounts& counts) {
  return {{"rows", counts.rows},           {"matched", counts.matched},
          {"unmatched", counts.unmatched}, {"aside", counts.aside},
          {"offending", counts.offending}, {"undetermined", counts.undetermined},
          {"asked", counts.asked},         {"vat_asked", counts.vat_asked}};
}

Json listed_json(const OffendingRow& row) {
  Json made{{"kind", std::string(word(row.kind))},
            {"contract", row.contract.empty() ? Json(nullptr) : Json(row.contract)},
            {"invoice", row.invoice},
            {"name", row.name},
            {"from", row.from.text()},
            {"to", row.to.text()},
            {"amount", row.amount.text()},
            {"currency", row.currency.empty() ? Json(nullptr) : Json(row.currency)}};
  made["reason"] = sentence_json(row.reason);
  made["place"] = row.place;
  return made;
}

}  // namespace

std::string audit_folder_json(const std::vector<BulkContract>& contracts, const BulkAudit& audit,
                              const std::vector<AuditedContract>& details,
                              const std::vector<ReadAs>& read_as, const NotRead& not_read,
                              const Diagnostics& problems, bool today_from_clock) {
  Json made{{"today", audit.today.text()},
            {"today_from_clock", today_from_clock},
            {"files", read_as_json(read_as)},
            {"not_read", not_read_json(not_read)},
            {"problems", problems_json(problems)}};
  made["rows"] = counts_json(audit.counts);
  made["rows"]["of_no_contract"] = audit.counts.elsewhere;
  made["sums"] = Json::array();
  for (const BulkSums& sums : audit.sums)
    made["sums"].push_back(
        {{"currency", sums.currency.empty() ? Json(nullptr) : Json(sums.currency)},
         {"charged", sums.charged.text()},
         {"matched", sums.matched.text()},
         {"unmatched", sums.unmatched.text()},
         {"of_no_contract", sums.elsewhere.text()},
         {"aside", sums.aside.text()}});
  made["contracts"] = Json::array();
  for (const BulkResult& each : audit.contracts) {
    const BulkContract& of = contracts[each.contract];
    Json one{{"contract", of.contract->id},
             {"title", of.contract->title},
             {"file", of.path},
             {"currency", std::string(of.contract->currency.code())},
             {"vat", of.contract->vat == Vat::excluded ? "excluded" : "included"},
             {"over", figure_json(each.totals.over)},
             {"over_vat", figure_json(each.totals.over_vat)},
             {"under", figure_json(each.totals.under)},
             {"under_vat", figure_json(each.totals.under_vat)}};
    one["charged_twice"] = charged_twice_json(each.twice, each.charged_twice);
    one["quantities"] = quantity_gaps_json(each.gaps);
    one["since"] = each.since ? Json(each.since->text()) : Json(nullptr);
    for (const auto& [line, reading] : each.vat_readings)
      one["vat_readings"].push_back({{"line", line->id}, {"vat_reading", sentence_json(reading)}});
    one["charged"] = each.charged.text();
    one["unmatched"] = each.unmatched.text();
    one["rows"] = counts_json(each.counts);
    made["contracts"].push_back(std::move(one));
  }
  made["listed"] = Json::array();
  for (const OffendingRow& row : audit.listed) made["listed"].push_back(listed_json(row));
  made["questions"] = Json::array();
  for (const OffendingRow& row : audit.offending) {
    if (row.kind != Offence::question) continue;
    made["questions"].push_back(listed_json(row));
    if (row.only_vat) made["questions"].back()["about"] = "vat";
    if (row.at_stake) made["questions"].back()["at_stake"] = row.at_stake->text();
    if (row.at_stake && row.at_stake_if_not) made["questions"].back()["at_stake_answer"] = "no";
  }
  made["conclusion"] = sentence_json(conclusion(reach_of(audit, not_read)));
  made["details"] = Json::array();
  for (const AuditedContract& each : details) made["details"].push_back(audited_json(each));
  return printed(made);
}

}  // namespace pricetalk
