#pragma once

#include <vector>

#include "index/publication.hpp"
#include "pricetalk/index/series.hpp"

/// A figure as `317.671` whose file does not show which sign has the decimals: 317.671 or 317671.
/// Whoever knows the series may know. Nothing is guessed: what is not decided stays undecided.
namespace pricetalk {

/// The value with at most so many decimals, where only zeros are cut off; else nothing.
std::optional<Decimal> cut_to(const Decimal& value, int decimals);

/// Decides by the decimals that the figures are published with: three, or fewer when all that come
/// behind them are zeros; with none the sign separates thousands.
void decide_by_decimals(int decimals, std::vector<PublishedRow>& rows);

/// Decides by the figures that the library has: of the two readings of every row one, and the same
/// one, must lie near them.
void decide_by_figures(const Series& known, std::vector<PublishedRow>& rows);

/// The first row whose cell can only be read with the other sign; nothing when there is none.
const PublishedRow* first_with_another_sign(DecimalMark decimal,
                                            const std::vector<PublishedRow>& rows);

/// The user says which sign it is.
void decide_by_sign(DecimalMark decimal, std::vector<PublishedRow>& rows);

/// The first row that is not decided; nothing when all are.
const PublishedRow* first_undecided(const std::vector<PublishedRow>& rows);

}  // namespace pricetalk
