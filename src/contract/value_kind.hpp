#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "pricetalk/contract/clause.hpp"
#include "pricetalk/number/ratio.hpp"

namespace pricetalk {

/// What an expression of a formula gives.
enum class ValueKind : std::uint8_t {
  change,  ///< a fraction: `S/S0 - 1`, `(S - S0)/S0`, 0.03 for 3%
  ratio,   ///< of figures: `S/S0`, 1.03 for a rise of 3%
  other,
};
/// Through roundings, signs and lines of the formula.
ValueKind kind_of_value(const Expression& expression, const Ladder& ladder, const Clause& clause);

/// Whether a formula gives a price without asking the one before: `P = 100 * S/S0`, not a
/// coefficient that is called P.
bool starts_from_money(const Ladder& ladder, const Clause& clause);

/// A limit that is a plain number, in whole units: -2 for "-200%"; nothing for an expression.
std::optional<Ratio> stated_number(const LimitValue& limit);

/// What a line of the formula is; nothing for other names.
const Expression* line_of(const Ladder& ladder, const std::string& name);

}  // namespace pricetalk
