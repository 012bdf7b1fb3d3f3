#include "billing/prices.hpp"

#include <algorithm>

#include "billing/charge.hpp"

namespace pricetalk {

namespace {

void sort_days(std::vector<Date>& days) {
  std::sort(days.begin(), days.end());
  days.erase(std::unique(days.begin(), days.end()), days.end());
}

/// The days on which the price or a surcharge may change.
std::vector<Date> charged_days(const PriceSchedule& schedule, const Days& days) {
  const Date first = price_day(*schedule.contract, *schedule.line, days, days.first);
  std::vector<Date> made = surcharge_days(*schedule.contract, *schedule.line, first, days.last);
  made.push_back(first);
  for (const PriceEntry& entry : schedule.entries) made.push_back(entry.from);
  sort_days(made);
  return made;
}

}  // namespace

DatedPrices dated_prices(const PriceSchedule& schedule, const Days& days) {
  DatedPrices made;
  if (schedule.line->surcharges.empty()) {
    for (const PriceEntry& entry : schedule.entries)
      made.push_back({entry.from, entry.price, entry.fixity, entry.address.text, &entry});
    return made;
  }
  for (const Date day : charged_days(schedule, days)) {
    auto parts = std::make_shared<const ChargedPrice>(charged_on(schedule, day));
    if (parts->entry == nullptr) continue;
    if (!made.empty() && made.back().entry == parts->entry && made.back().price == parts->charged)
      continue;
    made.push_back({day, parts->charged, parts->fixity, parts->entry->address.text, parts->entry,
                    std::move(parts)});
  }
  return made;
}

TierPrices dated_prices(const std::vector<PriceSchedule>& schedules, const Line& line,
                        const Days& days) {
  TierPrices made;
  for (const PriceSchedule& schedule : schedules)
    if (schedule.line->id == line.id) made.push_back(dated_prices(schedule, days));
  return made;
}

TierPrices one_price(const Outcome<Ratio>& price, InputSource source) {
  DatedPrice made;
  made.from = *Date::make(1, 1, 1);
  made.price = price;
  made.fixity = source.fixity;
  made.address = source.address;
  made.source = std::make_shared<const InputSource>(std::move(source));
  return {{std::move(made)}};
}

DatedSurcharges dated_surcharges(const PriceSchedule& schedule, const Days& days) {
  DatedSurcharges made;
  if (schedule.line->surcharges.empty()) return made;
  for (const Date day : charged_days(schedule, days)) {
    Outcome<Ratio> sum = charged_on(schedule, day).surcharge;
    if (made.empty() || !(made.back().second == sum)) made.emplace_back(day, std::move(sum));
  }
  return made;
}

DatedPrices with_surcharges(const DatedPrices& prices, const DatedSurcharges& added) {
  if (added.empty()) return prices;
  std::vector<Date> days;
  for (const DatedPrice& price : prices) days.push_back(price.from);
  for (const auto& [from, sum] : added) days.push_back(from);
  sort_days(days);
  DatedPrices made;
  for (const Date day : days) {
    const DatedPrice* price = price_on(prices, day);
    if (price == nullptr) continue;
    DatedPrice& with = made.emplace_back(*price);
    with.from = day;
    const Outcome<Ratio>* sum = nullptr;
    for (const auto& [from, value] : added)
      if (from <= day) sum = &value;
    if (sum == nullptr || !with.price) continue;
    with.price = *sum ? Outcome<Ratio>(*with.price + **sum) : *sum;
  }
  return made;
}

const DatedPrice* price_on(const DatedPrices& prices, Date day) {
  const DatedPrice* found = nullptr;
  for (const DatedPrice& each : prices)
    if (each.from <= day) found = &each;
  return found;
}

}  // namespace pricetalk
