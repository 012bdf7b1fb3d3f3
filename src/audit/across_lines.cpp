#include <algorithm>

#include "audit/line_audit.hpp"
#include "audit/row_words.hpp"

// What a credit pays back of several lines: one sum for all of them.
namespace pricetalk {

namespace {

/// In the order of their days.
using RowsTooMuch = std::vector<LineAudit::TooMuch>;

/// The rows that together are exactly so much: all of them, one, or some in a row, the oldest
/// first; empty: none are.
RowsTooMuch that_come_to(const Ratio& amount, const RowsTooMuch& rows) {
  Ratio all(0);
  for (const LineAudit::TooMuch& each : rows) all = all + each.over;
  if (all == amount) return rows;
  for (std::size_t begin = 0; begin < rows.size(); ++begin) {
    Ratio sum(0);
    for (std::size_t end = begin; end < rows.size() && sum < amount; ++end) {
      sum = sum + rows[end].over;
      if (sum == amount)
        return {rows.begin() + static_cast<std::ptrdiff_t>(begin),
                rows.begin() + static_cast<std::ptrdiff_t>(end) + 1};
    }
  }
  return {};
}

Phrase is_it_still_open(const BelowZero::Loose& credit, const Currency& currency) {
  const Phrase money = amount_text(credit.amount, currency);
  const std::string on = credit.invoice.empty() ? "" : " (" + credit.invoice + ")";
  return {"the credit of " + money.en + on +
              " was not recognised and is exactly what is too much: is this still open beside it?",
          "de creditregel van " + money.nl + on +
              " is niet herkend en is precies wat te veel is: staat dit daarnaast nog open?"};
}

/// Asks of what is too much whether a credit of exactly so much, which was not recognised, paid it
/// back: of one line, else of several.
void ask_about_loose_credits(std::deque<LineAudit>& audits, BelowZero& below_zero) {
  for (BelowZero::Loose& credit : below_zero.loose()) {
    if (credit.asked) continue;
    RowsTooMuch all;
    RowsTooMuch found;
    for (LineAudit& line : audits) {
      const RowsTooMuch own = line.too_much(credit.date);
      if (found.empty()) found = that_come_to(credit.amount, own);
      all.insert(all.end(), own.begin(), own.end());
    }
    if (found.empty()) {
      std::stable_sort(all.begin(), all.end(), [](const auto& a, const auto& b) {
        return a.line->charged_from(a.row) < b.line->charged_from(b.row);
      });
      found = that_come_to(credit.amount, all);
    }
    for (const LineAudit::TooMuch& each : found) {
      credit.asked = true;
      each.line->ask_whether_open(each.row, credit);
    }
  }
}

}  // namespace

std::vector<LineAudit::TooMuch> LineAudit::too_much(Date until) {
  std::vector<TooMuch> made;
  for (const std::size_t i : rows_) {
    const AuditedRow& row = audit_.rows[i];
    const Outcome<Ratio> allowed = book_.sheet().value(rights_[i]);
    if (allowed && row.question.empty() && row.charged.kind != InvoiceKind::credit &&
        *allowed < Ratio(row.charged.amount) && row.charged.date <= until)
      made.push_back({this, i, Ratio(row.charged.amount) - *allowed});
  }
  std::stable_sort(made.begin(), made.end(), [&](const auto& a, const auto& b) {
    return charged_from(a.row) < charged_from(b.row);
  });
  return made;
}

void LineAudit::ask_whether_open(std::size_t row, const BelowZero::Loose& credit) {
  audit_.rows[row].question = is_it_still_open(credit, contract_.currency);
  put_at_stake(row);
}

void judge_lines(std::deque<LineAudit>& audits, const std::vector<bool>& others_right,
                 BelowZero& below_zero) {
  for (std::size_t i = 0; i < audits.size(); ++i) audits[i].ask_all(others_right[i]);
  ask_about_loose_credits(audits, below_zero);
  for (LineAudit& line : audits) line.settle_all();
  for (LineAudit& line : audits) line.set_off_all(audits);
}

/// The periods that begin until a day and in which too much is open.
std::vector<std::size_t> LineAudit::open_until(Date last) const {
  std::vector<std::size_t> made;
  for (std::size_t i = 0; i < periods_.size(); ++i)
    if (periods_[i].from <= last && positive(periods_[i].over)) made.push_back(i);
  return made;
}

Ratio LineAudit::open_in(const std::vector<std::size_t>& periods) const {
  Ratio made(0);
  for (const std::size_t i : periods) made = made + *book_.sheet().value(periods_[i].over);
  return made;
}

/// A credit of another line pays back all that is open in some periods.
void LineAudit::take_off(const std::vector<std::size_t>& periods, std::size_t credit) {
  for (const std::size_t i : periods) {
    Open& open = periods_[i];
    paid_back_.push_back({open.rows, credit, *book_.sheet().value(open.over)});
    open.over = open.over_vat = book_.zero();
  }
}

/// Whether what a credit leaves after its own days is exactly what several lines have open: in its
/// days, or in all before it, its own line among them. Then it pays that back. `periods`: of its
/// own line; gets its other ones.
bool LineAudit::pays_back_other_lines(std::size_t index, std::vector<std::size_t>& periods,
                                      std::deque<LineAudit>& all) {
  const InvoiceLine& credit = audit_.rows[index].charged;
  const Ratio left = left_beyond(index, periods);
  if (left.sign() <= 0) return false;
  for (const bool own_days : {true, false}) {
    if (own_days && credit.no_period) continue;
    const std::vector<std::size_t> own =
        own_days ? std::vector<std::size_t>{} : open_before(credit, periods);
    std::vector<std::pair<LineAudit*, std::vector<std::size_t>>> open;
    Ratio sum = open_in(own);
    Ratio others(0);
    for (LineAudit& line : all) {
      if (&line == this) continue;
      std::vector<std::size_t> of_line = own_days
                                             ? line.paid_back_by(credit)
                                             : line.open_until(std::max(credit.date, credit.from));
      std::erase_if(of_line, [&](std::size_t i) { return !line.positive(line.periods_[i].over); });
      others = others + line.open_in(of_line);
      open.emplace_back(&line, std::move(of_line));
    }
    if (others.is_zero() || !(sum + others == left)) continue;
    for (auto& [line, of_line] : open) line->take_off(of_line, index);
    periods.insert(periods.end(), own.begin(), own.end());
    return true;
  }
  return false;
}

/// Whether a credit leaves something after its own line, and other lines have something open that
/// it may have paid back.
bool LineAudit::may_pay_back_other_lines(std::size_t index, const std::vector<std::size_t>& periods,
                                         const std::deque<LineAudit>& all) const {
  const InvoiceLine& credit = audit_.rows[index].charged;
  if (left_beyond(index, periods).sign() <= 0) return false;
  return std::any_of(all.begin(), all.end(), [&](const LineAudit& line) {
    return &line != this && !line.open_until(std::max(credit.date, credit.from)).empty();
  });
}

}  // namespace pricetalk
