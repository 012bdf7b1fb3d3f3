#include "explain/bound.hpp"

#include "number/size.hpp"

namespace pricetalk {

namespace {

/// Some five hundred daily steps of a percentage that is a fraction, or decades of months.
constexpr std::size_t most_bits = 8192;

}  // namespace

Undetermined too_exact() {
  return Undetermined(Reason{
      .kind = Reason::Kind::overflow,
      .key = "exact fraction",
      .text = {"the exact fraction has grown to thousands of digits, because no step rounds "
               "it; write rounding.carry = \"rounded\", or round the change to some decimals",
               "de exacte breuk is gegroeid tot duizenden cijfers, omdat geen stap haar "
               "afrondt; schrijf rounding.carry = \"rounded\", of rond de verandering af op "
               "een aantal decimalen"},
      .series = {},
      .period = {},
      .expected = {},
      .source = {}});
}

bool workable(const Ratio& value) { return !value.is_big() || bits(value) <= most_bits; }

}  // namespace pricetalk
