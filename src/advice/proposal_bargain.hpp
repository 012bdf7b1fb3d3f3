#pragma once

#include <optional>
#include <string>
#include <vector>

#include "explain/worksheet.hpp"
#include "pricetalk/advice/proposal.hpp"

namespace pricetalk {

/// What moves between the sides, one node per period. Empty: nothing of the kind.
struct Flows {
  std::vector<Phrase> periods;
  std::vector<int> year_ends;     ///< how many years after the adjustment date each is discounted
  std::vector<NodeId> given_up;   ///< indexation: price with the clause less price without
  std::vector<NodeId> reduction;  ///< supplier to customer
  std::vector<NodeId> reduction_ours;  ///< the same without VAT
  std::vector<NodeId> running;         ///< the supplier's
  std::vector<NodeId> investment;      ///< the supplier's
  std::vector<NodeId> customer_investment;
  std::vector<NodeId> cost_growth;  ///< the supplier's true cost growth (N)
  /// One plus the rate of the VAT in `given_up` and `reduction`; no_node: they are without. What
  /// the customer does not pay in VAT is not lost to us.
  NodeId with_vat = no_node;
};

/// A saving in one case, split between the sides, one node per period.
struct SavingFlows {
  SavingCase level = SavingCase::cautious;
  std::vector<NodeId> whole;     ///< S
  std::vector<NodeId> shared;    ///< of S, what is shared at all (`sharing_for`); empty: all
  std::vector<NodeId> supplier;  ///< our part
  std::vector<NodeId> customer;  ///< the customer's part; empty: none
  std::vector<NodeId> earned;    ///< ours, whether or not the innovation comes; less its own costs
  /// What was invested for `earned` and is not earned back yet; empty: nothing.
  std::vector<NodeId> earned_investment;
};

/// The bargain of one proposal on one worksheet: sums per period, in all, and discounted at
/// year-ends.
class Bargain {
 public:
  Bargain(Worksheet& sheet, Percent rate, std::string address);

  CustomerSide customer(const Flows& flows, const SavingFlows& cautious);
  SupplierSide supplier(const Flows& flows, const SavingFlows& saving);
  /// These two: what the last call of `customer` and of `supplier` came to, discounted, before it
  /// was rounded.
  NodeId customer_exact() const { return customer_exact_; }
  NodeId supplier_exact() const { return supplier_exact_; }

  /// The amount rounded to the smallest unit, under "<address>/<what>".
  Explained amount(NodeId node, const std::string& what, Phrase label);
  /// Sum of the periods' amounts, each divided by (1 + rate) to the power of its year-end; exact.
  NodeId discounted(const Flows& flows, const std::vector<NodeId>& amounts, const Phrase& label);
  /// The same, of what is paid at the start: nothing of its first year is discounted.
  NodeId at_start(const Flows& flows, const std::vector<NodeId>& amounts);

  /// What amounts of the customer are to us: without VAT.
  std::vector<NodeId> ours(const Flows& flows, const std::vector<NodeId>& amounts);

  /// `part` of `whole` in percent with one decimal. REQUIRES: whole is not zero.
  Explained percent(NodeId part, NodeId whole, RoundingMode mode, const std::string& what,
                    Phrase label);
  /// Under which a figure of the bargain is found.
  Address address(const std::string& what) const { return {address_ + "/" + what}; }
  /// Whether an amount is known and above zero.
  bool positive(NodeId node) const;

 private:
  std::vector<Explained> row(const Flows& flows, const std::vector<NodeId>& nodes,
                             const std::string& what, const Phrase& label);
  NodeId factor(int year_end);
  NodeId total(const std::vector<NodeId>& nodes);

  Worksheet& sheet_;
  Percent rate_;
  std::string address_;
  std::vector<NodeId> factors_;
  NodeId customer_exact_ = no_node;
  NodeId supplier_exact_ = no_node;
};

/// The nodes that computed a row of amounts.
std::vector<NodeId> nodes_of(const std::vector<Explained>& row);

/// "label, period".
Phrase of_period(const Phrase& label, const Phrase& period);

}  // namespace pricetalk
