#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

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

/// A figure, what it is called, and the node that computed it.
struct Explained {
  Figure figure;          ///< what is said, with its address
  Phrase label;           ///< what it is, lower case, no full stop
  NodeId node = no_node;  ///< of the derivation that it came with
};

/// One step that the customer need not pay.
struct WaivedStep {
  Date date;           ///< adjustment date
  std::string clause;  ///< id of the clause
  std::string line;    ///< id of the price line
  friend bool operator==(const WaivedStep&, const WaivedStep&) = default;
};

/// The two ways on from a letter about one adjustment date: the contract as it will be when the
/// customer declines the proposal, and when he accepts it.
struct Ways {
  Contract declined;  ///< what can be enforced (`enforceable`), without the innovation
  Contract accepted;  ///< its id says so, because its prices have addresses of their own
  /// By line and clause, where the clause raises the price on that date; what lowers it is the
  /// customer's. A step that a decision made smaller is among them; an agreed price, and one that
  /// was deferred or waived, is not.
  std::vector<WaivedStep> waived;
  /// Lines that the proposal touches (`for` of the innovation; all lines where it names none).
  std::vector<std::string> lines;
};

/// Twelve months of the horizon, counted from the adjustment date; the last may be shorter.
struct ProposalYear {
  Date from;            ///< first day
  Date until;           ///< last day
  Phrase name() const;  ///< "2026", "July 2026 to June 2027"
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

/// One thing that our result rests on, and how much hangs on it. Never for the customer.
struct Assumption {
  Phrase name;       ///< "the saving, cautious", lower case, no full stop
  Explained amount;  ///< as it was reckoned with, over the whole horizon, discounted
  Explained then;    ///< our result, discounted, when it comes out a tenth worse
  /// How much worse, in percent, it may come out before we lose; nothing: we lose in no case.
  std::optional<Explained> margin;
  /// The amount of the file from which on we lose; nothing: there is none, or not one amount.
  std::optional<Explained> limit;
};

/// Something that a letter needs and the file does not state. `key`: what to fill in.
struct MissingKey {
  std::string key;  ///< "innovation.sensors.evidence", "talk.reply_by"
  Phrase text;      ///< lower case, no full stop
  friend bool operator==(const MissingKey&, const MissingKey&) = default;
};

struct OfferTerms;

/// A proposal that is good for both sides. Only a proposal that was computed has one, so that no
/// letter exists for a refusal.
class Offer {
 public:
  /// Everything that the customer may see, and all that a letter does: what `write_letter` reads.
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
    not_together,      ///< it excludes or needs another, or costs more than the budget
  };
  Kind kind = Kind::loses;     ///< default: one side is worse off
  std::optional<Side> who;     ///< empty: nobody in particular
  std::optional<Figure> loss;  ///< a positive amount, discounted
  Phrase why;                  ///< in one sentence
  std::vector<Mend> mends;     ///< each of them was tried, and mends it; may be empty
};

/// Help that is no bargain: relief until a day, or a referral. Nothing is asked for it and no side
/// has to gain by it, so that it is never a part of a negotiation.
struct Help {
  Phrase what;  ///< what it costs us, what the customer has of it, and how it ends; sentences
};

/// A proposal as the customer judges it who received it: by what reaches him, and nothing of ours.
struct Received {
  bool good = false;         ///< he is better off in every future
  Phrase verdict;            ///< the same in sentences, with the amounts
  std::vector<Phrase> open;  ///< what the proposal leaves open; lower case, no full stop
  std::vector<Phrase> ask;   ///< what to ask for it; questions
};

/// A bargain as it was computed: both sides, the verdict, and what a letter still needs. Never for
/// the customer.
struct Proposal {
  const Contract* contract = nullptr;  ///< never nothing
  /// These two: that it is about; empty and nothing: the file offers none.
  std::string innovation_id;
  const InnovationTerms* innovation = nullptr;     ///< nothing: the file offers none
  std::vector<std::string> beside = {};            ///< ids of those that are offered with it
  InnovationForm form = InnovationForm::exchange;  ///< as asked for, else as the file leads to
  Date adjustment;                                 ///< whose step is waived
  /// The horizon: five years from the adjustment, but never beyond the contract's end, because a
  /// renewal is not ours to count on; empty: the contract ends before.
  std::vector<ProposalYear> years;
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
  /// What our result of the deciding future rests on, what moves it most first; empty: nothing was
  /// computed, or there is nothing of ours in it.
  std::vector<Assumption> assumptions;
  /// Undetermined: a figure is missing.
  std::variant<Undetermined, Offer, Refusal, Help> verdict;
  std::optional<Received> received;  ///< it was judged for the customer; default: for us
  std::vector<MissingKey> missing;   ///< empty: a letter can be written for an offer
  Derivation derivation;             ///< of every `Explained` in `futures`

  /// These three: the verdict as that, or nothing.
  const Offer* offer() const { return std::get_if<Offer>(&verdict); }
  const Refusal* refusal() const { return std::get_if<Refusal>(&verdict); }
  const Help* help() const { return std::get_if<Help>(&verdict); }
  /// The future that decides, or nothing.
  const FutureBargain* decisive() const { return futures.empty() ? nullptr : &futures[expected]; }
  /// One or two sentences: good for both or not, at which rate and over which years, how narrow.
  Phrase verdict_in_words() const;
  /// The steps behind a figure of this proposal; nothing for an address that is not of this
  /// proposal.
  std::optional<std::pair<const Derivation*, NodeId>> explain(std::string_view address) const;
};

/// One or more innovations, weighed as one proposal.
struct Considered {
  std::vector<std::string> ids;              ///< in the order of the file; at least one
  std::shared_ptr<const Proposal> proposal;  ///< never nothing
  std::shared_ptr<const void> kept;          ///< what the proposal points into
};

/// All that a contract can offer, weighed by one calculation: what is good for both comes first at
/// once, the best of all beside it.
struct OfferChoice {
  std::optional<Money> budget;       ///< what we may invest; nothing: no limit
  std::vector<Considered> alone;     ///< each by itself, in the order of the file
  std::optional<std::size_t> first;  ///< of `alone`: the first that is good for both
  /// Of all combinations that go together, keep to the budget and are good for both: the one that
  /// brings both sides together most. Of equal ones the smaller investment, then fewer innovations.
  std::optional<Considered> best;
  Phrase undecided;  ///< why the best is not known; empty: it is, or there is none
};

}  // namespace pricetalk
