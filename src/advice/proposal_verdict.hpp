#pragma once

#include <memory>
#include <variant>

#include "advice/proposal_flows.hpp"

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
};

/// A side that loses, or an indexation that is not there; nothing when the proposal is good for
/// both.
std::optional<Refusal> refuse(const Judged& judged);

/// The only maker of offers.
struct OfferMaker {
  static Offer make(OfferTerms terms, const std::vector<FutureBargain>& futures,
                    std::size_t expected);
};

/// Everything the customer may see, on a worksheet of its own. `sums`: of the future that decides.
OfferTerms offer_terms(const ProposalInput& input, const Chosen& chosen, const PriceFuture& sums,
                       const std::vector<FallbackPrice>& fallback);

/// What a letter needs and the file does not state.
std::vector<MissingKey> letter_needs(const ProposalInput& input, const Chosen& chosen);

}  // namespace pricetalk
