#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

#include "pricetalk/contract/contract.hpp"
#include "pricetalk/explain/figure.hpp"
#include "pricetalk/index/series.hpp"

namespace pricetalk {

/// A price of one line, from a day on.
struct KnownPrice {
  std::int32_t from = 0;  ///< as Date::days
  Fixity fixity = Fixity::fixed;
  bool known = true;  ///< has an end in decimals, and is determined
  Decimal amount;
};

/// The prices of one line, as far as somebody knows them.
struct KnownPrices {
  Date until;                      ///< what holds later is not told
  std::vector<KnownPrice> prices;  ///< in the order of a schedule
};

/// A contract as its file has it, and its figures.
struct WholeContract {
  Contract contract;
  Library library;
};

/// Where a bulk audit gets what it needs of contracts that stand in its list without clauses.
class BulkSource {
 public:
  BulkSource() = default;
  BulkSource(const BulkSource&) = delete;
  BulkSource& operator=(const BulkSource&) = delete;
  virtual ~BulkSource() = default;

  /// The prices of a line until a day, or as far as they are known without its contract; none: not
  /// at all. These two: positions in the list and in the contract.
  virtual std::optional<KnownPrices> prices(std::size_t contract, std::size_t line, Date until) = 0;
  /// The contract as it stands in its file; nothing, and told elsewhere, when it is no longer
  /// there.
  virtual std::shared_ptr<const WholeContract> whole(std::size_t contract) = 0;
};

}  // namespace pricetalk
