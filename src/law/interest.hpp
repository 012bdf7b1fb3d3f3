#pragma once

#include <optional>
#include <vector>

#include "explain/worksheet.hpp"
#include "law/law.hpp"

namespace pricetalk {

/// Interest on one payment, as a node of a worksheet.
///
/// Counted from the day after the payment up to and including the last day, by actual days over
/// 365; split at every change of the rate; where the rule compounds, the interest of a year is
/// added to the principal on each anniversary of the payment. Rounded once, at the end, to the
/// currency's smallest unit, half-up. Source of the method: LAW.md section 4 and the worked refund
/// of LETTERS.md section 7.
struct Interest {
  NodeId amount = no_node;
  /// The last day that is counted: the one asked for, or the last day with a known rate.
  Date until;
  /// Why the days after `until` are not counted; nothing when all are.
  std::optional<Undetermined> open;
  bool to_verify = false;  ///< a rate was used that was not seen in an official text
};

/// REQUIRES: the principal is determined. A payment on or after `until` carries no interest.
Interest interest(Worksheet& sheet, const InterestRule& rule, NodeId principal, Date paid,
                  Date until);

}  // namespace pricetalk
