#include "audit/credit_place.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "document/words.hpp"
#include "invoice/cells.hpp"

namespace pricetalk {

namespace {

Decimal size_of(const Decimal& value) {
  return value.is_negative() ? cells::negative(value) : value;
}

/// The days of what was charged, with how many charges they have.
class ChargesOfLine {
 public:
  void add(const ChargedRow& row) {
    const std::size_t at = charges_.size();
    charges_.push_back({row, false});
    by_amount_[Ratio(row.amount)][{row.from, row.to}].push_back(at);
    if (row.unit_price) priced_[Ratio(*row.unit_price)].insert({row.from, row.to});
    if (!row.invoice.empty()) by_invoice_[row.invoice].push_back(at);
    ++charged_in_[{row.from, row.to}];
  }

  void place(InvoiceLine& credit) {
    if (by_name(credit)) return;
    const std::vector<std::size_t> undone = undone_by(credit);
    std::optional<std::size_t> found = best_of(undone, credit, true);
    const bool home = found.has_value() || charged_so_at_home(credit);
    if (!found || !crowded(*found)) {
      const auto elsewhere = best_of(undone, credit, false);
      if (elsewhere && (!home || crowded(*elsewhere))) found = elsewhere;
    }
    if (!found) return;
    take(*found);
    if (!at_home(charges_[*found].row, credit)) move(credit, charges_[*found].row);
  }

 private:
  struct Charge {
    ChargedRow row;
    bool paid_back;
  };

  using Period = std::pair<Date, Date>;
  static bool at_home(const Period& days, const InvoiceLine& credit) {
    return !credit.no_period && days.first <= credit.to && credit.from <= days.second;
  }
  static bool at_home(const ChargedRow& row, const InvoiceLine& credit) {
    return at_home(Period(row.from, row.to), credit);
  }
  static void move(InvoiceLine& credit, const ChargedRow& row) {
    credit.from = row.from;
    credit.to = row.to;
    credit.no_period = false;
  }
  bool crowded(std::size_t at) const {
    const ChargedRow& row = charges_[at].row;
    return charged_in_.at({row.from, row.to}) > 1;
  }
  void take(std::size_t at) {
    Charge& charge = charges_[at];
    charge.paid_back = true;
    std::erase(by_amount_.at(Ratio(charge.row.amount)).at({charge.row.from, charge.row.to}), at);
    --charged_in_[{charge.row.from, charge.row.to}];
  }

  /// To the days of the invoice that the credit names, or without days stands on; false where there
  /// is none of this line.
  bool by_name(InvoiceLine& credit) {
    std::vector<std::size_t> named;
    std::vector<std::string> numbers = named_invoices(credit);
    std::erase(numbers, credit.invoice);
    if (credit.no_period) numbers.push_back(credit.invoice);
    for (const std::string& number : numbers) {
      const auto found = by_invoice_.find(number);
      if (found != by_invoice_.end())
        named.insert(named.end(), found->second.begin(), found->second.end());
    }
    if (named.empty()) return false;
    const auto equal = std::find_if(named.begin(), named.end(), [&](std::size_t at) {
      return !charges_[at].paid_back && is_undone(charges_[at].row, credit);
    });
    const bool home = std::any_of(named.begin(), named.end(), [&](std::size_t at) {
      return at_home(charges_[at].row, credit);
    });
    if (equal != named.end()) {
      take(*equal);
      if (!at_home(charges_[*equal].row, credit)) move(credit, charges_[*equal].row);
    } else if (!home) {
      ChargedRow all = charges_[named.front()].row;
      for (const std::size_t at : named) {
        all.from = std::min(all.from, charges_[at].row.from);
        all.to = std::max(all.to, charges_[at].row.to);
      }
      move(credit, all);
    }
    return true;
  }

  /// Whether a credit takes a charge back; of days that were charged more than once its amount is
  /// enough.
  bool is_undone(const ChargedRow& row, const InvoiceLine& credit) const {
    if (Ratio(size_of(credit.amount)) != Ratio(row.amount)) return false;
    if (credit.corrects_price() && charged_in_.at({row.from, row.to}) > 1) return true;
    if (!credit.quantity.is_zero() && Ratio(size_of(credit.quantity)) != Ratio(row.quantity))
      return false;
    return !credit.unit_price || !row.unit_price ||
           Ratio(size_of(*credit.unit_price)) == Ratio(*row.unit_price);
  }

  /// One charge of each period that the credit may undo.
  std::vector<std::size_t> undone_by(const InvoiceLine& credit) const {
    std::vector<std::size_t> made;
    const auto found = by_amount_.find(Ratio(size_of(credit.amount)));
    if (found == by_amount_.end()) return made;
    for (const auto& [days, charges] : found->second) {
      if (std::max(credit.date, credit.to) < days.first) continue;
      const auto undone = std::find_if(charges.begin(), charges.end(), [&](std::size_t at) {
        return is_undone(charges_[at].row, credit);
      });
      if (undone != charges.end()) made.push_back(*undone);
    }
    return made;
  }

  /// Whether a quantity is given back at a price that was charged in the credit's own days.
  bool charged_so_at_home(const InvoiceLine& credit) const {
    if (!credit.unit_price || credit.quantity.is_zero()) return false;
    const auto charged = priced_.find(Ratio(size_of(*credit.unit_price)));
    return charged != priced_.end() &&
           std::any_of(charged->second.begin(), charged->second.end(),
                       [&](const Period& days) { return at_home(days, credit); });
  }

  /// Of these the one whose days were charged more than once, else the latest.
  std::optional<std::size_t> best_of(const std::vector<std::size_t>& undone,
                                     const InvoiceLine& credit, bool home) const {
    std::optional<std::size_t> best;
    for (const std::size_t at : undone) {
      if (at_home(charges_[at].row, credit) != home) continue;
      const auto rank = [&](std::size_t of) {
        return std::pair(crowded(of), charges_[of].row.from);
      };
      if (!best || rank(*best) < rank(at)) best = at;
    }
    return best;
  }

  std::vector<Charge> charges_;
  std::map<Ratio, std::map<Period, std::vector<std::size_t>>> by_amount_;  ///< not paid back
  std::map<Ratio, std::set<Period>> priced_;
  std::map<std::string, std::vector<std::size_t>> by_invoice_;
  std::map<Period, int> charged_in_;  ///< charges of exactly these days, not paid back
};

/// Whether a word in a text may be the number of an invoice: "2025-17", "F2", and not "12".
bool may_be_a_number(std::string_view word) {
  const auto digits = std::count_if(word.begin(), word.end(), document::is_digit);
  return digits > 0 && (word.size() > 2 || (word.size() == 2 && digits == 1));
}

}  // namespace

std::vector<std::string> named_invoices(const InvoiceLine& credit) {
  std::vector<std::string> made;
  const auto add = [&](std::string_view text, std::string_view between, bool any) {
    while (!text.empty()) {
      const std::size_t end = std::min(text.find_first_of(between), text.size());
      std::string_view word = text.substr(0, end);
      text.remove_prefix(std::min(end + 1, text.size()));
      while (!any && word.ends_with('.')) word.remove_suffix(1);
      if (any ? !word.empty() : may_be_a_number(word)) made.emplace_back(word);
    }
  };
  add(credit.corrects, "\n", true);
  constexpr std::string_view between = " \t,;:()\"'#";
  add(credit.line, between, false);
  for (const std::string& name : credit.names) add(name, between, false);
  return made;
}

void place_credits(std::vector<AuditedRow>& rows, const std::vector<ChargedRow>& more) {
  std::map<const Line*, ChargesOfLine> lines;
  for (const AuditedRow& row : rows)
    if (row.line != nullptr && row.charged.kind == InvoiceKind::credit) lines[row.line];
  if (lines.empty()) return;
  const auto add = [&](const ChargedRow& row) {
    const auto own = lines.find(row.line);
    if (own != lines.end() && row.amount > Decimal()) own->second.add(row);
  };
  for (const ChargedRow& row : more) add(row);
  for (const AuditedRow& row : rows) {
    const InvoiceLine& of = row.charged;
    if (of.kind == InvoiceKind::invoice)
      add({row.line, of.invoice, of.from, of.to, of.quantity, of.amount, of.unit_price});
  }
  for (AuditedRow& row : rows)
    if (row.line != nullptr && row.charged.kind == InvoiceKind::credit &&
        !row.charged.amount.is_zero())
      lines.at(row.line).place(row.charged);
}

std::vector<const AuditedRow*> loose_credits(const Audit& audit) {
  std::set<std::string_view> charged;
  for (const AuditedRow& row : audit.rows)
    if (row.charged.amount > Decimal()) charged.insert(row.charged.invoice);
  std::vector<const AuditedRow*> made;
  for (const AuditedRow& row : audit.rows) {
    const InvoiceLine& credit = row.charged;
    if (row.line != nullptr || !credit.amount.is_negative() || charged.contains(credit.invoice))
      continue;
    const std::vector<std::string> named = named_invoices(credit);
    if (std::none_of(named.begin(), named.end(),
                     [&](const std::string& number) { return charged.contains(number); }))
      made.push_back(&row);
  }
  return made;
}

}  // namespace pricetalk
