#pragma once

#include <cstddef>
#include <memory>
#include <span>
#include <vector>

#include "pricetalk/contract/contract.hpp"
#include "pricetalk/invoice/invoice.hpp"

namespace pricetalk {

/// Picks the rows of a few contracts out of a stream of rows of very many, by the rule of
/// `InvoiceRoute`. What it keeps does not hold on to the text of the files.
class RowCollector {
 public:
  /// `wanted`: positions in `contracts`, which outlive this.
  RowCollector(std::vector<const Contract*> contracts, std::span<const std::size_t> wanted);
  ~RowCollector();
  RowCollector(RowCollector&&) noexcept;
  RowCollector& operator=(RowCollector&&) noexcept;

  /// The rows that follow are of another file.
  void next_file();
  /// One more row; nothing of it is pointed at later.
  void add(const InvoiceLine& row);
  /// The rows of a wanted contract so far, in file order.
  const std::vector<InvoiceLine>& rows(std::size_t contract) const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace pricetalk
