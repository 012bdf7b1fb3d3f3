#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>

#include "pricetalk/number/decimal.hpp"
#include "pricetalk/number/ratio.hpp"

namespace pricetalk {

/// An ISO 4217 currency code.
class Currency {
 public:
  constexpr Currency() = default;
  /// Three capital letters; nothing otherwise.
  static std::optional<Currency> parse(std::string_view code);
  /// "EUR".
  std::string_view code() const { return {code_.data(), code_.size()}; }
  /// Decimals of the smallest unit: 2 for EUR, 0 for JPY, 3 for KWD (ISO 4217 minor units).
  int minor_decimals() const;
  /// Half-up to the smallest unit.
  Rounding rounding() const { return Rounding::decimals(minor_decimals()); }
  friend bool operator==(const Currency&, const Currency&) = default;

 private:
  std::array<char, 3> code_{'E', 'U', 'R'};
};

/// An amount that was rounded, written or invoiced. `Money * Money` does not compile.
struct Money {
  Decimal amount;     ///< with its decimals: 18450.00
  Currency currency;  ///< default: EUR
  /// "18450.00 EUR".
  std::string text() const;
  friend bool operator==(const Money&, const Money&) = default;
};

/// An amount in between, not rounded yet.
struct ExactMoney {
  Ratio amount;       ///< with nothing rounded
  Currency currency;  ///< default: EUR
};

/// An amount times a number, not rounded.
ExactMoney operator*(const Money& money, const Ratio& factor);
/// The amount in whole steps of the rounding; throws Overflow beyond 18 digits.
Money round(const ExactMoney& money, const Rounding& rounding);

/// A percentage as written: `Percent{4.5}` is "4.5%". Its own type, so that 4 and 0.04 cannot be
/// confused; the conversion has a name.
struct Percent {
  Decimal of_hundred;  ///< 4.5 for 4.5 %

  /// 4.5 % as the fraction 0.045.
  Ratio as_fraction() const;
  /// "4.5%", decimals as written.
  std::string text() const { return of_hundred.text() + "%"; }
  friend bool operator==(const Percent&, const Percent&) = default;
};

/// Index points as written: "5 points". A difference of index values, not a percentage.
struct Points {
  Decimal value;  ///< in points of the index, as written
  friend bool operator==(const Points&, const Points&) = default;
};

}  // namespace pricetalk
