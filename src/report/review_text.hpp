#pragma once

#include <string>
#include <vector>

#include "lint/remark.hpp"

namespace pricetalk {

/// The remarks of one contract in full, by concern, each with its place and what to do. Empty when
/// there are none.
std::string review_text(const std::vector<Remark>& remarks, Language language);

/// The same in a few lines: how many there are of each concern, and the one that moves most money;
/// what rests on a period that the contract does not name is listed. Nothing where only the law has
/// questions.
std::string review_summary(const std::vector<Remark>& remarks, Language language);

}  // namespace pricetalk
