#include "explain/rounded.hpp"

namespace pricetalk {

Undetermined too_long() {
  return Undetermined(
      Reason{.kind = Reason::Kind::overflow,
             .key = "overflow",
             .text = {"a value has more than 18 digits and cannot be written",
                      "een waarde heeft meer dan 18 cijfers en is niet te schrijven"},
             .series = {},
             .period = {},
             .expected = {},
             .source = {}});
}

Outcome<Decimal> rounded(const Ratio& value, const Rounding& rounding) {
  try {
    return round(value, rounding);
  } catch (const Overflow&) {
    return too_long();
  }
}

bool writable(const Ratio& value) { return rounded(value, Rounding::decimals(0)).determined(); }

Decimal as_many_decimals(const Ratio& value, int decimals) {
  for (; decimals > 0; --decimals)
    if (const auto found = rounded(value, Rounding::decimals(decimals))) return *found;
  return round(value, Rounding::decimals(0));
}

}  // namespace pricetalk
