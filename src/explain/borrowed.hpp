#pragma once

#include <memory>

#include "pricetalk/explain/derivation.hpp"

namespace pricetalk {

/// Points to a derivation that somebody else owns, who outlives this.
inline std::shared_ptr<const Derivation> borrowed(const Derivation& derivation) {
  return {std::shared_ptr<const Derivation>(), &derivation};
}

}  // namespace pricetalk
