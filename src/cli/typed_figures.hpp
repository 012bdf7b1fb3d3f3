#pragma once

#include <iosfwd>
#include <vector>

#include "cli/load.hpp"
#include "pricing/later_figures.hpp"

namespace pricetalk {

/// The figures that were typed in with a command, as what is computed with them is marked.
std::vector<EnteredFigure> typed_figures(const MoreFigures& figures);

/// A line for each: what it is, and that what was computed with it is provisional.
void print_typed(const std::vector<EnteredFigure>& figures, std::ostream& out, Language language);

}  // namespace pricetalk
