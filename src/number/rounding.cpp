#include "pricetalk/number/ratio.hpp"

namespace pricetalk {

std::string_view word(RoundingMode mode) {
  switch (mode) {
    case RoundingMode::half_up:
      return "half-up";
    case RoundingMode::half_even:
      return "half-even";
    case RoundingMode::half_down:
      return "half-down";
    case RoundingMode::up:
      return "up";
    case RoundingMode::down:
      return "down";
    case RoundingMode::ceiling:
      return "ceiling";
    case RoundingMode::floor:
      return "floor";
  }
  return "";
}

}  // namespace pricetalk
