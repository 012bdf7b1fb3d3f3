#pragma once

#include <compare>
#include <concepts>
#include <cstdint>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>

#include "pricetalk/number/decimal.hpp"

namespace pricetalk {

class Ratio;

/// Which of the two neighbours a number in between goes to. "Half" modes decide ties only.
enum class RoundingMode : std::uint8_t {
  half_up,    ///< ties away from zero: what people do by hand
  half_even,  ///< ties to the even neighbour
  half_down,  ///< ties toward zero
  up,         ///< away from zero
  down,       ///< toward zero: cut off
  ceiling,    ///< toward plus infinity
  floor,      ///< toward minus infinity
};

/// A named way of rounding, to multiples of `step`: 0.01 (cents), 0.05, 1, 25, 0.0001.
/// REQUIRES: step > 0.
struct Rounding {
  RoundingMode mode = RoundingMode::half_up;  ///< default: ties away from zero
  Decimal step{1, 2};  ///< greater than zero; its decimals are those of the result; default: cents

  /// Rounding to a number of decimals. REQUIRES: 0 <= decimals <= 18.
  static constexpr Rounding decimals(int decimals, RoundingMode mode = RoundingMode::half_up) {
    return {mode, Decimal(1, decimals)};
  }
  /// Equal when both give the same text for every value: steps 0.1 and 0.10 differ, because the
  /// result has the step's decimals.
  friend bool operator==(const Rounding& a, const Rounding& b) {
    return a.mode == b.mode && a.step.same_text(b.step);
  }
};

/// The word of the contract format: `half-up`, `ceiling`.
std::string_view word(RoundingMode mode);

/// The only way from a Ratio back to a Decimal. The result has the step's scale:
/// `round(Ratio::of(10, 3), Rounding::decimals(2))` is 3.33.
/// Throws Overflow when the result needs more than 18 digits.
Decimal round(const Ratio& value, const Rounding& rounding);

/// A rounded value does not fit the 18 digits of a Decimal. The only exception that figures can
/// cause in this room; `evaluate` turns it into an undetermined result.
struct Overflow : std::runtime_error {
  /// With the one thing that it can say.
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
  /// Exactly the value of the decimal.
  Ratio(const Decimal& decimal);  // NOLINT(google-explicit-constructor)
  Ratio(double) = delete;

  /// REQUIRES: denominator != 0.
  static Ratio of(std::int64_t numerator, std::int64_t denominator);

  /// These three: exact; nothing is rounded.
  friend Ratio operator+(const Ratio& a, const Ratio& b);
  friend Ratio operator-(const Ratio& a, const Ratio& b);
  friend Ratio operator*(const Ratio& a, const Ratio& b);
  /// REQUIRES: b is not zero.
  friend Ratio operator/(const Ratio& a, const Ratio& b);
  /// The same with the other sign.
  Ratio operator-() const;
  friend std::strong_ordering operator<=>(const Ratio& a, const Ratio& b);
  friend bool operator==(const Ratio& a, const Ratio& b) { return (a <=> b) == 0; }

  /// Whether it is 0.
  bool is_zero() const;
  /// -1, 0 or 1.
  int sign() const;
  /// Whether it does not fit two 64-bit integers: slower, never less exact.
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

/// The value without its sign.
Ratio abs(const Ratio& value);

}  // namespace pricetalk
