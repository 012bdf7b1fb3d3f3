#pragma once

#include <optional>
#include <string>
#include <vector>

#include "pricetalk/contract/contract.hpp"
#include "pricetalk/diagnostic/diagnostic.hpp"

namespace pricetalk {

/// A price that was offered in a tender.
struct TenderRow {
  const Line* line = nullptr;  ///< never nothing
  Date day;                    ///< of the offer or the award
  Stated<Decimal> price;       ///< above zero, per unit of the line, in the contract's currency
  std::string bidder;          ///< as written; may be empty
  std::optional<bool> won;     ///< empty: the list does not say
  Span where;
};

/// The rows of a list of tender results. A row that cannot be used, or is in another unit or
/// currency than its line, is told by its line (A0211) and left out; a file that is no such list is
/// told (A0212) and gives none.
std::vector<TenderRow> read_tenders(const SourcePtr& source, const Contract& contract, Date today,
                                    Diagnostics& diagnostics);

}  // namespace pricetalk
