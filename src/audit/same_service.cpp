#include "audit/same_service.hpp"

#include "audit/row_words.hpp"
#include "pricetalk/audit/audit.hpp"
#include "pricetalk/explain/format.hpp"

namespace pricetalk {

namespace {

/// A number without zeros at its end.
std::pair<std::int64_t, int> plain(const Decimal& number) {
  std::int64_t mantissa = number.mantissa();
  int scale = number.scale();
  while (scale > 0 && mantissa % 10 == 0) {
    mantissa /= 10;
    --scale;
  }
  return {mantissa, scale};
}

}  // namespace

ServiceKey service_key(const InvoiceLine& row) {
  return {row.from, row.to, plain(row.quantity), plain(row.amount)};
}

Phrase same_service_question(const std::string& line, const Decimal& quantity,
                             const Decimal& amount, const Currency& currency) {
  const Phrase number = number_text(Ratio(quantity));
  const Phrase money = amount_text(Ratio(amount), currency);
  return {"as much is charged for the same days as " + line + ", " + number.en + " for " +
              money.en + ": is this the same once more?",
          "voor dezelfde dagen is evenveel gerekend als " + line + ", " + number.nl + " voor " +
              money.nl + ": is dit hetzelfde nog een keer?"};
}

void ask_about_same_services(const Contract& contract, Audit& audit) {
  std::map<ServiceKey, const Line*> charged;
  for (const AuditedRow& row : audit.rows)
    if (row.line != nullptr && row.parts.empty() && row.charged.amount > Decimal())
      charged.emplace(service_key(row.charged), row.line);
  const auto same_as = [&](const AuditedRow& row) {
    return row.line == nullptr && row.charged.amount > Decimal()
               ? charged.find(service_key(row.charged))
               : charged.end();
  };
  SteadyServices steady;
  for (const AuditedRow& row : audit.rows)
    if (same_as(row) != charged.end()) steady.add(row.charged.line, row.charged.from);
  for (AuditedRow& row : audit.rows) {
    const auto same = same_as(row);
    if (same != charged.end() && !steady.holds(row.charged.line))
      row.question = same_service_question(same->second->id, row.charged.quantity,
                                           row.charged.amount, contract.currency);
  }
}

}  // namespace pricetalk
