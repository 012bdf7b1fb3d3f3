#include "report/json_redface.hpp"

#include "document/word_of.hpp"
#include "report/json_finding.hpp"

namespace pricetalk {

Json outcome_or_null(const Outcome<Figure>& outcome) {
  return outcome ? figure_json(*outcome) : Json(nullptr);
}

void add_told(Json& row, const Finding& finding) {
  if (finding.told) {
    Json told{{"on", finding.told->on.text()},
              {"sentence", sentence_json(finding.told->sentence)},
              {"overdue", finding.told->overdue}};
    if (finding.told->open) told["open"] = outcome_or_null(*finding.told->open);
    row["told"] = std::move(told);
  } else if (!finding.to_record.empty()) {
    row["told"] = nullptr;
    row["to_record"] = finding.to_record;
  }
}

namespace {

Json finding_json(const Finding& finding) {
  Json row{{"kind", finding.kind == FindingKind::wrong ? "wrong" : "blush"},
           {"rule", finding.rule}};
  if (!finding.line.empty()) row["line"] = finding.line;
  row["title"] = sentence_json(finding.title);
  const auto amount = [&](const char* key, const std::optional<Outcome<Figure>>& figure) {
    if (!figure) return;
    row[key] = outcome_or_null(*figure);
    if (!*figure) row["missing"] = reasons_json(figure->why(), Language::en);
  };
  amount("per_year", finding.per_year);
  amount("total", finding.total);
  amount("vat_on_total", finding.vat);
  if (finding.since) row["since"] = finding.since->text();
  row["customer_question"] = sentence_json(finding.customer_question);
  row["advice"] = sentence_json(finding.advice);
  add_told(row, finding);
  row["evidence"] = Json::array();
  for (const Evidence& evidence : finding.evidence)
    row["evidence"].push_back(evidence.address.text);
  return row;
}

Json overview_json(const RedFaceOverview& each, const std::vector<Finding>& findings) {
  Json row{{"contract", each.contract->id},
           {"currency", std::string(each.contract->currency.code())},
           {"vat", word_of(each.contract->vat)},
           {"wrong", each.wrong},
           {"not_told", each.not_told},
           {"blush", each.blush},
           {"charged_too_much", figure_json(each.over)},
           {"charged_too_much_last_year", figure_json(each.over_year)},
           {"blush_a_year", figure_json(each.blush_year)},
           {"undetermined", each.undetermined}};
  row["worst"] = findings.empty() ? Json(nullptr)
                                  : Json{{"rule", findings.front().rule},
                                         {"title", sentence_json(findings.front().title)}};
  return row;
}

Json row_json(const InvoiceLine& row) {
  return Json{{"invoice", row.invoice},  {"line", row.line},    {"place", row.where.place()},
              {"from", row.from.text()}, {"to", row.to.text()}, {"amount", row.amount.text()}};
}

}  // namespace

std::string findings_json(const RedFaceReport& report) {
  Json made{{"today", report.today.text()},
            {"today_from_clock", report.today_from_clock},
            {"not_read", report.unread}};
  made["overview"] = Json::array();
  for (std::size_t i = 0; i < report.overview.size(); ++i)
    made["overview"].push_back(overview_json(report.overview[i], report.contracts[i].findings));
  made["totals"] = Json::array();
  for (const RedFaceTotal& total : report.totals)
    made["totals"].push_back({{"currency", std::string(total.currency.code())},
                              {"vat", word_of(total.vat)},
                              {"wrong", total.wrong},
                              {"blush", total.blush},
                              {"charged_too_much", figure_json(total.over)},
                              {"charged_too_much_last_year", figure_json(total.over_year)},
                              {"blush_a_year", figure_json(total.blush_year)}});
  if (report.shared != nullptr) {
    Json several = Json::array();
    for (const SharedOut::Unclear& each : report.shared->unclear) {
      Json row = row_json(each.row);
      for (const Contract* contract : each.fits) row["contracts"].push_back(contract->id);
      several.push_back(std::move(row));
    }
    Json none = Json::array();
    for (const InvoiceLine& row : report.shared->unknown) none.push_back(row_json(row));
    made["rows_not_judged"] = {{"fit_several_contracts", std::move(several)},
                               {"of_none_of_them", std::move(none)}};
  }
  made["contracts"] = Json::array();
  for (const ContractFindings& each : report.contracts) {
    Json one{{"contract", each.contract->id}, {"vat", word_of(each.contract->vat)}};
    one["findings"] = Json::array();
    for (const Finding& finding : each.findings) one["findings"].push_back(finding_json(finding));
    if (each.refund != nullptr && !each.refund->empty())
      one["refund"] = {
          {"refund_on", each.refund->terms.until.text()},
          {"principal", figure_json(each.refund->principal)},
          {"interest", each.refund->interest ? figure_json(*each.refund->interest) : Json(nullptr)},
          {"interest_until", each.refund->interest_until.text()},
          {"total", figure_json(each.refund->total)}};
    made["contracts"].push_back(std::move(one));
  }
  return printed(made);
}

}  // namespace pricetalk
