#pragma once

#include <optional>
#include <vector>

#include "advice/proposal_bargain.hpp"

namespace pricetalk {

/// What a proposal is about, chosen from the file.
struct Chosen {
  std::string id;
  const InnovationTerms* innovation = nullptr;  ///< nothing: none is stated
  const InnovationTerms* earned = nullptr;      ///< of a gift
  InnovationForm form = InnovationForm::exchange;
  Percent waives = Percent{Decimal(100, 0)};  ///< how much of the indexation
};
Chosen choose(const ProposalInput& input);

/// What an innovation saved in the last whole year that was measured; nothing: never measured.
std::optional<Stated<Decimal>> measured_saving(const InnovationTerms& innovation, Date today);

/// How many months of [from, until] lie in a year of the horizon; part of a month by its days. No
/// `until`: without end.
Ratio months_in(const ProposalYear& year, Date from, std::optional<Date> until);

/// Everything but the savings in one future; undetermined when one of its sums is.
Outcome<Flows> flows_of(Worksheet& sheet, const ProposalInput& input, const Chosen& chosen,
                        const PriceFuture& future);

/// The levels of saving that the file states, cautious first; empty: none.
std::vector<SavingFlows> savings_of(Worksheet& sheet, const ProposalInput& input,
                                    const Chosen& chosen);

/// What the contract was worth when it began: original prices for all quantities, from its first to
/// its last day. Nothing without an end, or where a line has tiers, or not one stated quantity.
std::optional<NodeId> original_value(Worksheet& sheet, const Contract& contract);

/// An amount or percentage of the contract file as a node.
NodeId stated(Worksheet& sheet, const Stated<Decimal>& amount, const Phrase& label);

/// `per_year` for so many months, exact.
NodeId for_months(Worksheet& sheet, NodeId per_year, const Ratio& months, const Phrase& period);

}  // namespace pricetalk
