#include <algorithm>

#include "advice/proposal_flows.hpp"

// What is offered, and what it saves: the innovation of a proposal, and a gift that runs already.

namespace pricetalk {

namespace {

bool is_gift(const InnovationTerms& terms) {
  return terms.form && terms.form->value == InnovationForm::gift;
}

/// What comes of a gift that runs already: its saving less what it costs us year by year.
class EarnedFlows {
 public:
  EarnedFlows(Worksheet& sheet, const ProposalInput& input, const InnovationTerms& gift,
              const std::vector<ProposalYear>& periods)
      : sheet_(sheet),
        input_(input),
        gift_(gift),
        periods_(periods),
        start_(start_of(gift, input)),
        full_(gift.ramp_up ? start_ + gift.ramp_up->value : start_),
        end_(end_of(gift, input)) {
    saving_ =
        stated(sheet_, measured_saving(gift, input.today).value_or(gift.saving_per_year->cautious),
               {"saving earned before, a year", "eerder verdiende besparing per jaar"});
    cost(gift.running_cost_per_year, {"running cost of it a year", "kosten daarvan per jaar"});
    reduction();
  }

  /// Per period of the horizon, from the adjustment on.
  std::vector<NodeId> per_period() {
    std::vector<NodeId> made;
    for (const ProposalYear& period : periods_)
      made.push_back(
          between(std::max(period.from, input_.adjustment), period.until, period.name()));
    return made;
  }

  /// What we invested less what came of it before the horizon, in its first year; empty where
  /// nothing was invested by us.
  std::vector<NodeId> not_earned_back() {
    const bool ours = !gift_.paid_by || gift_.paid_by->value == Side::supplier;
    if (!gift_.investment || !ours) return {};
    const Date before = input_.adjustment.plus_days(-1);
    const NodeId invested =
        stated(sheet_, *gift_.investment,
               {"investment in what was earned before", "investering in wat eerder is verdiend"});
    const NodeId zero = sheet_.constant(Decimal(0, 2), Form::money);
    const NodeId open = sheet_.max(
        sheet_.sub(invested, between(start_, before, {"the time until then", "de tijd tot dan"})),
        zero, {"investment not earned back yet", "nog niet terugverdiende investering"});
    std::vector<NodeId> made(periods_.size(), zero);
    made[periods_.size() - input_.sums.years.size()] = open;
    return made;
  }

 private:
  void cost(const std::optional<Stated<Decimal>>& amount, const Phrase& label) {
    if (amount) costs_.push_back(stated(sheet_, *amount, label));
  }

  /// What the customer pays less already, without the VAT in it.
  void reduction() {
    if (!gift_.reduction_per_month) return;
    const NodeId month = stated(sheet_, *gift_.reduction_per_month,
                                {"reduction of it a month", "verlaging daarvan per maand"});
    const NodeId year = sheet_.mul(month, sheet_.constant(Decimal(12, 0)));
    const auto vat = vat_in_prices(sheet_, *input_.contract, input_.today);
    costs_.push_back(vat && *vat != no_node ? sheet_.div(year, *vat) : year);
  }

  NodeId between(Date from, Date until, const Phrase& name) {
    const auto over = [&](NodeId amount, Date begin) {
      return yearly_over(sheet_, amount, days_in({from, until}, begin, end_), in_period(name));
    };
    NodeId made = over(saving_, full_);
    for (const NodeId cost : costs_) made = sheet_.sub(made, over(cost, start_));
    return made;
  }

  Worksheet& sheet_;
  const ProposalInput& input_;
  const InnovationTerms& gift_;
  const std::vector<ProposalYear>& periods_;
  Date start_;
  Date full_;  ///< from this day on it saves
  Date end_;
  NodeId saving_ = no_node;
  std::vector<NodeId> costs_;  ///< a year
};

}  // namespace

bool runs(const InnovationTerms& innovation, Date today) {
  return innovation.start && innovation.start->value <= today;
}

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
    if (is_gift(terms) && ours && runs(terms, input.today) && terms.saving_per_year &&
        chosen.earned == nullptr)
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

std::vector<SavingFlows> savings_of(Worksheet& sheet, const ProposalInput& input,
                                    const Chosen& chosen) {
  std::vector<SavingFlows> made;
  if (chosen.innovation == nullptr || !chosen.innovation->saving_per_year) return made;
  const InnovationTerms& terms = *chosen.innovation;
  const SavingTerms& saving = *terms.saving_per_year;
  const Date start = start_of(terms, input);
  const Date from = terms.ramp_up ? start + terms.ramp_up->value : start;
  const Date end = end_of(terms, input);
  const std::vector<ProposalYear> periods = periods_of(input, chosen);
  const auto add = [&](SavingCase level, const Stated<Decimal>& per_year) {
    const Phrase label = {"saving a year, " + words(level).en,
                          "besparing per jaar, " + words(level).nl};
    const NodeId node = stated(sheet, per_year, label);
    SavingFlows flows;
    flows.level = level;
    flows.whole = yearly(sheet, periods, node, from, end);
    if (terms.lowers_costs_of && terms.lowers_costs_of->value == Side::customer) {
      const Ratio share =
          terms.share_to_supplier ? terms.share_to_supplier->value.as_fraction() : Ratio(0);
      const NodeId part = sheet.given(
          Outcome<Ratio>(share), {"our share of the saving", "ons deel van de besparing"},
          stated_in(terms.share_to_supplier ? terms.share_to_supplier->where : std::nullopt),
          Form::percent);
      const Date shared =
          terms.sharing_for ? std::min(end, (start + terms.sharing_for->value).plus_days(-1)) : end;
      flows.supplier = yearly(sheet, periods, sheet.mul(node, part), from, shared);
      flows.shared = yearly(sheet, periods, node, from, shared);
      for (std::size_t i = 0; i < flows.whole.size(); ++i)
        flows.customer.push_back(sheet.sub(flows.whole[i], flows.supplier[i]));
    } else {
      flows.supplier = flows.whole;
    }
    if (chosen.earned != nullptr) {
      EarnedFlows earned(sheet, input, *chosen.earned, periods);
      flows.earned = earned.per_period();
      flows.earned_investment = earned.not_earned_back();
    } else if (chosen.form == InnovationForm::gift) {
      flows.earned.assign(flows.whole.size(), sheet.constant(Decimal(0, 2), Form::money));
    }
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
