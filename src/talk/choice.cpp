#include "talk/choice.hpp"

#include <algorithm>
#include <map>

#include "advice/proposal_choice.hpp"
#include "advice/proposal_flows.hpp"
#include "advice/proposal_verdict.hpp"
#include "advice/ways.hpp"

namespace pricetalk {

namespace {

Worth less(Worth a, const Worth& b) {
  a.ours = a.ours - b.ours;
  for (std::size_t i = 0; i < a.customer.size(); ++i) a.customer[i] = a.customer[i] - b.customer[i];
  return a;
}

class Choosing {
 public:
  explicit Choosing(const TalkGround& ground) : ground_(ground), contract_(*ground.contract) {}

  std::optional<OfferChoice> choose() {
    for (const auto& each : contract_.terms.innovation)
      if (form_of(each.terms) != InnovationForm::gift && asked(each.terms)) ids_.push_back(each.id);
    if (ids_.size() < 2) return std::nullopt;
    if (const auto budget = budget_of(ground_))
      choice_.budget = Money{as_decimal(Ratio(*budget), contract_.currency.minor_decimals()),
                             contract_.currency};
    for (const std::string& id : ids_) {
      auto made = consider({id});
      if (!made) continue;
      if (!choice_.first && made->proposal->offer() != nullptr)
        choice_.first = choice_.alone.size();
      choice_.alone.push_back(std::move(*made));
    }
    best();
    return std::move(choice_);
  }

 private:
  /// Of a form that was asked for only those.
  bool asked(const InnovationTerms& terms) const {
    const auto& form = ground_.options->form;
    const bool any = !form || *form == InnovationForm::gift || *form == InnovationForm::exchange;
    return any || form_of(terms) == *form;
  }

  Ways ways_of(const std::vector<std::string>& ids) const {
    return two_ways(contract_, *ground_.as_written, ground_.adjustment, ground_.options->today,
                    terms_of(contract_, ids));
  }

  std::optional<Simulation> years_of(const Ways& ways, const std::vector<std::string>& ids) const {
    auto years = both_ways(ways, *ground_.library, *ground_.scenario, ground_.options->today,
                           ground_.adjustment, ids);
    return years.ok() ? std::move(years.value) : std::nullopt;
  }

  std::optional<Considered> consider(const std::vector<std::string>& ids) {
    auto kept = std::make_shared<Prepared>();
    kept->ways = ways_of(ids);
    kept->declined = schedule(kept->ways.declined, *ground_.coverage, ground_.horizon);
    kept->accepted = schedule(kept->ways.accepted, *ground_.coverage, ground_.horizon);
    kept->years = years_of(kept->ways, ids);
    if (!kept->years) return std::nullopt;
    auto proposal = std::make_shared<const Proposal>(propose(input_of(*kept, ids)));
    return Considered{ids, std::move(proposal), std::move(kept)};
  }

  ProposalInput input_of(const Prepared& kept, const std::vector<std::string>& ids) const {
    return proposal_input(ground_, ids, kept.ways, kept.declined, kept.accepted, *kept.years);
  }

  /// Whether a proposal can be a part of a combination: what stands in its way is its own.
  static bool can_join(const Proposal& proposal) {
    if (std::holds_alternative<Undetermined>(proposal.verdict) ||
        !combines(form_of(*proposal.innovation)))
      return false;
    const Refusal* refusal = proposal.refusal();
    return refusal == nullptr || refusal->kind == Refusal::Kind::loses ||
           refusal->kind == Refusal::Kind::nothing_to_waive ||
           refusal->kind == Refusal::Kind::not_together;
  }

  void best() {
    std::size_t expected = 0;
    for (const Considered& each : choice_.alone)
      if (can_join(*each.proposal)) {
        joining_.push_back(&each);
        expected = each.proposal->expected;
      }
    if (joining_.empty()) return;
    if (joining_.size() > most_candidates) {
      const std::string count = std::to_string(joining_.size());
      const std::string most = std::to_string(most_candidates);
      choice_.undecided = {
          count + " innovations can be combined, and up to " + most +
              " every combination can be reckoned: leave some out, or name them (--innovation)",
          "er zijn " + count + " innovaties te combineren, en tot en met " + most +
              " is elke combinatie na te rekenen: laat er een paar weg, of noem ze "
              "(--innovation)"};
      return;
    }
    auto search = search_of();
    if (!search) return;
    const FoundCombination found = best_combination(*search, expected);
    if (found.gave_up)
      choice_.undecided = {
          "of the combinations that promise most too many cannot be offered: name one "
          "(--innovation)",
          "van de combinaties die het meest beloven, zijn er te veel die niet aan te bieden zijn: "
          "noem er een (--innovation)"};
    if (found.best) choice_.best = considered(*found.best);
  }

  std::optional<CombinationSearch> search_of() {
    CombinationSearch search;
    for (const Considered* each : joining_) {
      const auto& kept = *std::static_pointer_cast<const Prepared>(each->kept);
      const ProposalInput input = input_of(kept, each->ids);
      const auto whole = worth_of(input, false);
      const auto bare = worth_of(input, true);
      if (!whole || !bare) return std::nullopt;
      const InnovationTerms& terms = *each->proposal->innovation;
      search.candidates.push_back({less(*whole, *bare), Ratio(invested_by_us(terms)),
                                   positions(terms.excludes), positions(terms.needs)});
      std::vector<bool> lines;
      for (const Line& line : contract_.lines) lines.push_back(touches({&terms}, line.id));
      lines_.push_back(std::move(lines));
      if (!all_there(terms.needs)) search.candidates.back().needs.push_back(joining_.size());
    }
    if (const auto budget = budget_of(ground_)) search.budget = Ratio(*budget);
    search.waiver = [this](const Combination& some) { return waiver_of(some); };
    Combination all(joining_.size());
    for (std::size_t i = 0; i < all.size(); ++i) all[i] = i;
    const auto most = waiver_of(all);
    if (!most) return std::nullopt;
    const std::size_t expected = joining_.front()->proposal->expected;
    search.most_of_waiver = most->customer[expected] + most->ours;
    search.holds = [this](const Combination& some) {
      const auto made = considered(some);
      return made && made->proposal->offer() != nullptr;
    };
    return search;
  }

  /// Of those that join; what does not can exclude nothing.
  std::vector<std::size_t> positions(const std::vector<Stated<Id>>& named) const {
    std::vector<std::size_t> made;
    for (std::size_t i = 0; i < joining_.size(); ++i)
      for (const Stated<Id>& id : named)
        if (joining_[i]->ids.front() == id.value.value) made.push_back(i);
    return made;
  }
  bool all_there(const std::vector<Stated<Id>>& named) const {
    return positions(named).size() == named.size();
  }

  std::vector<std::string> ids_of(const Combination& some) const {
    std::vector<std::string> made;
    for (const std::size_t i : some) made.push_back(joining_[i]->ids.front());
    return made;
  }

  /// Only the lines that a combination touches say what is waived.
  std::optional<Worth> waiver_of(const Combination& some) {
    std::vector<bool> lines(contract_.lines.size());
    for (const std::size_t one : some)
      for (std::size_t i = 0; i < lines.size(); ++i) lines[i] = lines[i] || lines_[one][i];
    const auto known = waivers_.find(lines);
    if (known != waivers_.end()) return known->second;
    const std::vector<std::string> ids = ids_of(some);
    const Ways ways = ways_of(ids);
    std::optional<Worth> worth;
    if (const auto years = years_of(ways, {}))
      worth = worth_of(proposal_input(ground_, ids, ways, {}, {}, *years), true);
    return waivers_[lines] = worth;
  }

  std::optional<Considered> considered(const Combination& some) {
    if (some.size() == 1) return *joining_[some.front()];
    const std::vector<std::string> ids = ids_of(some);
    if (!last_ || last_->ids != ids) last_ = consider(ids);
    return last_;
  }

  const TalkGround& ground_;
  const Contract& contract_;
  std::vector<std::string> ids_;
  std::vector<const Considered*> joining_;
  std::vector<std::vector<bool>> lines_;  ///< which of the contract each of them touches
  std::map<std::vector<bool>, std::optional<Worth>> waivers_;
  std::optional<Considered> last_;
  OfferChoice choice_;
};

}  // namespace

std::optional<Decimal> budget_of(const TalkGround& ground) {
  if (ground.options->budget) return ground.options->budget;
  const auto& talk = ground.contract->terms.talk;
  return talk && talk->budget ? std::optional(talk->budget->value) : std::nullopt;
}

ProposalInput proposal_input(const TalkGround& ground, const std::vector<std::string>& ids,
                             const Ways& ways, std::span<const PriceSchedule> declined,
                             std::span<const PriceSchedule> accepted, const Simulation& years) {
  ProposalInput input;
  input.contract = ground.contract;
  if (!ids.empty()) {
    input.innovation = ids.front();
    input.beside.assign(ids.begin() + 1, ids.end());
  }
  input.budget = budget_of(ground);
  input.received = ground.options->received;
  input.form = ground.options->form;
  input.adjustment = ground.adjustment;
  input.today = ground.options->today;
  input.schedules = declined;
  input.accepted = accepted;
  input.waived = ways.waived;
  input.years = &years;
  input.scenario = ground.scenario;
  input.sums = price_sums(years);
  if (years.discount_rate) input.discount_rate = *years.discount_rate;
  return input;
}

std::vector<const InnovationTerms*> terms_of(const Contract& contract,
                                             const std::vector<std::string>& ids) {
  std::vector<const InnovationTerms*> made;
  for (const std::string& id : ids)
    if (const auto* found = offered_innovation(contract, id)) made.push_back(&found->terms);
  return made;
}

std::optional<OfferChoice> choice_of(const TalkGround& ground) { return Choosing(ground).choose(); }

}  // namespace pricetalk
