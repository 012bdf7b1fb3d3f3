#pragma once

#include <ostream>

#include "pricetalk/simulation/simulate.hpp"

namespace pricetalk {

/// Every alternative in every future, with the difference to the same in the first future. Nothing
/// for one future.
void print_futures(const Simulation& simulation, std::ostream& out, Language language);

/// What each alternative costs the customer in all, one row for each thing: the price, what stands
/// beside it, and the sum. Nothing where nothing of a future stands beside the price.
void print_whole_cost(const Simulation& simulation, const std::string& future, std::ostream& out,
                      Language language);

/// "contract as it is", or the name of the alternative.
std::string name_of_alternative(const std::string& alternative, Language language);

/// What of a total is known, and "+ ?" where that is not all.
std::string known_text(const Total& total, Language language);

}  // namespace pricetalk
