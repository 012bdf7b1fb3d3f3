#pragma once

#include <cstdint>

#include "pricetalk/diagnostic/language.hpp"

namespace pricetalk {

/// What a named step of a calculation is. Words come from one table per language, never from the
/// engine. A node without a role is plumbing and is shown inside the next named step.
enum class Role : std::uint8_t {
  none,
  label,  ///< named by a label of the calculation: worksheets, lines of a formula
  // what is read
  observation,
  reference,
  link_coefficient,
  converted,
  average,
  interpolated,
  constant,
  price_before,
  price_before_exact,
  original_price,
  quantity,
  // the ladder
  formula,
  change,
  change_rounded,
  change_since,
  threshold,
  threshold_excess,
  passed_on,
  carried_in,
  with_carry,
  lost_factor,
  step_wanted,
  cap,
  floor,
  after_floor,
  after_cap,
  given_up,
  decided,
  step,
  carried_out,
  room_out,
  coefficient_exact,
  coefficient,
  increase,
  price_exact,
  limited_price,
  new_price,
  // beside the ladder
  surcharge,
  charged,
  discount,
  net_price,
  line_amount,
  total,
};

/// "coefficient", "coëfficiënt"; for observation and reference the symbol stands in front.
const Phrase& words(Role role);

}  // namespace pricetalk
