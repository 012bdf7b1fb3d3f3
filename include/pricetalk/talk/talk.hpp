#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "pricetalk/advice/proposal.hpp"
#include "pricetalk/advice/redface.hpp"
#include "pricetalk/audit/audit.hpp"
#include "pricetalk/letter/letter.hpp"
#include "pricetalk/scenario/scenario.hpp"
#include "pricetalk/simulation/simulate.hpp"

namespace pricetalk {

/// What is asked of a talk beside the contract, its figures, futures and invoices.
struct TalkOptions {
  /// The day on which the talk is prepared: what is published later is not known yet, and steps of
  /// that day or before it are history.
  Date today;
  /// Gift or exchange; nothing: as the contract offers it. A form that the contract does not offer
  /// is a refusal in `Talk::proposal`.
  std::optional<InnovationForm> form = {};
  /// Ids of what is proposed, together; empty: the first of the contract that is good for both.
  std::vector<std::string> innovations = {};
  std::optional<Language> letter_language = {};  ///< nothing: as the contract says
  std::optional<Decimal> budget = {};  ///< what we may invest; nothing: as the contract says
  /// The proposal is judged for the customer who received it; then there is no letter.
  bool received = false;
  /// From which amounts and terms on a red-face rule speaks.
  RedFaceThresholds thresholds = default_thresholds();
  /// Futures that leave out a series of this contract, or begin too late for it: an error (S0201,
  /// S0204), or a warning and a talk without years, proposal and letter.
  bool needs_futures = true;
};

/// Everything of one price talk, computed once: what the contract allows, what was charged, what is
/// embarrassing, what the customer pays over the years, what can be offered instead, and the letter
/// that offers it. Not movable: its parts point into each other, and into the contract and the
/// library that it was prepared from.
struct Talk {
  Talk() = default;
  Talk(const Talk&) = delete;
  Talk& operator=(const Talk&) = delete;

  /// These two: that it was prepared from; never nothing.
  const Contract* contract = nullptr;
  const Library* library = nullptr;
  Date today;                               ///< as asked
  std::optional<Coverage> coverage;         ///< of `library`, as known on `today`; always there
  std::vector<PriceSchedule> schedules;     ///< of all prices, three years beyond the adjustment
  Language letter_language = Language::en;  ///< in which the customer is written to
  std::optional<Date> adjustment;           ///< under discussion; nothing: no price moves any more
  std::optional<Audit> audit;               ///< nothing: nobody looked at invoices
  Dossier dossier;                          ///< the above, for advice
  std::vector<Finding> findings;            ///< of the red-face rules, ranked
  std::optional<Scenario> scenario;         ///< the futures, merged; nothing: none were given
  std::optional<Ways> ways;                 ///< the contract as declined and as accepted
  std::optional<Simulation> years;          ///< of both, five years from the adjustment
  std::vector<Phrase> no_years;             ///< why `years` is not there, though a price moves
  std::vector<PriceSchedule> declined;      ///< of the contract as declined; empty without `ways`
  std::vector<PriceSchedule> accepted;      ///< the same of the contract as accepted
  std::string proposal_alternative;         ///< id in `years`; empty: no innovation is offered
  std::optional<Proposal> proposal;         ///< nothing without `years`
  std::optional<OfferChoice> choice;  ///< nothing with less than two innovations to choose from
  std::optional<Letter> letter;       ///< nothing without an offer, or while something is missing
  std::vector<MissingKey> missing;    ///< what the letter still needs

  /// Of the contract as it can still be enforced.
  const std::vector<PriceSchedule>& enforceable() const { return ways ? declined : schedules; }
};

/// Prepares a price talk: computes, audits, simulates, advises, and writes the letter in the
/// customer's language. Contract and library must outlive the result.
///
/// `scenarios` are merged; none: a talk without years, and without a letter. `invoices`: the rows
/// that were charged, or nothing where nobody looked. Nothing comes back where the futures cannot
/// be used (see `TalkOptions::needs_futures`); warnings go with the talk.
Loaded<std::unique_ptr<const Talk>> prepare(const Contract& contract, const Library& library,
                                            std::vector<Scenario> scenarios,
                                            const std::vector<InvoiceLine>* invoices,
                                            const TalkOptions& terms);

/// Why there is no proposal at all: the contract ended, no price moves, or there are no futures.
/// REQUIRES: !talk.proposal.
Phrase no_proposal(const Talk& talk);

/// That nobody looked at what was charged, or that some rows of it could not be judged, so that a
/// mistake of ours may stand behind the offer; empty when everything was judged.
Phrase nobody_looked(const Talk& talk);

/// The mistakes that the customer does not know yet: a call comes before any letter.
std::vector<const Finding*> untold(const Talk& talk);

}  // namespace pricetalk
