#include "audit/bulk_contract.hpp"

#include <algorithm>
#include <set>
#include <utility>

#include "audit/line_audit.hpp"
#include "audit/name_marks.hpp"
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
    made = std::make_unique<LineWatch>(*of_.contract, of_.contract->lines[line], today_);
  return *made;
}

/// The contract with its clauses and figures; nothing when it cannot be read again.
const ContractWatch::Whole* ContractWatch::whole() {
  if (whole_) return &*whole_;
  if (source_ == nullptr)
    return &whole_.emplace(Whole{nullptr, of_.contract, Coverage(*of_.library, today_)});
  std::shared_ptr<const WholeContract> read = source_->whole(position_);
  if (read == nullptr) return nullptr;
  const Contract* contract = &read->contract;
  return &whole_.emplace(Whole{read, contract, Coverage(read->library, today_)});
}

/// The prices of a line until a day: from whoever knows them for many lines, else made here.
void ContractWatch::learn(std::size_t line, Date until) {
  LineWatch& own = watch(line);
  if (own.knows(until)) return;
  if (source_ != nullptr)
    if (auto prices = source_->prices(position_, line, std::max(until, today_)))
      own.take(std::move(*prices));
  if (own.knows(until)) return;
  if (const Whole* from = whole())
    own.make({from->contract, &from->contract->lines[line], 0, &from->coverage}, until);
}

void ContractWatch::prepare() {
  for (std::size_t line = 0; line < lines_.size(); ++line)
    if (watch(line).simple()) learn(line, today_);
}

/// What a kept row needs of the heading of its invoice: whether it is a document, and whose it is.
std::shared_ptr<const InvoiceHead> ContractWatch::kept_head(
    const std::shared_ptr<const InvoiceHead>& head) {
  if (!head || (!head->document && head->supplier.name.empty())) return nullptr;
  auto& known = heads_[{head->supplier.name, head->document}];
  if (known == nullptr) {
    auto made = std::make_shared<InvoiceHead>();
    made->document = head->document;
    made->supplier = head->supplier;
    known = std::move(made);
  }
  return known;
}

void ContractWatch::take(const InvoiceLine& row, const Match& match, RowPlace place) {
  const auto line = static_cast<std::size_t>(match.line - of_.contract->lines.data());
  LineWatch& own = watch(line);
  const bool is_asked = match.by == MatchedBy::likeness && has_mark_of_its_own(row, *match.line);
  if (!is_asked && own.judges(row)) {
    learn(line, row.to);
    if (own.right(row)) return own.note_vat(row, place.order, place.line);
  }
  Kept& kept = kept_.emplace_back(Kept{row, line, match.by, match.likeness, match.part, place});
  kept.row.where = {};
  kept.row.head = kept_head(row.head);
}

void ContractWatch::offer(const std::map<std::string, std::vector<InvoiceLine>>& below_zero) {
  if (below_zero.empty()) return;
  std::set<std::string_view> asked;
  for (const Kept& kept : kept_) {
    const auto found = below_zero.find(kept.row.invoice);
    if (found == below_zero.end() || !asked.insert(found->first).second) continue;
    for (const InvoiceLine& row : found->second) below_zero_.add(row);
  }
}

std::vector<std::pair<const Line*, ServiceKey>> ContractWatch::services() const {
  std::vector<std::pair<const Line*, ServiceKey>> made;
  const std::vector<Line>& lines = of_.contract->lines;
  for (std::size_t i = 0; i < lines_.size(); ++i) {
    if (lines_[i] == nullptr) continue;
    for (const ChargedRow& each : lines_[i]->charged_rows()) {
      InvoiceLine row;
      row.from = each.from;
      row.to = each.to;
      row.quantity = each.quantity;
      row.amount = each.amount;
      made.emplace_back(&lines[i], service_key(row));
    }
  }
  for (const Kept& kept : kept_)
    if (kept.part.empty() && kept.row.amount > Decimal())
      made.emplace_back(&lines[kept.line], service_key(kept.row));
  return made;
}

void ContractWatch::mark(const Corrections& corrections) {
  for (Kept& kept : kept_)
    if (auto found = correction_of(kept.row, corrections)) kept.row.corrected_by = std::move(found);
}

/// The kept rows, and for lines with credits the periods of their right rows.
std::vector<AuditedRow> ContractWatch::kept_rows(const Contract& contract,
                                                 std::vector<std::string>& parts) const {
  std::vector<AuditedRow> made;
  std::vector<bool> credits(lines_.size(), false);
  const auto add = [&](const InvoiceLine& row, std::size_t line) -> AuditedRow& {
    AuditedRow& audited = made.emplace_back();
    audited.charged = row;
    audited.line = &contract.lines[line];
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

/// What the right rows of the lines with credits charged.
std::vector<ChargedRow> ContractWatch::right_rows(const Contract& contract,
                                                  const std::vector<AuditedRow>& kept) const {
  std::vector<bool> credits(lines_.size(), false);
  for (const AuditedRow& row : kept)
    if (row.charged.kind == InvoiceKind::credit)
      credits[static_cast<std::size_t>(row.line - contract.lines.data())] = true;
  std::vector<ChargedRow> made;
  for (std::size_t line = 0; line < lines_.size(); ++line)
    if (credits[line])
      for (ChargedRow& row : lines_[line]->charged_rows()) {
        row.line = &contract.lines[line];
        made.push_back(std::move(row));
      }
  return made;
}

/// Of every line what its right rows charged.
std::map<const Line*, ChargedPeriods> ContractWatch::charged_periods(
    const Contract& contract) const {
  std::map<const Line*, ChargedPeriods> made;
  for (std::size_t i = 0; i < lines_.size(); ++i) {
    const Line& line = contract.lines[i];
    ChargedPeriods& periods = made.try_emplace(&line, line).first->second;
    if (lines_[i] != nullptr)
      for (ChargedPeriods::Rows& rows : lines_[i]->charged()) periods.add(std::move(rows));
  }
  return made;
}

/// As LineAudit takes back kept rows: days that were charged twice, once on an invoice that was
/// given back whole.
void ContractWatch::take_back_right_rows(const Contract& contract,
                                         const std::set<std::string>& invoices,
                                         std::map<const Line*, ChargedPeriods>& charged) const {
  if (invoices.empty()) return;
  std::set<std::uint32_t> prints;
  for (const std::string& invoice : invoices) prints.insert(print_of_invoice(invoice));
  for (std::size_t i = 0; i < lines_.size(); ++i) {
    if (lines_[i] == nullptr) continue;
    ChargedPeriods& periods = charged.at(&contract.lines[i]);
    for (ChargedPeriods::Rows& back : lines_[i]->taken_back(prints))
      if (periods.is_beyond(back.from)) periods.add(std::move(back));
  }
}

/// Whether the prices of all lines that have kept rows are known in decimals, so that nothing else
/// of the contract is needed to judge them.
bool ContractWatch::all_known(Date until) {
  return std::all_of(kept_.begin(), kept_.end(), [&](const Kept& kept) {
    if (!watch(kept.line).simple()) return false;
    learn(kept.line, until);
    return watch(kept.line).knows(until) && !watch(kept.line).prices().empty();
  });
}

ContractWatch::Judged ContractWatch::judge() {
  Judged made;
  made.kept = kept_.size();
  Date until = today_;
  for (const Kept& kept : kept_) until = std::max(until, kept.row.to);
  if (source_ == nullptr || !all_known(until)) {
    const Whole* from = whole();
    made.unread = from == nullptr;
    if (made.unread) return made;
    judge(*from->contract, from->coverage, until, made);
    // The whole contract may go; its lines are those of the list.
    const auto of_the_list = [&](const Line*& line) {
      line = &of_.contract->lines[static_cast<std::size_t>(line - from->contract->lines.data())];
    };
    for (ChargedTwice& twice : made.twice) of_the_list(twice.line);
    for (QuantityGap& gap : made.gaps) of_the_list(gap.line);
    for (auto& [line, reading] : made.vat_readings) of_the_list(line);
    return made;
  }
  const Library none;
  judge(*of_.contract, Coverage(none, today_), until, made);
  return made;
}

namespace {

/// Whether a line has a row among these.
bool holds(const std::vector<AuditedRow>& rows, const Line* line) {
  return std::any_of(rows.begin(), rows.end(),
                     [&](const AuditedRow& row) { return row.line == line; });
}

}  // namespace

void ContractWatch::judge(const Contract& contract, const Coverage& coverage, Date until,
                          Judged& made) {
  Audit audit;
  audit.today = today_;
  audit.currency = contract.currency;
  std::vector<std::string> parts;
  std::vector<AuditedRow> rows = kept_rows(contract, parts);
  Ratio before(0);
  Ratio after(0);
  for (const AuditedRow& row : rows) before = before + Ratio(row.charged.amount);
  place_credits(rows, right_rows(contract, rows));
  settle_signs(rows);
  settle_credit_notes(rows);
  audit.rows = with_parts_together(std::move(rows), parts);
  find_days_outside(contract, audit.rows);
  for (const AuditedRow& row : audit.rows) until = std::max(until, row.charged.to);
  std::map<const Line*, ChargedPeriods> charged = charged_periods(contract);
  BelowZero below_zero = below_zero_;
  std::deque<LineAudit> audits;
  for (std::size_t line = 0; line < lines_.size(); ++line) {
    std::vector<std::size_t> own;
    for (std::size_t i = 0; i < audit.rows.size(); ++i)
      if (audit.rows[i].line == &contract.lines[line]) own.push_back(i);
    if (own.empty()) continue;
    const Line& judged_line = contract.lines[line];
    if (watch(line).simple()) learn(line, until);
    audits
        .emplace_back(contract, judged_line, coverage, until, audit, charged.at(&judged_line),
                      below_zero)
        .look_at(std::move(own), watch(line).prices());
    audits.back().also_charged(watch(line).rates());
  }
  const bool any_right = std::any_of(charged.begin(), charged.end(), [&](const auto& of) {
    return !of.second.empty() && !holds(audit.rows, of.first);
  });
  std::vector<bool> others_right = right_elsewhere(audits);
  if (any_right) others_right.assign(audits.size(), true);
  judge_lines(audits, others_right, below_zero);
  for (LineAudit& each : audits) {
    audit.lines.push_back(std::move(each).differences());
    const AuditedLine& judged = audit.lines.back();
    if (!judged.vat_reading.empty())
      made.vat_readings.emplace_back(judged.line, judged.vat_reading);
    if (judged.since && (!made.since || *judged.since < *made.since)) made.since = judged.since;
  }
  take_back_right_rows(contract, below_zero.taken_back(), charged);
  for (const AuditedRow& row : audit.rows) after = after + Ratio(row.charged.amount);
  made.turned = (after - before).exact_decimal().value_or(Decimal());
  find_charged_twice(contract, audit, charged);
  find_quantity_gaps(contract, audit, charged);
  made.gaps = std::move(audit.gaps);
  made.quantities_compared = audit.quantities_compared;
  made.twice = std::move(audit.twice);
  made.charged_twice = audit.charged_twice;
  sum_up(contract, audit);
  made.totals = audit.totals;
  if (!amount_of(made.totals.over).is_zero()) made.loose = below_zero_.loose();
  for (const AuditedRow& row : audit.rows) {
    if (!is_numbered(row.charged)) continue;
    const RowPlace place = kept_[row.charged.where.begin].place;
    for (OffendingRow& found : offences(contract, row)) {
      found.order = place.order;
      made.offending.push_back(std::move(found));
      made.lines.push_back(place.line);
    }
  }
  ask_about_rates(contract, made);
}

/// Asks of right rows with another rate of VAT than the others of their line, as LineAudit of those
/// that were kept.
void ContractWatch::ask_about_rates(const Contract& contract, Judged& made) const {
  for (std::size_t line = 0; line < lines_.size(); ++line) {
    if (lines_[line] == nullptr || lines_[line]->rare().empty()) continue;
    ChargedRates all = lines_[line]->rates();
    const auto of_line = [&](const Kept& kept) { return kept.line == line; };
    for (const Kept& kept : kept_)
      if (of_line(kept)) all.add(kept.row);
    for (const LineWatch::Rare& rare : lines_[line]->rare()) {
      const auto usual = all.instead_of(rare.rate);
      const bool taken_back = std::any_of(kept_.begin(), kept_.end(), [&](const Kept& kept) {
        return of_line(kept) && takes_back(kept.row, rare.row);
      });
      if (!usual || taken_back) continue;
      const auto doubt =
          rate_doubt(rare.row, rare.rate, *usual, contract.lines[line], contract.currency);
      if (!doubt) continue;
      made.offending.push_back(
          vat_asked(contract, contract.lines[line], rare.row, doubt->question, doubt->off));
      made.offending.back().order = rare.order;
      made.lines.push_back(rare.line);
    }
  }
}

}  // namespace pricetalk
