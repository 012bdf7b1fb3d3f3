#pragma once

#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "audit/bulk.hpp"
#include "audit/line_watch.hpp"
#include "audit/same_service.hpp"

namespace pricetalk {

/// Where a row stands: its number among all rows, and its line among all lines of all files.
struct RowPlace {
  std::uint64_t order = 0;
  std::uint64_t line = 0;
};

/// One contract during a pass: what is known of its lines, and the rows that need a second look.
class ContractWatch {
 public:
  /// `position`: of the contract, for the source. The source outlives this.
  ContractWatch(const BulkContract& of, std::size_t position, BulkSource* source, Date today)
      : of_(of),
        position_(position),
        source_(of.library == nullptr ? source : nullptr),
        today_(today),
        lines_(of.contract->lines.size()) {}
  ContractWatch(const ContractWatch&) = delete;
  ContractWatch& operator=(const ContractWatch&) = delete;

  /// Makes the prices of all lines now.
  void prepare();
  /// A row of a line of the contract.
  void take(const InvoiceLine& row, const Match& match, RowPlace place);

  /// A row that no line of the contract answers to.
  void not_recognised(const InvoiceLine& row) { below_zero_.add(row); }

  /// Rows below zero of no contract, by the invoice that they name: those of invoices with kept
  /// rows may belong to them.
  void offer(const std::map<std::string, std::vector<InvoiceLine>>& below_zero);

  /// Marks the kept rows of invoices that may be corrected.
  void mark(const Corrections& corrections);

  /// What its rows charged, of whole price lines.
  std::vector<std::pair<const Line*, ServiceKey>> services() const;

  /// The rows below zero that were not recognised.
  BelowZero& below_zero() { return below_zero_; }

  /// Judges what was kept. The places of offending rows are those of `take`: OffendingRow::order,
  /// and `lines` beside it.
  struct Judged {
    AuditTotals totals;
    std::vector<ChargedTwice> twice;
    Figure charged_twice;
    std::vector<QuantityGap> gaps;
    bool quantities_compared = false;
    Decimal turned;  ///< what the sum of all rows changes by the signs of credits
    std::optional<Date> since;
    std::vector<std::pair<const Line*, Phrase>> vat_readings;
    std::vector<BelowZero::Loose> loose;
    std::size_t kept = 0;
    bool unread = false;  ///< the contract could not be read again, so that nothing was judged
    std::vector<OffendingRow> offending;
    std::vector<std::uint64_t> lines;
  };
  Judged judge();

 private:
  struct Kept {
    InvoiceLine row;
    std::size_t line;
    MatchedBy by;
    int likeness;
    std::string part;
    RowPlace place;
  };
  /// The contract with its clauses and figures.
  struct Whole {
    std::shared_ptr<const WholeContract> held;  ///< where it was read for this
    const Contract* contract;
    Coverage coverage;
  };
  std::shared_ptr<const InvoiceHead> kept_head(const std::shared_ptr<const InvoiceHead>& head);
  const Whole* whole();
  LineWatch& watch(std::size_t line);
  void learn(std::size_t line, Date until);
  bool all_known(Date until);
  std::vector<AuditedRow> kept_rows(const Contract& contract,
                                    std::vector<std::string>& parts) const;
  std::vector<ChargedRow> right_rows(const Contract& contract,
                                     const std::vector<AuditedRow>& kept) const;
  std::map<const Line*, ChargedPeriods> charged_periods(const Contract& contract) const;
  void take_back_right_rows(const Contract& contract, const std::set<std::string>& invoices,
                            std::map<const Line*, ChargedPeriods>& charged) const;
  void judge(const Contract& contract, const Coverage& coverage, Date until, Judged& made);
  void ask_about_rates(const Contract& contract, Judged& made) const;

  BulkContract of_;
  std::size_t position_;
  BulkSource* source_;  ///< none where the contract is whole
  Date today_;
  std::optional<Whole> whole_;
  std::vector<std::unique_ptr<LineWatch>> lines_;
  std::vector<Kept> kept_;
  BelowZero below_zero_;  ///< of the rows that were not recognised
  /// What is left of the headings of invoices, by supplier and whether they are documents.
  std::map<std::pair<std::string, bool>, std::shared_ptr<const InvoiceHead>> heads_;
};

}  // namespace pricetalk
