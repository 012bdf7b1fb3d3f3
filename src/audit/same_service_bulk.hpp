#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <vector>

#include "audit/offending.hpp"
#include "audit/same_service.hpp"

namespace pricetalk {

/// Rows of a folder that no line answers to, of which some may be a line under another name.
class NotRecognised {
 public:
  /// Whether one more is looked at: of very many nobody answers all.
  bool takes_more() const { return rows_.size() < most; }
  /// `contract`: its position; nothing: it is of none here.
  void add(OffendingRow listed, const InvoiceLine& row, std::optional<std::size_t> contract);
  bool empty() const { return rows_.empty(); }
  /// Asks of those that may be of a contract whether they are one of its lines, from what these
  /// charged: line and service.
  void ask(std::size_t position, const Contract& contract,
           const std::vector<std::pair<const Line*, ServiceKey>>& charged);
  /// Puts what is asked into a list that holds all of the rows, or the first.
  void tell(std::vector<OffendingRow>& listed) &&;

 private:
  static constexpr std::size_t most = 10'000;
  struct Row {
    OffendingRow listed;
    std::shared_ptr<const InvoiceHead> head;
    std::optional<std::size_t> contract;
    bool asked = false;
  };
  std::vector<Row> rows_;
  std::map<ServiceKey, std::vector<std::size_t>> by_key_;
};

}  // namespace pricetalk
