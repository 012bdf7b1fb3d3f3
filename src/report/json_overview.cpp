#include "portfolio/totals.hpp"
#include "report/json_parts.hpp"
#include "report/overview_report.hpp"

namespace pricetalk {

namespace {

Json percent_json(const Ratio& change) {
  return round(change * Ratio(100), Rounding::decimals(4)).text();
}

Json step_json(const std::optional<OverviewStep>& step) {
  if (!step) return nullptr;
  Json made{{"date", step->from.text()}, {"from", nullptr}, {"to", nullptr}};
  if (step->change) {
    made["from"] = percent_json(step->change->first);
    made["to"] = percent_json(step->change->second);
  }
  return made;
}

Json deadline_json(const std::optional<OverviewDeadline>& deadline) {
  if (!deadline) return nullptr;
  const bool cancel = deadline->kind == OverviewDeadline::Kind::cancel;
  return {{"on", deadline->on.text()}, {"kind", cancel ? "cancel" : "announce"}};
}

Json contract_json(const OverviewReport& report, const ContractOverview& row) {
  Json made{{"contract", row.id}, {"title", row.title}, {"file", row.path}};
  made["tags"] = Json::object();
  for (const auto& [name, value] : row.tags) made["tags"][name] = value;
  made["currency"] = std::string(row.currency.code());
  made["vat"] = row.vat == Vat::included ? "included" : "excluded";
  made["costs"] = Json::array();
  for (std::size_t i = 0; i < row.costs.size(); ++i)
    made["costs"].push_back(
        {{"future", report.futures.empty() ? Json(nullptr) : Json(report.futures[i])},
         {"amount", as_written(row.costs[i].amount, row.currency).text()},
         {"open", row.costs[i].open}});
  made["last_step"] = step_json(row.last);
  made["next_step"] = step_json(row.next);
  made["deadline"] = deadline_json(row.deadline);
  made["caps"] = row.capped;
  made["provisional"] = row.provisional;
  made["end"] = row.end ? Json(row.end->text()) : Json(nullptr);
  made["wrong"] = row.wrong;
  made["blush"] = row.blush;
  made["examples_that_do_not_hold"] = row.examples;
  return made;
}

}  // namespace

std::string overview_json(const OverviewReport& report) {
  Json made{{"today", report.today.text()},
            {"today_from_clock", report.today_from_clock},
            {"months", report.months},
            {"left_out", report.left_out},
            {"not_read", report.unread}};
  if (!report.entered.empty()) made["entered_by_hand"] = entered_json(report.entered);
  made["contracts"] = Json::array();
  for (const ContractOverview& row : report.contracts)
    made["contracts"].push_back(contract_json(report, row));
  return printed(made);
}

}  // namespace pricetalk
