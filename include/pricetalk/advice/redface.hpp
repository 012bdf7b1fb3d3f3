#pragma once

#include <array>
#include <cstddef>
#include <span>
#include <string_view>
#include <vector>

#include "pricetalk/advice/dossier.hpp"
#include "pricetalk/advice/finding.hpp"
#include "pricetalk/advice/thresholds.hpp"
#include "pricetalk/diagnostic/codes.hpp"

namespace pricetalk {

/// A finding that compares several contracts, and whose it is.
struct FindingIn {
  std::size_t dossier = 0;  ///< position in what was asked
  Finding finding;
};

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

/// Every finding of every rule about one contract, ranked: FOUT before GÊNANT, then by money. No
/// euro is counted by two FOUT rules.
std::vector<Finding> red_face(const Dossier& dossier, const RedFaceThresholds& thresholds);
std::vector<Finding> red_face(const Dossier& dossier);  ///< with the default thresholds

/// The findings of the rules that compare contracts with each other, in the order of the contracts.
/// Add them to those of each contract and rank again.
std::vector<FindingIn> red_face_across(std::span<const Dossier> dossiers,
                                       const RedFaceThresholds& thresholds);

}  // namespace pricetalk
