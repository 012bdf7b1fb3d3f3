#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <tuple>
#include <vector>

#include "explain/book.hpp"
#include "pricetalk/audit/audit.hpp"

namespace pricetalk {

/// What one line was charged for by period, to see which days were charged more
/// than once.
///
/// Days count as charged twice when two rows or more together charge them
/// (nearly) two times or more with what the contract buys on them, and no row
/// does so alone. Where the contract states no quantity, or rows count in
/// another unit, only the same period, quantity and amount on another invoice
/// counts, of periods of four weeks or more. A month that is split over rows
/// adds up to one. What a credit took back is not charged.
class ChargedPeriods {
 public:
  explicit ChargedPeriods(const Line& line) : line_(&line) {}

  /// One row, or `rows` rows that are added up already.
  struct Rows {
    Date from;
    Date to;
    Ratio quantity;
    Ratio amount;
    std::size_t count = 1;
    bool alike = true;  ///< all of one quantity and amount, each on an invoice of its own
    bool credit = false;
    std::string invoice = {};
  };
  void add(Rows rows);
  void add(const AuditedRow& row);

  /// What was charged a second time, by day, as figures of the book. `address`
  /// is of the line.
  std::vector<ChargedTwice> found(Book& book, const std::string& address) const;

 private:
  struct Period {
    Rows all;
    std::vector<std::string> invoices;
  };
  struct Piece {
    Date first;
    Date last;
    std::vector<const Period*> periods;
    int times = 1;
    Ratio share{0};  ///< of what the rows of these days charge for them
  };
  Piece judged(Piece piece, const Ratio& amount) const;
  Ratio part_of(const Period& period, Date first, Date last) const;

  const Line* line_;
  std::map<std::tuple<Date, Date, bool>, Period> periods_;  ///< the last one: a credit
};

/// Adds what was charged twice of every line to the audit, with its sum.
void find_charged_twice(const Contract& contract, Audit& audit,
                        const std::map<const Line*, ChargedPeriods>& charged);

}  // namespace pricetalk
