#pragma once

#include <optional>
#include <vector>

#include "billing/period.hpp"
#include "pricetalk/explain/derivation.hpp"
#include "pricetalk/explain/outcome.hpp"

namespace pricetalk {

/// A number of a calculation and where it comes from.
struct GivenQuantity {
  Outcome<Ratio> value;
  InputSource source;
};

/// The days on which the line lives; nothing when it does not.
std::optional<Days> days_alive(const Line& line, const Days& days);

/// The line without the end that it only has because the contract ends: for what assumes renewal.
Line going_on(Line line);

/// The rate that holds on a day; nothing before the first one, and without a quantity.
const QuantityRate* rate_on(const Line& line, Date day);

/// What a rate comes to in a year. Nothing for what is bought once.
std::optional<Ratio> a_year(const QuantityRate& rate);

/// What the rate of a day comes to in a year: for texts; amounts of a year are in billing/yearly.
/// Nothing without a quantity, and for what is bought once.
std::optional<Ratio> yearly_quantity(const Line& line, Date day);

/// How much of a line is invoiced for these days, while it lives: each month's own (seasonal), a
/// year's or a quarter's evenly over its months, of a part of a month its share of the days; what
/// is bought once on its own day. Undetermined when the contract states no quantity.
Outcome<Ratio> quantity_of(const Line& line, const Days& days);

/// The same without what is bought once. REQUIRES: the contract states a quantity.
Ratio regular_quantity(const Line& line, const Days& days);

/// How many months a rate is of. REQUIRES: it is of a time.
int months_of(QuantityRate::Per per);

/// `at_least` or `at_most` of a rate.
using BandEnd = std::optional<Decimal> QuantityRate::*;

/// What an end of the band comes to over these days, whether the line lives on them or not, of a
/// part of a month its share of the days. Nothing where a rate that holds on one of them states no
/// such end.
std::optional<Ratio> band_over(const Line& line, const Days& days, BandEnd end);

/// What is bought once, on a day of its own: `delivered`, the rate's `from`, or the line's first
/// day.
struct OnceInside {
  Date day;
  Ratio quantity;
};
std::vector<OnceInside> once_inside(const Line& line, const Days& days);

/// A quantity that is charged at the price of one tier.
struct TierPart {
  std::size_t tier = 0;
  Ratio quantity;
};

/// What an invoice row takes of a line: its quantity, the quantity of the whole billed period, and
/// what earlier rows of that period took.
struct Taken {
  Ratio quantity;
  Ratio volume;
  Ratio before{0};
};

/// How the quantity of a row falls into the tiers of its line.
std::vector<TierPart> tier_parts(const Line& line, const Taken& taken);

}  // namespace pricetalk
