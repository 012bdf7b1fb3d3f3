#pragma once

#include <memory>
#include <string>
#include <variant>
#include <vector>

#include "pricetalk/explain/derivation.hpp"
#include "pricetalk/number/money.hpp"

namespace pricetalk {

/// Stable text that names a derivation: "FM-2019-014/daily-cleaning/2027-01-01/price".
struct Address {
  std::string text;  ///< ID/LINE/DATE/WHAT; the ids as in the files
  friend auto operator<=>(const Address&, const Address&) = default;
};

/// A whole number of things: days, invoices, years.
struct Count {
  std::int64_t value = 0;  ///< as counted
  friend bool operator==(const Count&, const Count&) = default;
};

/// The only numeric type that letters, pages and findings accept: a number that knows which
/// derivation it came from, so that every amount in a letter can be found in the annex.
struct Figure {
  std::variant<Money, Percent, Decimal, Count> value;  ///< what it says
  Address address;  ///< of the derivation; empty: typed or counted, with nothing behind it
  Fixity fixity = Fixity::fixed;  ///< how sure it is; default: fixed
  friend bool operator==(const Figure&, const Figure&) = default;
};

/// A price as a decimal: at least `decimals`, more when it is exact in more; a price that no
/// decimal holds (nothing rounds it) is shown with ten decimals. Fewer where 18 digits do not hold
/// as many. REQUIRES: writable(price) (explain/rounded.hpp), which prices and sums are.
Decimal as_decimal(const Ratio& price, int decimals);

/// The amount of money of a figure. REQUIRES: its value is Money.
inline const Decimal& amount_of(const Figure& figure) {
  return std::get<Money>(figure.value).amount;
}

/// Where a figure of an audit or a finding can be looked up: its address, what it is, and the
/// calculation and node that made it. Several figures share one derivation.
struct Evidence {
  Address address;                               ///< by which `find` finds it
  Phrase what;                                   ///< in words
  std::shared_ptr<const Derivation> derivation;  ///< never nothing
  NodeId node = no_node;                         ///< of `derivation`, that gives the figure
};

/// The evidence of an address, or nothing.
const Evidence* find(const std::vector<Evidence>& evidence, const Address& address);

}  // namespace pricetalk
