#include "index/moved_sign.hpp"

#include "pricetalk/number/ratio.hpp"

namespace pricetalk {

std::optional<Decimal> with_sign_moved(const Decimal& number, Zeros zeros,
                                       const std::function<bool(const Decimal&)>& fits) {
  constexpr int furthest = 4;
  std::int64_t power = 10;
  for (int places = 1; places <= furthest; ++places, power *= 10) {
    const auto smaller = (Ratio(number) / Ratio(power)).exact_decimal();
    if (smaller && fits(*smaller)) return smaller;
    if (zeros == Zeros::none && number.scale() < places) continue;
    const auto larger = (Ratio(number) * Ratio(power)).exact_decimal();
    if (larger && fits(*larger)) return larger;
  }
  return std::nullopt;
}

}  // namespace pricetalk
