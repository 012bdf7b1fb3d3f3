#include "pricetalk/number/ratio.hpp"

#include <algorithm>
#include <bit>
#include <boost/multiprecision/cpp_int.hpp>
#include <numeric>

#include "number/size.hpp"
#include "number/wide.hpp"

namespace pricetalk {

using boost::multiprecision::cpp_int;
using wide::Int128;
using wide::UInt128;

// Lowest terms, denominator > 0, and at least one of both does not fit a field of Ratio. So a big
// Ratio never equals a small one.
struct Ratio::Big {
  cpp_int numerator;
  cpp_int denominator;
};

namespace {

// The largest that a field of Ratio holds, either sign. A product of two such is below 2^126, a sum
// of two products below 2^127: small operands never overflow 128 bits.
constexpr std::int64_t largest_field = std::numeric_limits<std::int64_t>::max();

bool fits_field(Int128 value) { return -largest_field <= value && value <= largest_field; }
bool fits_field(const cpp_int& value) { return -largest_field <= value && value <= largest_field; }

UInt128 magnitude(Int128 value) {
  return value < 0 ? -static_cast<UInt128>(value) : static_cast<UInt128>(value);
}

int trailing_zeros(UInt128 value) {
  const auto low = static_cast<std::uint64_t>(value);
  if (low != 0) return std::countr_zero(low);
  return 64 + std::countr_zero(static_cast<std::uint64_t>(value >> 64));
}

// Binary, because dividing 128-bit integers is slow. REQUIRES: a != 0 and b != 0.
UInt128 greatest_common_divisor(UInt128 a, UInt128 b) {
  const int common_twos = trailing_zeros(a | b);
  a >>= trailing_zeros(a);  // NOLINT(clang-analyzer-core.uninitialized.Assign): not zero
  while (b != 0) {
    b >>= trailing_zeros(b);
    if ((a | b) >> 64 == 0) {
      return UInt128{std::gcd(static_cast<std::uint64_t>(a), static_cast<std::uint64_t>(b))}
             << common_twos;
    }
    if (a > b) std::swap(a, b);
    b -= a;
  }
  return a << common_twos;
}

cpp_int to_big(Int128 value) {
  const UInt128 bits = magnitude(value);
  cpp_int result = static_cast<std::uint64_t>(bits >> 64);
  result <<= 64;
  result += static_cast<std::uint64_t>(bits);
  if (value < 0) result = -result;
  return result;
}

// Whether a quotient that is not whole goes to its neighbour away from zero. `half` compares what
// is left with one half; `odd` is the neighbour toward zero.
bool goes_away_from_zero(RoundingMode mode, bool negative, std::strong_ordering half, bool odd) {
  switch (mode) {
    case RoundingMode::half_up:
      return half >= 0;
    case RoundingMode::half_even:
      return half > 0 || (half == 0 && odd);
    case RoundingMode::half_down:
      return half > 0;
    case RoundingMode::up:
      return true;
    case RoundingMode::down:
      return false;
    case RoundingMode::ceiling:
      return !negative;
    case RoundingMode::floor:
      return negative;
  }
  return false;
}

template <class Integer>
std::strong_ordering compare(const Integer& a, const Integer& b) {
  if (a == b) return std::strong_ordering::equal;
  return a < b ? std::strong_ordering::less : std::strong_ordering::greater;
}

// numerator / denominator to a whole number. REQUIRES: denominator > 0.
template <class Integer>
Integer divide(const Integer& numerator, const Integer& denominator, RoundingMode mode) {
  Integer quotient = numerator / denominator;  // toward zero
  Integer rest = numerator % denominator;      // has the sign of the numerator
  if (rest == 0) return quotient;
  const bool negative = rest < 0;
  if (negative) rest = -rest;
  const Integer missing = denominator - rest;
  const bool odd = quotient % 2 != 0;
  if (goes_away_from_zero(mode, negative, compare(rest, missing), odd)) {
    quotient += negative ? -1 : 1;
  }
  return quotient;
}

[[noreturn]] void divided_by_zero() { throw std::domain_error("a ratio was divided by zero"); }

}  // namespace

// What the operators share, and what only they may see.
struct RatioAccess {
  static Ratio small(std::int64_t numerator, std::int64_t denominator) {
    Ratio result;
    result.numerator_ = numerator;
    result.denominator_ = denominator;
    return result;
  }

  // REQUIRES: denominator > 0.
  static Ratio make(Int128 numerator, Int128 denominator) {
    if (fits_field(numerator) && fits_field(denominator)) {
      return small(static_cast<std::int64_t>(numerator), static_cast<std::int64_t>(denominator));
    }
    if (numerator == 0) return {};
    const auto divisor =
        static_cast<Int128>(greatest_common_divisor(magnitude(numerator), magnitude(denominator)));
    numerator /= divisor;
    denominator /= divisor;
    if (fits_field(numerator) && fits_field(denominator)) {
      return small(static_cast<std::int64_t>(numerator), static_cast<std::int64_t>(denominator));
    }
    return big_from_lowest_terms(to_big(numerator), to_big(denominator));
  }

  // REQUIRES: denominator != 0.
  static Ratio make(cpp_int numerator, cpp_int denominator) {
    if (denominator < 0) {
      numerator = -numerator;
      denominator = -denominator;
    }
    const cpp_int divisor = boost::multiprecision::gcd(numerator, denominator);
    if (divisor != 1) {
      numerator /= divisor;
      denominator /= divisor;
    }
    if (fits_field(numerator) && fits_field(denominator)) {
      return small(numerator.convert_to<std::int64_t>(), denominator.convert_to<std::int64_t>());
    }
    return big_from_lowest_terms(std::move(numerator), std::move(denominator));
  }

  static std::size_t bits(const Ratio& value) {
    if (!value.big_) return 64;
    const auto of = [](const cpp_int& whole) -> std::size_t {
      if (whole.is_zero()) return 0;
      cpp_int size = whole;
      if (size < 0) size = -size;
      return boost::multiprecision::msb(size) + 1;
    };
    return std::max(of(value.big_->numerator), of(value.big_->denominator));
  }

  static Ratio big_from_lowest_terms(cpp_int numerator, cpp_int denominator) {
    Ratio result;
    result.big_ = std::make_shared<const Ratio::Big>(
        Ratio::Big{std::move(numerator), std::move(denominator)});
    return result;
  }

  static cpp_int numerator(const Ratio& ratio) {
    return ratio.big_ ? ratio.big_->numerator : cpp_int(ratio.numerator_);
  }
  static cpp_int denominator(const Ratio& ratio) {
    return ratio.big_ ? ratio.big_->denominator : cpp_int(ratio.denominator_);
  }

  // a + b or a - b.
  static Ratio sum(const Ratio& a, const Ratio& b, bool subtract) {
    if (!a.big_ && !b.big_) {
      const Int128 other = subtract ? -Int128{b.numerator_} : Int128{b.numerator_};
      if (a.denominator_ == b.denominator_) return make(a.numerator_ + other, a.denominator_);
      return make(Int128{a.numerator_} * b.denominator_ + other * a.denominator_,
                  Int128{a.denominator_} * b.denominator_);
    }
    const cpp_int left = numerator(a) * denominator(b);
    const cpp_int right = numerator(b) * denominator(a);
    return make(subtract ? cpp_int(left - right) : cpp_int(left + right),
                cpp_int(denominator(a) * denominator(b)));
  }
};

Ratio::Ratio(const Decimal& decimal)
    : numerator_(decimal.mantissa()), denominator_(wide::power_of_ten(decimal.scale())) {}

Ratio Ratio::of(std::int64_t numerator, std::int64_t denominator) {
  if (denominator == 0) divided_by_zero();
  if (denominator < 0) return RatioAccess::make(-Int128{numerator}, -Int128{denominator});
  return RatioAccess::make(Int128{numerator}, Int128{denominator});
}

Ratio Ratio::of_unsigned(std::uint64_t whole) {
  return RatioAccess::make(Int128{whole}, Int128{1});
}

std::size_t bits(const Ratio& value) { return RatioAccess::bits(value); }

std::optional<Fraction> fraction(const Ratio& value) {
  if (value.is_big()) return std::nullopt;
  const cpp_int numerator = RatioAccess::numerator(value);
  const cpp_int denominator = RatioAccess::denominator(value);
  const cpp_int divisor = boost::multiprecision::gcd(numerator, denominator);
  return Fraction{(numerator / divisor).convert_to<std::int64_t>(),
                  (denominator / divisor).convert_to<std::int64_t>()};
}

Ratio operator+(const Ratio& a, const Ratio& b) { return RatioAccess::sum(a, b, false); }

Ratio operator-(const Ratio& a, const Ratio& b) { return RatioAccess::sum(a, b, true); }

Ratio operator*(const Ratio& a, const Ratio& b) {
  if (!a.big_ && !b.big_) {
    return RatioAccess::make(Int128{a.numerator_} * b.numerator_,
                             Int128{a.denominator_} * b.denominator_);
  }
  return RatioAccess::make(cpp_int(RatioAccess::numerator(a) * RatioAccess::numerator(b)),
                           cpp_int(RatioAccess::denominator(a) * RatioAccess::denominator(b)));
}

Ratio operator/(const Ratio& a, const Ratio& b) {
  if (b.is_zero()) divided_by_zero();
  if (!a.big_ && !b.big_) {
    const Int128 numerator = Int128{a.numerator_} * b.denominator_;
    const Int128 denominator = Int128{a.denominator_} * b.numerator_;
    return denominator < 0 ? RatioAccess::make(-numerator, -denominator)
                           : RatioAccess::make(numerator, denominator);
  }
  return RatioAccess::make(cpp_int(RatioAccess::numerator(a) * RatioAccess::denominator(b)),
                           cpp_int(RatioAccess::denominator(a) * RatioAccess::numerator(b)));
}

Ratio Ratio::operator-() const {
  if (big_) return RatioAccess::big_from_lowest_terms(-big_->numerator, big_->denominator);
  return RatioAccess::small(-numerator_, denominator_);
}

std::strong_ordering operator<=>(const Ratio& a, const Ratio& b) {
  if (!a.big_ && !b.big_) {
    if (a.denominator_ == b.denominator_) return a.numerator_ <=> b.numerator_;
    return compare(Int128{a.numerator_} * b.denominator_, Int128{b.numerator_} * a.denominator_);
  }
  return compare(cpp_int(RatioAccess::numerator(a) * RatioAccess::denominator(b)),
                 cpp_int(RatioAccess::numerator(b) * RatioAccess::denominator(a)));
}

bool Ratio::is_zero() const { return !big_ && numerator_ == 0; }

int Ratio::sign() const {
  if (big_) return big_->numerator.sign();
  return numerator_ < 0 ? -1 : numerator_ > 0 ? 1 : 0;
}

std::string Ratio::text() const {
  std::string numerator;
  std::string denominator;
  if (big_) {
    numerator = big_->numerator.str();
    denominator = big_->denominator.str();
  } else {
    const std::int64_t divisor = std::gcd(numerator_, denominator_);
    numerator = std::to_string(numerator_ / divisor);
    denominator = std::to_string(denominator_ / divisor);
  }
  return denominator == "1" ? numerator : numerator + "/" + denominator;
}

std::optional<Decimal> Ratio::exact_decimal() const {
  // In lowest terms the digits of a Decimal hold the numerator, and its denominator divides 10^18.
  // A big value has one beyond 2^63.
  if (big_) return std::nullopt;
  const std::int64_t divisor = std::gcd(numerator_, denominator_);
  const std::int64_t denominator = denominator_ / divisor;
  int scale = 0;
  // NOLINTNEXTLINE(clang-analyzer-core.DivideZero): a denominator is positive
  while (wide::power_of_ten(scale) % denominator != 0) {
    if (++scale > 18) return std::nullopt;
  }
  const Int128 mantissa = Int128{numerator_ / divisor} * (wide::power_of_ten(scale) / denominator);
  if (magnitude(mantissa) > UInt128{Decimal::largest_mantissa}) return std::nullopt;
  return Decimal(static_cast<std::int64_t>(mantissa), scale);
}

Decimal round(const Ratio& value, const Rounding& rounding) {
  const std::int64_t step = rounding.step.mantissa();
  const int scale = rounding.step.scale();
  if (step <= 0) throw std::domain_error("a rounding step must be positive");
  if (!value.big_) {
    // All below 2^126; the result is at most one step further from zero than the first product.
    const Int128 numerator = Int128{value.numerator_} * wide::power_of_ten(scale);
    const Int128 denominator = Int128{value.denominator_} * step;
    const Int128 steps = fits_field(numerator) && fits_field(denominator)
                             ? Int128{divide(static_cast<std::int64_t>(numerator),
                                             static_cast<std::int64_t>(denominator), rounding.mode)}
                             : divide(numerator, denominator, rounding.mode);
    const Int128 mantissa = steps * step;
    if (magnitude(mantissa) > UInt128{Decimal::largest_mantissa}) throw Overflow();
    return Decimal(static_cast<std::int64_t>(mantissa), scale);
  }
  const cpp_int steps = divide(cpp_int(value.big_->numerator * wide::power_of_ten(scale)),
                               cpp_int(value.big_->denominator * step), rounding.mode);
  const cpp_int mantissa = steps * step;
  if (abs(mantissa) > Decimal::largest_mantissa) throw Overflow();
  return Decimal(mantissa.convert_to<std::int64_t>(), scale);
}

Ratio abs(const Ratio& value) { return value.sign() < 0 ? -value : value; }

}  // namespace pricetalk
