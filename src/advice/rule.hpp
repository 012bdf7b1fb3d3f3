#pragma once

#include <array>
#include <span>
#include <string_view>
#include <vector>

#include "diagnostic/codes.hpp"
#include "pricetalk/advice/redface.hpp"

namespace pricetalk {

/// One rule: what it looks at, why, from which size on, what the customer would ask and what to do.
/// Question and advice hold for every finding of the rule that does not bring its own.
struct RedFaceRule {
  std::string_view id;    ///< "charged-above-allowed"
  std::string_view idea;  ///< of SOURCE-IDEAS: "S2"
  FindingKind kind;
  Wording looks_at;                            ///< one sentence, for the documentation
  std::array<std::string_view, 3> thresholds;  ///< keys of RedFaceThresholds; empty: none
  Wording question;
  Wording advice;
  /// Exactly one of the two.
  std::vector<Finding> (*find)(const Dossier&, const RedFaceThresholds&) = nullptr;
  std::vector<FindingIn> (*find_across)(std::span<const Dossier>,
                                        const RedFaceThresholds&) = nullptr;
};

/// All rules, in the order in which they are asked.
std::span<const RedFaceRule> red_face_rules();

}  // namespace pricetalk
