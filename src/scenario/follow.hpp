#pragma once

#include <functional>
#include <optional>
#include <string>

#include "pricetalk/scenario/scenario.hpp"

namespace pricetalk {

/// The series whose yearly changes (`rate_of`) or means (`mean_of`) these figures are; empty: none.
const std::string& followed_by(const Series& series);

/// The series that this one follows in the future: it has no rule of its own and is not at its end,
/// and the other is in the library and goes on. Else nothing.
const Series* followed_in(const Library& known, const Future& future, const Series& series);

/// The last figure of each period.
using FigureOf = std::function<std::optional<Decimal>(const Period&)>;

/// The figure of a period of a series that follows another, from the figures of that one; nothing
/// while one is missing. REQUIRES: the series follows another.
std::optional<Decimal> figure_that_follows(const Series& series, const Period& period, Unit unit,
                                           const FigureOf& followed);

/// The same period a year before (or `years` later): month, quarter and day of the year stay; a
/// week moves by 52 weeks.
Period years_later(const Period& period, int years);

}  // namespace pricetalk
