#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
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

/// Every series that the contract names: in clauses, their links, and price levels.
std::set<std::string> series_named(const Contract& contract);

/// The names of a contract that a scenario can refer to.
struct ContractNames {
  std::string contract;                           ///< its id
  std::array<std::vector<std::string>, 3> kinds;  ///< ids by NamedThing::Kind, as the file has them
  std::set<std::string> series;                   ///< that it names

  static ContractNames of(const Contract& contract);
  /// Adds the series that those of the contract follow.
  void follow(const Library& library);
  const std::vector<std::string>& ids(NamedThing::Kind kind) const {
    return kinds[static_cast<std::size_t>(kind)];
  }
  bool has(const NamedThing& thing) const;
};

/// The names of many contracts that a scenario can refer to, and how many of them each alternative
/// is about.
struct NamesKnown {
  std::array<std::set<std::string>, 3> kinds;  ///< ids by NamedThing::Kind
  std::set<std::string> series;      ///< that the contracts read, and those that these follow
  std::vector<std::uint64_t> about;  ///< contracts, by the position of the alternative
  std::uint64_t contracts = 0;
  std::string contract;  ///< id of the last

  /// `fits`: whether each alternative is about it.
  void add(const ContractNames& names, const std::vector<bool>& fits);
  void add(const NamesKnown& more);
  const std::set<std::string>& ids(NamedThing::Kind kind) const {
    return kinds[static_cast<std::size_t>(kind)];
  }
  /// "contract SCHOON-1", or "any of the contracts".
  Phrase where() const;
};
/// As the check over a list of contracts, of those that were added to `known`.
void check_names(const Scenario& scenario, const NamesKnown& known, Diagnostics& diagnostics);

/// Whether the alternative is about this contract: something of it is left by `about`, or it names
/// no clause, price line or innovation at all.
bool fits(const Alternative& alternative, const Contract& contract, Date today);
/// The same as far as the names of a contract decide it; nothing where its terms do as well.
std::optional<bool> fits_by_name(const Alternative& alternative, const ContractNames& names);
/// The same of each alternative of a scenario.
std::vector<bool> fits_of(const Scenario& scenario, const Contract& contract, Date today);

/// The part of an alternative that is about this contract, spelled out: what it says of all clauses
/// or lines said of each, its waivers and agreed prices as decisions, without what it says of
/// clauses, price lines and innovations that the contract does not have. A limit of "none" for all
/// clauses is an edit of those that have the limit. Where edits hold from a day on, it is stated.
Alternative about(Alternative alternative, const Contract& contract, Date today);

}  // namespace pricetalk
