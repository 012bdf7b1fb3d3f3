#pragma once

#include <array>
#include <span>
#include <string_view>
#include <vector>

#include "pricetalk/advice/dossier.hpp"
#include "pricetalk/advice/finding.hpp"
#include "pricetalk/diagnostic/codes.hpp"

namespace pricetalk {

/// From which size on something is worth a blush. One place; a rule reads no other number.
struct RedFaceThresholds {
  /// An index that runs ahead of the real cost mix: share of the fair price, and money a year.
  Percent ahead_of_cost{Decimal(1, 0)};
  Decimal ahead_of_cost_per_year{500, 0};
  /// A level that a break in the measuring kept in the price: change of the broken year.
  Percent measured_change{Decimal(8, 0)};
  /// Money a year below which a decrease that was not passed on is left alone.
  Decimal kept_decrease_per_year{250, 0};
  /// The silent good customer (S21): relation in years, days without contact, days until talk or
  /// end.
  int relation_years = 3;
  int silent_days = 90;
  int talk_within_days = 365;
  /// Days before the last day to announce from which a missing announcement is shown.
  int announce_within_days = 30;
};
inline constexpr RedFaceThresholds red_face_thresholds{};

/// One rule: what it looks at, why, and how it finds something.
struct RedFaceRule {
  std::string_view id;    ///< "charged-above-allowed"
  std::string_view idea;  ///< of SOURCE-IDEAS: "S2"
  FindingKind kind;
  Wording looks_at;  ///< one sentence, for the documentation
  std::vector<Finding> (*find)(const Dossier&);
};

/// All rules, in the order in which they are asked.
std::span<const RedFaceRule> red_face_rules();

/// Every finding of every rule, ranked: FOUT before GÊNANT, then by money.
std::vector<Finding> red_face(const Dossier& dossier);

}  // namespace pricetalk
