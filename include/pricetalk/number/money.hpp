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
  Decimal amount;
  Currency currency;
  /// "18450.00 EUR".
  std::string text() const;
  friend bool operator==(const Money&, const Money&) = default;
};

/// An amount in between, not rounded yet.
struct ExactMoney {
  Ratio amount;
  Currency currency;
};

ExactMoney operator*(const Money& money, const Ratio& factor);
Money round(const ExactMoney& money, const Rounding& rounding);

}  // namespace pricetalk
