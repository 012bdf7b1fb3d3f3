#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "pricetalk/index/series.hpp"

namespace pricetalk {

/// How a series of the library stands on a day.
enum class SeriesState : std::uint8_t {
  up_to_date,  ///< the period behind the last figure is not over
  due,         ///< it is over, and its figure is not out yet
  late,        ///< figures must be out that are not in the library
  ended,       ///< all that were ever published are here
  absent,      ///< the library has no such series
};
/// "not in the library", "niet in de bibliotheek".
const Phrase& words(SeriesState state);
/// "late": for machines.
std::string_view word(SeriesState state);

struct SeriesStatus {
  SeriesState state = SeriesState::absent;
  std::optional<Period> last;       ///< of the figures that are here
  std::optional<Date> brought_in;   ///< when that one came; empty: not recorded
  std::optional<Period> next;       ///< that comes behind it; empty when the series has ended
  std::optional<Date> expected;     ///< day of publication of `next`: stated, else by the usual lag
  bool stated = false;              ///< its publisher's calendar states that day
  std::optional<Period> out_until;  ///< of a late one: the last period that must be out
  /// Periods without a figure here, though later ones have one; of computed series none.
  std::vector<PeriodSpan> gaps;
};

/// Of the frequency of most of its figures; a series with a figure every half-year in months is
/// asked for the month half a year later.
SeriesStatus status_of(const Series& series, Date today);

}  // namespace pricetalk
