#include "advice/proposal_flows.hpp"

#include <algorithm>

#include "advice/proposal_cost.hpp"
#include "billing/quantity.hpp"
#include "law/law.hpp"
#include "pricetalk/explain/format.hpp"

namespace pricetalk {

namespace {

/// A stated amount per period of the horizon, between two days: what `over` makes of the days.
template <class Over>
std::vector<NodeId> by_period(Worksheet& sheet, const std::vector<ProposalYear>& periods,
                              NodeId stated, Date from, Date until, Over over) {
  std::vector<NodeId> nodes;
  for (const ProposalYear& period : periods)
    nodes.push_back(over(sheet, stated, days_in(period, from, until), in_period(period.name())));
  return nodes;
}

/// A stated amount once, in the period that holds the day (the first, when it lies before).
std::vector<NodeId> once(Worksheet& sheet, const std::vector<ProposalYear>& periods, NodeId amount,
                         Date day) {
  std::vector<NodeId> nodes;
  bool paid = false;
  for (const ProposalYear& period : periods) {
    const bool here = !paid && day <= period.until;
    nodes.push_back(here ? amount : sheet.constant(Decimal(0, 2), Form::money));
    paid = paid || here;
  }
  return nodes;
}

/// A row and another one as one; the first may be empty.
void add_to(Worksheet& sheet, std::vector<NodeId>& row, const std::vector<NodeId>& more) {
  if (row.empty()) {
    row = more;
    return;
  }
  for (std::size_t i = 0; i < row.size(); ++i) row[i] = sheet.add(row[i], more[i]);
}

/// What one innovation of a proposal costs, per period. `of_several`: each amount in whole cents,
/// so that the sum is the sum of what each is alone.
void add_flows(Worksheet& sheet, const ProposalInput& input,
               const std::vector<ProposalYear>& periods, const InnovationTerms& terms,
               bool of_several, Flows& flows) {
  const Date start = counted_from(start_of(terms, input), input);
  const Date end = end_of(terms, input);
  const auto add = [&](std::vector<NodeId>& row, std::vector<NodeId> nodes) {
    if (of_several)
      for (NodeId& node : nodes) node = sheet.round(node, sheet.currency().rounding());
    add_to(sheet, row, nodes);
  };
  if (terms.reduction_per_month) {
    const NodeId month =
        stated(sheet, *terms.reduction_per_month, {"reduction a month", "verlaging per maand"});
    const auto given = by_period(sheet, periods, month, start, end, monthly_over);
    std::vector<NodeId> ours = given;
    if (flows.with_vat != no_node)
      for (NodeId& node : ours) node = sheet.div(node, flows.with_vat);
    add(flows.reduction, given);
    add(flows.reduction_ours, ours);
  }
  if (terms.running_cost_per_year)
    add(flows.running, yearly(sheet, periods,
                              stated(sheet, *terms.running_cost_per_year,
                                     {"running cost a year", "kosten per jaar"}),
                              start, end));
  if (terms.investment) {
    const auto paid = once(sheet, periods,
                           stated(sheet, *terms.investment, {"investment", "investering"}), start);
    const bool ours = !terms.paid_by || terms.paid_by->value == Side::supplier;
    add(ours ? flows.investment : flows.customer_investment, paid);
  }
}

/// The statutory facts that come with the program; sources of inputs point into them.
const Law& facts() {
  static const Law law = shipped_law();
  return law;
}

}  // namespace

std::vector<const InnovationTerms*> Chosen::all() const {
  std::vector<const InnovationTerms*> made;
  if (innovation != nullptr) made.push_back(innovation);
  for (const auto* each : beside) made.push_back(&each->terms);
  return made;
}

bool touches(const std::vector<const InnovationTerms*>& offered, const std::string& line) {
  return std::any_of(offered.begin(), offered.end(), [&](const InnovationTerms* each) {
    return each->lines.empty() ||
           std::any_of(each->lines.begin(), each->lines.end(),
                       [&](const Stated<Id>& id) { return id.value.value == line; });
  });
}

Date counted_from(Date day, const ProposalInput& input) {
  return day <= input.today ? std::max(day, input.adjustment) : day;
}

Date end_of(const InnovationTerms& innovation, const ProposalInput& input) {
  const Date horizon = input.sums.years.back().until;
  const Date contract_end = input.contract->end.value_or(horizon);
  return innovation.end ? std::min(innovation.end->value, contract_end) : contract_end;
}

std::vector<NodeId> yearly(Worksheet& sheet, const std::vector<ProposalYear>& periods,
                           NodeId per_year, Date from, Date until) {
  return by_period(sheet, periods, per_year, from, until, yearly_over);
}

Outcome<NodeId> vat_in_prices(Worksheet& sheet, const Contract& contract, Date today) {
  if (contract.vat == Vat::excluded) return no_node;
  if (const auto& stated = contract.terms.contract.vat_rate)
    return sheet.add(sheet.constant(Decimal(1, 0)),
                     sheet.given(Outcome<Ratio>(stated->value.as_fraction()),
                                 {"VAT in the prices", "btw in de prijzen"},
                                 stated_in(stated->where), Form::percent));
  const Outcome<const InterestRate*> found = facts().vat_of(contract, today);
  if (!found) return found.why();
  const InterestRate& rate = **found;
  const std::string percent = rate.percent.text();
  const NodeId node = sheet.given(
      Outcome<Ratio>(rate.percent.as_fraction()), {"VAT in the prices", "btw in de prijzen"},
      {.kind = InputSource::Kind::given,
       .text = {"general rate of " + contract.jurisdiction + " since " +
                    date_text(rate.from, Language::en) + ", " + percent,
                "algemeen tarief van " + contract.jurisdiction + " sinds " +
                    date_text(rate.from, Language::nl) + ", " + percent},
       .figure = {},
       .where = rate.where,
       .address = {},
       .fixity = Fixity::fixed},
      Form::percent);
  return sheet.add(sheet.constant(Decimal(1, 0)), node);
}

InputSource stated_in(const std::optional<Span>& where) {
  return {.kind = InputSource::Kind::contract,
          .text = {"stated in the contract file", "zoals in het contractbestand staat"},
          .figure = {},
          .where = where.value_or(Span{}),
          .address = {},
          .fixity = Fixity::fixed};
}

std::optional<Phrase> no_original_value(const Contract& contract) {
  if (!contract.end)
    return Phrase{"the contract has no last day (contract.end)",
                  "het contract heeft geen einddatum (contract.end)"};
  for (const Line& line : contract.lines) {
    if (!line.quantity || line.quantity->value.rates.size() != 1)
      return Phrase{"'" + line.title + "' does not state one quantity (quantity)",
                    "bij '" + line.title + "' staat niet één vaste hoeveelheid (quantity)"};
    if (line.prices.size() != 1)
      return Phrase{"'" + line.title + "' has prices in tiers",
                    "'" + line.title + "' heeft staffelprijzen"};
    // A price of later than the line's first day is not what it began with.
    if (line.from.value < line.price_date)
      return Phrase{"the price of '" + line.title +
                        "' on its first day is not known: state it, "
                        "with price_date = " +
                        line.from.value.text(),
                    "de prijs van '" + line.title +
                        "' op de eerste dag is niet bekend: zet die "
                        "erin, met price_date = " +
                        line.from.value.text()};
    if (line.quantity->value.rates.front().rate.per == QuantityRate::Per::once)
      return Phrase{"'" + line.title + "' is paid once",
                    "'" + line.title + "' wordt eenmalig betaald"};
  }
  return std::nullopt;
}

std::optional<NodeId> original_value(Worksheet& sheet, const Contract& contract) {
  if (no_original_value(contract)) return std::nullopt;
  std::vector<NodeId> parts;
  for (const Line& line : contract.lines) {
    const Date until = line.until ? line.until->value : *contract.end;
    const NodeId price =
        stated(sheet, line.prices.front().original,
               {"original price, " + line.title, "oorspronkelijke prijs, " + line.title});
    const NodeId quantity = sheet.given(
        Outcome<Ratio>(a_year(line.quantity->value.rates.front().rate).value_or(Ratio(0))),
        {"quantity a year, " + line.title, "aantal per jaar, " + line.title},
        stated_in(line.quantity->where), Form::plain);
    parts.push_back(
        yearly_over(sheet, sheet.mul(price, quantity), Days{line.from.value, until},
                    {"of the contract, " + line.title, "van het contract, " + line.title}));
  }
  if (parts.empty()) return std::nullopt;
  return sheet.sum(parts);
}

NodeId stated(Worksheet& sheet, const Stated<Decimal>& amount, const Phrase& label) {
  return sheet.given(Outcome<Ratio>(Ratio(amount.value)), label, stated_in(amount.where));
}

Outcome<Flows> flows_of(Worksheet& sheet, const ProposalInput& input, const Chosen& chosen,
                        const PriceFuture& future) {
  Flows flows;
  std::vector<NodeId> waived;
  Undetermined open;
  const auto& years = input.sums.years;
  const std::vector<ProposalYear> periods = periods_of(input, chosen);
  const NodeId nothing = sheet.constant(Decimal(0, 2), Form::money);
  if (periods.size() > years.size()) {
    flows.periods.push_back(periods.front().name());
    flows.year_ends.push_back(0);
    flows.given_up.push_back(nothing);
  }
  for (std::size_t i = 0; i < years.size(); ++i) {
    for (const Outcome<Figure>* sum : {&future.enforced[i], &future.waived[i]})
      if (!*sum) open.add(sum->why());
    if (!future.enforced[i] || !future.waived[i]) continue;
    const Phrase period = years[i].name();
    flows.periods.push_back(period);
    flows.year_ends.push_back(static_cast<int>(i) + 1);
    const NodeId enforced = sheet.given(
        *future.enforced[i],
        of_period({"to pay with the usual indexation", "te betalen met de gewone indexatie"},
                  period));
    waived.push_back(sheet.given(
        *future.waived[i],
        of_period({"to pay without the indexation", "te betalen zonder de indexatie"}, period)));
    flows.given_up.push_back(sheet.sub(enforced, waived.back()));
  }
  if (!open.reasons().empty()) return open;
  const auto vat = vat_in_prices(sheet, *input.contract, input.today);
  if (!vat) return vat.why();
  flows.with_vat = *vat;
  flows.cost_growth = cost_growths(sheet, input, waived, flows.with_vat);
  if (periods.size() > years.size() && !flows.cost_growth.empty())
    flows.cost_growth.insert(flows.cost_growth.begin(), nothing);
  const std::vector<const InnovationTerms*> offered = chosen.all();
  for (const InnovationTerms* each : offered)
    add_flows(sheet, input, periods, *each, offered.size() > 1, flows);
  return flows;
}

}  // namespace pricetalk
