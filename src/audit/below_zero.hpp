#pragma once

#include <map>
#include <optional>
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
    rows_.push_back({row.invoice, row.date, Ratio(0) - Ratio(row.amount)});
    if (!row.invoice.empty()) of_[row.invoice].push_back(at);
    for (const std::string& number : named_invoices(row))
      if (number != row.invoice) of_[number].push_back(at);
  }
  /// A row below zero that stands on no invoice that charges anything, and names none.
  struct Loose {
    std::string invoice;
    Date date;
    Ratio amount;  ///< above zero
    bool of_contract = true;
    std::optional<Currency> currency = {};  ///< of one of no contract, where it states one
    bool asked = false;                     ///< whether it paid back what a question is about
  };
  /// Finds out which rows are loose. `charges`: whether anything is charged on the invoice of that
  /// number.
  template <class Charges>
  void tell_loose(const Charges& charges) {
    std::vector<bool> held(rows_.size(), false);
    for (const auto& [number, rows] : of_)
      if (charges(number))
        for (const std::size_t at : rows) held[at] = true;
    loose_.clear();
    for (std::size_t at = 0; at < rows_.size(); ++at)
      if (!held[at]) loose_.push_back(rows_[at]);
  }
  /// One of no contract, which may be of this one. After `tell_loose`.
  void add_loose(const InvoiceLine& row) {
    loose_.push_back({row.invoice, row.date, Ratio(0) - Ratio(row.amount), false});
  }
  /// In the order in which they were added.
  const std::vector<Loose>& loose() const { return loose_; }
  /// The same, to mark what is asked about them.
  std::vector<Loose>& loose() { return loose_; }
  /// Finds the invoices that a row below zero elsewhere names and takes back whole. `total_of`:
  /// what the invoice of a number comes to; nothing: there is none.
  template <class TotalOf>
  void find_taken_back(const TotalOf& total_of) {
    for (const auto& [number, rows] : of_) {
      const std::optional<Ratio> total = total_of(number);
      if (!total) continue;
      for (const std::size_t at : rows)
        if (rows_[at].invoice != number && rows_[at].amount == *total) taken_back_.insert(number);
    }
  }
  /// An invoice that a row of no contract takes back whole.
  void take_back_whole(const std::string& invoice) { taken_back_.insert(invoice); }
  /// Whether all of an invoice was given back by a row that was not recognised.
  bool takes_back(const std::string& invoice) const { return taken_back_.contains(invoice); }
  /// The invoices that were given back whole.
  const std::set<std::string>& taken_back() const { return taken_back_; }
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
  std::vector<Loose> rows_;
  std::vector<Loose> loose_;
  std::vector<Ratio> left_;  ///< as rows_: what of them is not used; above zero
  std::map<std::string, std::vector<std::size_t>> of_;
  std::set<std::string> taken_back_;
};

}  // namespace pricetalk
