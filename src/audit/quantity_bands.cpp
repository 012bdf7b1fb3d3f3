#include <algorithm>

#include "audit/charged_twice.hpp"
#include "billing/quantity.hpp"
#include "billing/yearly.hpp"

/// What lies outside the band of a quantity: "between 80 and 120 hours a month".
namespace pricetalk {

namespace {

Unit unit_of(QuantityRate::Per per) {
  switch (per) {
    case QuantityRate::Per::month:
      return Unit::month;
    case QuantityRate::Per::quarter:
      return Unit::quarter;
    case QuantityRate::Per::year:
    case QuantityRate::Per::once:
      break;
  }
  return Unit::year;
}

/// Whether the days are no less than one month, quarter or year of the band.
bool is_whole(const Days& days, const QuantityRate& band) {
  return months_between(days.first, days.last) >= Ratio(months_of(band.per));
}

/// Of days that are part of a month what a whole month may come to: the rest may have been free of
/// charge.
std::optional<Ratio> most_over(const Line& line, const QuantityRate& band, const Days& days) {
  const auto most = band_over(line, days, &QuantityRate::at_most);
  if (!most || is_whole(days, band)) return most;
  return std::max(*most, Ratio(*band.at_most));
}

std::optional<Ratio> least_over(const Line& line, const QuantityRate& band, const Days& days) {
  if (!is_whole(days, band)) return std::nullopt;
  return band_over(line, days, &QuantityRate::at_least);
}

}  // namespace

const QuantityRate* band_on(const Line& line, Date day) {
  const QuantityRate* rate = rate_on(line, day);
  return rate != nullptr && (rate->at_least || rate->at_most) ? rate : nullptr;
}

std::vector<ChargedPeriods::Counted> ChargedPeriods::by_band_period() const {
  std::vector<Counted> made;
  std::optional<Date> begun;
  for (const auto& [key, period] : parts_.begin()->second) {
    const Rows& all = period.all;
    const QuantityRate* band = band_on(*line_, all.from);
    if (band == nullptr || !moves_a_quantity(all)) continue;
    const bool goes_on =
        begun && (all.from <= made.back().days.last ||
                  pricetalk::Period::containing(all.from, unit_of(band->per)).holds(*begun));
    begun = all.from;
    if (!goes_on) {
      Counted& fresh = made.emplace_back();
      fresh.year = all.from.year();
      fresh.days = {all.from, all.to};
      fresh.band = true;
    }
    made.back().days.last = std::max(made.back().days.last, all.to);
    count(period, made.back());
  }
  return made;
}

std::optional<std::vector<ChargedPeriods::Counted>> ChargedPeriods::outside_band(
    const Contract& contract) const {
  if (!can_be_counted()) return std::nullopt;
  std::vector<Counted> periods = by_band_period();
  if (periods.empty()) return periods;
  leave_out_what_is_asked([&](Date day) {
    const auto found = std::find_if(periods.begin(), periods.end(),
                                    [&](const Counted& each) { return each.days.hold(day); });
    return found == periods.end() ? nullptr : &*found;
  });
  Counted all;
  for (const Counted& each : periods) {
    all.charged = all.charged + each.charged;
    all.agreed = all.agreed + regular_quantity(*line_, each.days);
  }
  if (all.charged.sign() > 0 && !all.in_unit_of_contract()) return std::nullopt;
  std::vector<Counted> made;
  for (Counted& each : periods) {
    const QuantityRate& band = *band_on(*line_, each.days.first);
    if (const auto most = most_over(*line_, band, each.days); most && *most < each.charged)
      each.agreed = *most;
    else if (const auto least = least_over(*line_, band, each.days); least && each.charged < *least)
      each.agreed = *least;
    else
      continue;
    if (line_->prices.size() > 1 &&
        contract_invoice(contract, each.days.first).hold(each.days.last))
      each.fillings = {{each.days, each.charged, each.agreed}};
    made.push_back(std::move(each));
  }
  return made;
}

}  // namespace pricetalk
