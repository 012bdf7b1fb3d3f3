#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "pricetalk/calendar/date.hpp"
#include "pricetalk/diagnostic/diagnostic.hpp"
#include "pricetalk/number/decimal.hpp"
#include "pricetalk/number/money.hpp"

namespace pricetalk {

/// A column file: how an invoice CSV of another layout is read (docs/contract-format.md).
struct ColumnTerms;

/// Bytes of a column file to what it says, for those who read invoices; all problems at once (codes
/// T, and A0110 to A0119).
Loaded<std::shared_ptr<const ColumnTerms>> read_columns(const SourcePtr& source);

/// What a row is: charged, or given back (see InvoiceLine).
enum class InvoiceKind : std::uint8_t { invoice, credit };

/// Who sends or pays an invoice, as the invoice says.
struct InvoiceParty {
  std::string name;              ///< as printed; empty: the file does not say
  std::vector<std::string> ids;  ///< with their scheme: "0106:12345678", "NL001234567B01"
};

/// What holds for all rows of an invoice, shared by them.
struct InvoiceHead {
  SourcePtr source;                    ///< the text that the rows point into
  std::optional<Currency> currency;    ///< empty: the contract's
  std::vector<std::string> contracts;  ///< references to a contract
  std::vector<std::string> orders;     ///< references to an order of the customer; empty: none
  /// What else it refers to: the buyer's reference, a project, notes. It may point to a contract,
  /// and never points away from one.
  std::vector<std::string> mentions{};
  InvoiceParty supplier;  ///< These two: of a CSV only where it has columns for them.
  InvoiceParty customer;
  /// A document of its own (UBL or CII): amounts are without VAT, and what it holds twice was
  /// charged twice.
  bool document = false;
};

/// An invoice that corrects another (type 384), of which nobody but its supplier knows whether it
/// comes in the other's place or on top of it. Its own rows are not read, and those of the other
/// wait for the answer.
struct Correction {
  std::string invoice;                           ///< its own number
  std::vector<std::string> corrects;             ///< numbers of what it corrects; empty: unsaid
  Date date;                                     ///< day of it
  std::vector<std::pair<Date, Date>> days;       ///< first and last, of its lines
  std::shared_ptr<const InvoiceHead> head = {};  ///< never nothing
};

/// One row of an invoice file. Amounts of a CSV are with or without VAT as the contract says, those
/// of an e-invoice without.
///
/// A credit row is one of two things. With a negative quantity it takes back a quantity, at the
/// price that holds in its period. With a negative amount and no negative quantity it corrects a
/// price: it pays back what was charged too much in its period, and moves no quantity.
struct InvoiceLine {
  std::string invoice;  ///< number of the invoice
  Date date;            ///< day of the invoice
  std::string line;     ///< id, alias or title of a price line, as the invoice names it
  std::vector<std::string> names{};   ///< what else it is called: article numbers, "order/line"
  std::string part{};                 ///< part or surcharge of the price line; empty: all of it
  Date from;                          ///< first day of what is charged
  Date to;                            ///< last day of what is charged
  Decimal quantity;                   ///< in the unit of the price line; negative: taken back
  std::optional<Decimal> unit_price;  ///< empty: only the amount can be audited
  Decimal amount;  ///< as charged, without VAT or as the contract says; negative: given back
  std::optional<Decimal> vat;  ///< VAT on this row, as charged
  /// The rate of it in percents that the file states beside it; empty: it does not.
  std::optional<Decimal> vat_rate{};
  std::optional<Date> paid{};  ///< day on which the customer paid
  std::optional<Date> due{};   ///< last day of payment
  /// By its column or document; of a CSV without one an amount below zero is a credit.
  InvoiceKind kind = InvoiceKind::invoice;
  Span where;  ///< the row in the file
  /// Of all rows of its invoice; nothing: made by hand, not read.
  std::shared_ptr<const InvoiceHead> head{};
  /// Unit that `quantity` counts: of an e-invoice a code of UN/ECE recommendation 20 or 21 (HUR,
  /// MON, C62), of a CSV as it is written; empty: the file does not say.
  std::string unit{};
  /// The file shows that `amount` is without VAT: by its heading, by the VAT beside it, or because
  /// it is a document.
  bool without_vat = false;
  /// Of a credit: numbers of the invoices that its document says it corrects, each on a line.
  std::string corrects{};
  /// Of a credit: it states no period, and `from` and `to` are its own day.
  bool no_period = false;

  /// The invoice that corrects the one of this row, as far as can be told; nothing: there is none.
  std::shared_ptr<const Correction> corrected_by{};

  /// Pays back a price that was too high, and moves no quantity.
  bool corrects_price() const {
    return kind == InvoiceKind::credit && amount.is_negative() && !quantity.is_negative();
  }
};

/// How one invoice file was read, in words: "Windows-1252, ; between columns, decimal comma".
struct ReadAs {
  std::string path;  ///< as it was given
  Phrase layout;     ///< as `InvoiceRows::read_as` says it
};

/// What of invoice files could not be read, and so is judged by nobody.
struct NotRead {
  std::size_t rows = 0;                          ///< of files that were read
  std::size_t files = 0;                         ///< that could not be used at all
  bool any() const { return rows + files > 0; }  ///< whether something was left out
};

/// The rows of one invoice file, one at a time, so that a large file need not be held in rows.
///
/// A CSV is read in any layout that can be told from the file, or as a column file says: separator,
/// encoding, decimal mark, order of dates, names of columns. What can be read in two ways is an
/// error that asks for a line in a column file. An e-invoice is recognised by itself: a UBL 2.1
/// invoice or credit note (Peppol BIS Billing 3.0) or a UN/CEFACT cross industry invoice
/// (XRechnung, Factur-X); a CSV may not hold one.
///
/// Every bad row is reported with line and column (codes A01..) and left out.
class InvoiceRows {
 public:
  /// `columns` may be nothing, and outlives this; so do the diagnostics.
  InvoiceRows(const SourcePtr& source, const ColumnTerms* columns, Diagnostics& diagnostics);
  /// A CSV in UTF-8 or of one byte a letter, piece by piece, so that it need not be held whole:
  /// `beginning` are its first lines, and `more` goes on. It is read as the beginning tells. Rows
  /// and messages of a piece point into it; it is gone with the next.
  static InvoiceRows in_pieces(const SourcePtr& beginning, const ColumnTerms* columns,
                               Diagnostics& diagnostics);
  ~InvoiceRows();
  InvoiceRows(InvoiceRows&&) noexcept;
  InvoiceRows& operator=(InvoiceRows&&) noexcept;

  /// Whether the file can be used: false after a wrong heading, or for what is no invoice.
  bool usable() const;
  /// The next good row in place of what `line` held; false at the end.
  bool next(InvoiceLine& line);
  /// The bytes that follow, which end with a line end unless they are the `last`. False, with an
  /// error, when their letters are not those of the beginning. REQUIRES: next() gave false.
  bool more(std::string bytes, bool last);
  /// How it is read: "Windows-1252, ; between columns, decimal comma, day-month-year".
  Phrase read_as() const;
  /// Read by the layout of the documentation, or an e-invoice: nothing to tell.
  bool as_documented() const;
  /// Whether it is one e-invoice, not a table of rows.
  bool is_document() const;
  /// Of an invoice that corrects another: what it corrects; nothing of any other.
  std::shared_ptr<const Correction> correction() const;
  /// Rows that next() left out so far because they could not be read; each has its errors.
  std::size_t not_read() const;

  struct Reader;

 private:
  InvoiceRows(const SourcePtr& source, const ColumnTerms* columns, Diagnostics& diagnostics,
              bool piece);
  std::unique_ptr<Reader> reader_;
};

/// The corrections among the invoices that are read together, in the order of the files.
using Corrections = std::vector<std::shared_ptr<const Correction>>;

/// What may correct the invoice of a row: what names its number; or names none, and is of the same
/// days. Two suppliers that are known and differ have no invoice in common. Nothing: none does.
std::shared_ptr<const Correction> correction_of(const InvoiceLine& row, const Corrections& all);

/// All rows at once. No value only when the file cannot be used. Each row holds on to its text.
Loaded<std::vector<InvoiceLine>> read_invoices(const SourcePtr& source,
                                               const ColumnTerms* columns = nullptr);

}  // namespace pricetalk
