#pragma once

#include <string>
#include <vector>

#include "index/series_kind.hpp"
#include "law/law.hpp"

namespace pricetalk {

/// The clauses that move a price of the contract.
std::vector<const Clause*> clauses_in_use(const Contract& contract);
/// These two: of the series that is read, by its title in the library, else by its id.
SeriesKind kind_of_read(const IndexRead& read, const Library& library);
std::string title_of_read(const IndexRead& read, const Library& library);
/// Whether the series that is read is one that the rule names.
bool is_named(const ClauseRule& rule, const IndexRead& read);
/// What is asked where the words of a contract may be about rent.
Phrase is_it_rent();

}  // namespace pricetalk
