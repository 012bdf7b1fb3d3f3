#pragma once

#include <optional>
#include <string>

#include "pricetalk/pricing/schedule.hpp"

namespace pricetalk {

class Tried;

/// Whether a figure stays that levels are compared with, and whether one moves along, where the
/// price of each step is the start of the next.
struct ReferencesOfStep {
  bool stay = false;        ///< of a stated period, a stated number, or of the start
  bool move_along = false;  ///< of a period that goes with the date
};
ReferencesOfStep references_of(const PriceEntry& entry, const Tried& tried);

/// Of which periods the two figures of an index are; nothing where one of them is not known or made
/// up of several. A reference of a stated period counts before its figure is there.
struct ComparedPeriods {
  Period then;  ///< of the reference
  Period now;
};
std::optional<ComparedPeriods> compared_periods(const PriceEntry& entry, const std::string& index);

/// The change of an index of which a part is charged on two dates after each other.
struct MonthsAgain {
  std::string index;  ///< its name in the formula
  int months = 0;     ///< over how many months it is
};
/// Of a change over a year that is charged after less than eleven months, or of two figures that
/// lie so far apart that half of the way between them was charged on the date before. Nothing where
/// a clause starts from the original price.
/// REQUIRES: two steps of one clause, `last` before `entry`, which `tried` is of.
std::optional<MonthsAgain> months_charged_again(const PriceEntry& last, const PriceEntry& entry,
                                                const Tried& tried, const Library& library);

}  // namespace pricetalk
