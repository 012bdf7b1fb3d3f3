#include <pricetalk/audit/audit.hpp>
#include <pricetalk/contract/contract.hpp>
#include <pricetalk/explain/format.hpp>
#include <pricetalk/invoice/invoice.hpp>

#include "read.hpp"

using namespace pricetalk;

/// Which invoice rows are not what the contract allows, and which mistake explains them.
///   audit FOLDER
int main(int, char** arguments) {
  const std::string folder = arguments[1];
  const SourcePtr source = read(folder + "/contract.toml");
  const Contract contract = taken(read_contract(source));
  const Library figures = Library().with(contract.own_series, {source});
  const auto rows = taken(read_invoices(read(folder + "/invoices.csv")));

  const Audit made = audit(contract, figures, rows, *Date::make(2026, 6, 30));
  for (const AuditedRow& row : made.rows) {
    if (!row.difference || amount_of(*row.difference).is_zero()) continue;
    std::cout << row.charged.invoice << ": charged "
              << money_text({row.charged.amount, made.currency}, Language::en) << ", allowed "
              << money_text(std::get<Money>(row.allowed->value), Language::en) << "\n";
  }
  std::cout << "too much: " << money_text(std::get<Money>(made.totals.over.value), Language::en)
            << "\n";
  for (const AuditedLine& line : made.lines)
    for (const Explanation& explanation : line.causes.explanations)
      std::cout << "because: " << explanation.sentence().en << "\n";
  return made.differs() ? 1 : 0;
}
