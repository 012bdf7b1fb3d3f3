#pragma once

#include "pricetalk/contract/terms.hpp"
#include "pricetalk/diagnostic/language.hpp"

namespace pricetalk {

/// "rent of a dwelling": what stands behind "the contract is about".
Phrase words(ContractSubject subject);
/// "in Flanders", "in Vlaanderen".
Phrase words(Region region);
/// "with energy label D", "without an energy label".
Phrase words(EnergyLabel label);

}  // namespace pricetalk
