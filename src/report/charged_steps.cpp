#include "report/charged_steps.hpp"

#include <algorithm>
#include <optional>

namespace pricetalk {

namespace {

/// What a unit cost by a row, charged and allowed.
struct RowPrice {
  Date from;
  Ratio charged{0};
  Ratio allowed{0};
  Ratio quantity{0};
  Ratio noise{0};  ///< by so much a price of an amount in cents may be off; zero: it is stated
};

/// Of a charge in units of the line: the stated price against the allowed one, else the amounts by
/// the quantity.
std::optional<RowPrice> price_of(const Audit& audit, const AuditedRow& row) {
  const InvoiceLine& charged = row.charged;
  if (charged.kind == InvoiceKind::credit || !row.lump_sum.empty() || !row.question.empty() ||
      !row.outside.empty() || charged.quantity <= Decimal())
    return std::nullopt;
  RowPrice made;
  made.from = charged.from;
  made.quantity = Ratio(charged.quantity);
  if (charged.unit_price && row.allowed_price && *row.allowed_price) {
    made.charged = Ratio(*charged.unit_price);
    made.allowed = row.allowed_price->value();
  } else if (row.allowed) {
    made.charged = Ratio(charged.amount) / made.quantity;
    made.allowed = Ratio(amount_of(*row.allowed)) / made.quantity;
    made.noise = Ratio(Decimal(1, audit.currency.minor_decimals())) / made.quantity;
  }
  if (made.charged.sign() <= 0 || made.allowed.sign() <= 0) return std::nullopt;
  return made;
}

/// The price that the contract had before the one that holds at a row: of the first row nobody
/// knows what was charged before it.
std::optional<Ratio> allowed_before(const AuditedLine& line, Date from) {
  if (line.allowed == nullptr || line.allowed->size() != 1 || line.line->discount ||
      !line.line->surcharges.empty())
    return std::nullopt;
  std::optional<Ratio> before;
  std::optional<Ratio> now;
  for (const PriceEntry& entry : line.allowed->front().entries) {
    if (entry.from > from) break;
    if (!entry.price) return std::nullopt;
    before = now;
    now = *entry.price;
  }
  return before && before->sign() > 0 ? before : std::nullopt;
}

bool moves(const Ratio& before, const Ratio& after, const Ratio& noise) {
  return abs(after - before) > noise;
}

}  // namespace

std::vector<ChargedStep> charged_steps(const Audit& audit, const AuditedLine& line) {
  std::vector<RowPrice> rows;
  for (const std::size_t i : line.rows)
    if (const auto price = price_of(audit, audit.rows[i])) rows.push_back(*price);
  std::stable_sort(rows.begin(), rows.end(),
                   [](const RowPrice& a, const RowPrice& b) { return a.from < b.from; });
  std::vector<ChargedStep> made;
  if (rows.empty()) return made;
  const RowPrice& first = rows.front();
  if (const auto before = allowed_before(line, first.from);
      before && moves(first.allowed, first.charged, first.noise))
    made.push_back({first.from, *before, first.charged, *before, first.allowed});
  const bool tiers = line.line->prices.size() > 1;
  for (std::size_t i = 1; i < rows.size(); ++i) {
    // In tiers another quantity has another price.
    if (tiers && !(rows[i].quantity == rows[i - 1].quantity)) continue;
    const ChargedStep step{rows[i].from, rows[i - 1].charged, rows[i].charged, rows[i - 1].allowed,
                           rows[i].allowed};
    const Ratio noise = rows[i - 1].noise + rows[i].noise;
    if (moves(step.charged_before, step.charged, noise) ||
        moves(step.allowed_before, step.allowed, noise))
      made.push_back(step);
  }
  return made;
}

}  // namespace pricetalk
