#pragma once

#include <utility>
#include <vector>

#include "pricetalk/explain/calculation.hpp"
#include "pricetalk/pricing/schedule.hpp"
#include "pricing/fold.hpp"

namespace pricetalk {

/// "part labour".
Phrase part_label(const Part& part);

/// A part's price in the contract's currency: divided by its frozen rate and rounded.
NodeId in_contract_currency(CalculationBuilder& builder, const Contract& contract, const Line& line,
                            std::size_t price, const Part& part, NodeId node);

/// The sum of what the parts cost, in the contract's currency; rounded where the parts are not.
NodeId all_parts(CalculationBuilder& builder, const Contract& contract, const Line& line,
                 std::size_t price, const std::vector<NodeId>& parts);

/// The start of a line with parts: the original price split, each part rounded, then added. Gives
/// the parts' nodes; writes the outputs.
std::vector<NodeId> split_price(CalculationBuilder& builder, const PricingContext& context,
                                NodeId original);

/// Writes into an entry what every part costs from then on.
void show_parts(const State& state, PriceEntry& entry);

/// The same state with the price of one part as the price in force.
State of_part(const State& state, std::size_t part);

}  // namespace pricetalk
