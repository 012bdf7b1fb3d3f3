#pragma once

#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "pricetalk/advice/proposal.hpp"
#include "pricetalk/scenario/scenario.hpp"

namespace pricetalk {

/// What the customer pays for the contract in one future, per year of the horizon.
struct PriceFuture {
  std::string id;                         ///< "laag"
  Phrase name;                            ///< "low"
  std::vector<Outcome<Figure>> enforced;  ///< the contract as it can still be enforced
  std::vector<Outcome<Figure>> waived;    ///< the same with the steps of the adjustment date waived
};

/// The horizon of a proposal (`Proposal::years`) and what it costs the customer.
struct PriceSums {
  std::vector<ProposalYear> years;   ///< empty: the contract ends before
  std::vector<PriceFuture> futures;  ///< as many as the simulation has
};

/// The sums of `both_ways`: the declined contract, and the one with the steps waived; contracted
/// periods only. What an innovation takes off the invoice is for the proposal itself to compute.
PriceSums price_sums(const Simulation& ways);

/// Whole years since the customer came.
int relation_years(const Contract& contract, Date today);

/// The innovation that a proposal offers: the one of that id (empty: the first of the file that is
/// no gift); nothing when there is none.
const NamedTable<InnovationTerms>* offered_innovation(const Contract& contract,
                                                      std::string_view id);

/// Whether the increase is given up, wholly or in part, in this form.
bool waives(InnovationForm form);
/// Whether it is offered as help: nothing is waived, and no side has to gain.
bool is_help(InnovationForm form);
/// How it is offered: `exchange` where the file says nothing.
InnovationForm form_of(const InnovationTerms& terms);
/// Whether the saving is the customer's own: of a referral always.
bool saves_customer(const InnovationTerms& terms);
/// As a contract file writes it.
std::string form_word(InnovationForm form);

/// What a bargain is computed from.
struct ProposalInput {
  const Contract* contract = nullptr;    ///< outlives the proposal
  std::string innovation;                ///< id; empty: the first of the file that is no gift
  std::vector<std::string> beside = {};  ///< ids of those that are offered with it
  std::optional<Decimal> budget = {};    ///< what we may invest; nothing: no limit
  bool received = false;                 ///< judged for the customer
  /// Empty: a gift where the file states a saving that we have earned already, else an exchange.
  std::optional<InnovationForm> form;
  Date adjustment;  ///< whose step is waived
  Date today;       ///< the day on which the letter would be written
  /// Of the declined contract as known today, until at least two years after the adjustment date;
  /// outlives the proposal, with the contract that it is of.
  std::span<const PriceSchedule> schedules;
  /// The same of the accepted contract, the steps that it waives, and `both_ways` of the two: what
  /// claims are proved with. Without them nothing is promised, so that there is no letter.
  std::span<const PriceSchedule> accepted = {};
  std::vector<WaivedStep> waived = {};  ///< empty: nothing is proved
  const Simulation* years = nullptr;    ///< `both_ways`; nothing: no claim about a year is proved
  const Scenario* scenario = nullptr;   ///< the futures of `years`, for what they assume
  PriceSums sums;                       ///< of low, expected and high, or of only one future
  Percent discount_rate;                ///< a year; year-end amounts
};

/// How a remedy of a refused proposal is tried: the two contracts are changed, and what each costs
/// the customer is computed again, in the futures of the proposal.
struct Trial {
  const Ways* ways = nullptr;
  std::function<std::optional<PriceSums>(const Ways&)> sums_of;
};

/// Computes the bargain. Pure; all figures carry derivations.
Proposal propose(const ProposalInput& input, const Trial& trial = {});

/// What a proposal is worth to each side, discounted and not rounded: two innovations together are
/// worth what each adds to the waiver.
struct Worth {
  std::vector<Ratio> customer;  ///< per future
  Ratio ours;                   ///< in the future that decides, with the cautious saving
};

/// By the arithmetic of `propose`; `waiver_alone`: as if nothing were offered beside the waiver.
/// Nothing where a sum is undetermined.
std::optional<Worth> worth_of(const ProposalInput& input, bool waiver_alone);

}  // namespace pricetalk
