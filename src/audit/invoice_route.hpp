#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "audit/matcher.hpp"
#include "pricetalk/contract/contract.hpp"
#include "pricetalk/invoice/invoice.hpp"

namespace pricetalk {

/// Which contract an invoice row is of, through an index: there may be thousands of contracts and
/// millions of rows.
///
/// 1. A row that names a contract or an order is of the contract that has it.
/// 2. Otherwise it may be of every contract that its supplier, customer and references do not
///    exclude; those with more of the invoice's numbers and names go first.
/// 3. Of these it is of the one that has a line for it: in its term before outside it, in its
///    currency before another, a line of that name before one that is like it.
///
/// Two that are left make it unclear; none makes it unknown, but where step 1 or the numbers of
/// step 2 leave a single contract: there the audit lists it as not recognised. So it does with an
/// unknown row below zero that follows a row of a contract on the same invoice: a discount in a row
/// of its own stands beside its charge.
class InvoiceRoute {
 public:
  struct Found {
    std::optional<std::size_t> contract;
    std::vector<std::size_t> fits{};  ///< two or more: it is not clear which
  };

  /// The contracts outlive this.
  explicit InvoiceRoute(std::vector<const Contract*> contracts);

  const Found& find(const InvoiceLine& row);
  /// Rows that follow are of another file; what the headings of the last one meant is forgotten.
  void next_file() {
    forget_heads();
    last_invoice_.clear();
  }
  const Match& match(std::size_t contract, const InvoiceLine& row) {
    return matcher(contract).match(row);
  }

 private:
  struct Possible {
    std::vector<std::size_t> contracts;
    bool told = false;
    Found single{};  ///< the answer where the heading leaves one contract
  };
  /// A name as it is known in some contracts.
  struct Known {
    std::vector<std::pair<std::size_t, bool>> contracts;  ///< whether it is more than likeness
  };

  /// A heading that leaves one contract, where it is looked for first.
  struct Near {
    const InvoiceHead* head = nullptr;
    std::size_t contract = 0;
  };
  /// Its place; nothing as long as there is none.
  Near* near(const InvoiceHead& head);
  void forget_heads();
  Matcher& matcher(std::size_t contract);
  const Possible& possible(const InvoiceLine& row);
  Possible of_head(const InvoiceHead& head) const;
  const Known& known(const InvoiceLine& row);
  void choose(const Possible& possible, const InvoiceLine& row);
  const Found& found(const InvoiceLine& row);

  std::vector<const Contract*> contracts_;
  std::vector<std::unique_ptr<Matcher>> matchers_;
  std::unordered_map<std::string, std::vector<std::size_t>> by_reference_;
  Possible everybody_;
  /// Keeps the heads alive, so that none is taken for another.
  std::unordered_map<std::shared_ptr<const InvoiceHead>, Possible> heads_;
  std::vector<Near> near_;  ///< of `heads_`; each has one place, the latest stands in it
  std::unordered_map<std::string, Possible> headings_;  ///< by what they say
  std::unordered_map<std::string, Known> names_;
  Found found_;
  // These two: of the last row that found its contract.
  std::string last_invoice_;
  std::size_t last_contract_ = 0;
};

}  // namespace pricetalk
