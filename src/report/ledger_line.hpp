#pragma once

#include <functional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "simulation/plain_row.hpp"

namespace pricetalk {

/// Whose amounts they are.
struct LedgerOwner {
  std::string id;
  std::string title;
  std::vector<std::pair<std::string, std::string>> tags;  ///< name and value
  Currency currency;
  Vat vat = Vat::excluded;

  /// The value of a tag; empty where the contract has none.
  std::string_view tag(std::string_view name) const;
};

/// One amount of a ledger with everything that a list of amounts says of it; points to what its
/// reader was given.
struct LedgerLine {
  const LedgerOwner& owner;
  const PlainRow& row;
  const LedgerPeriod& period;
  const PlainAmount& amount;
  std::string_view future;
  std::string_view alternative;
  bool about = true;  ///< whether the alternative is about the contract; else it counts as it is

  Decimal value() const { return {amount.units, row.decimals}; }
  bool open() const { return amount.is == PlainAmount::Is::open; }
};
using LedgerSink = std::function<void(const LedgerLine&)>;

/// One run of a contract, as a list names it.
struct LedgerRun {
  std::string_view future;
  std::string_view alternative;
  bool about = true;
};

/// Every amount of a row; periods in which nothing falls have none.
void each_line(const LedgerOwner& owner, const PlainRow& row, const LedgerRun& run,
               const LedgerSink& sink);

/// The names of all tags of some contracts.
using TagNames = std::set<std::string>;

}  // namespace pricetalk
