#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "audit/credit_place.hpp"
#include "pricetalk/invoice/invoice.hpp"
#include "pricetalk/number/ratio.hpp"

namespace pricetalk {

/// Rows below zero that were not recognised, by the invoice that they are on or that they name: a
/// discount that has a row of its own, say. They may belong to what is too much on that invoice, so
/// they come off it before anything is claimed; each counts once.
class BelowZero {
 public:
  /// A row that was not recognised; one that is not below zero counts for nothing.
  void add(const InvoiceLine& row) {
    if (!row.amount.is_negative()) return;
    const std::size_t at = left_.size();
    left_.push_back(Ratio(0) - Ratio(row.amount));
    if (!row.invoice.empty()) of_[row.invoice].push_back(at);
    for (const std::string& number : named_invoices(row))
      if (number != row.invoice) of_[number].push_back(at);
  }
  /// All of those that stand on none of the invoices that charge anything, and name none of them.
  Ratio loose(const std::set<std::string>& charging) const {
    std::vector<Ratio> loose = left_;
    for (const auto& [number, rows] : of_)
      if (charging.contains(number))
        for (const std::size_t at : rows) loose[at] = Ratio(0);
    Ratio sum(0);
    for (const Ratio& each : loose) sum = sum + each;
    return sum;
  }
  /// What is left of them on an invoice, up to `most`, which then is used.
  Ratio take(const std::string& invoice, const Ratio& most) {
    const auto found = of_.find(invoice);
    Ratio taken(0);
    if (found == of_.end()) return taken;
    for (const std::size_t at : found->second) {
      const Ratio wanted = most - taken;
      const Ratio own = left_[at] < wanted ? left_[at] : wanted;
      left_[at] = left_[at] - own;
      taken = taken + own;
    }
    return taken;
  }

 private:
  std::vector<Ratio> left_;  ///< above zero
  std::map<std::string, std::vector<std::size_t>> of_;
};

}  // namespace pricetalk
