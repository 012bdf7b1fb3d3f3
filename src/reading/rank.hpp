#pragma once

namespace pricetalk::rank {

// How usual a mistake is, in one order: of explanations that fit equally well the one with the
// smaller sum is shown first, and the weight of evidence counts the mistakes up to its rank. What
// is left out of a clause comes first, then the wrong figure, then what was done twice, at another
// time or to another line; roundings come last, because they explain small differences by chance.

inline constexpr int cap_ignored = 10;
inline constexpr int mixed_base = 11;
inline constexpr int since_start_added = 12;
inline constexpr int two_year_span = 12;
inline constexpr int step_forgotten = 13;
inline constexpr int fixed_part_indexed = 14;
inline constexpr int waiver = 14;
inline constexpr int threshold_ignored = 15;
inline constexpr int share_ignored = 16;
inline constexpr int decrease_kept = 17;
inline constexpr int whole_percents_up = 18;
inline constexpr int points_as_percent = 19;
inline constexpr int floor_ignored = 20;
inline constexpr int limit_in_money_ignored = 21;
inline constexpr int carry_over_taken = 22;
inline constexpr int notice_missed = 23;
inline constexpr int line_indexed = 23;  ///< an ended or excluded line
inline constexpr int wrong_series = 24;
inline constexpr int wrong_month = 25;  ///< of all indices; of one of them one more
inline constexpr int applied_twice = 26;
inline constexpr int weights_swapped = 27;
inline constexpr int wrong_comparison_month = 28;  ///< of all indices; of one of them one more
inline constexpr int percentages_added = 29;
inline constexpr int yearly_average = 29;
inline constexpr int cap_as_step = 30;
inline constexpr int floor_as_step = 30;
inline constexpr int original_price = 31;
inline constexpr int applied_early = 32;
inline constexpr int too_soon = 33;
inline constexpr int floor_wrong_side = 34;
inline constexpr int link = 35;
inline constexpr int version = 36;  ///< provisional or later figures
inline constexpr int unused_cap_taken = 37;
inline constexpr int other_cap = 37;
inline constexpr int announced_percentage = 37;
inline constexpr int other_publisher = 38;
inline constexpr int fixed_percentage = 38;
inline constexpr int index_plus = 38;
inline constexpr int price_rounding = 39;
inline constexpr int coefficient_rounding = 40;  ///< to 40 + 5, the finer the later
inline constexpr int open_point = 50;

}  // namespace pricetalk::rank
