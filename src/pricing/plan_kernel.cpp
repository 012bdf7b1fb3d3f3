#include "pricing/plan_kernel.hpp"

#include "number/wide.hpp"

#if defined(__x86_64__) && defined(__GNUC__)
#define PRICETALK_AVX2 1
#include <immintrin.h>
#endif

namespace pricetalk {

namespace {

void by_line(const Column& a, const Column& b, int decimals, std::size_t first, std::size_t lines,
             std::int64_t* out) {
  const std::int64_t unit = wide::power_of_ten(decimals);
  const std::int64_t half = unit / 2;
  for (std::size_t line = first; line < lines; ++line) {
    const std::int64_t x = (a.values == nullptr ? a.same : a.values[line]) *
                           (b.values == nullptr ? b.same : b.values[line]);
    out[line] = x >= 0 ? (x + half) / unit : -((half - x) / unit);
  }
}

#ifdef PRICETALK_AVX2

/// A whole number below 2^51 added to the mantissa of 1.5 x 2^52 is that double plus the number.
constexpr double one_and_a_half = 6755399441055744.0;

__attribute__((target("avx2,fma"))) __m256d as_double(__m256i whole) {
  const __m256i bits = _mm256_castpd_si256(_mm256_set1_pd(one_and_a_half));
  return _mm256_sub_pd(_mm256_castsi256_pd(_mm256_add_epi64(whole, bits)),
                       _mm256_set1_pd(one_and_a_half));
}

__attribute__((target("avx2,fma"))) __m256i as_whole(__m256d number) {
  const __m256i bits = _mm256_castpd_si256(_mm256_set1_pd(one_and_a_half));
  return _mm256_sub_epi64(
      _mm256_castpd_si256(_mm256_add_pd(number, _mm256_set1_pd(one_and_a_half))), bits);
}

__attribute__((target("avx2,fma"))) __m256d loaded(const Column& column, std::size_t line) {
  if (column.values == nullptr) return as_double(_mm256_set1_epi64x(column.same));
  return as_double(_mm256_loadu_si256(reinterpret_cast<const __m256i*>(column.values + line)));
}

__attribute__((target("avx2,fma"))) std::size_t by_four(const Column& a, const Column& b,
                                                        int decimals, std::size_t lines,
                                                        std::int64_t* out) {
  const auto power = static_cast<double>(wide::power_of_ten(decimals));
  const __m256d unit = _mm256_set1_pd(power);
  const __m256d guess = _mm256_set1_pd(1.0 / power);
  const __m256d half = _mm256_set1_pd(decimals == 0 ? 0.0 : power / 2);
  const __m256d sign = _mm256_set1_pd(-0.0);
  const __m256d one = _mm256_set1_pd(1.0);
  std::size_t line = 0;
  for (; line + 4 <= lines; line += 4) {
    const __m256d x = _mm256_mul_pd(loaded(a, line), loaded(b, line));
    const __m256d y = _mm256_add_pd(_mm256_andnot_pd(sign, x), half);
    __m256d q = _mm256_floor_pd(_mm256_mul_pd(y, guess));
    const __m256d rest = _mm256_fnmadd_pd(q, unit, y);
    q = _mm256_add_pd(q, _mm256_and_pd(_mm256_cmp_pd(rest, unit, _CMP_GE_OQ), one));
    q = _mm256_sub_pd(q, _mm256_and_pd(_mm256_cmp_pd(rest, _mm256_setzero_pd(), _CMP_LT_OQ), one));
    q = _mm256_or_pd(q, _mm256_and_pd(x, sign));
    _mm256_storeu_si256(reinterpret_cast<__m256i*>(out + line), as_whole(q));
  }
  return line;
}

#endif

}  // namespace

void product_half_up(const Column& a, const Column& b, int decimals, std::size_t lines,
                     std::int64_t* out) {
  std::size_t done = 0;
#ifdef PRICETALK_AVX2
  static const bool wide_registers =
      __builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma");
  if (wide_registers) done = by_four(a, b, decimals, lines, out);
#endif
  by_line(a, b, decimals, done, lines, out);
}

}  // namespace pricetalk
