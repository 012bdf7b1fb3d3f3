#pragma once

#include <compare>
#include <concepts>
#include <cstdint>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>

#include "pricetalk/number/decimal.hpp"
#include "pricetalk/number/rounding.hpp"

namespace pricetalk {

/// A rounded value does not fit the 18 digits of a Decimal. The only exception that figures can
/// cause in this room; `evaluate` turns it into an undetermined result.
struct Overflow : std::runtime_error {
  Overflow() : std::runtime_error("a rounded value needs more than 18 digits") {}
};

/// A number in between: an exact fraction. Small fractions live in two 64-bit integers, not
/// reduced until they must be; larger ones behind an immutable shared big integer, and come back
/// when they fit. A value; safe to share between threads.
///
/// A zero denominator or divisor, or a step that is not positive, is a fault of the program, not of
/// the figures: std::domain_error.
class Ratio {
 public:
  Ratio() = default;
  /// Every whole number that the built-in types hold, also those beyond a signed 64-bit integer.
  template <std::integral I>
  requires(!std::same_as<I, bool> && sizeof(I) <= sizeof(std::int64_t))
      Ratio(I whole) {  // NOLINT(google-explicit-constructor)
    if constexpr (sizeof(I) < sizeof(std::int64_t)) {
      numerator_ = whole;
    } else if constexpr (std::signed_integral<I>) {
      *this = of(whole, 1);
    } else {
      *this = of_unsigned(whole);
    }
  }
  Ratio(const Decimal& decimal);  // NOLINT(google-explicit-constructor)
  Ratio(double) = delete;

  /// REQUIRES: denominator != 0.
  static Ratio of(std::int64_t numerator, std::int64_t denominator);

  friend Ratio operator+(const Ratio& a, const Ratio& b);
  friend Ratio operator-(const Ratio& a, const Ratio& b);
  friend Ratio operator*(const Ratio& a, const Ratio& b);
  /// REQUIRES: b is not zero.
  friend Ratio operator/(const Ratio& a, const Ratio& b);
  Ratio operator-() const;
  friend std::strong_ordering operator<=>(const Ratio& a, const Ratio& b);
  friend bool operator==(const Ratio& a, const Ratio& b) { return (a <=> b) == 0; }

  bool is_zero() const;
  /// -1, 0 or 1.
  int sign() const;
  bool is_big() const { return big_ != nullptr; }
  /// Lowest terms: `133/128`, `5`, `-1/3`.
  std::string text() const;
  /// The value as a Decimal when it has at most 18 digits and 18 decimals: shortest form, no
  /// trailing zeros. Nothing is rounded; 1/3 gives nothing.
  std::optional<Decimal> exact_decimal() const;

  friend Decimal round(const Ratio& value, const Rounding& rounding);

 private:
  struct Big;
  friend struct RatioAccess;
  static Ratio of_unsigned(std::uint64_t whole);

  std::int64_t numerator_ = 0;    // never the lowest, so that its sign can change
  std::int64_t denominator_ = 1;  // > 0, not necessarily lowest terms
  std::shared_ptr<const Big> big_;
};

Ratio abs(const Ratio& value);

}  // namespace pricetalk
