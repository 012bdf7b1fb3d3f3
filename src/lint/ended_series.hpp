#pragma once

#include <vector>

#include "lint/doubt.hpp"

namespace pricetalk {

/// What to write where a series has stopped: its successor with the link that its publisher states,
/// else with one over the last definitive figures; a series that is not there is brought in before.
Phrase what_follows(const Series& series, const Library& library);

/// Series that have stopped and that the contract follows on without a link: from which step on no
/// price can be determined (W0137). What a clause accepts is not among them.
std::vector<Doubt> prices_without_a_successor(const Contract& contract, const Coverage& coverage);

}  // namespace pricetalk
