#pragma once

#include <memory>
#include <optional>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "audit/matcher.hpp"
#include "pricetalk/audit/audit.hpp"

namespace pricetalk {

/// Why a row lies aside by its own currency or period, and the reason; nothing when it does not.
std::optional<std::pair<Aside, Phrase>> outside(const Contract& contract, const InvoiceLine& row,
                                                Date today);

/// Says of each row which of its days lie outside. Asks how much was delivered on the others where
/// the contract states no quantity to tell.
void find_days_outside(const Contract& contract, std::vector<AuditedRow>& rows);

/// Whether a row is known to be without VAT where the contract's prices are with it, and which VAT
/// is known: of the row, or the rate of the contract.
bool lacks_vat(const Contract& contract, const InvoiceLine& row);
/// Adds the VAT to such a row.
void add_vat(const Contract& contract, InvoiceLine& row);

/// Credits above zero. Where all credits of the rows are above zero they pay
/// back: a quantity, when that was charged at the credit's price in its days,
/// else what was too much in the price. Where others are below zero only one
/// whose price was charged in its days is told to pay back; any other, and one
/// for days without an invoice, is a question.
void settle_signs(std::vector<AuditedRow>& rows);

/// The price that a row states, else what its amount comes to for one, without its sign; nothing of
/// one of something, which may be a sum.
std::optional<Ratio> price_of(const InvoiceLine& row);

/// The question about a credit on days for which no invoice is there.
Phrase nothing_was_charged();

/// A UBL credit note states quantity and price of what it credits. When nothing
/// of the line was charged at that price in that period, the price is what
/// comes back, not the quantity. A credit of a CSV that has its sign on the amount alone takes its
/// quantity back when that was charged at its price in its days; so does one at a price below zero.
void settle_credit_notes(std::vector<AuditedRow>& rows);

/// Tells row by row what is aside: for another contract, in another currency, outside the contract,
/// or there a second time.
///
/// A row of a CSV stands there twice when invoice number, price line (or name) and part, period,
/// quantity, price, amount and kind are the same; another row of that invoice, line and period is
/// one more delivery. Within one UBL document no row is a second one, because the document charges
/// each; the same document in two files is.
class Sieve {
 public:
  /// The contract outlives this.
  Sieve(const Contract& contract, Date today) : contract_(contract), today_(today) {}
  std::optional<AsideRow> aside(const InvoiceLine& row, const Match& match);

 private:
  struct Seen {
    const InvoiceHead* head;
    std::string place;
  };

  const Contract& contract_;
  Date today_;
  /// Keeps the heads alive, so that none is taken for another.
  std::unordered_map<std::shared_ptr<const InvoiceHead>, std::optional<Phrase>> heads_;
  std::unordered_map<std::string, Seen> seen_;
};

/// The rows that are judged or listed as unknown, parts of one price together, and those aside.
struct Sorted {
  std::vector<AuditedRow> rows;
  std::vector<AsideRow> aside;
};
Sorted sorted_rows(const Contract& contract, const std::vector<InvoiceLine>& invoices, Date today);

/// Puts rows that charge a part or a surcharge together with the other rows of their line, over the
/// days that hang together: a part by the month with one by the quarter over the quarter. Each is
/// one row with the sum of the amounts. Its quantity is that of the rows without a part, else of
/// the part with the most, without what was charged beyond the first time; its price is the sum of
/// their prices where each part stands there once for the same quantity, else there is none. A
/// credit of some parts moves no quantity of the line.
std::vector<AuditedRow> with_parts_together(std::vector<AuditedRow> rows,
                                            const std::vector<std::string>& part_of_row);

}  // namespace pricetalk
