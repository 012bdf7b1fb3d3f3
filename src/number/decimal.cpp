#include "pricetalk/number/decimal.hpp"

#include "number/wide.hpp"

namespace pricetalk {

namespace {

constexpr int largest_scale = 18;

bool is_digit(char c) { return '0' <= c && c <= '9'; }

// Both values over the common denominator 10^18 fit 128 bits: 10^18 * 10^18 < 2^127.
wide::Int128 in_units_of_largest_scale(const Decimal& decimal) {
  return wide::Int128{decimal.mantissa()} * wide::power_of_ten(largest_scale - decimal.scale());
}

}  // namespace

std::optional<Decimal> Decimal::parse(std::string_view text) {
  bool negative = false;
  if (!text.empty() && (text.front() == '+' || text.front() == '-')) {
    negative = text.front() == '-';
    text.remove_prefix(1);
  }
  std::int64_t mantissa = 0;
  int scale = 0;
  bool after_point = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (is_digit(c)) {
      // Before the multiplication: 10 * (10^17 - 1) + 9 is the largest that has 18 digits.
      if (mantissa > largest_mantissa / 10) return std::nullopt;
      mantissa = mantissa * 10 + (c - '0');
      if (after_point && ++scale > largest_scale) return std::nullopt;
      continue;
    }
    const bool between_digits =
        i > 0 && is_digit(text[i - 1]) && i + 1 < text.size() && is_digit(text[i + 1]);
    if (!between_digits) return std::nullopt;
    if (c == '.' && !after_point) {
      after_point = true;
    } else if (c != '_') {
      return std::nullopt;
    }
  }
  if (text.empty()) return std::nullopt;
  return Decimal(negative ? -mantissa : mantissa, scale);
}

std::string Decimal::text() const {
  std::string digits = std::to_string(is_negative() ? -mantissa_ : mantissa_);
  const std::size_t decimals = scale_;
  if (digits.size() <= decimals) digits.insert(0, decimals + 1 - digits.size(), '0');
  if (decimals > 0) digits.insert(digits.size() - decimals, 1, '.');
  if (is_negative()) digits.insert(0, 1, '-');
  return digits;
}

bool operator==(const Decimal& a, const Decimal& b) { return (a <=> b) == 0; }

std::strong_ordering operator<=>(const Decimal& a, const Decimal& b) {
  if (a.scale_ == b.scale_) return a.mantissa_ <=> b.mantissa_;
  return in_units_of_largest_scale(a) <=> in_units_of_largest_scale(b);
}

}  // namespace pricetalk
