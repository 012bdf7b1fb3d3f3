#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "audit/invoice_route.hpp"
#include "billing/period.hpp"
#include "pricetalk/simulation/simulate.hpp"

namespace pricetalk {

/// Rows and what they come to.
struct RowSum {
  std::size_t rows = 0;
  Ratio amount;

  void add(const Decimal& one) {
    ++rows;
    amount = amount + Ratio(one);
  }
};

/// An invoice row that counts for nothing, and why.
struct LeftRow {
  std::string place;    ///< "facturen.csv:12"
  std::string invoice;  ///< its number
  std::string name;     ///< of the line, as the invoice has it
  Decimal amount;
  Phrase why;
};

/// What became of the rows in one currency: all = counted + left.
struct ActualSums {
  RowSum all;
  RowSum counted;  ///< of a price line, whatever its days are
  RowSum left;
};

/// Invoice rows in place of what would be computed.
struct ActualRows {
  std::vector<std::shared_ptr<const Actuals>> of;  ///< by contract; nothing: it has no rows
  std::map<std::string, ActualSums> sums;          ///< by currency
  std::vector<LeftRow> left;                       ///< the first twenty
  std::size_t alike = 0;  ///< rows whose line was found by likeness of names

  std::size_t rows() const;
  std::size_t left_rows() const;
};

/// Finds for each invoice row its contract and price line, by the rules of the audit. A row that
/// stands there twice, in another currency than its contract, or of no line counts for nothing.
class ActualRowsReader {
 public:
  /// The contracts outlive this.
  explicit ActualRowsReader(std::vector<const Contract*> contracts);

  /// The rows that follow are of another file.
  void next_file() { route_.next_file(); }
  /// One more row.
  void add(const InvoiceLine& row);
  ActualRows finish() &&;

 private:
  std::string currency_of(const InvoiceLine& row, const Contract* contract) const;
  bool seen(const InvoiceLine& row);
  void leave(const InvoiceLine& row, const std::string& currency, Phrase why);

  std::vector<const Contract*> contracts_;
  InvoiceRoute route_;
  std::vector<std::shared_ptr<Actuals>> of_;
  std::set<std::string> seen_;
  ActualRows made_;
};

/// Days of a price line, before its last invoiced one, that no row charges: they are computed.
struct NotInvoiced {
  std::string line;  ///< id
  Days days;
};

/// How the rows of one contract lie in the days that are looked at.
struct ActualCover {
  RowSum inside;   ///< rows with a day in them, and what falls in them
  RowSum outside;  ///< rows with none, and what of the others is outside
  std::vector<NotInvoiced> open;
};
ActualCover cover_of(const Contract& contract, const Actuals& actuals, const Days& days);

}  // namespace pricetalk
