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

/// Every clause, price line and innovation that the alternative names, in the order of its keys;
/// not a clause that it puts on a line itself, which may be new.
std::vector<NamedThing> things_named(const Alternative& alternative);

/// The names of many contracts that a scenario can refer to, and how many of them each alternative
/// is about. The scenario must outlive it.
class NamesKnown {
 public:
  NamesKnown(const Scenario& scenario, Date today);
  void add(const Contract& contract);
  const Scenario& scenario() const { return scenario_; }
  /// Contracts that an alternative, by its position in the scenario, is about.
  std::size_t about(std::size_t alternative) const { return about_[alternative]; }
  std::size_t contracts() const { return contracts_; }
  const std::set<std::string>& ids(NamedThing::Kind kind) const {
    return kinds[static_cast<std::size_t>(kind)];
  }
  /// "contract SCHOON-1", or "any of the contracts".
  Phrase where() const;

 private:
  const Scenario& scenario_;
  Date today_;
  std::vector<std::size_t> about_;
  std::array<std::set<std::string>, 3> ids_;
  std::size_t contracts_ = 0;
  std::string contract_;
};
/// As the check over a list of contracts, of those that were added to `known`.
void check_names(const NamesKnown& known, Diagnostics& diagnostics);

std::vector<std::string> ids_of(const Contract& contract, NamedThing::Kind kind);
bool has(const Contract& contract, const NamedThing& thing);

/// Whether the alternative is about this contract: something of it is left by `about`, or it names
/// no clause, price line or innovation at all.
bool fits(const Alternative& alternative, const Contract& contract, Date today);

/// The part of an alternative that is about this contract, spelled out: what it says of all clauses
/// or lines said of each, its waivers and agreed prices as decisions, without what it says of
/// clauses, price lines and innovations that the contract does not have. A limit of "none" for all
/// clauses is an edit of those that have the limit. Where edits hold from a day on, it is stated.
Alternative about(Alternative alternative, const Contract& contract, Date today);

}  // namespace pricetalk
