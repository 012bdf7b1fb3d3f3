#pragma once

#include <string>
#include <vector>

#include "answer/received_letter.hpp"
#include "pricetalk/diagnostic/diagnostic.hpp"

namespace pricetalk {

/// What of a letter does not fit its contract.
struct LetterProblem {
  bool no_such_line = false;
  Phrase title;
  Phrase hint;
};

/// A line that is not there, or twice, or has tiers and one price, or is nothing but surcharges; a
/// letter that is received after today. Empty: `answer` can be asked.
std::vector<LetterProblem> letter_problems(const ReceivedLetter& letter, const Contract& contract,
                                           Date today);

}  // namespace pricetalk
