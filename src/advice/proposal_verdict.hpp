#pragma once

#include <functional>
#include <memory>
#include <variant>

#include "advice/proposal_flows.hpp"
#include "advice/prover.hpp"

namespace pricetalk {

/// What the verdict on a computed bargain rests on.
struct Judged {
  const ProposalInput* input = nullptr;
  const Chosen* chosen = nullptr;
  const Flows* flows = nullptr;  ///< of the future that decides
  const SavingFlows* cautious = nullptr;
  Worksheet* sheet = nullptr;
  Bargain* bargain = nullptr;
  std::size_t expected = 0;
  const std::vector<FutureBargain>* futures = nullptr;
  bool no_price_moves = false;  ///< on the adjustment date
  /// Whether a changed proposal is good for both; nothing: it is not asked, and nothing is mended.
  std::function<bool(const ProposalInput&, const Chosen&)> holds;
  const Trial* trial = nullptr;  ///< nothing: no remedy that needs other prices is named
};

/// Why no step of the adjustment date can be given up: the price falls, its steps cancel out,
/// something else was decided, or there is none that may still be charged.
Phrase nothing_to_waive(const ProposalInput& input);

/// A side that loses, or an indexation that is not there; nothing when the proposal is good for
/// both. Every mend of a refusal was tried, and holds.
std::optional<Refusal> refuse(const Judged& judged);

/// What no figure can make right: a reduction in days that have passed or above the bill, a waiver
/// that comes back. Nothing when there is no such thing.
std::optional<Refusal> cannot_hold(const ProposalInput& input, const Chosen& chosen);

/// The only maker of offers.
struct OfferMaker {
  static Offer make(OfferTerms terms, const std::vector<FutureBargain>& futures,
                    std::size_t expected);
};

/// Everything the customer may see, on a worksheet of its own, and what of it was proved.
OfferTerms offer_terms(const ProposalInput& input, const Chosen& chosen,
                       const std::vector<FallbackPrice>& fallback,
                       const std::vector<FutureBargain>& futures, std::size_t expected);

/// What a letter needs and the file does not state.
std::vector<MissingKey> letter_needs(const ProposalInput& input, const Chosen& chosen);

/// That what is offered does not go together: something excludes or needs another, or asks more
/// than the budget; or nothing.
std::optional<Refusal> not_together(const ProposalInput& input, const Chosen& chosen);

/// Whether innovations of this form can be proposed together with others.
bool combines(InnovationForm form);

/// What we invest; zero where the customer does.
Decimal invested_by_us(const InnovationTerms& terms);

/// "over 2026", "from 2024 to June 2027".
std::string span_of(const std::vector<ProposalYear>& years, Language language);

/// The verdict about help: what it costs us, what the customer has of it, and how it ends.
Help help_of(const ProposalInput& input, const Chosen& chosen, const FutureBargain& future);

/// A proposal that the customer received, judged by him. `without`: his side in every future when a
/// saving that was only reckoned does not come; `back`: what becomes of the waived step.
Received received_of(const ProposalInput& input, const Chosen& chosen,
                     const std::vector<FutureBargain>& futures,
                     const std::vector<CustomerSide>& without, std::size_t expected);

}  // namespace pricetalk
