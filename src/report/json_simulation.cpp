#include "report/json_simulation.hpp"

#include "contract/terms_dictionary.hpp"
#include "document/word_of.hpp"
#include "report/json_actuals.hpp"
#include "report/json_entered.hpp"
#include "report/json_parts.hpp"
#include "report/json_paths.hpp"
#include "report/json_periods.hpp"

namespace pricetalk {

namespace {

Json total_json(const Total& total) {
  if (total.figure) return figure_json(*total.figure);
  Json made;
  made["value"] = nullptr;
  made["known"] = figure_json(total.known);
  made["amounts_missing"] = total.open;
  made["missing"] = reasons_json(total.figure.why(), Language::en);
  return made;
}

Json split_json(const SplitTotal& total) {
  Json made;
  made["contracted"] = total_json(total.contracted);
  made["assuming_renewal"] = total_json(total.renewal);
  made["with_renewal"] = total_json(total.with_renewal);
  return made;
}

Json year_json(const YearTotal& year) {
  Json made;
  made["year"] = year.label;
  made["from"] = year.first.text();
  made["to"] = year.last.text();
  made["months_contracted"] = year.total.months_contracted;
  made["months_assuming_renewal"] = year.total.months_renewal;
  made["total"] = split_json(year.total);
  return made;
}

Json years_json(const std::vector<YearTotal>& years) {
  Json list = Json::array();
  for (const YearTotal& year : years) list.push_back(year_json(year));
  return list;
}

/// By year; a year that the other run does not have has no difference.
Json differences_json(const std::vector<YearTotal>& years,
                      const std::vector<SplitTotal>& differences) {
  Json list = Json::array();
  for (std::size_t i = 0; i < differences.size() && i < years.size(); ++i)
    list.push_back({{"year", years[i].label}, {"total", split_json(differences[i])}});
  return list;
}

Json bearer_json(const std::optional<Side>& bearer) {
  if (!bearer) return nullptr;
  return *bearer == Side::supplier ? "supplier" : "customer";
}

Json row_json(const Run& run, const LedgerRow& row) {
  Json made;
  made["kind"] = std::string(word(row.kind));
  made["line"] = row.line;
  if (row.bearer) made["bearer"] = bearer_json(row.bearer);
  if (!row.remark.empty()) made["remark"] = sentence_json(row.remark);
  made["amounts"] = Json::array();
  for (std::size_t i = 0; i < row.cells.size(); ++i) {
    const LedgerCell& cell = row.cells[i];
    Json amount;
    amount["period"] = run.ledger.periods[i].text();
    amount["value"] =
        cell.units ? Json(run.ledger.money(*cell.units).amount.text()) : Json(nullptr);
    if (!cell.units) amount["missing"] = reasons_json(cell.units.why(), Language::en);
    amount["fixity"] = word(cell.fixity);
    if (cell.invoiced != Invoiced::no)
      amount["invoiced"] = cell.invoiced == Invoiced::whole ? "whole" : "part";
    amount["address"] = cell.address.text;
    made["amounts"].push_back(std::move(amount));
  }
  return made;
}

Json run_json(const Run& run) {
  Json made;
  made["future"] = run.future;
  made["alternative"] = run.alternative;
  made["calendar_years"] = years_json(run.calendar_years);
  made["contract_years"] = years_json(run.contract_years);
  made["running_years"] = years_json(run.running_years);
  made["total"] = split_json(run.total);
  made["difference"] = split_json(run.difference);
  made["difference_by_calendar_year"] =
      differences_json(run.calendar_years, run.difference_by_calendar_year);
  made["difference_of_future"] = split_json(run.difference_of_future);
  made["difference_of_future_by_calendar_year"] =
      differences_json(run.calendar_years, run.difference_of_future_by_calendar_year);
  made["whole_cost"] = split_json(run.whole_cost);
  made["whole_cost_difference"] = split_json(run.whole_cost_difference);
  if (run.present_value) {
    made["present_value"] = total_json(*run.present_value);
    made["present_value_difference"] = total_json(*run.present_value_difference);
    made["present_value_difference_of_future"] =
        total_json(*run.present_value_difference_of_future);
  }
  made["beside_the_price"] = Json::array();
  for (const BesideTotal& beside : run.beside) {
    Json one;
    one["kind"] = std::string(word(beside.kind));
    one["bearer"] = bearer_json(beside.bearer);
    one["total"] = split_json(beside.total);
    if (beside.same_lines) one["same_lines_at_contract_price"] = split_json(*beside.same_lines);
    made["beside_the_price"].push_back(std::move(one));
  }
  for (const DeliveryCost& cost : costs_after_delivery(run))
    made["after_delivery"].push_back(delivery_cost_json(cost));
  made["ledger"] = Json::array();
  for (const LedgerRow& row : run.ledger.rows) made["ledger"].push_back(row_json(run, row));
  return made;
}

Json one_json(const Simulation& simulation) {
  Json made;
  made["contract"] = simulation.contract;
  made["title"] = simulation.title;
  made["currency"] = std::string(simulation.currency.code());
  made["vat"] = word_of(simulation.vat);
  made["first_day"] = simulation.first.text();
  made["last_day"] = simulation.last.text();
  made["months"] = simulation.months;
  made["contract_end"] =
      simulation.contract_end ? Json(simulation.contract_end->text()) : Json(nullptr);
  made["discount_rate"] =
      simulation.discount_rate ? Json(simulation.discount_rate->text()) : Json(nullptr);
  made["alternatives_left_out"] = simulation.left_out;
  made["runs"] = Json::array();
  for (const Run& run : simulation.runs) made["runs"].push_back(run_json(run));
  return made;
}

}  // namespace

std::string simulation_json(const std::vector<Simulation>& simulations, Date today,
                            bool today_from_clock, const SimulationAsked& asked) {
  Json made;
  made["today"] = today.text();
  made["today_from_clock"] = today_from_clock;
  if (!asked.entered.empty()) made["entered_by_hand"] = entered_json(asked.entered);
  for (const auto& [future, words] : asked.drawn)
    made["drawn"].push_back({{"future", future}, {"words", sentence_json(words)}});
  made["contracts"] = Json::array();
  for (const Simulation& simulation : simulations)
    made["contracts"].push_back(one_json(simulation));
  made["together"] = Json::array();
  for (const JointTotal& joint : joint_totals(simulations)) {
    Json one;
    one["currency"] = std::string(joint.currency.code());
    one["vat"] = word_of(joint.vat);
    one["future"] = joint.future;
    one["alternative"] = joint.alternative;
    one["contracts"] = joint.contracts;
    one["about"] = joint.about;
    one["total"] = split_json(joint.total);
    one["difference"] = split_json(joint.difference);
    made["together"].push_back(std::move(one));
  }
  if (asked.chance != nullptr) made["chance"] = paths_json(*asked.chance);
  if (asked.actuals != nullptr) made["invoices"] = actuals_json(*asked.actuals);
  return printed(made);
}

}  // namespace pricetalk
