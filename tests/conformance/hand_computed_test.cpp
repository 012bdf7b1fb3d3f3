#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "cli/load.hpp"
#include "pricetalk/pricing/schedule.hpp"

// contracts/receptie-rood-hoofd.toml over all its years, recomputed by hand from the published CPI
// figures (CBS 86141NED, July of each year): ratio = figure / figure of the year before, for the
// first step of two years before; coefficient = the smaller of ratio and 1.03, four decimals; price
// = price before x coefficient, cents.
//
//   2021   80.82 / 77.54 = 1.042301   cap: 1.0300   38.40 x 1.0300 = 39.5520 -> 39.55
//   2022   81.97 / 80.82 = 1.014229        1.0142   39.55 x 1.0142 = 40.1116 -> 40.11
//   2023   90.39 / 81.97 = 1.102721   cap: 1.0300   40.11 x 1.0300 = 41.3133 -> 41.31
//   2024   94.53 / 90.39 = 1.045802   cap: 1.0300   41.31 x 1.0300 = 42.5493 -> 42.55
//   2025   98.02 / 94.53 = 1.036919   cap: 1.0300   42.55 x 1.0300 = 43.8265 -> 43.83
//   2026  100.87 / 98.02 = 1.029076        1.0291   43.83 x 1.0291 = 45.1055 -> 45.11

namespace pricetalk {
namespace {

struct HandComputed {
  int year;
  Decimal figure;
  Decimal before;
  Decimal coefficient;
  Decimal price;
};

const std::vector<HandComputed> by_hand = {
    {2021, Decimal(8082, 2), Decimal(7754, 2), Decimal(10300, 4), Decimal(3955, 2)},
    {2022, Decimal(8197, 2), Decimal(8082, 2), Decimal(10142, 4), Decimal(4011, 2)},
    {2023, Decimal(9039, 2), Decimal(8197, 2), Decimal(10300, 4), Decimal(4131, 2)},
    {2024, Decimal(9453, 2), Decimal(9039, 2), Decimal(10300, 4), Decimal(4255, 2)},
    {2025, Decimal(9802, 2), Decimal(9453, 2), Decimal(10300, 4), Decimal(4383, 2)},
    {2026, Decimal(10087, 2), Decimal(9802, 2), Decimal(10291, 4), Decimal(4511, 2)},
};

TEST(HandComputedPrices, every_year_of_the_reception_contract_is_the_one_on_paper) {
  const auto loaded = load_contract(PRICETALK_ROOT "/contracts/receptie-rood-hoofd.toml", {});
  ASSERT_TRUE(loaded.ok()) << render(loaded.diagnostics, Language::en);
  const Coverage coverage(loaded.value->library, std::nullopt);
  const auto schedules = schedule(loaded.value->contract, coverage, *Date::make(2026, 12, 31));
  ASSERT_EQ(schedules.size(), 1U);
  for (const HandComputed& expected : by_hand) {
    SCOPED_TRACE(expected.year);
    const PriceEntry* entry = schedules.front().on(*Date::make(expected.year, 6, 1));
    ASSERT_NE(entry, nullptr);
    ASSERT_TRUE(entry->price);
    EXPECT_EQ(*entry->price, Ratio(expected.price));
    const Calculation& calculation = *entry->why.calculation;
    const auto value = [&](NodeId node) { return *entry->why.tape.at(node); };
    EXPECT_EQ(value(calculation.outputs.coefficient), Ratio(expected.coefficient));
    ASSERT_EQ(entry->why.inputs.size(), 2U);
    EXPECT_EQ(entry->why.inputs[0].figure->value, expected.figure);
    EXPECT_EQ(entry->why.inputs[1].figure->value, expected.before);
  }
}

}  // namespace
}  // namespace pricetalk
