#include "simulation/quantity.hpp"

#include <algorithm>

namespace pricetalk {

namespace {

Ratio per_month(const QuantityRate& rate, int month) {
  switch (rate.per) {
    case QuantityRate::Per::month:
      return rate.values.size() == 12 ? rate.values[static_cast<std::size_t>(month - 1)]
                                      : rate.values.front();
    case QuantityRate::Per::quarter:
      return Ratio(rate.values.front()) / Ratio(3);
    case QuantityRate::Per::year:
      return Ratio(rate.values.front()) / Ratio(12);
    case QuantityRate::Per::once:
      break;
  }
  return Ratio(0);
}

Date last_of_month(Date day) {
  return *Date::make(day.year(), day.month(), days_in_month(day.year(), day.month()));
}

/// The rates of a line as pieces of time, each until the day before the next one.
struct Piece {
  const QuantityRate* rate;
  Date first;
  Date last;
};

std::vector<Piece> pieces(const QuantityValue& quantity, const LineDays& alive) {
  std::vector<Piece> made;
  for (std::size_t i = 0; i < quantity.rates.size(); ++i) {
    const auto& [from, rate] = quantity.rates[i];
    const Date first = from ? std::max(*from, alive.first) : alive.first;
    const bool more = i + 1 < quantity.rates.size() && quantity.rates[i + 1].from.has_value();
    const Date last =
        more ? std::min(quantity.rates[i + 1].from->plus_days(-1), alive.last) : alive.last;
    if (first <= last) made.push_back({&rate, first, last});
  }
  return made;
}

}  // namespace

std::optional<LineDays> days_alive(const Line& line, const LedgerPeriod& period) {
  const Date first = std::max(period.first, line.from.value);
  const Date last = line.until ? std::min(period.last, line.until->value) : period.last;
  if (last < first) return std::nullopt;
  return LineDays{first, last};
}

Ratio months_between(Date first, Date last) {
  Ratio months(0);
  for (Date day = first; day <= last;) {
    const Date end = std::min(last_of_month(day), last);
    months =
        months + Ratio::of(end.days() - day.days() + 1, days_in_month(day.year(), day.month()));
    day = end.plus_days(1);
  }
  return months;
}

std::vector<OnceInside> once_inside(const Line& line, const LineDays& alive) {
  std::vector<OnceInside> found;
  if (!line.quantity) return found;
  for (const auto& [from, rate] : line.quantity->value.rates) {
    if (rate.per != QuantityRate::Per::once) return {};
    const Date day = from ? *from : line.delivered.value_or(line.from.value);
    if (alive.first <= day && day <= alive.last) found.push_back({day, rate.values.front()});
  }
  return found;
}

Outcome<Ratio> quantity_of(const Line& line, const LedgerPeriod& period) {
  if (!line.quantity) {
    const std::string key = "quantity " + line.id;
    return Undetermined(
        Reason{.kind = Reason::Kind::not_stated,
               .key = key,
               .text = {"the contract states no quantity for '" + line.id + "'",
                        "het contract noemt geen hoeveelheid voor '" + line.id + "'"},
               .series = {},
               .period = {},
               .expected = {},
               .source = {}});
  }
  Ratio quantity(0);
  const auto alive = days_alive(line, period);
  if (!alive) return quantity;
  for (const Piece& piece : pieces(line.quantity->value, *alive))
    for (Date day = piece.first; day <= piece.last;) {
      const Date end = std::min(last_of_month(day), piece.last);
      quantity = quantity + per_month(*piece.rate, day.month()) * months_between(day, end);
      day = end.plus_days(1);
    }
  for (const auto& [from, rate] : line.quantity->value.rates) {
    if (rate.per != QuantityRate::Per::once) continue;
    const Date day = from ? *from : line.delivered.value_or(line.from.value);
    if (alive->first <= day && day <= alive->last) quantity = quantity + Ratio(rate.values.front());
  }
  return quantity;
}

}  // namespace pricetalk
