#pragma once

#include <optional>
#include <string_view>

#include "index/publication/cells.hpp"
#include "index/publication/figure_text.hpp"

/// What the table and the flat file of GENESIS-Online have in common.
namespace pricetalk::publication {

/// German downloads have a decimal comma, English ones a point. A figure with its sign for quality:
/// `119,4` with `e` is final, p provisional, s estimated, r revised. `.` is unknown, `/` and `x`
/// kept back: the period is listed without a figure. `-` is exactly zero for a rate of change, and
/// nothing at all for an index. False when there is no row to take over: `...` (the figure comes
/// later), or a cell that was reported (I0307).
bool read_destatis_figure(const csv::Field& value, const csv::Field* quality, DecimalMark mark,
                          SeriesUnit unit, PublishedRow& row, Collector& into,
                          Diagnostics& diagnostics);

}  // namespace pricetalk::publication
