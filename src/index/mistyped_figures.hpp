#pragma once

#include <vector>

#include "index/figure_doubts.hpp"

namespace pricetalk {

/// Figures of a short series that only a slip of the hand explains: of an index two digits
/// exchanged, so that it leaves both neighbours while those agree; one without decimals that is
/// many times each other, which have them (1014 among 100.0 and 108.1); of a series in percent all
/// figures, or one among them, written as a fraction (0.038 for 3.8). At most three.
std::vector<FigureDoubt> mistyped_figures(const Series& series);
/// Of these only the exchanged digits of an index.
std::vector<FigureDoubt> figures_with_exchanged_digits(const Series& series);

}  // namespace pricetalk
