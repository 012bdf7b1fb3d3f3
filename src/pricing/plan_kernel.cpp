#include "pricing/plan_kernel.hpp"

#include "number/wide.hpp"

#if defined(__x86_64__) && defined(__GNUC__)
#define PRICETALK_WIDE_REGISTERS __attribute__((target("avx2,fma")))
#include <immintrin.h>
#endif

namespace pricetalk {

namespace {

std::int64_t at(const Column& column, std::size_t line) {
  return column.values == nullptr ? column.same : column.values[line];
}

std::int64_t half_up(std::int64_t x, std::int64_t unit) {
  const std::int64_t half = unit / 2;
  return x >= 0 ? (x + half) / unit : -((half - x) / unit);
}

#ifdef PRICETALK_WIDE_REGISTERS

/// A whole number below 2^51 added to the mantissa of 1.5 x 2^52 is that number plus the same.
constexpr double one_and_a_half = 6755399441055744.0;

PRICETALK_WIDE_REGISTERS __m256d as_number(__m256i whole) {
  const __m256i bits = _mm256_castpd_si256(_mm256_set1_pd(one_and_a_half));
  return _mm256_sub_pd(_mm256_castsi256_pd(_mm256_add_epi64(whole, bits)),
                       _mm256_set1_pd(one_and_a_half));
}

PRICETALK_WIDE_REGISTERS __m256i as_whole(__m256d number) {
  const __m256i bits = _mm256_castpd_si256(_mm256_set1_pd(one_and_a_half));
  return _mm256_sub_epi64(
      _mm256_castpd_si256(_mm256_add_pd(number, _mm256_set1_pd(one_and_a_half))), bits);
}

PRICETALK_WIDE_REGISTERS __m256d loaded(const Column& column, std::size_t line) {
  if (column.values == nullptr) return as_number(_mm256_set1_epi64x(column.same));
  return as_number(_mm256_loadu_si256(reinterpret_cast<const __m256i*>(column.values + line)));
}

/// The quotient of `product_half_up`.
struct Rounder {
  __m256d by;
  __m256d plus;
  __m256d sign;

  PRICETALK_WIDE_REGISTERS explicit Rounder(int decimals) {
    const auto unit = static_cast<double>(wide::power_of_ten(decimals));
    const double more = decimals == 0 ? 0.5 : unit / 2 + 0.5;
    by = _mm256_set1_pd(1.0 / unit);
    plus = _mm256_set1_pd(more / unit);
    sign = _mm256_set1_pd(-0.0);
  }

  PRICETALK_WIDE_REGISTERS __m256d operator()(__m256d x) const {
    const __m256d q = _mm256_floor_pd(_mm256_fmadd_pd(_mm256_andnot_pd(sign, x), by, plus));
    return _mm256_or_pd(q, _mm256_and_pd(x, sign));
  }
};

PRICETALK_WIDE_REGISTERS std::size_t four_by_four(const Column& a, const Column& b, int decimals,
                                                  std::size_t lines, std::int64_t* out) {
  const Rounder rounded(decimals);
  std::size_t line = 0;
  for (; line + 4 <= lines; line += 4)
    _mm256_storeu_si256(reinterpret_cast<__m256i*>(out + line),
                        as_whole(rounded(_mm256_mul_pd(loaded(a, line), loaded(b, line)))));
  return line;
}

PRICETALK_WIDE_REGISTERS std::size_t add_four_by_four(const Column& a, std::span<const Column> b,
                                                      int decimals, std::size_t lines,
                                                      std::int64_t* sums) {
  const Rounder rounded(decimals);
  std::size_t line = 0;
  for (; line + 4 <= lines; line += 4) {
    const __m256d one = loaded(a, line);
    auto* const into = reinterpret_cast<__m256i*>(sums + line);
    __m256d sum = as_number(_mm256_loadu_si256(into));
    for (const Column& each : b)
      sum = _mm256_add_pd(sum, rounded(_mm256_mul_pd(one, loaded(each, line))));
    _mm256_storeu_si256(into, as_whole(sum));
  }
  return line;
}

bool wide_registers() {
  static const bool there = __builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma");
  return there;
}

#endif

}  // namespace

void product_half_up(const Column& a, const Column& b, int decimals, std::size_t lines,
                     std::int64_t* out) {
  std::size_t line = 0;
#ifdef PRICETALK_WIDE_REGISTERS
  if (wide_registers()) line = four_by_four(a, b, decimals, lines, out);
#endif
  const std::int64_t unit = wide::power_of_ten(decimals);
  for (; line < lines; ++line) out[line] = half_up(at(a, line) * at(b, line), unit);
}

void add_products_half_up(const Column& a, std::span<const Column> b, int decimals,
                          std::size_t lines, std::int64_t* sums) {
  std::size_t line = 0;
#ifdef PRICETALK_WIDE_REGISTERS
  if (wide_registers()) line = add_four_by_four(a, b, decimals, lines, sums);
#endif
  const std::int64_t unit = wide::power_of_ten(decimals);
  for (; line < lines; ++line)
    for (const Column& each : b) sums[line] += half_up(at(a, line) * at(each, line), unit);
}

}  // namespace pricetalk
