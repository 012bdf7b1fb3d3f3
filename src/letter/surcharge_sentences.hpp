#pragma once

#include <string>
#include <vector>

#include "pricetalk/contract/contract.hpp"

namespace pricetalk {

/// "Clause copper adds a surcharge to it.": what a line says about the surcharges that it bears.
std::string surcharges_of(const Contract& contract, const Line& line, Language language);

/// The numbers that the formula names, and the supplier's own risk; whole sentences.
std::vector<std::string> numbers_of(const Ladder& ladder, Language language);
std::vector<std::string> retention_of(const Clause& clause, const Currency& currency,
                                      Language language);

/// Whether a formula reads NAME0 of an index.
bool reads_reference(const Ladder& ladder, const std::string& symbol);

}  // namespace pricetalk
