#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "pricetalk/advice/claim.hpp"
#include "pricetalk/advice/ways.hpp"
#include "pricetalk/contract/contract.hpp"
#include "pricetalk/explain/figure.hpp"
#include "pricetalk/explain/outcome.hpp"
#include "pricetalk/pricing/schedule.hpp"
#include "pricetalk/simulation/simulate.hpp"

namespace pricetalk {

// Innovation instead of indexation, as a bargain: what each side gains or loses when the step of
// one adjustment date is waived and an innovation is offered. Sources: S1, S7 and S9 of the
// founding ideas, section 6.2 of the methods. All amounts are without what the contract's own
// amounts are without.

/// Twelve months of the horizon, counted from the adjustment date; the last may be shorter.
struct ProposalYear {
  Date from;            ///< first day
  Date until;           ///< last day
  Phrase name() const;  ///< "2026", "July 2026 to June 2027"
};

/// What the customer pays for the contract in one future, per year of the horizon.
struct PriceFuture {
  std::string id;                         ///< "laag"
  Phrase name;                            ///< "low"
  std::vector<Outcome<Figure>> enforced;  ///< the contract as it can still be enforced
  std::vector<Outcome<Figure>> waived;    ///< the same with the steps of the adjustment date waived
};

/// The horizon of a proposal and what it costs the customer: five years from the adjustment, but
/// never beyond the contract's end, because a renewal is not ours to count on.
struct PriceSums {
  std::vector<ProposalYear> years;   ///< empty: the contract ends before
  std::vector<PriceFuture> futures;  ///< as many as the simulation has
};

/// The sums of `both_ways`: the declined contract, and the one with the steps waived; contracted
/// periods only. What an innovation takes off the invoice is for the proposal itself to compute.
PriceSums price_sums(const Simulation& ways);

/// The next date after `today` on which a clause moves a price, or nothing.
std::optional<Date> adjustment_under_discussion(const Contract& contract, Date today);

/// Whole years since the customer came.
int relation_years(const Contract& contract, Date today);

/// The innovation that a proposal offers: the one of that id (empty: the first of the file that is
/// no gift); nothing when there is none.
const NamedTable<InnovationTerms>* offered_innovation(const Contract& contract,
                                                      std::string_view id);

/// What a bargain is computed from.
struct ProposalInput {
  const Contract* contract = nullptr;  ///< outlives the proposal
  std::string innovation;              ///< id; empty: the first of the file that is no gift
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

/// One price in the other choice: what it becomes when the customer prefers the indexation.
struct FallbackPrice {
  const Line* line = nullptr;         ///< never nothing
  std::size_t price = 0;              ///< which tier
  Figure now;                         ///< unit price in force on the day of the letter
  std::optional<Figure> then;         ///< empty: not to be determined yet
  Date from;                          ///< first day of `then`
  const PriceEntry* entry = nullptr;  ///< the step that makes `then`, else the one under discussion
  bool postponed = false;             ///< the step under discussion moves on to a later one
  /// All that moves the price on the day of `entry`, in their order: several clauses, or the parts
  /// of a price.
  std::vector<const PriceEntry*> causes = {};
  Date charged_from = from;  ///< first day of `then` on an invoice (`billing.proration`)
};

/// A price that moves in the first year although the customer accepts.
struct PriceMove {
  /// What moves it: a step up or down, or a discount that ends.
  enum class Kind : std::uint8_t { rises, falls, discount_ends };
  Kind kind = Kind::rises;            ///< default: it rises
  const Line* line = nullptr;         ///< never nothing
  std::size_t price = 0;              ///< which tier
  Date from;                          ///< first day of the new price
  std::optional<Figure> now;          ///< before it; empty: not known
  std::optional<Figure> then;         ///< empty: not known yet, or a later figure may change it
  const PriceEntry* entry = nullptr;  ///< that makes `then`
  Date charged_from = from;           ///< first day of `then` on an invoice
};

/// What becomes of a waived step in later years.
struct ComingBack {
  /// How much of it.
  enum class Kind : std::uint8_t {
    never,   ///< the prices go on from the lower level
    partly,  ///< a later step makes up for a part of it
    wholly,  ///< from a day on the prices are what they would have been
    more,    ///< the customer pays more than with the usual indexation
  };
  Kind kind = Kind::never;   ///< default: nothing
  std::optional<Date> from;  ///< the first day on which any of it is back, in any future
  bool sure = true;          ///< in every future the same, for every price on the same day
};

/// The customer's side in one future. Amounts per period of the proposal.
struct CustomerSide {
  std::vector<Explained> waived;     ///< indexation not paid (X)
  std::vector<Explained> reduction;  ///< the fixed reduction
  std::vector<Explained> saving;     ///< own cost saved less our share of it; empty: none
  std::vector<Explained> gain;       ///< all of it, less an investment that the customer pays
  /// These three: of all years together.
  Explained total_waived;
  Explained total_reduction;
  Explained total;
  Explained discounted;  ///< to the adjustment date
};

/// Which of the three savings of the innovation's file counts.
enum class SavingCase : std::uint8_t { cautious, expected, optimistic };
/// "cautious", "voorzichtig".
const Phrase& words(SavingCase saving);

/// Our side in one future with one level of saving. Never for the customer. Amounts per period.
struct SupplierSide {
  SavingCase level = SavingCase::cautious;  ///< default: cautious
  std::vector<Explained> saving;      ///< ours: own cost saved, or our share of the customer's
  std::vector<Explained> earned;      ///< of a gift: the saving that we have earned already
  std::vector<Explained> running;     ///< running cost
  std::vector<Explained> investment;  ///< ours; in the first year, else zero
  std::vector<Explained> reduction;   ///< given to the customer
  std::vector<Explained> given_up;    ///< indexation (X)
  std::vector<Explained> gain;        ///< against enforcing the clause
  std::vector<Explained> cumulative;  ///< `gain` of this year and all before it
  Explained total;                    ///< of all years together
  Explained discounted;               ///< against enforcing the clause
  /// The same when the customer takes the gift and declines the innovation; nothing for an
  /// exchange.
  std::optional<Explained> if_declined;
  /// Against just covering cost growth; needs [[own_cost]].
  std::optional<Explained> discounted_cost;
  std::optional<Explained> slack;              ///< part of the saving that may fail before we lose
  std::optional<Explained> share_needed;       ///< of the saving, clause as fallback (s_min)
  std::optional<Explained> share_needed_cost;  ///< of the saving, cost cover as fallback
  /// The period from which the cumulative gain stays at or above zero; nothing: not before the end.
  std::optional<std::size_t> payback;
};

/// Both sides in one future.
struct FutureBargain {
  std::string id;                      ///< of the future, as in the scenario
  Phrase name;                         ///< for people: "expected"
  CustomerSide customer;               ///< what the customer gains or loses
  std::vector<SupplierSide> supplier;  ///< cautious first
};

/// Something that a letter needs and the file does not state. `key`: what to fill in.
struct MissingKey {
  std::string key;  ///< "innovation.sensors.evidence", "talk.reply_by"
  Phrase text;      ///< lower case, no full stop
  friend bool operator==(const MissingKey&, const MissingKey&) = default;
};

/// What an amount rests on that nobody can know yet.
struct Expectation {
  bool least = false;  ///< the lowest of several futures that differ
  Phrase figures;      ///< how they go on: "consumer prices (CBS): 2.5% a year"
};

/// Everything about an offer that the customer may see, and nothing else.
struct OfferTerms {
  const Contract* contract = nullptr;  ///< never nothing
  /// These two: what is offered; never nothing.
  std::string innovation_id;
  const InnovationTerms* innovation = nullptr;
  const InnovationTerms* earned = nullptr;  ///< of a gift: the saving of ours that is its reason
  InnovationForm form = InnovationForm::exchange;  ///< default: exchange
  Date adjustment;                                 ///< whose step is waived
  /// These two: first and last of the horizon.
  ProposalYear first_year;
  ProposalYear last_year;
  Promises promises;                         ///< what was proved, and may be said
  std::optional<Explained> reduction_month;  ///< these three: empty when nothing is reduced
  std::optional<Explained> reduction_year;
  std::optional<Explained> reduction_total;
  std::optional<Explained> original_value;  ///< of the whole contract, where it can be computed
  std::optional<Explained> reduction_part;  ///< reduction_total in percent of it
  std::vector<FallbackPrice> fallback;      ///< one for each price that the step moves
  std::vector<PriceMove> moves;             ///< that the proposal does not stop, in the first year
  std::vector<std::string> waived;          ///< lines of which a step is given up
  /// Nothing: what the waiver saves in the first year is known, whatever happens.
  std::optional<Expectation> expected;
  std::vector<MissingKey> missing;      ///< empty: a letter can be written
  Date today;                           ///< the day of the letter
  Date reduction_from;                  ///< first day of the reduction
  std::optional<Date> reduction_until;  ///< empty: no end
  std::optional<Deadline> deadline;     ///< last day to announce the indexation
  bool late = false;                    ///< that day has passed, or passes before the letter
  ComingBack coming_back;               ///< default: nothing comes back
  /// The step moves on to a later date, so that nothing is saved in the first year.
  bool postponed = false;
  Derivation derivation;  ///< of all figures here but the fallback prices
};

/// A proposal that is good for both sides. Only `propose` makes one, so that no letter exists for a
/// refusal. `customer_terms` is all that a letter can see.
class Offer {
 public:
  /// What a letter may see.
  const OfferTerms& customer_terms() const { return *terms_; }
  /// What comes of it for us, in every future: never in a letter. Only what guards the letter looks
  /// at them.
  const std::vector<Explained>& own_figures() const { return own_figures_; }
  /// In these futures we would lose with the cautious saving, although not in the expected one.
  const std::vector<std::string>& loses_in() const { return loses_in_; }
  /// We lose when the cautious saving falls short by less than a tenth, or in some future anyway.
  bool narrow() const { return narrow_; }

 private:
  friend struct OfferMaker;
  Offer() = default;
  std::shared_ptr<const OfferTerms> terms_;
  std::vector<std::string> loses_in_;
  std::vector<Explained> own_figures_;
  bool narrow_ = false;
};

/// One way to mend a refusal, with the figure that does it.
struct Mend {
  /// What is changed to mend it.
  enum class Kind : std::uint8_t {
    smaller_reduction,  ///< of at most this amount a month
    larger_share,       ///< our share of the saving must be at least this percentage
    longer_term,        ///< this many years more of the contract
    partial_waiver,     ///< ask this step all the same, of the first price
  };
  Kind kind;      ///< what would be changed
  Figure figure;  ///< how far: money, a percentage or a number of years
  Phrase text;    ///< the same in one sentence
};

/// A proposal that must not be made: who loses, how much, and what would mend it.
struct Refusal {
  /// Why it must not be made.
  enum class Kind : std::uint8_t {
    loses,             ///< one side is worse off
    nothing_to_waive,  ///< there is no step to give up on that date
    no_time,           ///< the contract ends before the adjustment date
    cannot_hold,       ///< it promises what cannot be: days that have passed, more than the bill
    comes_back,        ///< what is waived comes back with more
  };
  Kind kind = Kind::loses;     ///< default: one side is worse off
  std::optional<Side> who;     ///< empty: nobody in particular
  std::optional<Figure> loss;  ///< a positive amount, discounted
  Phrase why;                  ///< in one sentence
  std::vector<Mend> mends;     ///< each of them was tried, and mends it; may be empty
};

/// What `propose` computed: both sides, the verdict, and what a letter still needs. Internal.
struct Proposal {
  const Contract* contract = nullptr;  ///< never nothing
  /// These two: that it is about; empty and nothing: the file offers none.
  std::string innovation_id;
  const InnovationTerms* innovation = nullptr;     ///< nothing: the file offers none
  InnovationForm form = InnovationForm::exchange;  ///< as asked for, else as the file leads to
  Date adjustment;                                 ///< whose step is waived
  std::vector<ProposalYear> years;                 ///< the horizon; empty: the contract ends before
  /// What the amounts of `futures` are told by: `years`, and before them the days from the
  /// beginning of the innovation to the adjustment, where it begins earlier.
  std::vector<ProposalYear> periods;
  Percent discount_rate;  ///< a year, as given
  /// What the prices become instead, one for each that moves.
  std::vector<FallbackPrice> fallback;
  std::optional<Deadline> deadline;    ///< last day to announce the indexation; empty: no duty
  std::vector<FutureBargain> futures;  ///< in the given order; empty when undetermined
  std::size_t expected = 0;            ///< which future decides
  /// What the deciding future assumes of figures that are not published; empty: nothing.
  Phrase assumed;
  std::variant<Undetermined, Offer, Refusal> verdict;  ///< undetermined: a figure is missing
  std::vector<MissingKey> missing;  ///< empty: a letter can be written for an offer
  Derivation derivation;            ///< of every `Explained` in `futures`

  /// These two: the verdict as that, or nothing.
  const Offer* offer() const { return std::get_if<Offer>(&verdict); }
  const Refusal* refusal() const { return std::get_if<Refusal>(&verdict); }
  /// The future that decides, or nothing.
  const FutureBargain* decisive() const { return futures.empty() ? nullptr : &futures[expected]; }
  /// One or two sentences: good for both or not, at which rate and over which years, how narrow.
  Phrase verdict_in_words() const;
  /// The steps behind a figure of this proposal; nothing for an address that is not of this
  /// proposal.
  std::optional<std::pair<const Derivation*, NodeId>> explain(std::string_view address) const;
};

/// Computes the bargain. Pure; all figures carry derivations.
Proposal propose(const ProposalInput& input);

}  // namespace pricetalk
