#pragma once

#include <algorithm>
#include <memory>
#include <numeric>
#include <span>
#include <unordered_map>
#include <vector>

#include "audit/matcher.hpp"
#include "audit/party.hpp"
#include "audit/share_out.hpp"

/// The rule by which rows are shared out over contracts, said once more and plainly: what
/// InvoiceRoute must answer through its index.
namespace plain_sharing {

using namespace pricetalk;

using Candidates = std::vector<std::size_t>;  ///< positions of contracts, in their order

/// Keeps those for which `good` holds, unless it holds for none.
template <class Good>
void prefer(Candidates& all, Good good) {
  if (std::any_of(all.begin(), all.end(), good))
    std::erase_if(all, [&](std::size_t i) { return !good(i); });
}

/// Asks every contract about every row, without an index.
class Sharing {
 public:
  explicit Sharing(std::span<const Contract* const> contracts) : contracts_(contracts) {
    everybody_.contracts.resize(contracts.size());
    std::iota(everybody_.contracts.begin(), everybody_.contracts.end(), std::size_t{0});
    for (const Contract* contract : contracts) matchers_.emplace_back(*contract);
    made_.rows.resize(contracts.size());
  }

  void add(const InvoiceLine& row) {
    const Possible& possible = row.head ? of_head(row.head) : everybody_;
    Candidates left = possible.contracts;
    std::erase_if(left, [&](std::size_t i) { return strength(i, row) == 0; });
    prefer(left, [&](std::size_t i) { return in_term(*contracts_[i], row); });
    prefer(left, [&](std::size_t i) {
      return !row.head || !row.head->currency || *row.head->currency == contracts_[i]->currency;
    });
    prefer(left, [&](std::size_t i) { return strength(i, row) == 2; });
    if (left.empty() && possible.told) left = possible.contracts;
    if (left.empty() && stands_beside(row, possible.contracts)) left = {last_contract_};
    if (left.empty())
      made_.unknown.push_back(row);
    else if (left.size() == 1)
      found(row, left.front());
    else
      unclear(row, left);
  }

  SharedOut made() && { return std::move(made_); }

 private:
  /// The contracts that an invoice may be of, as its heading says.
  struct Possible {
    Candidates contracts;
    bool told = false;  ///< the heading itself points at them
  };

  const Possible& of_head(const std::shared_ptr<const InvoiceHead>& head) {
    const auto known = heads_.find(head);
    if (known != heads_.end()) return known->second;
    Possible found;
    for (std::size_t i = 0; i < contracts_.size(); ++i)
      if (names(*contracts_[i], *head) && !for_another(*contracts_[i], *head))
        found.contracts.push_back(i);
    found.told = !found.contracts.empty();
    if (!found.told) {
      int most = 0;
      for (std::size_t i = 0; i < contracts_.size(); ++i) {
        if (for_another(*contracts_[i], *head)) continue;
        const int parties = parties_known(*contracts_[i], *head);
        if (parties > most) found.contracts.clear();
        most = std::max(most, parties);
        if (parties == most) found.contracts.push_back(i);
      }
      found.told = most > 0;
    }
    return heads_.emplace(head, std::move(found)).first->second;
  }

  /// A row below zero on the invoice of the row before it that found its contract.
  bool stands_beside(const InvoiceLine& row, const Candidates& may) const {
    return row.amount.is_negative() && !row.invoice.empty() && row.invoice == last_invoice_ &&
           std::find(may.begin(), may.end(), last_contract_) != may.end();
  }

  void found(const InvoiceLine& row, std::size_t contract) {
    last_invoice_ = row.invoice;
    last_contract_ = contract;
    made_.rows[contract].push_back(row);
  }

  /// 2: a line answers to the name; 1: one is like it; 0: none.
  int strength(std::size_t i, const InvoiceLine& row) {
    const Match& match = matchers_[i].match(row);
    if (match.line == nullptr) return 0;
    return match.by == MatchedBy::likeness ? 1 : 2;
  }

  static bool in_term(const Contract& contract, const InvoiceLine& row) {
    return contract.start <= row.to && (!contract.end || row.from <= *contract.end);
  }

  void unclear(const InvoiceLine& row, const Candidates& left) {
    SharedOut::Unclear made{row, {}};
    for (const std::size_t i : left) made.fits.push_back(contracts_[i]);
    made_.unclear.push_back(std::move(made));
  }

  std::span<const Contract* const> contracts_;
  std::vector<Matcher> matchers_;
  Possible everybody_;
  /// Keeps the heads alive, so that none is taken for another.
  std::unordered_map<std::shared_ptr<const InvoiceHead>, Possible> heads_;
  std::string last_invoice_;
  std::size_t last_contract_ = 0;
  SharedOut made_;
};

inline SharedOut share(std::span<const Contract* const> contracts,
                       const std::vector<InvoiceLine>& rows) {
  Sharing sharing(contracts);
  for (const InvoiceLine& row : rows) sharing.add(row);
  return std::move(sharing).made();
}

}  // namespace plain_sharing
