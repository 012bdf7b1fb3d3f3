#pragma once

#include <vector>

#include "pricetalk/contract/contract.hpp"

namespace pricetalk {

/// These three: whether the clause names a key as unknown: the period, the reference, the series.
bool period_unknown(const Clause& clause);
bool reference_unknown(const Clause& clause);
bool series_unknown(const Clause& clause);

/// Periods of a year: of the shortest series whose period is unknown.
int periods_in_a_year(const Contract& contract, const Library& library);
/// The contract with every period that it does not name read so many periods back, the reference by
/// its default, and the series as the one that is named.
Contract filled_in(const Contract& contract, const Library& library, int count);
/// The same with the mean of the periods of a year.
Contract averaged(const Contract& contract, int in_a_year);
/// "3 months before the adjustment".
Phrase periods_back(int count, int in_a_year);

/// One way to read what is unknown.
struct UnknownReading {
  Phrase reading;     ///< what it is read as
  Phrase named;       ///< of a series: the one that the contract names
  Contract contract;  ///< with that reading
};
/// These two: the references, or the series of the same family, that one clause may mean beside
/// those of `filled`; nothing where the contract names them.
std::vector<UnknownReading> other_references(const Contract& contract, const Contract& filled,
                                             std::size_t position, const Library& library);
std::vector<UnknownReading> other_series(const Contract& contract, const Contract& filled,
                                         std::size_t position, const Library& library);

}  // namespace pricetalk
