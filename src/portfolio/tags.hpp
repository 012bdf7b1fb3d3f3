#pragma once

#include <map>
#include <string>

#include "pricetalk/contract/contract.hpp"

namespace pricetalk {

/// The tags of a contract, by name.
inline std::map<std::string, std::string> tags_of(const Contract& contract) {
  const auto& tags = contract.terms.contract.tags;
  if (!tags) return {};
  return {tags->value.values.begin(), tags->value.values.end()};
}

}  // namespace pricetalk
