#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <span>
#include <string_view>

#include "pricetalk/number/ratio.hpp"

/// Which VAT a person expects on an amount. What the law says of a day is in the room law.
namespace pricetalk::vat {

/// Rates in Europe, in tenths of a percent.
inline constexpr std::array<std::int64_t, 24> tenths_of_rates{
    0,   21,  25,  30,  40,  50,  55,  60,  70,  80,  81,  90,
    100, 120, 130, 140, 170, 190, 200, 210, 220, 230, 240, 250};

/// What a country puts on services, in tenths of a percent. Lower rates are left out: they are as
/// likely the step of a price.
struct ServiceRates {
  std::string_view country;
  std::array<std::int64_t, 2> tenths;
};
inline constexpr std::array<ServiceRates, 8> of_services{{{"NL", {90, 210}},
                                                          {"BE", {120, 210}},
                                                          {"DE", {190, 190}},
                                                          {"FR", {100, 200}},
                                                          {"GB", {200, 200}},
                                                          {"AT", {100, 200}},
                                                          {"LU", {140, 170}},
                                                          {"IE", {135, 230}}}};
/// Of a country that is not in the table, or not known.
inline constexpr ServiceRates anywhere{"", {200, 210}};

inline const Ratio& a_cent() {
  static const Ratio made = Ratio::of(1, 100);
  return made;
}
/// Two amounts that rounding alone can set apart.
inline bool is_within_a_cent(const Ratio& a, const Ratio& b) { return abs(a - b) <= a_cent(); }

/// Whether one of the rates of an amount is this VAT, give or take what rounding does.
inline bool is_rate_of(const Ratio& vat, const Ratio& amount,
                       std::span<const std::int64_t> tenths = tenths_of_rates,
                       const Ratio& rounding = a_cent()) {
  return std::any_of(tenths.begin(), tenths.end(), [&](std::int64_t each) {
    return abs(vat - amount * Ratio::of(each, 1000)) <= rounding;
  });
}

/// Whether the one price is the other with the VAT that services of the country have. `rounding`:
/// one of the last decimal of the prices.
inline bool is_with_service_vat(const Ratio& whole, const Ratio& net, std::string_view country,
                                const Ratio& rounding) {
  const auto found =
      std::find_if(of_services.begin(), of_services.end(),
                   [&](const ServiceRates& each) { return each.country == country; });
  return is_rate_of(whole - net, net, found == of_services.end() ? anywhere.tenths : found->tenths,
                    rounding);
}

}  // namespace pricetalk::vat
