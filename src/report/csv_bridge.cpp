#include <set>

#include "portfolio/totals.hpp"
#include "report/bridge_report.hpp"
#include "report/csv_text.hpp"

namespace pricetalk {

std::string bridge_csv(const BridgeReport& report) {
  std::set<std::string> tags;
  for (const BridgeRow& row : report.rows)
    for (const auto& [name, value] : row.tags) tags.insert(name);
  std::string out = "contract,title";
  for (const std::string& tag : tags) {
    out += ',';
    add_csv_text(out, "tag " + tag);
  }
  out += ",currency,vat,before";
  for (const BridgeCause cause : bridge_causes) out += ',' + std::string(word(cause));
  out += ",after,difference,open\n";
  for (const BridgeRow& row : report.rows) {
    const auto amount = [&](const Ratio& value) {
      out += ',' + as_written(value, row.currency).text();
    };
    add_csv_text(out, row.id);
    out += ',';
    add_csv_text(out, row.title);
    for (const std::string& tag : tags) {
      const auto found = row.tags.find(tag);
      out += ',';
      if (found != row.tags.end()) add_csv_text(out, found->second);
    }
    out += ',' + std::string(row.currency.code());
    out += row.vat == Vat::included ? ",included" : ",excluded";
    amount(row.before);
    for (const BridgeCause cause : bridge_causes) amount(row.of(cause));
    amount(row.after);
    amount(row.difference());
    out += ',' + std::to_string(row.open) + '\n';
  }
  return out;
}

}  // namespace pricetalk
