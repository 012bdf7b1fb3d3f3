#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "pricetalk/calendar/period.hpp"

/// Periods as people type them, and as spreadsheets write them back.
namespace pricetalk::publication {

/// A month, quarter or year in any of the usual spellings, besides those of `read_period`:
/// `jan-25`, `jan 2025`, `202501`, `01-2025`, `2025/1`, `M01 2025`, `Q1-2024`, `2024Q1`, `1Q24`,
/// `2024 KW1`, `1e kwartaal 2024`, `kwartaal 1 2024`, `eerste kwartaal 2024`, `2024-IV`, `jaar
/// 2024`. Two digits of a year are 2000 to 2049 or 1950 to 1999, and only beside a name or letter.
/// Nothing for any other text: days, and `01-jan`, which may be one.
std::optional<Period> typed_period(std::string_view label);

/// A day of which the day stands before the month where both orders are possible: `1-8-2026`,
/// `01/08/2026`, `1 augustus 2026`, `2026-08-01`.
std::optional<Date> day_first(std::string_view label);

/// `09/01/2026` as 9 January and as 1 September; nothing where only one of both can be meant.
std::optional<std::pair<Date, Date>> both_days(std::string_view label);

/// The cells of one column of periods, in their order.
struct TypedPeriods {
  /// Nothing where a cell is no period, or one of days that cannot be told apart.
  std::vector<std::optional<Period>> periods;
  /// Days are among them (`01-01-2025`) that could stand for themselves, for months or quarters, or
  /// begin with the month, or `01-jan`: what they are is to be asked.
  bool unclear = false;
  /// What is unclear of those days: which of the first two numbers is the month.
  enum class Order : std::uint8_t {
    clear,
    either,  ///< `09/01/2026`: both orders can be meant
    mixed,   ///< `01/31/2026` beside `31/01/2026`
  } order = Order::clear;
};
/// `2025-1` to `2025-4` alone are months or quarters: only the name of the column tells.
enum class NumbersAre : std::uint8_t { unknown, months, quarters };
/// Days (`01-01-2025`, `1/31/2025`, `1 januari 2025`, `2025-01-01`) stand for months, quarters or
/// years where all of them begin or end one. A number above twelve proves which of the first two is
/// the month; without one, `european`: the day stands before the month, unless only the other order
/// gives first or last days.
TypedPeriods typed_periods(const std::vector<std::string_view>& labels, bool european,
                           NumbersAre numbers = NumbersAre::unknown);

}  // namespace pricetalk::publication
