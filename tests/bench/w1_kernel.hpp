#pragma once

#include <immintrin.h>

#include <array>
#include <cstdint>
#include <vector>

#include "workload.hpp"

// The portfolio workload (W1) by hand, for its one clause and no other: what the machine can do at
// best. Whole numbers in doubles. Before a quotient is cut off to a whole number, half and half a
// step more is added to it: a step is the least by which it can lie beside a whole number, so ties
// go up and nothing else changes its whole part, as long as amounts stay below 1.5 billion.
namespace w1_kernel {

using workload::Workload;

#define W1_WIDE __attribute__((target("avx2,fma")))

class Kernel {
 public:
  explicit Kernel(const Workload& work) : work_(work) {
    for (int contract = 0; contract < work.contracts(); ++contract)
      for (int i = 0; i < 4; ++i) take(work.line(contract, i));
    totals_.resize(static_cast<std::size_t>(work.contracts()) * workload::years);
  }

  /// The totals of each contract and year, in cents, one contract after the other.
  const std::vector<std::int64_t>& run() {
    coefficients();
    for (std::size_t contract = 0; contract < lines_.size() / 4; ++contract)
      four_lines(&lines_[contract * 4], &totals_[contract * workload::years]);
    return totals_;
  }

 private:
  /// The different quantities of a year, and how often each occurs.
  struct Line {
    double price = 0;  ///< in hundredths of cents
    std::size_t clause = 0;
    std::size_t fours = 0;
    alignas(32) std::array<double, 12> quantities{};  ///< in units, divided by ten thousand
    alignas(32) std::array<double, 12> times{};
  };

  void take(const workload::LineOf& line) {
    Line& made = lines_.emplace_back();
    made.clause = line.clause;
    made.price =
        static_cast<double>(std::abs(line.price) * workload::power(4 - line.price_decimals));
    std::array<std::int64_t, 12> seen{};
    std::size_t count = 0;
    for (const std::int64_t weight : Workload::weights(line)) {
      std::size_t at = 0;
      while (at < count && seen[at] != weight) ++at;
      if (at == count) seen[count++] = weight;
      made.quantities[at] =
          static_cast<double>(line.quantity * workload::power(2 - line.quantity_decimals) *
                              weight) *
          1e-4;
      made.times[at] += 1;
    }
    made.fours = (count + 3) / 4;
  }

  void coefficients() {
    coefficients_.resize(work_.clauses().size());
    for (std::size_t i = 0; i < coefficients_.size(); ++i)
      for (int year = 0; year < workload::years; ++year)
        coefficients_[i][static_cast<std::size_t>(year)] =
            static_cast<double>(work_.coefficient(work_.clauses()[i], year));
  }

  W1_WIDE void four_lines(const Line* line, std::int64_t* totals) const {
    const __m256d half_a_cent = _mm256_set1_pd(0.5000005);
    const __m256d half = _mm256_set1_pd(0.50005);
    const __m256d millionth = _mm256_set1_pd(1e-6);
    __m256d price = _mm256_setr_pd(line[0].price, line[1].price, line[2].price, line[3].price);
    alignas(32) double prices[workload::years][4];
    for (std::size_t year = 0; year < workload::years; ++year) {
      const __m256d k =
          _mm256_setr_pd(coefficients_[line[0].clause][year], coefficients_[line[1].clause][year],
                         coefficients_[line[2].clause][year], coefficients_[line[3].clause][year]);
      price = _mm256_floor_pd(_mm256_fmadd_pd(_mm256_mul_pd(price, k), millionth, half_a_cent));
      _mm256_store_pd(prices[year], price);
      price = _mm256_mul_pd(price, _mm256_set1_pd(100.0));
    }
    __m256d sums[workload::years];
    for (__m256d& sum : sums) sum = _mm256_setzero_pd();
    for (std::size_t i = 0; i < 4; ++i)
      for (std::size_t four = 0; four < line[i].fours; ++four) {
        const __m256d quantity = _mm256_load_pd(line[i].quantities.data() + 4 * four);
        const __m256d times = _mm256_load_pd(line[i].times.data() + 4 * four);
        for (std::size_t year = 0; year < workload::years; ++year)
          sums[year] = _mm256_fmadd_pd(_mm256_floor_pd(_mm256_fmadd_pd(
                                           _mm256_broadcast_sd(&prices[year][i]), quantity, half)),
                                       times, sums[year]);
      }
    for (std::size_t year = 0; year < workload::years; ++year) {
      __m128d sum =
          _mm_add_pd(_mm256_castpd256_pd128(sums[year]), _mm256_extractf128_pd(sums[year], 1));
      totals[year] =
          static_cast<std::int64_t>(_mm_cvtsd_f64(_mm_add_sd(sum, _mm_unpackhi_pd(sum, sum))));
    }
  }

  const Workload& work_;
  std::vector<Line> lines_;
  std::vector<std::array<double, workload::years>> coefficients_;
  std::vector<std::int64_t> totals_;
};

#undef W1_WIDE

}  // namespace w1_kernel
