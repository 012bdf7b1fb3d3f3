#pragma once

#include <algorithm>
#include <string_view>
#include <vector>

#include "pricetalk/contract/clause.hpp"

namespace pricetalk {

/// Whether a clause accepts the warning of that code.
inline bool accepts(const std::vector<Accepted>& all, std::string_view code) {
  return std::any_of(all.begin(), all.end(),
                     [&](const Accepted& each) { return each.code == code; });
}

}  // namespace pricetalk
