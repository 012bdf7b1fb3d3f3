#include <algorithm>

#include "advice/proposal_flows.hpp"
#include "contract/relation_terms_dictionary.hpp"

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

InnovationForm form_of(const InnovationTerms& terms) {
  return terms.form ? terms.form->value : InnovationForm::exchange;
}

bool saves_customer(const InnovationTerms& terms) {
  return form_of(terms) == InnovationForm::referral ||
         (terms.lowers_costs_of && terms.lowers_costs_of->value == Side::customer);
}

std::string form_word(InnovationForm form) {
  for (const auto& [word, value] : Dictionary<InnovationForm>::words)
    if (value == form) return std::string(word);
  return {};
}

bool waives(InnovationForm form) { return !is_help(form); }

bool is_help(InnovationForm form) {
  return form == InnovationForm::relief || form == InnovationForm::referral;
}

Chosen choose(const ProposalInput& input) {
  Chosen chosen;
  const auto& all = input.contract->terms.innovation;
  for (const auto& each : all) {
    const InnovationTerms& terms = each.terms;
    const bool ours = !terms.lowers_costs_of || terms.lowers_costs_of->value == Side::supplier;
    if (is_gift(terms) && ours && runs(terms, input.today) && terms.saving_per_year &&
        chosen.earned == nullptr)
      chosen.earned = &terms;
  }
  if (const auto* offered = offered_innovation(*input.contract, input.innovation)) {
    chosen.innovation = &offered->terms;
    chosen.id = offered->id;
    chosen.form = form_of(offered->terms);
  }
  for (const std::string& id : input.beside)
    if (const auto* offered = offered_innovation(*input.contract, id))
      chosen.beside.push_back(offered);
  // Of several that are offered together the common form is the exchange.
  const bool one_form =
      std::all_of(chosen.beside.begin(), chosen.beside.end(),
                  [&](const auto* each) { return form_of(each->terms) == chosen.form; });
  if (!one_form) chosen.form = InnovationForm::exchange;
  if (chosen.form == InnovationForm::exchange || chosen.form == InnovationForm::gift)
    chosen.form = input.form.value_or(chosen.earned != nullptr ? InnovationForm::gift
                                                               : InnovationForm::exchange);
  if (chosen.form != InnovationForm::gift) chosen.earned = nullptr;
  return chosen;
}

Sharing sharing_of(const InnovationTerms& terms, const ProposalInput& input) {
  const Date start = start_of(terms, input);
  const Date end = end_of(terms, input);
  return {
      std::max(terms.ramp_up ? start + terms.ramp_up->value : start, counted_from(start, input)),
      end,
      terms.sharing_for ? std::min(end, (start + terms.sharing_for->value).plus_days(-1)) : end};
}

NodeId share_node(Worksheet& sheet, const std::optional<Stated<Percent>>& share,
                  const Phrase& label) {
  return sheet.given(Outcome<Ratio>(share ? share->value.as_fraction() : Ratio(0)), label,
                     stated_in(share ? share->where : std::nullopt), Form::percent);
}

namespace {

/// The saving of one innovation at one level, split between the sides.
SavingFlows saving_at(Worksheet& sheet, const ProposalInput& input, const InnovationTerms& terms,
                      const std::vector<ProposalYear>& periods, SavingCase level,
                      const Stated<Decimal>& per_year) {
  const Phrase label = {"saving a year, " + words(level).en,
                        "besparing per jaar, " + words(level).nl};
  const NodeId node = stated(sheet, per_year, label);
  const Sharing sharing = sharing_of(terms, input);
  SavingFlows flows;
  flows.level = level;
  flows.whole = yearly(sheet, periods, node, sharing.from, sharing.end);
  const bool theirs = saves_customer(terms);
  const auto part_of = [&](const std::optional<Stated<Percent>>& share, const Phrase& what) {
    return yearly(sheet, periods, sheet.mul(node, share_node(sheet, share, what)), sharing.from,
                  sharing.shared);
  };
  const auto rest = [&](const std::vector<NodeId>& part) {
    std::vector<NodeId> made;
    for (std::size_t i = 0; i < flows.whole.size(); ++i)
      made.push_back(sheet.sub(flows.whole[i], part[i]));
    return made;
  };
  if (theirs) {
    flows.supplier =
        part_of(terms.share_to_supplier, {"our share of the saving", "ons deel van de besparing"});
    flows.shared = yearly(sheet, periods, node, sharing.from, sharing.shared);
    flows.customer = rest(flows.supplier);
  } else if (terms.share_to_customer) {
    flows.customer = part_of(terms.share_to_customer, {"the customer's share of the saving",
                                                       "deel van de besparing voor de klant"});
    flows.supplier = rest(flows.customer);
  } else {
    flows.supplier = flows.whole;
  }
  return flows;
}

/// All levels of one innovation, cautious first; what was measured is no guess any more, so there
/// is one case. Without a saving: one case of nothing.
std::vector<SavingFlows> levels_of(Worksheet& sheet, const ProposalInput& input,
                                   const InnovationTerms& terms,
                                   const std::vector<ProposalYear>& periods) {
  std::vector<SavingFlows> made;
  const auto add = [&](SavingCase level, const Stated<Decimal>& per_year) {
    made.push_back(saving_at(sheet, input, terms, periods, level, per_year));
  };
  // What the one who received a proposal cannot know does not count.
  const bool theirs = saves_customer(terms);
  if (input.received && !theirs) return {SavingFlows{}};
  if (const auto measured = measured_saving(terms, input.today)) {
    add(SavingCase::cautious, *measured);
    return made;
  }
  if (!terms.saving_per_year) return {SavingFlows{}};
  add(SavingCase::cautious, terms.saving_per_year->cautious);
  if (terms.saving_per_year->expected) add(SavingCase::expected, *terms.saving_per_year->expected);
  if (terms.saving_per_year->optimistic)
    add(SavingCase::optimistic, *terms.saving_per_year->optimistic);
  return made;
}

/// The sum of the cautious savings of several innovations.
SavingFlows together(Worksheet& sheet, const std::vector<SavingFlows>& all, std::size_t periods) {
  SavingFlows made;
  const NodeId zero = sheet.constant(Decimal(0, 2), Form::money);
  const auto sum = [&](auto row_of) {
    std::vector<NodeId> row(periods, zero);
    bool any = false;
    for (const SavingFlows& each : all) {
      const std::vector<NodeId>& part = row_of(each);
      any = any || !part.empty();
      for (std::size_t i = 0; i < part.size(); ++i)
        row[i] = sheet.add(row[i], sheet.round(part[i], sheet.currency().rounding()));
    }
    return any ? row : std::vector<NodeId>();
  };
  made.whole = sum([](const SavingFlows& f) -> const auto& { return f.whole; });
  made.supplier = sum([](const SavingFlows& f) -> const auto& { return f.supplier; });
  made.customer = sum([](const SavingFlows& f) -> const auto& { return f.customer; });
  return made;
}

}  // namespace

std::vector<SavingFlows> savings_of(Worksheet& sheet, const ProposalInput& input,
                                    const Chosen& chosen) {
  const std::vector<ProposalYear> periods = periods_of(input, chosen);
  const std::vector<const InnovationTerms*> offered = chosen.all();
  std::vector<SavingFlows> made;
  if (offered.size() == 1) {
    made = levels_of(sheet, input, *offered.front(), periods);
  } else {
    std::vector<SavingFlows> cautious;
    for (const InnovationTerms* each : offered)
      cautious.push_back(levels_of(sheet, input, *each, periods).front());
    made.push_back(together(sheet, cautious, periods.size()));
  }
  for (SavingFlows& flows : made) {
    if (chosen.earned != nullptr) {
      EarnedFlows earned(sheet, input, *chosen.earned, periods);
      flows.earned = earned.per_period();
      flows.earned_investment = earned.not_earned_back();
    } else if (chosen.form == InnovationForm::gift) {
      flows.earned.assign(periods.size(), sheet.constant(Decimal(0, 2), Form::money));
    }
  }
  return made;
}

}  // namespace pricetalk
