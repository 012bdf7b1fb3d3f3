#pragma once

#include <cstdint>
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

std::vector<std::string> ids_of(const Contract& contract, NamedThing::Kind kind);
bool has(const Contract& contract, const NamedThing& thing);

}  // namespace pricetalk
