#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <set>
#include <string>
#include <vector>

#include "pricetalk/scenario/scenario.hpp"

namespace pricetalk {

/// Something of a contract that an alternative names.
struct NamedThing {
  enum class Kind : std::uint8_t { clause, line, innovation };
  Kind kind = Kind::clause;
  std::string id;
  Span where;
};
/// "price line", "prijsregel".
const Phrase& words(NamedThing::Kind kind);

/// Every clause, price line and innovation that the alternative names, in the order of its keys.
std::vector<NamedThing> things_named(const Alternative& alternative);

/// Every series that the contract names: in clauses, their links, and price levels.
std::set<std::string> series_named(const Contract& contract);

/// The names of many contracts that a scenario can refer to.
class NamesKnown {
 public:
  /// `library`: the figures of the contract; nothing where they are not at hand.
  void add(const Contract& contract, const Library* library = nullptr);
  std::size_t contracts() const { return contracts_; }
  const std::set<std::string>& ids(NamedThing::Kind kind) const {
    return kinds[static_cast<std::size_t>(kind)];
  }
  /// Series that the contracts read, and those that these follow.
  const std::set<std::string>& series() const { return series_; }
  /// "contract SCHOON-1", or "any of the contracts".
  Phrase where() const;

 private:
  std::array<std::set<std::string>, 3> ids_;
  std::set<std::string> series_;
  std::size_t contracts_ = 0;
  std::string contract_;
};
/// As the check over a list of contracts, of those that were added to `known`.
void check_names(const Scenario& scenario, const NamesKnown& known, Diagnostics& diagnostics);

/// Whether the alternative is about a contract of these names: it names a clause, price line or
/// innovation that the contract has, or none at all.
bool fits(const Alternative& alternative, const ContractNames& names);

/// The part of an alternative over several contracts that is about this one: without what it says
/// of clauses, price lines and innovations that are in the others.
Alternative about(Alternative alternative, const Contract& contract);

}  // namespace pricetalk
