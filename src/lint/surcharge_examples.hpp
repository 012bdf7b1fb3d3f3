#pragma once

#include <optional>
#include <string>

#include "pricetalk/pricing/surcharge.hpp"
#include "simulation/surcharge_total.hpp"

namespace pricetalk {

/// A figure of a worked example that is about surcharges.
struct SurchargeFigure {
  Outcome<Ratio> value;
  Derivation why;
  NodeId answer = no_node;
};

/// `surcharge`, `charged`, and the figures of the surcharge formulas by name (`formula`, `formula
/// NAME`, `index NAME`, `link NAME`) of one price on a day; of several clauses the first that has
/// the name. Nothing for other words.
std::optional<SurchargeFigure> surcharge_figure(const PriceSchedule& prices, Date day,
                                                const std::string& what);

/// `sum CLAUSE` and `due CLAUSE` on a day. Nothing for other words, or another clause.
std::optional<SurchargeFigure> surcharge_sum(const Contract& contract, const Coverage& coverage,
                                             Date day, const std::string& what);

}  // namespace pricetalk
