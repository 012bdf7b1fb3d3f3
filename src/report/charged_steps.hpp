#pragma once

#include <vector>

#include "pricetalk/audit/audit.hpp"

namespace pricetalk {

/// A day from which another price of a line was charged or allowed than before it, both per unit.
struct ChargedStep {
  Date from;
  // These four: above zero.
  Ratio charged_before{0};
  Ratio charged{0};
  Ratio allowed_before{0};
  Ratio allowed{0};
  /// "0.0291" of what was before.
  Ratio charged_change() const { return charged / charged_before - Ratio(1); }
  Ratio allowed_change() const { return allowed / allowed_before - Ratio(1); }
};

/// The steps between the charges of a line, oldest first: what is left to look at where no cause
/// was found. Prices are those of the rows, else their amounts by the quantity; of lines with tiers
/// only rows of one quantity are compared. A first row that differs is a step from the price that
/// the contract allowed before it.
std::vector<ChargedStep> charged_steps(const Audit& audit, const AuditedLine& line);

}  // namespace pricetalk
