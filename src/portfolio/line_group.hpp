#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "portfolio/column_run.hpp"
#include "pricetalk/contract/contract.hpp"

namespace pricetalk {

/// All lines of one content, and the one that stands for them.
struct LineGroup {
  Contract contract;  ///< of the line that stands for all, with no other line
  Library library;
  std::string figures;                   ///< names the library
  std::string amounts;                   ///< content of the amounts
  std::vector<std::uint32_t> contracts;  ///< to which contract each line belongs
  std::vector<Decimal> prices;           ///< of each line, as written
  std::vector<Decimal> numbers;          ///< of the quantity, one line after the other

  const Line& line() const { return contract.lines.front(); }
  void add(std::uint32_t contract_at, const Line& line);
};

/// The numbers of all lines as columns, each kind on one scale.
LineColumns columns_of(const LineGroup& group);

/// Whether the numbers of a line can stand in columns beside those of others.
bool fits_columns(const Line& line);

}  // namespace pricetalk
