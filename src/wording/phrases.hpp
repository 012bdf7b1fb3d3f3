#pragma once

#include <cstdint>
#include <span>
#include <string_view>

/// The phrases of indexation clauses that are known.
namespace pricetalk {

/// What a phrase says. Its value is what its pattern captures.
enum class Says : std::uint8_t {
  first_day,  ///< day, month, year
  day,        ///< day, month
  every_year,
  every_quarter,
  every_month,
  every_years,  ///< number
  anniversary,
  base_year,            ///< year of "2015=100"
  use_months,           ///< number of months before
  base_months,          ///< the same, of the reference
  use_month_before,     ///< the month before the adjustment
  use_month_last_year,  ///< month name, of the year before
  use_month_this_year,  ///< month name, of the year of the adjustment
  use_month,            ///< month name, and the year is not said
  use_average,          ///< the average of the year before
  base_year_earlier,
  base_at_start,
  margin_off,  ///< percentage
  margin_on,   ///< percentage
  cap,         ///< percentage
  floor,       ///< percentage
  never_down,
  more_than,  ///< percentage
  at_least,   ///< percentage
  share,      ///< percentage
  fixed,      ///< percentage
  notice,     ///< number, unit
  forfeits,
  cents,
  on_price_in_force,
  on_first_price,
};

struct KnownPhrase {
  Says says;
  /// Of the text in small letters. {PCT}, {COUNT}, {MONTH} and {DAY} stand for a percentage, a
  /// number in digits or words, a month and a day of the month; each captures.
  std::string_view pattern;
};

/// In the order in which they are tried: what one has taken is not given to another.
std::span<const KnownPhrase> known_phrases();

/// The names of an index in a country.
struct KnownIndex {
  std::string_view pattern;
  std::string_view country;  ///< empty: its name tells the country
  std::string_view symbol;   ///< in the formula
  std::string_view id;       ///< of the clause
  std::string_view series;   ///< without its base year: "cbs/cpi/alle-bestedingen"
  bool family = false;       ///< several series have that name
};
std::span<const KnownIndex> known_indices();

/// Words that say nothing by themselves: articles, "de prijs", "wordt aangepast".
bool is_filler(std::string_view word);

}  // namespace pricetalk
