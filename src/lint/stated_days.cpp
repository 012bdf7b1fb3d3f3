#include "lint/stated_days.hpp"

#include <cstdlib>
#include <optional>
#include <utility>

#include "pricetalk/explain/format.hpp"

namespace pricetalk {

namespace {

/// The year of a day with two digits exchanged, or else one digit another, where it comes near
/// another day: 2032 for 2023, 2014 for 2024.
std::optional<int> year_that_is_meant(Date day, Date near, int far) {
  std::string digits = std::to_string(day.year());
  for (std::size_t i = 0; i < digits.size(); ++i)
    for (std::size_t j = i + 1; j < digits.size(); ++j) {
      std::swap(digits[i], digits[j]);
      const int year = std::stoi(digits);
      if (digits.front() != '0' && year != day.year() && std::abs(year - near.year()) <= far)
        return year;
      std::swap(digits[i], digits[j]);
    }
  // Of the tens alone: other years of the same decade are as likely as each other.
  const int ones = day.year() % 10;
  std::optional<int> found;
  for (int year = near.year() - far; year <= near.year() + far; ++year) {
    if (year % 10 != ones || year / 100 != day.year() / 100 || year == day.year()) continue;
    if (!found || std::abs(year - near.year()) < std::abs(*found - near.year())) found = year;
  }
  return found;
}

}  // namespace

int whole_years(Date from, Date until) {
  int years = until.year() - from.year();
  while (years > 0 && until < from + Duration{years, Unit::year}) --years;
  return years;
}

std::string stated_day(const std::string& key, Date day, Language language) {
  const std::string one = key == "dates" ? say(language, "one of the ", "een van de ") : "";
  return one + "`" + key + "` is " + date_text(day, language);
}

Phrase look_at_the_year(Date day, Date near, int far) {
  const auto meant = year_that_is_meant(day, near, far);
  if (!meant) return {"look at the year", "controleer het jaartal"};
  const std::string year = std::to_string(*meant);
  return {"look at the year: write " + year + " if that is meant",
          "controleer het jaartal: schrijf " + year + " als dat is bedoeld"};
}

}  // namespace pricetalk
