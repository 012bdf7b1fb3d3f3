#pragma once

#include <vector>

#include "answer/unread_contract.hpp"
#include "pricetalk/contract/contract.hpp"
#include "pricetalk/index/series.hpp"

namespace pricetalk {

/// The contracts of a register: a list with one contract a row, which often says less than a
/// contract file. What the row leaves out, the contract leaves open: a month of the figures that is
/// not there is `unknown`, so that a letter is asked about with the range over all months.
///
/// A row that cannot be used is told (A0189) and left out, and so are the rows of one contract
/// (A0190); words for an index that no series of the library has are told (A0191), and the prices
/// of the contract are then not known. A file that is no register is A0189 too, and gives none.
/// `unread` gets the contracts that are left out.
std::vector<Contract> read_register(const SourcePtr& source, const Library& library,
                                    Diagnostics& diagnostics, UnreadContracts* unread = nullptr);

}  // namespace pricetalk
