#include <algorithm>
#include <map>

#include "audit/line_audit.hpp"
#include "audit/row_words.hpp"
#include "billing/days_text.hpp"

// Rows of one line for the same days that are judged together: a period over a change of price in a
// row for each price, or a price that was too low and a row for what it lacked.
namespace pricetalk {

namespace {

using RowsOfAudit = std::vector<std::size_t>;

}  // namespace

/// What a row charges beyond what is allowed for it, below zero where it charges less; nothing of a
/// row that is right, or is no plain charge of a quantity.
std::optional<Ratio> LineAudit::plain_difference(std::size_t index) const {
  const AuditedRow& row = audit_.rows[index];
  const InvoiceLine& charged = row.charged;
  const Outcome<Ratio> allowed = book_.sheet().value(rights_[index]);
  if (!allowed || !charges_[index] || !row.question.empty() || !row.parts.empty() ||
      !row.outside.empty() || !row.lump_sum.empty() || charged.kind == InvoiceKind::credit ||
      charged.quantity <= Decimal() || charged.amount <= Decimal())
    return std::nullopt;
  const Ratio difference = Ratio(charged.amount) - *allowed;
  return difference.is_zero() ? std::nullopt : std::optional(difference);
}

std::vector<std::size_t> LineAudit::that_differ(const Open& open) const {
  RowsOfAudit made;
  for (const std::size_t i : open.rows)
    if (plain_difference(i)) made.push_back(i);
  return made;
}

void LineAudit::join_same_days() {
  if (prices_.size() != 1) return;
  for (const Open& open : periods_) {
    for (const std::size_t i : that_differ(open)) make_up_for(i, open);
    std::map<std::string_view, RowsOfAudit> by_invoice;
    for (const std::size_t i : that_differ(open))
      by_invoice[audit_.rows[i].charged.invoice].push_back(i);
    for (const auto& [invoice, rows] : by_invoice)
      if (!are_right_together(rows)) set_off_within(rows);
    are_right_together(that_differ(open));
  }
}

/// Whether rows come to what the contract gives for all that they charge, to the cent; then they
/// are right.
bool LineAudit::are_right_together(const RowsOfAudit& rows) {
  if (rows.size() < 2) return false;
  InvoiceLine all = audit_.rows[rows.front()].charged;
  Ratio sum(0);
  Ratio quantity(0);
  for (const std::size_t i : rows) {
    sum = sum + Ratio(audit_.rows[i].charged.amount);
    quantity = quantity + Ratio(audit_.rows[i].charged.quantity);
  }
  const auto amount = sum.exact_decimal();
  if (!amount) return false;
  all.amount = *amount;
  const Charge made = charge_at(prices_, all, {quantity, quantity});
  const auto off = off_by(all, made);
  if (!off || !off->is_zero()) return are_shares_of_sum(rows, all);
  const Phrase of = days_text({all.from, all.to});
  const Phrase number = number_text(quantity);
  const Phrase money = amount_text(sum, contract_.currency);
  for (const std::size_t i : rows)
    take_as_charged(i, {" is with the other rows of " + of.en + " what the contract gives for " +
                            number.en + ", " + money.en,
                        " is met de andere regels van " + of.nl + " wat het contract geeft voor " +
                            number.nl + ", " + money.nl});
  return true;
}

/// Whether rows of one of something, or of parts that were rounded, are together the sum that the
/// contract buys in their days: over cost centres, say. `all`: their amount.
bool LineAudit::are_shares_of_sum(const RowsOfAudit& rows, const InvoiceLine& all) {
  const Days days{all.from, all.to};
  const auto bought = line_.quantity ? quantity_in(days) : std::nullopt;
  Ratio quantity(0);
  Ratio lost(0);  // by printing parts in decimals
  for (const std::size_t i : rows) {
    const Decimal& own = audit_.rows[i].charged.quantity;
    quantity = quantity + Ratio(own);
    if (own.scale() > 1) lost = lost + Ratio(Decimal(1, own.scale())) / Ratio(2);
  }
  const bool parts = bought && abs(quantity - *bought) <= lost;
  const bool sums = std::all_of(rows.begin(), rows.end(), [&](std::size_t i) {
    return Ratio(audit_.rows[i].charged.quantity) == Ratio(1) &&
           counts_otherwise(audit_.rows[i].charged, *charges_[i]);
  });
  if (!bought || bought->sign() <= 0 || !(sums || parts)) return false;
  const Charge made = charge_at(prices_, all, {*bought, *bought});
  const auto off = off_by(all, made);
  if (!off || !off->is_zero()) return false;
  const Ratio sum(all.amount);
  for (const std::size_t i : rows) {
    allow_of_joined(i, made, days, sum, *bought);
    const Ratio share = *bought * Ratio(audit_.rows[i].charged.amount) / sum;
    taken_[i] = Taken{share, share};
    read_as_.insert(i);
  }
  return true;
}

/// What rows of one invoice charge too little comes off what its others charge too much, or the
/// other way: the invoice is judged once.
void LineAudit::set_off_within(const RowsOfAudit& rows) {
  Ratio over(0);
  Ratio under(0);
  for (const std::size_t i : rows) {
    const Ratio difference = *plain_difference(i);
    (difference.sign() > 0 ? over : under) =
        (difference.sign() > 0 ? over : under) + abs(difference);
  }
  if (over.is_zero() || under.is_zero()) return;
  const InvoiceLine& first = audit_.rows[rows.front()].charged;
  const Phrase of = days_text({first.from, first.to});
  const Phrase judged{" is judged with the other rows of this invoice for " + of.en,
                      " is beoordeeld met de andere regels van deze factuur voor " + of.nl};
  Ratio left = std::min(over, under);
  const int sign = over > under ? 1 : -1;
  for (const std::size_t i : rows) {
    const Ratio difference = *plain_difference(i);
    const bool stays = over != under && difference.sign() == sign;
    const Ratio taken = stays ? std::min(left, abs(difference)) : abs(difference);
    if (stays) left = left - taken;
    if (taken == abs(difference))
      take_as_charged(i, judged);
    else
      allow_more(i, sign > 0 ? taken : Ratio(0) - taken, judged);
  }
}

/// Whether a row charges what others for the same days, or for days inside them, lack; then these
/// are right, and it moves no quantity of its own.
void LineAudit::make_up_for(std::size_t index, const Open& open) {
  const auto own = plain_difference(index);
  if (!own) return;
  const InvoiceLine& more = audit_.rows[index].charged;
  RowsOfAudit lacking;
  Ratio sum(0);
  std::optional<std::size_t> equal;
  std::optional<std::size_t> near;
  for (const Open& each : periods_) {
    if (open.to < each.from) break;
    if (each.from < open.from || open.to < each.to) continue;
    for (const std::size_t i : each.rows) {
      const auto lacks = plain_difference(i);
      const InvoiceLine& row = audit_.rows[i].charged;
      if (i == index || !lacks || lacks->sign() > 0 || row.amount <= more.amount) continue;
      lacking.push_back(i);
      sum = sum - *lacks;
      if (Ratio(0) - *lacks == Ratio(more.amount)) equal = i;
      if (&each == &open && row.quantity == more.quantity &&
          Ratio(more.amount) < Ratio(2) * abs(*lacks))
        near = i;
    }
  }
  if (lacking.empty()) return;
  if (equal) {
    lacking = {*equal};
  } else if (!(sum == Ratio(more.amount))) {
    if (!near || own->sign() > 0 || !counts_otherwise(more, *charges_[index])) return;
    lacking = {*near};
  }
  Ratio lacked(0);
  for (const std::size_t i : lacking) {
    lacked = lacked - *plain_difference(i);
    take_as_charged(i, {" is made up by " + as_charged_text(more, contract_.currency).en +
                            " on invoice " + more.invoice,
                        " is aangevuld met " + as_charged_text(more, contract_.currency).nl +
                            " op factuur " + more.invoice});
  }
  makes_up_.insert(index);
  const Phrase money = amount_text(lacked, contract_.currency);
  const Phrase said{" makes up for " + money.en + " that was charged too little for these days",
                    " vult " + money.nl + " aan die voor deze dagen te weinig was gerekend"};
  if (lacked == Ratio(more.amount)) return take_as_charged(index, said);
  allow_more(index, lacked + *own - Ratio(more.amount), said);
}

/// A row that is right with others: what it charges is allowed.
void LineAudit::take_as_charged(std::size_t index, const Phrase& why) {
  allow_more(index, *plain_difference(index), why);
}

/// Allows so much more for a row than for it by itself, or less. `why`: follows what it charges.
void LineAudit::allow_more(std::size_t index, const Ratio& more, const Phrase& why) {
  Worksheet& sheet = book_.sheet();
  AuditedRow& row = audit_.rows[index];
  InputSource source = on_invoice(row.charged);
  source.text = {"set off against the other rows for these days",
                 "verrekend met de andere regels voor deze dagen"};
  rights_[index] = sheet.add(rights_[index], sheet.given(more, source.text, source));
  row.discount_left_out = false;
  const Phrase charged = as_charged_text(row.charged, contract_.currency);
  row.lump_sum = {charged.en + why.en, charged.nl + why.nl};
}

}  // namespace pricetalk
