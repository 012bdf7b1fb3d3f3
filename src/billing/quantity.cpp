#include "billing/quantity.hpp"

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

/// The rates of a line as pieces of time, each until the day before the next one.
struct RateDays {
  const QuantityRate* rate;
  Days days;
};

std::vector<RateDays> rates_over(const QuantityValue& quantity, const Days& alive) {
  std::vector<RateDays> made;
  for (std::size_t i = 0; i < quantity.rates.size(); ++i) {
    const auto& [from, rate] = quantity.rates[i];
    Days days = alive;
    if (from) days.first = std::max(*from, alive.first);
    if (i + 1 < quantity.rates.size() && quantity.rates[i + 1].from)
      days.last = std::min(quantity.rates[i + 1].from->plus_days(-1), alive.last);
    if (days.first <= days.last) made.push_back({&rate, days});
  }
  return made;
}

}  // namespace

int months_of(QuantityRate::Per per) {
  switch (per) {
    case QuantityRate::Per::month:
      return 1;
    case QuantityRate::Per::quarter:
      return 3;
    case QuantityRate::Per::year:
    case QuantityRate::Per::once:
      break;
  }
  return 12;
}

std::optional<Ratio> band_over(const Line& line, const Days& days, BandEnd end) {
  if (!line.quantity) return std::nullopt;
  Ratio sum(0);
  for (const RateDays& piece : rates_over(line.quantity->value, days)) {
    const std::optional<Decimal>& of_rate = piece.rate->*end;
    if (!of_rate) return std::nullopt;
    sum = sum + Ratio(*of_rate) / Ratio(months_of(piece.rate->per)) *
                    months_between(piece.days.first, piece.days.last);
  }
  return sum;
}

std::optional<Days> days_alive(const Line& line, const Days& days) {
  return common(days, {line.from.value, line.until ? line.until->value : days.last});
}

Line going_on(Line line) {
  if (line.until && line.until->by_default()) line.until.reset();
  return line;
}

const QuantityRate* rate_on(const Line& line, Date day) {
  const QuantityRate* found = nullptr;
  if (!line.quantity) return found;
  for (const QuantityValue::From& each : line.quantity->value.rates)
    if (!each.from || *each.from <= day) found = &each.rate;
  return found;
}

std::optional<Ratio> a_year(const QuantityRate& rate) {
  if (rate.per == QuantityRate::Per::once) return std::nullopt;
  Ratio sum(0);
  for (int month = 1; month <= 12; ++month) sum = sum + per_month(rate, month);
  return sum;
}

std::optional<Ratio> yearly_quantity(const Line& line, Date day) {
  const QuantityRate* rate = rate_on(line, day);
  return rate == nullptr ? std::nullopt : a_year(*rate);
}

Ratio regular_quantity(const Line& line, const Days& days) {
  Ratio quantity(0);
  const auto alive = days_alive(line, days);
  if (!alive) return quantity;
  for (const RateDays& piece : rates_over(line.quantity->value, *alive))
    for (Date day = piece.days.first; day <= piece.days.last;) {
      const Date end = std::min(Period::containing(day, Unit::month).last_day(), piece.days.last);
      quantity = quantity + per_month(*piece.rate, day.month()) * months_between(day, end);
      day = end.plus_days(1);
    }
  return quantity;
}

std::vector<OnceInside> once_inside(const Line& line, const Days& days) {
  std::vector<OnceInside> found;
  const auto alive = days_alive(line, days);
  if (!line.quantity || !alive) return found;
  for (const auto& [from, rate] : line.quantity->value.rates) {
    if (rate.per != QuantityRate::Per::once) continue;
    const Date day = from ? *from : line.delivered.value_or(line.from.value);
    if (alive->hold(day)) found.push_back({day, rate.values.front()});
  }
  return found;
}

Outcome<Ratio> quantity_of(const Line& line, const Days& days) {
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
  Ratio quantity = regular_quantity(line, days);
  for (const OnceInside& one : once_inside(line, days)) quantity = quantity + one.quantity;
  return quantity;
}

std::vector<TierPart> tier_parts(const Line& line, const Taken& taken) {
  if (line.prices.size() == 1) return {{0, taken.quantity}};
  const auto tier_of = [&](const Ratio& amount) {
    for (std::size_t i = 0; i < line.prices.size(); ++i)
      if (!line.prices[i].up_to || amount <= Ratio(*line.prices[i].up_to)) return i;
    return line.prices.size() - 1;
  };
  if (line.tier_kind == TierKind::volume) return {{tier_of(taken.volume), taken.quantity}};
  // Graduated: the stretch from `before` to `before + quantity`, cut at the ends of the tiers.
  const Ratio after = taken.before + taken.quantity;
  const Ratio low = std::min(taken.before, after);
  const Ratio high = std::max(taken.before, after);
  std::vector<TierPart> parts;
  Ratio begin(0);
  for (std::size_t i = 0; i < line.prices.size(); ++i) {
    const Ratio end = line.prices[i].up_to ? std::min(high, Ratio(*line.prices[i].up_to)) : high;
    const Ratio from = i == 0 ? low : std::max(low, begin);
    if (from < end) parts.push_back({i, taken.quantity.sign() < 0 ? from - end : end - from});
    if (line.prices[i].up_to) begin = *line.prices[i].up_to;
  }
  if (parts.empty()) parts.push_back({tier_of(taken.before), taken.quantity});
  return parts;
}

}  // namespace pricetalk
