#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "portfolio/column_run.hpp"
#include "portfolio/entry.hpp"
#include "pricetalk/contract/contract.hpp"

namespace pricetalk {

/// All lines of one content, and the one that stands for them.
struct LineGroup {
  std::string path;     ///< file of the line that stands for all
  std::string line_id;  ///< its id
  TextId prices = 0;    ///< content of the prices
  /// The contract of that line, with no other line; nothing until somebody needs it.
  std::optional<Contract> contract;
  Library library;      ///< of the contract
  std::string figures;  ///< names the library
  TextId amounts = 0;   ///< content of the amounts
  TextId names = 0;     ///< ids, where they are part of the content
  TextId frame = 0;
  std::vector<std::uint32_t> contracts;  ///< to which contract each line belongs
  std::vector<Decimal> written;          ///< price of each line
  std::vector<Decimal> numbers;          ///< of the quantity, one line after the other
  std::vector<TextId> names_of;  ///< ids of each line and its clauses, where details are asked

  const Line& line() const { return contract->lines.front(); }
  void add(std::uint32_t contract_at, const LineEntry& line);
  /// Takes the line that stands for all out of its contract.
  void stand_for(const Contract& whole, const Library& figures_of_it);
};

/// In which order lines stand in columns.
enum class LineOrder : std::uint8_t {
  as_added,
  repeating,  ///< those whose numbers repeat in the same way together
};

/// The numbers of all lines as columns, each kind on one scale.
LineColumns columns_of(const LineGroup& group, LineOrder order);

/// Whether the numbers of a line can stand in columns beside those of others.
bool fits_columns(const Line& line);

}  // namespace pricetalk
