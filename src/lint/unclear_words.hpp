#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "lint/remark.hpp"
#include "reading/point.hpp"

namespace pricetalk {

/// A subject that a clause may leave open: what is asked, and the keys that answer it.
struct OpenSubject {
  std::string_view code;  ///< "W0205"
  Phrase open;            ///< "how the percentage is rounded is not said"
  std::string write;  ///< "`rounding.coefficient = { decimals = 4 }`": where no point has its own
  std::vector<Point> points;  ///< that belong to it
};

/// In the order in which a reader of a clause asks.
const std::vector<OpenSubject>& open_subjects();
const OpenSubject& subject_of(Point point);
const OpenSubject& subject(std::string_view code);

/// "…: €100.00 to €104.71 on 1 January 2026 (€1,234.00 a year)".
Phrase title_of(const OpenSubject& open, const std::optional<PriceSpread>& spread,
                const Currency& currency);
/// Which readings give both ends, what to write, and how to keep it. `points`: those of the subject
/// that are open, where that is known.
Phrase hint_of(const OpenSubject& open, const std::optional<PriceSpread>& spread,
               const std::set<Point>& points);

}  // namespace pricetalk
