#pragma once

#include <string>
#include <vector>

#include "answer/received_letter.hpp"
#include "pricetalk/diagnostic/diagnostic.hpp"

namespace pricetalk {

struct AnsweredLetter;

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

/// That it was received before the contract was signed: another contract may be meant, or another
/// day. Empty phrases: it was not.
LetterProblem received_before_signing(const ReceivedLetter& letter, const Contract& contract);

/// Whether the step that the contract allows on some line is this percentage, to its decimals.
bool allows_step(const AnsweredLetter& letter, const Percent& step);

}  // namespace pricetalk
