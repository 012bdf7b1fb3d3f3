#pragma once

#include <string>

#include "pricing/link_comparison.hpp"

namespace pricetalk {

/// Both ways of joining two bases for machines. Numbers are text: exact where a decimal holds them,
/// else cut with "…"; what cannot be determined is null with its reasons.
std::string link_json(const LinkQuestion& question, const LinkComparison& made, Date today,
                      bool today_from_clock);

}  // namespace pricetalk
