#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "audit/below_zero.hpp"
#include "audit/bulk_source.hpp"
#include "audit/offending.hpp"
#include "pricetalk/audit/audit.hpp"

namespace pricetalk {

/// A contract of a folder, and its figures; both outlive the audit.
struct BulkContract {
  /// As a whole; or without figures, clauses and terms but orders and parties. Then its lines have
  /// one price, without parts and surcharges, and a `BulkSource` knows the rest.
  const Contract* contract = nullptr;
  const Library* library = nullptr;  ///< none of a contract that is not whole
  std::string path;
};

struct BulkOptions {
  Date today;
  /// Keep every row that is unmatched or aside, as a list of all offending rows needs them; else
  /// the first twenty of each, and sums.
  bool every_row = false;
};

/// Where the money of the files went, in one currency: charged = matched + unmatched +
/// elsewhere + aside, each added up by itself.
struct BulkSums {
  std::string currency;  ///< empty: neither invoice nor contract tells
  Decimal charged;
  Decimal matched;
  Decimal unmatched;  ///< of a contract here, but of none of its price lines
  Decimal elsewhere;  ///< of no contract here, or of more than one
  Decimal aside;      ///< a second time, outside the contract, in another currency
};

struct BulkCounts {
  std::size_t rows = 0;
  std::size_t matched = 0;
  std::size_t unmatched = 0;
  std::size_t elsewhere = 0;
  std::size_t unplaced = 0;  ///< of these, rows that name no contract, order or supplier
  std::size_t aside = 0;
  std::size_t offending = 0;     ///< rows over or under
  std::size_t undetermined = 0;  ///< rows whose allowed price is not known
  std::size_t asked = 0;         ///< rows that have to be answered first
  std::size_t vat_asked = 0;     ///< rows whose VAT has to be answered; their price is judged
  std::size_t kept = 0;          ///< rows that were held for a second look
};

/// What came of one contract.
struct BulkResult {
  std::size_t contract = 0;  ///< position in the list
  AuditTotals totals;        ///< as `audit` of this contract alone gives them
  std::vector<ChargedTwice> twice;
  Figure charged_twice;  ///< of `twice`
  std::vector<QuantityGap> gaps;
  bool quantities_compared = false;  ///< as Audit::quantities_compared
  std::optional<Date> since;
  /// Of lines that were read with or without VAT, as AuditedLine::vat_reading.
  std::vector<std::pair<const Line*, Phrase>> vat_readings;
  /// As `loose_credits`, where something was charged too much.
  std::vector<BelowZero::Loose> loose;
  BulkCounts counts;
  Decimal charged;  ///< all rows but those aside
  Decimal unmatched;
};

/// All contracts against all rows.
struct BulkAudit {
  Date today;
  std::vector<BulkResult> contracts;  ///< one for each, in the order of the list
  std::vector<BulkSums> sums;         ///< by currency
  /// Credits of no contract that come before a claim; none where nothing is too much.
  std::vector<BelowZero::Loose> loose;
  BulkCounts counts;  ///< all contracts, and rows of none
  std::vector<OffendingRow>
      offending;  ///< over, under, credit, undetermined, question; in file order
  /// Unmatched (also of no contract) and aside, in file order: all, or the first of each.
  std::vector<OffendingRow> listed;

  bool over() const;  ///< anything charged too much
  /// Whether people have something to look at: money, a question, a row that was not recognised, or
  /// nothing that was judged.
  bool needs_attention() const;
};

/// The contracts that differ, the largest difference first. Of several currencies the numbers are
/// compared as they stand: it is an order, not a sum.
std::vector<const BulkResult*> by_difference(const BulkAudit& audit);

/// Audits many contracts in one pass over the rows of all invoice files.
///
/// A row goes to its contract as `share_out` says, and to a price line as `audit` says. A row whose
/// amount and price are exactly what its line allows only counts in sums; every other row, and
/// every row of a line with tiers, parts or surcharges, is kept and goes through the line audit at
/// the end, without the search for causes. So the answer is that of `audit` for each contract.
///
/// Memory grows with the rows that are kept, with the periods that a line was charged for, and by
/// about 20 bytes for each row, to tell what stands there twice.
class BulkAuditor {
 public:
  /// `source`: of contracts that are not whole; outlives this.
  BulkAuditor(std::vector<BulkContract> contracts, BulkOptions options,
              BulkSource* source = nullptr);
  ~BulkAuditor();
  BulkAuditor(BulkAuditor&&) noexcept;
  BulkAuditor& operator=(BulkAuditor&&) noexcept;

  /// Makes the prices of all lines now; otherwise those of a line are made with its first row.
  void prepare();
  /// The rows that follow are of this file.
  void file(const std::string& name);
  /// One more row; nothing of it is pointed at later.
  void add(InvoiceLine row);
  /// `corrections`: invoices of which it is not known whether they take the place of others.
  BulkAudit finish(const Corrections& corrections = {}) &&;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace pricetalk
