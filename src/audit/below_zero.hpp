#pragma once

#include <map>
#include <string>

#include "pricetalk/invoice/invoice.hpp"
#include "pricetalk/number/ratio.hpp"

namespace pricetalk {

/// Rows below zero that were not recognised, by invoice: a discount that has a row of its own, say.
/// They may belong to what is too much on the same invoice, so they come off it before anything is
/// claimed; each counts once.
class BelowZero {
 public:
  /// A row that was not recognised; one that is not below zero counts for nothing.
  void add(const InvoiceLine& row) {
    if (!row.amount.is_negative() || row.invoice.empty()) return;
    Ratio& left = left_.try_emplace(row.invoice, 0).first->second;
    left = left - Ratio(row.amount);
  }
  /// What is left of them on an invoice, up to `most`, which then is used.
  Ratio take(const std::string& invoice, const Ratio& most) {
    const auto found = left_.find(invoice);
    if (found == left_.end()) return Ratio(0);
    const Ratio taken = found->second < most ? found->second : most;
    found->second = found->second - taken;
    return taken;
  }

 private:
  std::map<std::string, Ratio> left_;  ///< above zero
};

}  // namespace pricetalk
