#include <set>

#include "portfolio/totals.hpp"
#include "report/csv_text.hpp"
#include "report/overview_report.hpp"

namespace pricetalk {

namespace {

std::string percent_of(const Ratio& change) {
  return round(change * Ratio(100), Rounding::decimals(4)).text();
}

std::string step_cells(const std::optional<OverviewStep>& step) {
  if (!step) return ",,";
  std::string made = step->from.text() + ',';
  if (step->change)
    made += percent_of(step->change->first) + ',' + percent_of(step->change->second);
  else
    made += ',';
  return made;
}

}  // namespace

std::string overview_csv(const OverviewReport& report) {
  std::set<std::string> tags;
  for (const ContractOverview& row : report.contracts)
    for (const auto& [name, value] : row.tags) tags.insert(name);
  std::string out = "contract,title";
  const auto heading = [&](const std::string& name) {
    out += ',';
    add_csv_text(out, name);
  };
  for (const std::string& tag : tags) heading("tag " + tag);
  out += ",currency,vat";
  for (const std::string& future : report.futures) {
    heading("cost " + future);
    heading("open " + future);
  }
  if (report.futures.empty()) out += ",cost,open";
  out +=
      ",last_step,last_step_from,last_step_to,next_step,next_step_from,next_step_to,deadline,"
      "deadline_kind,caps,provisional,end,wrong,blush,examples,file\n";
  for (const ContractOverview& row : report.contracts) {
    add_csv_text(out, row.id);
    heading(row.title);
    for (const std::string& tag : tags) {
      const auto found = row.tags.find(tag);
      heading(found == row.tags.end() ? std::string() : found->second);
    }
    out += ',' + std::string(row.currency.code()) +
           (row.vat == Vat::included ? ",included" : ",excluded");
    for (const OverviewCost& cost : row.costs)
      out += ',' + as_written(cost.amount, row.currency).text() + ',' + std::to_string(cost.open);
    out += ',' + step_cells(row.last) + ',' + step_cells(row.next) + ',';
    if (row.deadline)
      out += row.deadline->on.text() +
             (row.deadline->kind == OverviewDeadline::Kind::cancel ? ",cancel" : ",announce");
    else
      out += ',';
    out += ',' + std::to_string(row.capped) + ',' + std::to_string(row.provisional) + ',' +
           (row.end ? row.end->text() : std::string()) + ',' + std::to_string(row.wrong) + ',' +
           std::to_string(row.blush) + ',' + std::to_string(row.examples);
    heading(row.path);
    out += '\n';
  }
  return out;
}

}  // namespace pricetalk
