#include "advice/proposal_cost.hpp"

#include <cstdlib>

#include "billing/quantity.hpp"
#include "billing/yearly.hpp"

namespace pricetalk {

namespace {

/// The days of a year of the horizon on which a line runs.
std::optional<Days> running(const Line& line, const ProposalYear& year) {
  return days_in(year, line.from.value, line.until ? line.until->value : year.until);
}

const OwnCostTerms* own_cost_of(const Contract& contract, const Line& line) {
  for (const OwnCostTerms& cost : contract.terms.own_cost)
    if (cost.price.value.value == line.id) return &cost;
  return nullptr;
}

/// Whole years from one day to another; negative when it lies before.
int years_between(Date from, Date to) {
  const int months = (to.year() - from.year()) * 12 + to.month() - from.month();
  return months >= 0 ? months / 12 : -((-months + 11) / 12);
}

NodeId power(Worksheet& sheet, NodeId base, int exponent) {
  NodeId node = sheet.constant(Decimal(1, 0));
  for (int i = 0; i < std::abs(exponent); ++i)
    node = exponent > 0 ? sheet.mul(node, base) : sheet.div(node, base);
  return node;
}

/// What a year costs us more per line than the year before the adjustment, for its quantity.
NodeId cost_growth(Worksheet& sheet, const ProposalInput& input, const Line& line,
                   const OwnCostTerms& cost, const ProposalYear& year) {
  const Phrase of_line = {line.title, line.title};
  const NodeId unit =
      stated(sheet, cost.per_unit, {"own cost, " + of_line.en, "eigen kosten, " + of_line.nl});
  const Date as_of = cost.as_of ? cost.as_of->value : line.price_date;
  const Ratio rate = cost.growth ? cost.growth->value.as_fraction() : Ratio(0);
  const NodeId growth = sheet.add(
      sheet.constant(Decimal(1, 0)),
      sheet.given(Outcome<Ratio>(rate), {"growth a year", "stijging per jaar"},
                  stated_in(cost.growth ? cost.growth->where : std::nullopt), Form::percent));
  const NodeId before =
      power(sheet, growth, years_between(as_of, input.adjustment - Duration{1, Unit::year}));
  const NodeId then = power(sheet, growth, years_between(as_of, year.from));
  const NodeId more = sheet.mul(unit, sheet.sub(then, before));
  const NodeId quantity =
      sheet.given(Outcome<Ratio>(yearly_quantity(line, year.from).value_or(Ratio(0))),
                  {"quantity a year, " + of_line.en, "aantal per jaar, " + of_line.nl},
                  stated_in(line.quantity->where), Form::plain);
  return yearly_over(sheet, sheet.mul(more, quantity), running(line, year), in_period(year.name()));
}

/// What a line costs the customer in these days at its price of the first year, without the steps
/// that are waived; nothing: it is not known.
std::optional<NodeId> at_first_price(Worksheet& sheet, const ProposalInput& input, const Line& line,
                                     const std::optional<Days>& days, const Phrase& label) {
  if (!days) return sheet.named(sheet.constant(Decimal(0, 2), Form::money), label);
  TierPrices tiers;
  for (const PriceSchedule& prices : input.accepted.empty() ? input.schedules : input.accepted) {
    if (prices.line->id != line.id) continue;
    const PriceEntry* entry = prices.on(input.sums.years.front().from);
    if (entry == nullptr || !entry->price) return std::nullopt;
    InputSource source{.kind = InputSource::Kind::earlier_price,
                       .text = {"price of the first year", "prijs van het eerste jaar"},
                       .figure = {},
                       .where = {},
                       .address = entry->address.text,
                       .fixity = entry->fixity};
    tiers.push_back(one_price(entry->price, std::move(source)).front());
  }
  if (tiers.empty() || !bought_by_time(line)) return std::nullopt;
  return invoiced(sheet, *input.contract, line, tiers, *days, label);
}

/// What the customer pays in a year of the horizon at the prices of the first one: lines that have
/// ended by then, or that begin, are taken as they run. Nothing: it is not known.
std::optional<NodeId> at_present(Worksheet& sheet, const ProposalInput& input, NodeId first_year,
                                 const ProposalYear& year) {
  const ProposalYear& first = input.sums.years.front();
  NodeId node = yearly_over(sheet, first_year, Days{year.from, year.until}, in_period(year.name()));
  for (const Line& line : input.contract->lines) {
    const Days horizon{first.from, input.sums.years.back().until};
    const auto runs = days_in({horizon.first, horizon.last}, line.from.value,
                              line.until ? line.until->value : horizon.last);
    if (runs && runs->first == horizon.first && runs->last == horizon.last) continue;
    if (!runs) continue;
    const auto then = at_first_price(sheet, input, line, running(line, first),
                                     of_period(same(line.title), first.name()));
    const auto now = at_first_price(sheet, input, line, running(line, year),
                                    of_period(same(line.title), year.name()));
    if (!then || !now) return std::nullopt;
    const NodeId counted =
        yearly_over(sheet, *then, Days{year.from, year.until}, in_period(year.name()));
    node = sheet.add(sheet.sub(node, counted), *now);
  }
  return node;
}

}  // namespace

std::vector<NodeId> cost_growths(Worksheet& sheet, const ProposalInput& input,
                                 const std::vector<NodeId>& waived, NodeId with_vat) {
  std::vector<std::pair<const Line*, const OwnCostTerms*>> lines;
  for (const Line& line : input.contract->lines) {
    if (line.clauses.empty()) continue;
    if (line.until && line.until->value < input.adjustment) continue;
    const OwnCostTerms* cost = own_cost_of(*input.contract, line);
    if (cost == nullptr || !yearly_quantity(line, input.adjustment)) return {};
    lines.emplace_back(&line, cost);
  }
  std::vector<NodeId> nodes;
  for (std::size_t i = 0; i < waived.size() && !lines.empty(); ++i) {
    const ProposalYear& year = input.sums.years[i];
    std::vector<NodeId> parts;
    for (const auto& [line, cost] : lines)
      parts.push_back(cost_growth(sheet, input, *line, *cost, year));
    const NodeId growth = sheet.sum(
        parts, of_period({"growth of our cost", "stijging van onze kosten"}, year.name()));
    const auto present = at_present(sheet, input, waived.front(), year);
    if (!present) return {};
    NodeId already = sheet.sub(*present, waived[i]);
    if (with_vat != no_node) already = sheet.div(already, with_vat);
    nodes.push_back(sheet.add(growth, already));
  }
  return nodes;
}

}  // namespace pricetalk
