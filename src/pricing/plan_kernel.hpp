#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <utility>

#include "pricing/plan.hpp"

namespace pricetalk {

/// a x b, rounded half-up to whole multiples of 10^`decimals`, in those: the step of a price by its
/// coefficient, an amount of price and quantity. REQUIRES: |a x b| + 10^decimals < 2^51 for every
/// line, decimals >= 0, as Plan::rounded_product says.
///
/// Four lines at a time in the widest registers of the machine; elsewhere line by line. There the
/// numbers are whole and held exactly. With x = |a x b| < 2^51, n = 10^decimals and q = (x + n/2) /
/// n the exact quotient is a multiple of 1/n, so (x + n/2 + 1/2) / n lies at least 1/(2n) away from
/// every whole number, on the side of q. What is computed for it, x times the rounded 1/n plus a
/// rounded constant, rounded once, is off by less than (q + 1) 2^-52, which is below 1/(2n) as long
/// as x + n < 2^51: so the whole number below it is the right one, ties included. Half-up is the
/// same on both sides of zero, so the sign is taken off and put back.
void product_half_up(const Column& a, const Column& b, int decimals, std::size_t lines,
                     std::int64_t* out);

/// What a column of prices is multiplied by in one step, and how many decimals of it then go.
struct StepHalfUp {
  std::int64_t by = 0;
  int decimals = 0;
};

/// Step after step of a column of prices, each as `product_half_up` of the one before: the prices
/// after step i stand from `out + i * lines` on. REQUIRES: as above for every step.
void steps_half_up(const std::int64_t* start, std::span<const StepHalfUp> steps, std::size_t lines,
                   std::int64_t* out);

/// A column that others are multiplied by, and how often what comes out counts.
struct RepeatedColumn {
  const std::int64_t* numbers = nullptr;
  std::int64_t times = 1;
};

/// A column, and what its products are added to.
struct SummedColumn {
  const std::int64_t* values = nullptr;
  std::int64_t* sums = nullptr;
};

/// Adds, for each column of `of`, its products with every one of `by`, each rounded by itself and
/// counted `times`, to its sums: the amounts of several years. Only for so many lines from `first`
/// on; the numbers of `by` begin there. REQUIRES: as above for every product, times >= 0, and that
/// what is added to each sum stays below 2^51.
void add_products_half_up(std::span<const SummedColumn> of, std::span<const RepeatedColumn> by,
                          int decimals, std::size_t first, std::size_t lines);

/// A number that a column is multiplied by, and how often what comes out counts.
struct Repeated {
  std::int64_t number = 0;
  std::int64_t times = 1;
};

/// Adds a x number of every one of `by`, rounded by itself and counted `times`, to what is in
/// `sums`: the amounts of a year, of which many are the same. REQUIRES: as above for every product,
/// times >= 0, and that what is added to each sum stays below 2^51.
void add_repeated_half_up(const std::int64_t* a, std::span<const Repeated> by, int decimals,
                          std::size_t lines, std::int64_t* sums);

/// The smallest and the largest. REQUIRES: at least one value.
std::pair<std::int64_t, std::int64_t> range_of(std::span<const std::int64_t> values);

/// Each value, but no less than `low` and then no more than `high`. `out` may be `values`.
void keep_within(std::span<const std::int64_t> values, std::int64_t low, std::int64_t high,
                 std::int64_t* out);

}  // namespace pricetalk
