#include "index/publication/day_spacing.hpp"

#include <algorithm>

namespace pricetalk::publication {

namespace {

bool ends_a_month(const Date& day) { return day.plus_days(1).day() == 1; }

}  // namespace

std::optional<Unit> unit_of_days(std::vector<Date> days) {
  std::sort(days.begin(), days.end());
  days.erase(std::unique(days.begin(), days.end()), days.end());
  if (days.size() < 2) return std::nullopt;
  const bool first_days =
      std::all_of(days.begin(), days.end(), [](const Date& day) { return day.day() == 1; });
  const bool last_days = std::all_of(days.begin(), days.end(), ends_a_month);
  int months = 0;
  int shortest = 0;
  for (std::size_t i = 1; i < days.size(); ++i) {
    const int gap =
        (days[i].year() - days[i - 1].year()) * 12 + days[i].month() - days[i - 1].month();
    const int in_days = days[i].days() - days[i - 1].days();
    months = i == 1 ? gap : std::min(months, gap);
    shortest = i == 1 ? in_days : std::min(shortest, in_days);
  }
  if (!first_days && !last_days) return shortest <= 3 ? std::optional(Unit::day) : std::nullopt;
  const auto all_in = [&](int every) {
    return std::all_of(days.begin(), days.end(), [&](const Date& day) {
      return day.month() % every == (first_days ? 1 : 0);
    });
  };
  if (months == 1) return Unit::month;
  if (months == 3 && all_in(3)) return Unit::quarter;
  if (months == 12 && all_in(12)) return Unit::year;
  return std::nullopt;
}

}  // namespace pricetalk::publication
