#pragma once

#include "pricetalk/report/talk.hpp"

namespace pricetalk {

/// Fills in the verdict of a talk and what has to be done before it. Reads its prices, its deadline
/// and announcement, its findings and its letter.
void tell_verdict(Talk& talk, const TalkInput& input);

}  // namespace pricetalk
