#include "report/audit_panels.hpp"

#include <algorithm>

namespace pricetalk {

namespace {

using Stretch = AuditPanel::Stretch;

bool differs(const AuditedRow& row) {
  return row.difference && !amount_of(*row.difference).is_zero();
}

bool has_prices(const AuditedRow& row) {
  return row.charged.unit_price && row.allowed_price && *row.allowed_price && row.adds_up;
}

Stretch stretch_of(const AuditedRow& row, bool prices) {
  Stretch made{row.charged.from, row.charged.to, Ratio(0), std::nullopt};
  if (prices) {
    made.charged = Ratio(*row.charged.unit_price);
    if (row.allowed_price && *row.allowed_price) made.allowed = row.allowed_price->value();
  } else {
    made.charged = Ratio(row.charged.amount);
    if (row.allowed) made.allowed = Ratio(amount_of(*row.allowed));
  }
  return made;
}

/// Whether the stretch went into the last one.
bool joined(std::vector<Stretch>& all, const Stretch& next, bool prices) {
  if (all.empty()) return false;
  Stretch& last = all.back();
  if (prices) {
    if (last.charged != next.charged || last.allowed != next.allowed) return false;
    const bool again = last.from <= next.from && next.to <= last.to;
    if (!again && last.to.plus_days(1) != next.from) return false;
    last.to = std::max(last.to, next.to);
    return true;
  }
  if (last.from != next.from || last.to != next.to) return false;
  last.charged = last.charged + next.charged;  // several rows of one period: together
  last.allowed = last.allowed && next.allowed ? std::optional<Ratio>(*last.allowed + *next.allowed)
                                              : std::nullopt;
  return true;
}

std::optional<AuditPanel> panel_of(const Audit& audit, const AuditedLine& line) {
  AuditPanel made;
  made.line = &line;
  made.money = Ratio(amount_of(line.totals.over)) + Ratio(amount_of(line.totals.under));
  bool any = false;
  for (const std::size_t i : line.rows) {
    const AuditedRow& row = audit.rows[i];
    if (row.charged.kind == InvoiceKind::credit || !differs(row)) continue;
    any = true;
    made.prices = made.prices && has_prices(row);
  }
  if (!any) return std::nullopt;
  for (const std::size_t i : line.rows) {
    const AuditedRow& row = audit.rows[i];
    if (row.charged.kind == InvoiceKind::credit || (made.prices && !row.charged.unit_price))
      continue;
    const Stretch next = stretch_of(row, made.prices);
    if (!joined(made.stretches, next, made.prices)) made.stretches.push_back(next);
  }
  return made;
}

}  // namespace

std::vector<AuditPanel> panels_of(const Audit& audit) {
  std::vector<AuditPanel> made;
  for (const AuditedLine& line : audit.lines)
    if (auto panel = panel_of(audit, line)) made.push_back(std::move(*panel));
  std::stable_sort(made.begin(), made.end(),
                   [](const AuditPanel& a, const AuditPanel& b) { return a.money > b.money; });
  return made;
}

}  // namespace pricetalk
