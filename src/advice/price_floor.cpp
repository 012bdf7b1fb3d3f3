#include "advice/price_floor.hpp"

#include <algorithm>
#include <array>

#include "advice/redface_rules.hpp"

namespace pricetalk {

namespace {

/// The price by the real cost mix, as the customer would pay it.
std::optional<Amount> by_cost_mix(const Dossier& d, const Line& line) {
  const auto fair = line.surcharges.empty() ? fair_reference(d, line) : std::nullopt;
  if (!fair || d.today < fair->since) return std::nullopt;
  const PriceSchedule prices = fair->prices(*d.coverage, d.today, line.id);
  const PriceEntry* entry = prices.on(d.today);
  if (entry == nullptr || !entry->price) return std::nullopt;
  Amount made = paid(d, line,
                     {entry->price,
                      {"price by the real cost mix", "prijs volgens de echte kosten"},
                      from_entry(*entry)},
                     d.today);
  if (!made.price) return std::nullopt;
  return made;
}

}  // namespace

std::string_view word(PriceFloor::By by) {
  static constexpr std::array<std::string_view, 3> all = {"own-cost", "cost-mix", "market"};
  return all[static_cast<std::size_t>(by)];
}

const Phrase& words(PriceFloor::By by) {
  static const std::array<Phrase, 3> all = {
      {{"our own cost", "onze eigen kosten"},
       {"the price by the real cost mix", "de prijs volgens de echte kosten"},
       {"the lower end of the market", "de onderkant van de markt"}}};
  return all[static_cast<std::size_t>(by)];
}

std::optional<Amount> own_cost(const Dossier& d, const Line& line, Date day) {
  if (d.contract->vat == Vat::included) return std::nullopt;
  const auto& all = d.contract->terms.own_cost;
  const auto cost = std::find_if(all.begin(), all.end(), [&](const OwnCostTerms& each) {
    return each.price.value.value == line.id;
  });
  if (cost == all.end()) return std::nullopt;
  const Date as_of = cost->as_of ? cost->as_of->value : line.price_date;
  if (day < as_of) return std::nullopt;
  int years = 0;
  while (as_of + Duration{years + 1, Unit::year} <= day) ++years;
  const Phrase label{"our own cost", "onze eigen kosten"};
  Amount made{
      Outcome<Ratio>(Ratio(cost->per_unit.value)), label,
      from_contract({"own cost in the contract file", "eigen kosten in het contractbestand"},
                    cost->per_unit.where.value_or(cost->span))};
  if (!cost->growth || years == 0) return made;
  const int decimals =
      std::max(d.contract->currency.minor_decimals(), cost->per_unit.value.scale());
  made.make = [stated = made, cost = &*cost, years, label, decimals](Worksheet& sheet) {
    const NodeId growth = sheet.add(
        sheet.constant(Decimal(1, 0)),
        sheet.given(
            Outcome<Ratio>(cost->growth->value.as_fraction()),
            {"growth a year", "stijging per jaar"},
            from_contract({"own cost in the contract file", "eigen kosten in het contractbestand"},
                          cost->growth->where.value_or(cost->span)),
            Form::percent));
    NodeId node = stated.on(sheet);
    for (int i = 0; i < years; ++i) node = sheet.mul(node, growth);
    return sheet.round(node, Rounding::decimals(decimals), label);
  };
  Worksheet sheet(d.contract->currency);
  made.price = sheet.value(made.make(sheet));
  if (!made.price) return std::nullopt;
  return made;
}

std::optional<PriceFloor> price_floor(const Dossier& d, const Line& line) {
  std::optional<PriceFloor> made;
  const auto take = [&](PriceFloor::By by, const std::optional<Amount>& amount) {
    if (amount && amount->price && (!made || *amount->price > *made->amount.price))
      made = PriceFloor{by, *amount};
  };
  const auto band = market_band(d, line, d.today);
  if (band) take(PriceFloor::By::market, band->low);
  if (const auto own = own_cost(d, line, d.today)) {
    take(PriceFloor::By::own_cost, own);
  } else if (const auto mix = by_cost_mix(d, line)) {
    const bool above_market =
        band && band->high && band->high->price && *mix->price > *band->high->price;
    if (!above_market) take(PriceFloor::By::cost_mix, mix);
  }
  return made;
}

}  // namespace pricetalk
