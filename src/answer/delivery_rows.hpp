#pragma once

#include <optional>
#include <string>
#include <vector>

#include "advice/periods.hpp"
#include "pricetalk/diagnostic/diagnostic.hpp"

namespace pricetalk {

/// One row of a list of deliveries.
struct DeliveryRow {
  std::string name;  ///< as written; empty: the row has none
  DeliveryFacts facts;
  std::optional<Decimal> quantity;  ///< in the unit of the line, 0 or more
  std::optional<Decimal> amount;    ///< in the currency of the contract, as it was invoiced
  Span where;
};

/// The rows of a list of deliveries of a contract. A row that cannot be used is told by its line
/// (L0310 to L0313) and left out; a file that is no such list is told (L0314) and gives none.
std::vector<DeliveryRow> read_deliveries(const SourcePtr& source, const Contract& contract,
                                         Date today, Diagnostics& diagnostics);

/// "yes", "no", "ja", "nee", "unknown", "onbekend", or a day as 2025-03-05: whether, or since when,
/// the buyer was told of the right to withdraw. Nothing for other words.
std::optional<ToldOfRight> written_told(const std::string& text);

}  // namespace pricetalk
