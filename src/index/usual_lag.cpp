#include "index/usual_lag.hpp"

#include <algorithm>
#include <map>
#include <vector>

namespace pricetalk {

std::optional<int> usual_lag(const Records& records) {
  std::map<Period, Date> first;
  for (const Observation& o : records) {
    if (!o.published) continue;
    const auto [known, added] = first.emplace(o.period, *o.published);
    if (!added) known->second = std::min(known->second, *o.published);
  }
  std::vector<int> lags;
  for (const auto& [period, day] : first) lags.push_back(day.days() - period.last_day().days());
  if (lags.empty()) return std::nullopt;
  const auto middle = lags.begin() + static_cast<std::ptrdiff_t>(lags.size() / 2);
  std::nth_element(lags.begin(), middle, lags.end());
  return *middle;
}

bool still_awaited(const Series& series, const Period& period, Date today) {
  if (const auto expected = series.publication_day(period)) return today <= *expected;
  if (today <= period.last_day()) return true;
  const int days = period.last_day().days() - period.first_day().days() + 1;
  return today.days() <= period.last_day().days() + usual_lag(series.records).value_or(days);
}

}  // namespace pricetalk
