#include "audit/bulk_contract.hpp"

#include <algorithm>
#include <utility>

#include "audit/line_audit.hpp"
#include "audit/sieve.hpp"

namespace pricetalk {

namespace {

/// A row that is kept has no text any more. Its span, which has no source, holds its position.
Span numbered(std::size_t position) {
  Span made;
  made.begin = static_cast<std::uint32_t>(position);
  made.end = 1;
  return made;
}

bool is_numbered(const InvoiceLine& row) { return row.where.end == 1; }

}  // namespace

LineWatch& ContractWatch::watch(std::size_t line) {
  auto& made = lines_[line];
  if (made == nullptr)
    made = std::make_unique<LineWatch>(*of_.contract, of_.contract->lines[line], coverage_, today_);
  return *made;
}

void ContractWatch::prepare() {
  for (std::size_t line = 0; line < lines_.size(); ++line) watch(line).prepare();
}

void ContractWatch::take(const InvoiceLine& row, const Match& match, RowPlace place) {
  const auto line = static_cast<std::size_t>(match.line - of_.contract->lines.data());
  if (watch(line).right(row)) return;
  Kept& kept = kept_.emplace_back(Kept{row, line, match.by, match.likeness, match.part, place});
  kept.row.where = {};
  kept.row.head.reset();
  if (!row.head || !row.head->document) return;
  if (document_ == nullptr) {
    auto head = std::make_shared<InvoiceHead>();
    head->document = true;
    document_ = std::move(head);
  }
  kept.row.head = document_;
}

/// The kept rows, and for lines with credits the periods of their right rows.
std::vector<AuditedRow> ContractWatch::kept_rows(std::vector<std::string>& parts) const {
  std::vector<AuditedRow> made;
  std::vector<bool> credits(lines_.size(), false);
  const auto add = [&](const InvoiceLine& row, std::size_t line) -> AuditedRow& {
    AuditedRow& audited = made.emplace_back();
    audited.charged = row;
    audited.line = &of_.contract->lines[line];
    return audited;
  };
  for (std::size_t i = 0; i < kept_.size(); ++i) {
    const Kept& kept = kept_[i];
    AuditedRow& row = add(kept.row, kept.line);
    row.charged.where = numbered(i);
    row.by = kept.by;
    row.likeness = kept.likeness;
    parts.push_back(kept.part);
    if (kept.row.kind == InvoiceKind::credit) credits[kept.line] = true;
  }
  for (std::size_t line = 0; line < lines_.size(); ++line) {
    if (!credits[line]) continue;
    for (const InvoiceLine& row : lines_[line]->stand_ins()) {
      add(row, line);
      parts.emplace_back();
    }
  }
  return made;
}

/// Of every line what its right rows charged.
std::map<const Line*, ChargedPeriods> ContractWatch::charged_periods() const {
  std::map<const Line*, ChargedPeriods> made;
  for (std::size_t i = 0; i < lines_.size(); ++i) {
    const Line& line = of_.contract->lines[i];
    ChargedPeriods& periods = made.try_emplace(&line, line).first->second;
    if (lines_[i] != nullptr)
      for (ChargedPeriods::Rows& rows : lines_[i]->charged()) periods.add(std::move(rows));
  }
  return made;
}

ContractWatch::Judged ContractWatch::judge() {
  const Contract& contract = *of_.contract;
  Judged made;
  made.kept = kept_.size();
  Audit audit;
  audit.today = today_;
  audit.currency = contract.currency;
  std::vector<std::string> parts;
  std::vector<AuditedRow> rows = kept_rows(parts);
  Ratio before(0);
  Ratio after(0);
  for (const AuditedRow& row : rows) before = before + Ratio(row.charged.amount);
  settle_signs(rows);
  for (const AuditedRow& row : rows) after = after + Ratio(row.charged.amount);
  made.turned = (after - before).exact_decimal().value_or(Decimal());
  settle_credit_notes(rows);
  audit.rows = with_parts_together(std::move(rows), parts);
  find_days_outside(contract, audit.rows);
  Date until = today_;
  for (const AuditedRow& row : audit.rows) until = std::max(until, row.charged.to);
  std::map<const Line*, ChargedPeriods> charged = charged_periods();
  for (std::size_t line = 0; line < lines_.size(); ++line) {
    std::vector<std::size_t> own;
    for (std::size_t i = 0; i < audit.rows.size(); ++i)
      if (audit.rows[i].line == &contract.lines[line]) own.push_back(i);
    if (own.empty()) continue;
    const Line& judged_line = contract.lines[line];
    audit.lines.push_back(
        LineAudit(contract, judged_line, coverage_, until, audit, charged.at(&judged_line))
            .differences(std::move(own), lines_[line]->prices(until)));
    const AuditedLine& judged = audit.lines.back();
    if (judged.since && (!made.since || *judged.since < *made.since)) made.since = judged.since;
  }
  find_charged_twice(contract, audit, charged);
  made.twice = std::move(audit.twice);
  made.charged_twice = audit.charged_twice;
  sum_up(contract, audit);
  made.totals = audit.totals;
  for (const AuditedRow& row : audit.rows) {
    if (!is_numbered(row.charged)) continue;
    auto found = offending(contract, row);
    if (!found) continue;
    const RowPlace place = kept_[row.charged.where.begin].place;
    found->order = place.order;
    made.offending.push_back(std::move(*found));
    made.lines.push_back(place.line);
  }
  return made;
}

}  // namespace pricetalk
