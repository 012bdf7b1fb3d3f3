#pragma once

#include <span>
#include <vector>

#include "pricetalk/advice/redface.hpp"

namespace pricetalk {

/// Which of the contracts `red_face_across` may compare with another; of the others nothing has to
/// be kept.
std::vector<bool> compared_across(std::span<const Contract* const> contracts,
                                  const RedFaceThresholds& thresholds);

}  // namespace pricetalk
