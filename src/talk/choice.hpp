#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "advice/propose.hpp"
#include "pricetalk/talk/talk.hpp"

namespace pricetalk {

/// A proposal in the making: the contract in both ways, and what each costs. A proposal points into
/// it.
struct Prepared {
  Ways ways;
  std::vector<PriceSchedule> declined;
  std::vector<PriceSchedule> accepted;
  std::optional<Simulation> years;
};

/// What proposals of one talk have in common.
struct TalkGround {
  const Contract* contract = nullptr;
  const Library* library = nullptr;
  const Coverage* coverage = nullptr;
  const std::vector<PriceSchedule>* as_written = nullptr;
  const Scenario* scenario = nullptr;
  const TalkOptions* options = nullptr;
  Date adjustment;
  Date horizon;
};

/// What we may invest: as asked, else as the contract says; nothing: no limit.
std::optional<Decimal> budget_of(const TalkGround& ground);

/// What is asked of the proposal of these innovations; `sums` of `years`.
ProposalInput proposal_input(const TalkGround& ground, const std::vector<std::string>& ids,
                             const Ways& ways, std::span<const PriceSchedule> declined,
                             std::span<const PriceSchedule> accepted, const Simulation& years);

/// The terms of innovations by their ids.
std::vector<const InnovationTerms*> terms_of(const Contract& contract,
                                             const std::vector<std::string>& ids);

/// What can be offered, each weighed by itself and the best together; nothing with less than two.
std::optional<OfferChoice> choice_of(const TalkGround& ground);

}  // namespace pricetalk
