#include "audit/line_audit.hpp"

// What is asked back as charged twice is not charged too little as well.
namespace pricetalk {

std::optional<Ratio> LineAudit::read_as(std::size_t row) const {
  if (!read_as_.contains(row) || !taken_[row]) return std::nullopt;
  return taken_[row]->quantity;
}

void LineAudit::add_charged(const std::vector<std::size_t>& rows) {
  const Worksheet& sheet = book_.sheet();
  std::vector<std::size_t> credits;
  for (const std::size_t i : rows) {
    if (given_twice_.contains(i))
      continue;
    else if (audit_.rows[i].charged.kind == InvoiceKind::credit)
      credits.push_back(i);
    else if (makes_up_.contains(i))
      continue;
    else if (audit_.rows[i].question.empty() || !audit_.rows[i].outside.empty() ||
             charge_surely_.contains(i))
      charged_.add(audit_.rows[i], sheet.value(rights_[i]), i, read_as(i));
    else
      charged_.add_waiting(audit_.rows[i]);
  }
  take_back_whole_invoices(rows);
  if (!credits.empty()) {
    credited_twice_ = charged_.beyond()[""];
    for (const std::size_t i : credits)
      charged_.add(audit_.rows[i], sheet.value(rights_[i]), i, read_as(i));
    for (const ChargedPeriods::Beyond& left : charged_.beyond()[""])
      for (ChargedPeriods::Beyond& each : credited_twice_)
        if (each.days.hold(left.days.first)) each.amount = each.amount - left.amount;
  }
}

void LineAudit::leave_what_is_asked_back(const std::vector<std::size_t>& rows) {
  Worksheet& sheet = book_.sheet();
  if (prices_.size() < 2) {
    add_charged(rows);
  } else {
    const ChargedPeriods before = charged_;
    add_charged(rows);
    if (judge_open_tiers()) {
      charged_.start_again(before);
      add_charged(rows);
    }
  }
  for (const ChargedPeriods::AskedBack& asked : charged_.asked_back()) {
    const InvoiceLine& row = audit_.rows[asked.row].charged;
    NodeId& right = rights_[asked.row];
    const Outcome<Ratio> allowed = sheet.value(right);
    if (!allowed || *allowed <= Ratio(row.amount)) continue;
    InputSource source = on_invoice(row);
    const NodeId charged = sheet.given(Ratio(row.amount), {"charged", "gerekend"}, source);
    source.text = {"the part of it that is asked back as charged twice",
                   "het deel dat wordt teruggevraagd als twee keer gerekend"};
    const NodeId part = sheet.given(asked.part, source.text, source, Form::plain);
    right = sheet.round(sheet.sub(right, sheet.mul(sheet.sub(right, charged), part)),
                        Rounding::decimals(compared_decimals(contract_.currency, row.amount)),
                        {"allowed, less what is asked back as charged twice",
                         "toegestaan, zonder wat wordt teruggevraagd als twee keer gerekend"});
    asked_back_.insert(asked.row);
  }
}

void LineAudit::take_back_whole_invoices(const std::vector<std::size_t>& rows) {
  for (const std::size_t i : rows) {
    const InvoiceLine& row = audit_.rows[i].charged;
    if (row.kind == InvoiceKind::credit || !audit_.rows[i].question.empty() ||
        !below_zero_.takes_back(row.invoice) || !charged_.is_beyond(row.from))
      continue;
    ChargedPeriods::Rows back{row.from, row.to, Ratio(0) - Ratio(row.quantity),
                              Ratio(0) - Ratio(row.amount)};
    back.credit = true;
    back.invoice = row.invoice;
    charged_.add(std::move(back));
  }
}

}  // namespace pricetalk
