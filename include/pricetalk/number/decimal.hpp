#pragma once

#include <cassert>
#include <compare>
#include <concepts>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace pricetalk {

/// A number as it was written, published or rounded: `mantissa * 10^-scale`, with its trailing
/// zeros. 31.250 and 31.25 are equal in value and differ in text, because the written decimals are
/// a statement of precision.
///
/// A Decimal has no arithmetic: every operation on prices, weights and index values gives a
/// `Ratio`, and only `round` leads back. At most 18 digits, leading zeros not counted; scale 0
/// to 18.
class Decimal {
 public:
  constexpr Decimal() = default;
  /// `mantissa * 10^-scale`: Decimal(325, 2) is 3.25. REQUIRES: 0 <= scale <= 18, and a mantissa of
  /// at most 18 digits.
  constexpr Decimal(std::int64_t mantissa, int scale)
      : mantissa_(mantissa), scale_(static_cast<std::uint8_t>(scale)) {
    assert(0 <= scale && scale <= 18);
    assert(-largest_mantissa <= mantissa && mantissa <= largest_mantissa);
  }
  template <std::floating_point F>
  Decimal(F) = delete;
  template <std::floating_point F>
  Decimal(F, int) = delete;

  /// Eighteen nines.
  static constexpr std::int64_t largest_mantissa = 999'999'999'999'999'999;

  /// Reads `[+-]digits[.digits]`; an underscore between two digits is allowed, as in TOML. Nothing
  /// for any other text: exponents, `inf`, blanks, a comma, `.5`, `5.`, more than 18 digits or more
  /// than 18 decimals. A minus before zero is dropped.
  static std::optional<Decimal> parse(std::string_view text);

  /// The digits without their point, with sign.
  constexpr std::int64_t mantissa() const { return mantissa_; }
  /// How many decimals it has, trailing zeros counted.
  constexpr int scale() const { return scale_; }
  /// These two: by value; 0.00 is zero and not negative.
  constexpr bool is_zero() const { return mantissa_ == 0; }
  constexpr bool is_negative() const { return mantissa_ < 0; }

  /// `-0.50`: a point, all decimals, no grouping.
  std::string text() const;
  /// True when both are written alike: 1.50 and 1.5 are equal but not the same text.
  constexpr bool same_text(const Decimal& other) const {
    return mantissa_ == other.mantissa_ && scale_ == other.scale_;
  }

  friend bool operator==(const Decimal& a, const Decimal& b);
  friend std::strong_ordering operator<=>(const Decimal& a, const Decimal& b);

 private:
  std::int64_t mantissa_ = 0;
  std::uint8_t scale_ = 0;
};

}  // namespace pricetalk
