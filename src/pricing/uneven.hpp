#pragma once

#include <string>
#include <vector>

#include "pricetalk/pricing/schedule.hpp"

namespace pricetalk {

/// A figure "latest published" and its reference, read at an earlier date, that do not lie whole
/// steps apart: a third quarter against a fourth one, in a clause that steps once a year.
struct UnevenFigures {
  std::string symbol;
  Period compared;
  Period reference;
  Duration every;  ///< how far the steps lie apart
  Span where;      ///< the words of `use`
};

/// Those of one step, in the order of its indices. Only for clauses with a fixed number of months
/// between their dates, and figures of months, quarters or years.
std::vector<UnevenFigures> uneven_figures(const PriceEntry& entry);

/// "on 1 January 2024 D compares third quarter of 2023 with fourth quarter of 2022, 9 months apart,
/// while the price is adjusted once a year": the title of a warning.
Phrase title(const UnevenFigures& uneven, Date on);
/// The same as a sentence.
Phrase in_words(const UnevenFigures& uneven, Date on);
/// What to write instead.
Phrase remedy(const UnevenFigures& uneven);

}  // namespace pricetalk
