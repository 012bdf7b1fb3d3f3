#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "pricetalk/contract/clause.hpp"

namespace pricetalk {

/// Whether a clause accepts the warning of that code.
inline bool accepts(const std::vector<Accepted>& all, std::string_view code) {
  return std::any_of(all.begin(), all.end(),
                     [&](const Accepted& each) { return each.code == code; });
}

/// Advice of a warning that a clause may accept: what to write, or else why the contract says so.
inline Phrase unless_accepted(std::string_view code, const Phrase& advice) {
  const std::string begin = " accept = [\"" + std::string(code);
  return {advice.en + "; does the contract really say this, write" + begin + ": the reason\"]",
          advice.nl + "; zegt het contract dit echt, schrijf dan" + begin + ": de reden\"]"};
}

}  // namespace pricetalk
