#pragma once

#include <memory>
#include <vector>

#include "pricetalk/explain/derivation.hpp"
#include "pricetalk/explain/figure.hpp"

namespace pricetalk {

/// Where a figure of an audit or a finding can be looked up: its address, what it is, and the
/// calculation and node that made it. Several figures share one derivation.
struct Evidence {
  Address address;
  Phrase what;
  std::shared_ptr<const Derivation> derivation;
  NodeId node = no_node;
};

/// The evidence of an address, or nothing.
const Evidence* find(const std::vector<Evidence>& evidence, const Address& address);

}  // namespace pricetalk
