#include "pricing/plan_kernel.hpp"

#include <algorithm>
#include <array>

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

/// How many numbers a line is multiplied by in one go.
constexpr std::size_t most_repeated = 32;

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

PRICETALK_WIDE_REGISTERS void add_whole(__m256d number, std::int64_t* sums) {
  auto* const into = reinterpret_cast<__m256i*>(sums);
  _mm256_storeu_si256(into, _mm256_add_epi64(_mm256_loadu_si256(into), as_whole(number)));
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

  PRICETALK_WIDE_REGISTERS __m256d positive(__m256d x) const {
    return _mm256_floor_pd(_mm256_fmadd_pd(x, by, plus));
  }
  PRICETALK_WIDE_REGISTERS __m256d operator()(__m256d x) const {
    return _mm256_or_pd(positive(_mm256_andnot_pd(sign, x)), _mm256_and_pd(x, sign));
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

/// Ones where the first `count` of four numbers stand.
PRICETALK_WIDE_REGISTERS __m256i first_of(std::size_t count) {
  static constexpr std::array<std::int64_t, 8> ends = {-1, -1, -1, -1, 0, 0, 0, 0};
  return _mm256_loadu_si256(
      reinterpret_cast<const __m256i*>(ends.data() + 4 - std::min<std::size_t>(count, 4)));
}

/// Up to four numbers; what is not there is zero.
PRICETALK_WIDE_REGISTERS __m256i some_from(const std::int64_t* values, std::size_t count) {
  if (count >= 4) return _mm256_loadu_si256(reinterpret_cast<const __m256i*>(values));
  return _mm256_maskload_epi64(reinterpret_cast<const long long*>(values), first_of(count));
}

PRICETALK_WIDE_REGISTERS void put_some(__m256i whole, std::size_t count, std::int64_t* out) {
  if (count >= 4)
    _mm256_storeu_si256(reinterpret_cast<__m256i*>(out), whole);
  else
    _mm256_maskstore_epi64(reinterpret_cast<long long*>(out), first_of(count), whole);
}

PRICETALK_WIDE_REGISTERS void follow_four_by_four(const std::int64_t* start,
                                                  std::span<const StepHalfUp> steps,
                                                  std::size_t lines, std::int64_t* out) {
  for (std::size_t line = 0; line < lines; line += 4) {
    __m256d price = as_number(some_from(start + line, lines - line));
    std::int64_t* into = out + line;
    for (const StepHalfUp& step : steps) {
      const Rounder rounded(step.decimals);
      price = rounded(_mm256_mul_pd(price, _mm256_set1_pd(static_cast<double>(step.by))));
      put_some(as_whole(price), lines - line, into);
      into += lines;
    }
  }
}

/// The sign of a line is taken off once and put back behind all its products; that of a number
/// stands with how often it counts.
PRICETALK_WIDE_REGISTERS void add_four_by_four(std::span<const SummedColumn> of,
                                               std::span<const RepeatedColumn> by, int decimals,
                                               std::size_t first, std::size_t lines) {
  const Rounder rounded(decimals);
  __m256d numbers[most_repeated];
  __m256d times[most_repeated];
  for (std::size_t line = 0; line < lines; line += 4) {
    const std::size_t count = lines - line;
    for (std::size_t i = 0; i < by.size(); ++i) {
      const __m256d number = as_number(some_from(by[i].numbers + line, count));
      numbers[i] = _mm256_andnot_pd(rounded.sign, number);
      times[i] = _mm256_xor_pd(_mm256_set1_pd(static_cast<double>(by[i].times)),
                               _mm256_and_pd(rounded.sign, number));
    }
    for (const SummedColumn& column : of) {
      const __m256d value = as_number(some_from(column.values + first + line, count));
      const __m256d size = _mm256_andnot_pd(rounded.sign, value);
      __m256d sum = _mm256_setzero_pd();
      for (std::size_t i = 0; i < by.size(); ++i)
        sum = _mm256_fmadd_pd(rounded.positive(_mm256_mul_pd(size, numbers[i])), times[i], sum);
      const __m256i added = as_whole(_mm256_xor_pd(sum, _mm256_and_pd(value, rounded.sign)));
      std::int64_t* into = column.sums + first + line;
      put_some(_mm256_add_epi64(some_from(into, count), added), count, into);
    }
  }
}

/// Eight lines at a time, so that one rounding does not wait for the other. The sign of a line is
/// taken off once and put back behind all its products.
PRICETALK_WIDE_REGISTERS std::size_t add_eight_by_eight(const std::int64_t* a,
                                                        std::span<const Repeated> by, int decimals,
                                                        std::size_t lines, std::int64_t* sums) {
  const Rounder rounded(decimals);
  std::array<double, most_repeated> numbers{};
  std::array<double, most_repeated> times{};
  for (std::size_t i = 0; i < by.size(); ++i) {
    numbers[i] = static_cast<double>(by[i].number < 0 ? -by[i].number : by[i].number);
    times[i] = static_cast<double>(by[i].number < 0 ? -by[i].times : by[i].times);
  }
  std::size_t line = 0;
  for (; line + 8 <= lines; line += 8) {
    const __m256d one = loaded({a, 0}, line);
    const __m256d other = loaded({a, 0}, line + 4);
    const __m256d one_size = _mm256_andnot_pd(rounded.sign, one);
    const __m256d other_size = _mm256_andnot_pd(rounded.sign, other);
    __m256d one_sum = _mm256_setzero_pd();
    __m256d other_sum = _mm256_setzero_pd();
    for (std::size_t i = 0; i < by.size(); ++i) {
      const __m256d number = _mm256_broadcast_sd(&numbers[i]);
      const __m256d count = _mm256_broadcast_sd(&times[i]);
      one_sum = _mm256_fmadd_pd(rounded.positive(_mm256_mul_pd(one_size, number)), count, one_sum);
      other_sum =
          _mm256_fmadd_pd(rounded.positive(_mm256_mul_pd(other_size, number)), count, other_sum);
    }
    add_whole(_mm256_xor_pd(one_sum, _mm256_and_pd(one, rounded.sign)), sums + line);
    add_whole(_mm256_xor_pd(other_sum, _mm256_and_pd(other, rounded.sign)), sums + line + 4);
  }
  return line;
}

PRICETALK_WIDE_REGISTERS __m256i smaller(__m256i a, __m256i b) {
  return _mm256_blendv_epi8(a, b, _mm256_cmpgt_epi64(a, b));
}

PRICETALK_WIDE_REGISTERS __m256i larger(__m256i a, __m256i b) {
  return _mm256_blendv_epi8(b, a, _mm256_cmpgt_epi64(a, b));
}

PRICETALK_WIDE_REGISTERS __m256i four_from(const std::int64_t* values) {
  return _mm256_loadu_si256(reinterpret_cast<const __m256i*>(values));
}

PRICETALK_WIDE_REGISTERS std::size_t range_four_by_four(std::span<const std::int64_t> values,
                                                        std::int64_t& low, std::int64_t& high) {
  __m256i lowest = _mm256_set1_epi64x(low);
  __m256i highest = _mm256_set1_epi64x(high);
  std::size_t at = 0;
  for (; at + 4 <= values.size(); at += 4) {
    const __m256i four = four_from(values.data() + at);
    lowest = smaller(lowest, four);
    highest = larger(highest, four);
  }
  alignas(32) std::array<std::int64_t, 4> ends{};
  _mm256_store_si256(reinterpret_cast<__m256i*>(ends.data()), lowest);
  low = *std::min_element(ends.begin(), ends.end());
  _mm256_store_si256(reinterpret_cast<__m256i*>(ends.data()), highest);
  high = *std::max_element(ends.begin(), ends.end());
  return at;
}

PRICETALK_WIDE_REGISTERS std::size_t keep_four_by_four(std::span<const std::int64_t> values,
                                                       std::int64_t low, std::int64_t high,
                                                       std::int64_t* out) {
  const __m256i least = _mm256_set1_epi64x(low);
  const __m256i most = _mm256_set1_epi64x(high);
  std::size_t at = 0;
  for (; at + 4 <= values.size(); at += 4)
    _mm256_storeu_si256(reinterpret_cast<__m256i*>(out + at),
                        smaller(larger(four_from(values.data() + at), least), most));
  return at;
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

void steps_half_up(const std::int64_t* start, std::span<const StepHalfUp> steps, std::size_t lines,
                   std::int64_t* out) {
#ifdef PRICETALK_WIDE_REGISTERS
  if (wide_registers()) return follow_four_by_four(start, steps, lines, out);
#endif
  for (const StepHalfUp& step : steps) {
    product_half_up({start, 0}, {nullptr, step.by}, step.decimals, lines, out);
    start = out;
    out += lines;
  }
}

void add_products_half_up(std::span<const SummedColumn> of, std::span<const RepeatedColumn> by,
                          int decimals, std::size_t first, std::size_t lines) {
  const std::int64_t unit = wide::power_of_ten(decimals);
  for (; !by.empty(); by = by.subspan(std::min(most_repeated, by.size()))) {
    const auto some = by.first(std::min(most_repeated, by.size()));
#ifdef PRICETALK_WIDE_REGISTERS
    if (wide_registers()) {
      add_four_by_four(of, some, decimals, first, lines);
      continue;
    }
#endif
    for (const SummedColumn& column : of)
      for (const RepeatedColumn& each : some)
        for (std::size_t line = 0; line < lines; ++line)
          column.sums[first + line] +=
              half_up(column.values[first + line] * each.numbers[line], unit) * each.times;
  }
}

void add_repeated_half_up(const std::int64_t* a, std::span<const Repeated> by, int decimals,
                          std::size_t lines, std::int64_t* sums) {
  const std::int64_t unit = wide::power_of_ten(decimals);
  for (; !by.empty(); by = by.subspan(std::min(most_repeated, by.size()))) {
    const auto some = by.first(std::min(most_repeated, by.size()));
    std::size_t line = 0;
#ifdef PRICETALK_WIDE_REGISTERS
    if (wide_registers()) line = add_eight_by_eight(a, some, decimals, lines, sums);
#endif
    for (; line < lines; ++line)
      for (const Repeated& each : some)
        sums[line] += half_up(a[line] * each.number, unit) * each.times;
  }
}

std::pair<std::int64_t, std::int64_t> range_of(std::span<const std::int64_t> values) {
  std::int64_t low = values.front();
  std::int64_t high = values.front();
  std::size_t at = 0;
#ifdef PRICETALK_WIDE_REGISTERS
  if (wide_registers()) at = range_four_by_four(values, low, high);
#endif
  for (; at < values.size(); ++at) {
    low = std::min(low, values[at]);
    high = std::max(high, values[at]);
  }
  return {low, high};
}

void keep_within(std::span<const std::int64_t> values, std::int64_t low, std::int64_t high,
                 std::int64_t* out) {
  std::size_t at = 0;
#ifdef PRICETALK_WIDE_REGISTERS
  if (wide_registers()) at = keep_four_by_four(values, low, high, out);
#endif
  for (; at < values.size(); ++at) out[at] = std::min(std::max(values[at], low), high);
}

}  // namespace pricetalk
