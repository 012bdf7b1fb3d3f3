#include "pricetalk/advice/proposal.hpp"

#include <algorithm>
#include <functional>
#include <numeric>

#include "advice/assumed.hpp"
#include "advice/proposal_rests_on.hpp"
#include "advice/proposal_verdict.hpp"
#include "advice/ways.hpp"
#include "billing/charge.hpp"
#include "explain/rounded.hpp"
#include "pricetalk/explain/format.hpp"

namespace pricetalk {

namespace {

Figure unit_price(const PriceSchedule& prices, const Contract& contract, const Ratio& price,
                  const Address& address, Fixity fixity) {
  const int decimals = prices.line->price_decimals(contract.currency, prices.price);
  return {Money{as_decimal(price, decimals), contract.currency}, address, fixity};
}

/// The first step after the one under discussion that really happens.
const PriceEntry* next_step(const PriceSchedule& prices, const PriceEntry& entry) {
  for (const PriceEntry& later : prices.entries)
    if (later.date > entry.date && later.clause == entry.clause) return &later;
  return nullptr;
}

/// Whether a step of this price is one that the proposal gives up.
bool is_waived(const PriceSchedule& prices, const ProposalInput& input) {
  if (input.years == nullptr) return true;
  return std::any_of(input.waived.begin(), input.waived.end(),
                     [&](const WaivedStep& step) { return step.line == prices.line->id; });
}

/// The price of one line with and without the step under discussion; nothing when it does not move.
std::optional<FallbackPrice> fallback_in_force(const PriceSchedule& prices,
                                               const ProposalInput& input, Undetermined& open) {
  if (!is_waived(prices, input)) return std::nullopt;
  std::vector<const PriceEntry*> causes;
  const PriceEntry* before = nullptr;
  for (const PriceEntry& each : prices.entries) {
    if (each.clause != nullptr && (each.date == input.adjustment || each.from == input.adjustment))
      causes.push_back(&each);
    else if (each.from < input.adjustment)
      before = &each;
  }
  if (causes.empty() || before == nullptr) return std::nullopt;
  if (!before->price) {
    open.add(before->price.why());
    return std::nullopt;
  }
  const PriceEntry* entry = causes.back();
  const auto puts_off = [](const PriceEntry* each) { return each->verdict == Verdict::moved_on; };
  const auto moved = [](const PriceEntry* each) {
    return !each->price || !each->before || !(*each->price == *each->before);
  };
  const bool postponed = std::any_of(causes.begin(), causes.end(), puts_off) &&
                         std::none_of(causes.begin(), causes.end(), moved);
  const PriceEntry* moves = entry;
  if (postponed) {
    entry = *std::find_if(causes.begin(), causes.end(), puts_off);
    moves = next_step(prices, *entry);
  }
  FallbackPrice made{
      prices.line,
      prices.price,
      unit_price(prices, *input.contract, *before->price, before->address, before->fixity),
      {},
      moves == nullptr ? entry->from : moves->from,
      entry,
      postponed,
      causes};
  if (moves == nullptr) return made;
  if (!moves->price) {
    if (!postponed) open.add(moves->price.why());
    return made;
  }
  made.entry = moves;
  if (postponed) made.causes = {moves};
  made.then = unit_price(prices, *input.contract, *moves->price, moves->address, moves->fixity);
  if (made.then->value == made.now.value) return std::nullopt;
  return made;
}

std::optional<FallbackPrice> fallback_of(const PriceSchedule& prices, const ProposalInput& input,
                                         Undetermined& open) {
  auto made = fallback_in_force(prices, input, open);
  if (made) made->charged_from = charged_from(*input.contract, *made->line, made->from);
  return made;
}

/// Why nothing is offered: there is no innovation, or only gifts, which give the indexation away
/// and offer nothing beside it.
Phrase nothing_offered(const Contract& contract, Date today) {
  if (contract.terms.innovation.empty())
    return {"there is no innovation in the contract file yet ([innovation])",
            "er staat nog geen innovatie in het contractbestand ([innovation])"};
  const auto& gift = *contract.terms.innovation.begin();
  Phrase lacks;
  if (!runs(gift.terms, today))
    lacks = {", which does not run yet", ", dat nog niet loopt"};
  else if (!gift.terms.saving_per_year)
    lacks = {", which has no saving_per_year", " zonder saving_per_year"};
  return {"there is only a gift ([innovation." + gift.id + "])" + lacks.en +
              "; a proposal offers something new beside it: add an innovation with form = "
              "\"exchange\"",
          "er is alleen een cadeau ([innovation." + gift.id + "])" + lacks.nl +
              "; een voorstel biedt er iets nieuws bij: zet er een innovatie bij met form = "
              "\"exchange\""};
}

bool lacks_saving(const Chosen& chosen) {
  const auto all = chosen.all();
  return std::any_of(all.begin(), all.end(),
                     [](const InnovationTerms* each) { return !each->saving_per_year; });
}

/// Which future decides: the one called expected, else the middle one by what the clause costs.
std::size_t expected_of(const std::vector<PriceFuture>& futures) {
  for (std::size_t i = 0; i < futures.size(); ++i)
    if (futures[i].name.en == "expected") return i;
  std::vector<std::size_t> order(futures.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  const auto cost = [&](std::size_t i) {
    Ratio sum;
    for (const Outcome<Figure>& year : futures[i].enforced)
      if (year) sum = sum + Ratio(std::get<Money>(year->value).amount);
    return sum;
  };
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) { return cost(a) < cost(b); });
  return order[order.size() / 2];
}

Undetermined not_stated(std::string key, Phrase text) {
  return Undetermined(Reason{.kind = Reason::Kind::not_stated,
                             .key = std::move(key),
                             .text = std::move(text),
                             .series = {},
                             .period = {},
                             .expected = {},
                             .source = {}});
}

/// The bargain in every future on one worksheet.
class Computing {
 public:
  Computing(const ProposalInput& input, const Chosen& chosen)
      : input_(input), chosen_(chosen), sheet_(input.contract->currency) {}

  /// Fills `futures`; the reasons when a sum is undetermined.
  std::optional<Undetermined> fill(std::vector<FutureBargain>& futures) {
    savings_ = savings_of(sheet_, input_, chosen_);
    const std::size_t decides = expected_of(input_.sums.futures);
    for (const PriceFuture& future : input_.sums.futures) {
      Outcome<Flows> flows = flows_of(sheet_, input_, chosen_, future);
      if (!flows) return flows.why();
      bargains_.emplace_back(
          sheet_, input_.discount_rate,
          input_.contract->id + "/proposal/" + input_.adjustment.text() + "/" + future.id);
      FutureBargain made{
          future.id, future.name, bargains_.back().customer(*flows, savings_.front()), {}};
      customers_.push_back(bargains_.back().customer_exact());
      for (const SavingFlows& saving : savings_) {
        made.supplier.push_back(bargains_.back().supplier(*flows, saving));
        if (futures.size() == decides && made.supplier.size() == 1)
          ours_ = bargains_.back().supplier_exact();
      }
      flows_.push_back(*flows);
      futures.push_back(std::move(made));
    }
    return std::nullopt;
  }

  /// `holds`: empty where nothing has to be mended.
  std::optional<Refusal> refusal(const std::vector<FutureBargain>& futures, std::size_t expected,
                                 bool no_price_moves,
                                 std::function<bool(const ProposalInput&, const Chosen&)> holds,
                                 const Trial* trial) {
    return refuse({&input_, &chosen_, &flows_[expected], &savings_.front(), &sheet_,
                   &bargains_[expected], expected, &futures, no_price_moves, std::move(holds),
                   trial});
  }

  /// What our result of the deciding future rests on, what moves it most first.
  std::vector<Assumption> assumptions(const std::vector<FutureBargain>& futures,
                                      std::size_t expected) {
    return assumptions_of({&sheet_, &bargains_[expected], &flows_[expected], ours_,
                           &futures[expected].supplier.front(), &chosen_, &input_});
  }

  /// The customer's side without a saving that was only reckoned.
  std::vector<CustomerSide> without_saving() {
    std::vector<CustomerSide> made;
    for (std::size_t i = 0; i < flows_.size(); ++i)
      made.push_back(Bargain(sheet_, input_.discount_rate, bare_address(i))
                         .customer(flows_[i], SavingFlows{}));
    return made;
  }

  /// What each side gains, before it is rounded.
  Worth worth() const {
    Worth made;
    for (const NodeId node : customers_) made.customer.push_back(*sheet_.value(node));
    made.ours = *sheet_.value(ours_);
    return made;
  }

  Derivation derivation() const { return sheet_.derivation(); }

 private:
  std::string bare_address(std::size_t i) const {
    return input_.contract->id + "/proposal/" + input_.adjustment.text() + "/" +
           input_.sums.futures[i].id + "/without-saving";
  }

  const ProposalInput& input_;
  const Chosen& chosen_;
  Worksheet sheet_;
  std::vector<Bargain> bargains_;
  std::vector<Flows> flows_;
  std::vector<SavingFlows> savings_;
  std::vector<NodeId> customers_;  ///< advantage of the customer per future, exact
  NodeId ours_ = no_node;          ///< our result of the deciding future, exact
};

/// No letter says that a price stays when it rises all the same.
Refusal rises_anyway(const OfferTerms& terms) {
  Refusal made;
  made.kind = Refusal::Kind::cannot_hold;
  made.why = {
      "the prices rise all the same before the year is over, so that nothing can be "
      "promised about them",
      "de prijzen stijgen toch in dat jaar, dus er valt niets over te beloven"};
  for (const PriceMove& move : terms.moves)
    if (move.kind != PriceMove::Kind::falls) {
      made.why.en += " (" + move.line->title + ", " + date_text(move.from, Language::en) + ")";
      made.why.nl += " (" + move.line->title + ", " + date_text(move.from, Language::nl) + ")";
      break;
    }
  return made;
}

/// Whether a proposal is good for both, by the same arithmetic.
bool good_for_both(const ProposalInput& input, const Chosen& chosen) {
  Computing computing(input, chosen);
  std::vector<FutureBargain> futures;
  return !computing.fill(futures) &&
         !computing.refusal(futures, expected_of(input.sums.futures), false, {}, nullptr);
}

/// How a refusal is mended: one innovation that gives the step up is tried in other shapes.
std::function<bool(const ProposalInput&, const Chosen&)> mends_for(const Chosen& chosen) {
  if (!chosen.beside.empty() || chosen.form == InnovationForm::glide_path) return {};
  return good_for_both;
}

/// Every figure of a proposal that has a node.
template <class Visit>
void visit_all(const FutureBargain& future, Visit visit) {
  const auto rows = [&](const auto&... row) {
    (std::for_each(row.begin(), row.end(), visit), ...);
  };
  const auto some = [&](const auto&... one) { ((one ? visit(*one) : void()), ...); };
  const CustomerSide& customer = future.customer;
  rows(customer.waived, customer.reduction, customer.saving, customer.gain);
  visit(customer.total_waived);
  visit(customer.total_reduction);
  visit(customer.total);
  visit(customer.discounted);
  for (const SupplierSide& side : future.supplier) {
    rows(side.saving, side.earned, side.running, side.investment, side.reduction, side.given_up,
         side.gain, side.cumulative);
    visit(side.total);
    visit(side.discounted);
    some(side.if_declined, side.discounted_cost, side.slack, side.share_needed,
         side.share_needed_cost);
  }
}

/// The bargain, and what becomes of it. Throws Overflow where a sum is too long to be written.
void judge(const ProposalInput& input, const Chosen& chosen, const Trial& trial,
           Proposal& proposal) {
  Computing computing(input, chosen);
  if (auto why = computing.fill(proposal.futures)) {
    proposal.futures.clear();
    proposal.verdict = std::move(*why);
    return;
  }
  const bool gives_up = waives(chosen.form);
  if (!input.received)
    proposal.assumptions = computing.assumptions(proposal.futures, proposal.expected);
  if (input.received) {
    proposal.received =
        received_of(input, chosen, proposal.futures, computing.without_saving(), proposal.expected);
  } else if (auto apart = not_together(input, chosen)) {
    proposal.verdict = std::move(*apart);
  } else if (auto refusal = cannot_hold(input, chosen)) {
    proposal.verdict = std::move(*refusal);
  } else if (is_help(chosen.form)) {
    proposal.verdict = help_of(input, chosen, proposal.futures[proposal.expected]);
  } else if (auto loses = computing.refusal(
                 proposal.futures, proposal.expected, gives_up && proposal.fallback.empty(),
                 mends_for(chosen), trial.ways != nullptr ? &trial : nullptr)) {
    proposal.verdict = std::move(*loses);
  } else {
    OfferTerms terms =
        offer_terms(input, chosen, proposal.fallback, proposal.futures, proposal.expected);
    terms.deadline = proposal.deadline;
    terms.missing = proposal.missing;
    if (input.years != nullptr && chosen.form != InnovationForm::glide_path &&
        !terms.promises.no_increase)
      proposal.verdict = rises_anyway(terms);
    else
      proposal.verdict = OfferMaker::make(std::move(terms), proposal.futures, proposal.expected);
  }
  proposal.derivation = computing.derivation();
}

}  // namespace

Proposal propose(const ProposalInput& input, const Trial& trial) {
  const Chosen chosen = choose(input);
  Proposal proposal;
  proposal.contract = input.contract;
  proposal.innovation_id = chosen.id;
  proposal.innovation = chosen.innovation;
  proposal.beside = input.beside;
  proposal.form = chosen.form;
  proposal.adjustment = input.adjustment;
  proposal.years = input.sums.years;
  proposal.periods = periods_of(input, chosen);
  proposal.discount_rate = input.discount_rate;
  proposal.missing = letter_needs(input, chosen);

  Undetermined open;
  for (const PriceSchedule& prices : input.schedules)
    if (auto fallback = fallback_of(prices, input, open))
      proposal.fallback.push_back(std::move(*fallback));
  proposal.deadline = deadline_for(input.schedules, input.adjustment, input.today);
  if (proposal.years.empty()) {
    Refusal refusal;
    refusal.kind = Refusal::Kind::no_time;
    refusal.why = {"the contract ends before the adjustment date",
                   "het contract eindigt voor de datum van aanpassing"};
    proposal.verdict = std::move(refusal);
    return proposal;
  }
  if (input.sums.futures.empty())
    open.add(not_stated("scenario", {"no future is given", "er is geen toekomst gegeven"}));
  if (chosen.innovation == nullptr) {
    // What the figures would say does not matter then.
    open = not_stated("innovation", nothing_offered(*input.contract, input.today));
  } else if (!input.received && combines(chosen.form) && lacks_saving(chosen)) {
    open.add(not_stated("saving_per_year", {"the innovation states no saving_per_year",
                                            "de innovatie noemt geen saving_per_year"}));
  }
  if (!open.reasons().empty()) {
    proposal.verdict = std::move(open);
    return proposal;
  }

  proposal.expected = expected_of(input.sums.futures);
  if (input.years != nullptr) {
    const PriceFuture& decisive = input.sums.futures[proposal.expected];
    if (const Run* run = input.years->find(decisive.id, as_it_is))
      proposal.assumed = assumed_figures(*run, input.scenario, AssumedFor::prices,
                                         proposal.years.front().from, proposal.years.back().until);
  }
  try {
    judge(input, chosen, trial, proposal);
  } catch (const Overflow&) {
    proposal.futures.clear();
    proposal.verdict = too_long();
  }
  return proposal;
}

std::optional<Worth> worth_of(const ProposalInput& input, bool waiver_alone) {
  Chosen chosen = choose(input);
  if (waiver_alone) {
    chosen.innovation = nullptr;
    chosen.beside.clear();
  }
  Computing computing(input, chosen);
  std::vector<FutureBargain> futures;
  if (input.sums.futures.empty() || computing.fill(futures)) return std::nullopt;
  return computing.worth();
}

std::optional<std::pair<const Derivation*, NodeId>> Proposal::explain(
    std::string_view address) const {
  std::optional<std::pair<const Derivation*, NodeId>> found;
  const auto look_in = [&](const Derivation& where) {
    return [&](const Explained& each) {
      if (each.figure.address.text == address) found = {&where, each.node};
    };
  };
  for (const FutureBargain& future : futures) visit_all(future, look_in(derivation));
  for (const Assumption& each : assumptions) {
    const auto look = look_in(derivation);
    look(each.amount);
    look(each.then);
    if (each.margin) look(*each.margin);
    if (each.limit) look(*each.limit);
  }
  if (const Offer* good = offer()) {
    const OfferTerms& terms = good->customer_terms();
    const auto look = look_in(terms.derivation);
    for (const auto* each : {&terms.promises.waived_first_year, &terms.promises.benefit_first_year})
      if (*each) look((*each)->amount());
    for (const PriceMove& each : terms.moves)
      if (each.then && each.then->address.text == address)
        found = {&each.entry->why, each.entry->answer};
    for (const auto* each : {&terms.reduction_month, &terms.reduction_year, &terms.reduction_total})
      if (*each) look(**each);
    for (const BillReduction& each : terms.reductions) look(each.month);
    for (const SharedSaving& each : terms.shared)
      for (const auto* one : {&each.share, &each.saving, &each.part}) look(*one);
    for (const GlideStep& each : terms.glide)
      if (each.then && each.then->address.text == address)
        found = {&each.entry->why, each.entry->answer};
  }
  for (const FallbackPrice& each : fallback)
    if (each.then && each.then->address.text == address)
      found = {&each.entry->why, each.entry->answer};
  return found;
}

}  // namespace pricetalk
