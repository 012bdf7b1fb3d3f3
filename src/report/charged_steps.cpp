#include "report/charged_steps.hpp"

#include <algorithm>

namespace pricetalk {

namespace {

/// Whether a row tells a price of the line: one charged and one allowed, for a charge.
bool tells_a_price(const AuditedRow& row) {
  return row.charged.kind != InvoiceKind::credit && row.charged.unit_price &&
         *row.charged.unit_price > Decimal() && row.allowed_price && *row.allowed_price &&
         row.allowed_price->value().sign() > 0 && row.lump_sum.empty() && row.question.empty();
}

}  // namespace

std::vector<ChargedStep> charged_steps(const Audit& audit, const AuditedLine& line) {
  std::vector<const AuditedRow*> rows;
  for (const std::size_t i : line.rows)
    if (tells_a_price(audit.rows[i])) rows.push_back(&audit.rows[i]);
  std::stable_sort(rows.begin(), rows.end(), [](const AuditedRow* a, const AuditedRow* b) {
    return a->charged.from < b->charged.from;
  });
  std::vector<ChargedStep> made;
  for (std::size_t i = 1; i < rows.size(); ++i) {
    const ChargedStep step{rows[i]->charged.from, Ratio(*rows[i - 1]->charged.unit_price),
                           Ratio(*rows[i]->charged.unit_price), rows[i - 1]->allowed_price->value(),
                           rows[i]->allowed_price->value()};
    if (!(step.charged == step.charged_before) || !(step.allowed == step.allowed_before))
      made.push_back(step);
  }
  return made;
}

}  // namespace pricetalk
