#include "advice/proposal_flows.hpp"

#include <algorithm>

#include "billing/quantity.hpp"
#include "law/law.hpp"
namespace pricetalk {

namespace {

InputSource stated_at(const std::optional<Span>& where) {
  return {.kind = InputSource::Kind::contract,
          .text = {"stated in the contract file", "zoals in het contractbestand staat"},
          .figure = {},
          .where = where.value_or(Span{}),
          .address = {},
          .fixity = Fixity::fixed};
}

InputSource counted() {
  return {.kind = InputSource::Kind::given,
          .text = {"counted", "geteld"},
          .figure = {},
          .where = {},
          .address = {},
          .fixity = Fixity::fixed};
}

Date end_of(const InnovationTerms& innovation, const ProposalInput& input) {
  const Date horizon = input.sums.years.back().until;
  const Date contract_end = input.contract->end.value_or(horizon);
  return innovation.end ? std::min(innovation.end->value, contract_end) : contract_end;
}

Date start_of(const InnovationTerms& innovation, const ProposalInput& input) {
  return innovation.start ? innovation.start->value : input.adjustment;
}

/// A stated amount a year, per year of the horizon, between two days.
std::vector<NodeId> yearly(Worksheet& sheet, const ProposalInput& input, NodeId per_year, Date from,
                           Date until) {
  std::vector<NodeId> nodes;
  for (const ProposalYear& year : input.sums.years)
    nodes.push_back(for_months(sheet, per_year, months_in(year, from, until), year.name()));
  return nodes;
}

/// A stated amount once, in the year of the horizon that holds the day (the first, when it lies
/// before).
std::vector<NodeId> once(Worksheet& sheet, const ProposalInput& input, NodeId amount, Date day) {
  std::vector<NodeId> nodes;
  bool paid = false;
  for (const ProposalYear& year : input.sums.years) {
    const bool here = !paid && day <= year.until;
    nodes.push_back(here ? amount : sheet.constant(Decimal(0, 2), Form::money));
    paid = paid || here;
  }
  return nodes;
}

const OwnCostTerms* own_cost_of(const Contract& contract, const Line& line) {
  for (const OwnCostTerms& cost : contract.terms.own_cost)
    if (cost.price.value.value == line.id) return &cost;
  return nullptr;
}

/// The statutory facts that come with the program; sources of inputs point into them.
const Law& facts() {
  static const Law law = shipped_law();
  return law;
}

/// One plus the general rate of VAT where it is in the prices, as it is on the day of the proposal;
/// no_node where it is not.
Outcome<NodeId> vat_in_prices(Worksheet& sheet, const Contract& contract, Date today) {
  if (contract.vat == Vat::excluded) return no_node;
  const Outcome<const InterestRate*> found = facts().vat_of(contract, today);
  if (!found) return found.why();
  const InterestRate& rate = **found;
  const std::string percent = rate.percent.text();
  const NodeId node = sheet.given(Outcome<Ratio>(rate.percent.as_fraction()),
                                  {"VAT in the prices", "btw in de prijzen"},
                                  {.kind = InputSource::Kind::given,
                                   .text = {"general rate of " + contract.jurisdiction + " since " +
                                                rate.from.text() + ", " + percent,
                                            "algemeen tarief van " + contract.jurisdiction +
                                                " sinds " + rate.from.text() + ", " + percent},
                                   .figure = {},
                                   .where = rate.where,
                                   .address = {},
                                   .fixity = Fixity::fixed},
                                  Form::percent);
  return sheet.add(sheet.constant(Decimal(1, 0)), node);
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
                  stated_at(cost.growth ? cost.growth->where : std::nullopt), Form::percent));
  const NodeId before =
      power(sheet, growth, years_between(as_of, input.adjustment - Duration{1, Unit::year}));
  const NodeId then = power(sheet, growth, years_between(as_of, year.from));
  const NodeId more = sheet.mul(unit, sheet.sub(then, before));
  const NodeId quantity =
      sheet.given(Outcome<Ratio>(yearly_quantity(line, year.from).value_or(Ratio(0))),
                  {"quantity a year, " + of_line.en, "aantal per jaar, " + of_line.nl},
                  stated_at(line.quantity->where), Form::plain);
  return for_months(sheet, sheet.mul(more, quantity), months_in(year, year.from, year.until),
                    year.name());
}

/// N: what prices that follow our true cost would bring, less what the waived prices bring. Empty
/// when the file does not state the cost of every line that a clause moves.
std::vector<NodeId> cost_growths(Worksheet& sheet, const ProposalInput& input,
                                 const std::vector<NodeId>& waived, NodeId with_vat) {
  std::vector<std::pair<const Line*, const OwnCostTerms*>> lines;
  for (const Line& line : input.contract->lines) {
    if (line.clauses.empty()) continue;
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
    const NodeId at_present =
        for_months(sheet, waived.front(), months_in(year, year.from, year.until), year.name());
    NodeId already = sheet.sub(at_present, waived[i]);
    if (with_vat != no_node) already = sheet.div(already, with_vat);
    nodes.push_back(sheet.add(growth, already));
  }
  return nodes;
}

}  // namespace

std::optional<NodeId> original_value(Worksheet& sheet, const Contract& contract) {
  if (!contract.end) return std::nullopt;
  std::vector<NodeId> parts;
  for (const Line& line : contract.lines) {
    // A price of later than the line's first day is not what it began with.
    const bool one_rate = line.quantity && line.quantity->value.rates.size() == 1 &&
                          line.prices.size() == 1 && line.price_date <= line.from.value;
    if (!one_rate || line.quantity->value.rates.front().rate.per == QuantityRate::Per::once)
      return std::nullopt;
    const Date until = line.until ? line.until->value : *contract.end;
    const NodeId price =
        stated(sheet, line.prices.front().original,
               {"original price, " + line.title, "oorspronkelijke prijs, " + line.title});
    const NodeId quantity = sheet.given(
        Outcome<Ratio>(a_year(line.quantity->value.rates.front().rate).value_or(Ratio(0))),
        {"quantity a year, " + line.title, "aantal per jaar, " + line.title},
        stated_at(line.quantity->where), Form::plain);
    const Ratio months = months_in({line.from.value, until}, line.from.value, until);
    parts.push_back(for_months(sheet, sheet.mul(price, quantity), months,
                               {"the contract, " + line.title, "het contract, " + line.title}));
  }
  if (parts.empty()) return std::nullopt;
  return sheet.sum(parts);
}

NodeId stated(Worksheet& sheet, const Stated<Decimal>& amount, const Phrase& label) {
  return sheet.given(Outcome<Ratio>(Ratio(amount.value)), label, stated_at(amount.where));
}

NodeId for_months(Worksheet& sheet, NodeId per_year, const Ratio& months, const Phrase& period) {
  if (months == Ratio(12)) return per_year;
  const NodeId count =
      sheet.given(Outcome<Ratio>(months), {"months in " + period.en, "maanden in " + period.nl},
                  counted(), Form::plain);
  return sheet.div(sheet.mul(per_year, count), sheet.constant(Decimal(12, 0)));
}

Ratio months_in(const ProposalYear& year, Date from, std::optional<Date> until) {
  const auto both = common({year.from, year.until}, {from, until.value_or(year.until)});
  return both ? months_between(both->first, both->last) : Ratio(0);
}

namespace {

bool is_gift(const InnovationTerms& terms) {
  return terms.form && terms.form->value == InnovationForm::gift;
}

}  // namespace

const NamedTable<InnovationTerms>* offered_innovation(const Contract& contract,
                                                      std::string_view id) {
  for (const auto& each : contract.terms.innovation)
    if (id.empty() ? !is_gift(each.terms) : each.id == id) return &each;
  return nullptr;
}

std::optional<Stated<Decimal>> measured_saving(const InnovationTerms& innovation, Date today) {
  const RealisedTerms* last = nullptr;
  for (const RealisedTerms& each : innovation.realised)
    if (each.year.value < today.year() && (last == nullptr || each.year.value > last->year.value))
      last = &each;
  return last == nullptr ? std::nullopt : std::optional(last->saving);
}

Chosen choose(const ProposalInput& input) {
  Chosen chosen;
  for (const auto& each : input.contract->terms.innovation) {
    const InnovationTerms& terms = each.terms;
    const bool ours = !terms.lowers_costs_of || terms.lowers_costs_of->value == Side::supplier;
    const bool runs = terms.start && terms.start->value <= input.adjustment;
    if (is_gift(terms) && ours && runs && terms.saving_per_year && chosen.earned == nullptr)
      chosen.earned = &terms;
  }
  if (const auto* offered = offered_innovation(*input.contract, input.innovation)) {
    chosen.innovation = &offered->terms;
    chosen.id = offered->id;
  }
  chosen.form = input.form.value_or(chosen.earned != nullptr ? InnovationForm::gift
                                                             : InnovationForm::exchange);
  if (chosen.form == InnovationForm::exchange) chosen.earned = nullptr;
  return chosen;
}

Outcome<Flows> flows_of(Worksheet& sheet, const ProposalInput& input, const Chosen& chosen,
                        const PriceFuture& future) {
  Flows flows;
  std::vector<NodeId> waived;
  Undetermined open;
  const auto& years = input.sums.years;
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
    const NodeId all = sheet.sub(enforced, waived.back());
    flows.given_up.push_back(
        chosen.waives == Percent{Decimal(100, 0)}
            ? all
            : sheet.div(sheet.mul(all, sheet.constant(chosen.waives.of_hundred)),
                        sheet.constant(Decimal(100, 0))));
  }
  if (!open.reasons().empty()) return open;
  const auto vat = vat_in_prices(sheet, *input.contract, input.today);
  if (!vat) return vat.why();
  flows.with_vat = *vat;
  flows.cost_growth = cost_growths(sheet, input, waived, flows.with_vat);
  if (chosen.innovation == nullptr) return flows;

  const InnovationTerms& terms = *chosen.innovation;
  const Date start = start_of(terms, input);
  const Date end = end_of(terms, input);
  if (terms.reduction_per_month) {
    const NodeId month =
        stated(sheet, *terms.reduction_per_month, {"reduction a month", "verlaging per maand"});
    flows.reduction =
        yearly(sheet, input, sheet.mul(month, sheet.constant(Decimal(12, 0))), start, end);
  }
  if (terms.running_cost_per_year)
    flows.running = yearly(
        sheet, input,
        stated(sheet, *terms.running_cost_per_year, {"running cost a year", "kosten per jaar"}),
        start, end);
  if (terms.investment) {
    const auto paid =
        once(sheet, input, stated(sheet, *terms.investment, {"investment", "investering"}), start);
    const bool ours = !terms.paid_by || terms.paid_by->value == Side::supplier;
    (ours ? flows.investment : flows.customer_investment) = paid;
  }
  return flows;
}

std::vector<SavingFlows> savings_of(Worksheet& sheet, const ProposalInput& input,
                                    const Chosen& chosen) {
  std::vector<SavingFlows> made;
  if (chosen.innovation == nullptr || !chosen.innovation->saving_per_year) return made;
  const InnovationTerms& terms = *chosen.innovation;
  const SavingTerms& saving = *terms.saving_per_year;
  const Date start = start_of(terms, input);
  const Date from = terms.ramp_up ? start + terms.ramp_up->value : start;
  const Date end = end_of(terms, input);
  const auto add = [&](SavingCase level, const Stated<Decimal>& per_year) {
    const Phrase label = {"saving a year, " + words(level).en,
                          "besparing per jaar, " + words(level).nl};
    const NodeId node = stated(sheet, per_year, label);
    SavingFlows flows;
    flows.level = level;
    flows.whole = yearly(sheet, input, node, from, end);
    if (terms.lowers_costs_of && terms.lowers_costs_of->value == Side::customer) {
      const Ratio share =
          terms.share_to_supplier ? terms.share_to_supplier->value.as_fraction() : Ratio(0);
      const NodeId part = sheet.given(
          Outcome<Ratio>(share), {"our share of the saving", "ons deel van de besparing"},
          stated_at(terms.share_to_supplier ? terms.share_to_supplier->where : std::nullopt),
          Form::percent);
      const Date shared =
          terms.sharing_for ? std::min(end, (start + terms.sharing_for->value).plus_days(-1)) : end;
      flows.supplier = yearly(sheet, input, sheet.mul(node, part), from, shared);
      flows.shared = yearly(sheet, input, node, from, shared);
      for (std::size_t i = 0; i < flows.whole.size(); ++i)
        flows.customer.push_back(sheet.sub(flows.whole[i], flows.supplier[i]));
    } else {
      flows.supplier = flows.whole;
    }
    if (chosen.earned != nullptr)
      flows.earned =
          yearly(sheet, input,
                 stated(sheet,
                        measured_saving(*chosen.earned, input.today)
                            .value_or(chosen.earned->saving_per_year->cautious),
                        {"saving earned before, a year", "eerder verdiende besparing per jaar"}),
                 start_of(*chosen.earned, input), end_of(*chosen.earned, input));
    else if (chosen.form == InnovationForm::gift)
      flows.earned.assign(flows.whole.size(), sheet.constant(Decimal(0, 2), Form::money));
    made.push_back(std::move(flows));
  };
  // What was measured is no guess any more, so there is one case.
  if (const auto measured = measured_saving(terms, input.today)) {
    add(SavingCase::cautious, *measured);
    return made;
  }
  add(SavingCase::cautious, saving.cautious);
  if (saving.expected) add(SavingCase::expected, *saving.expected);
  if (saving.optimistic) add(SavingCase::optimistic, *saving.optimistic);
  return made;
}

}  // namespace pricetalk
