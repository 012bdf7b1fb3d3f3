#pragma once

#include <string>
#include <vector>

#include "pricetalk/letter/letter.hpp"

namespace pricetalk {

/// A letter for machines: its text with the annexes, what was counted and noticed, and its figures.
/// `letter`: nothing where none can be written; `missing`: what it still needs then.
std::string letter_json(const Letter* letter, const std::vector<MissingKey>& missing, Date today,
                        bool today_from_clock);

}  // namespace pricetalk
