#pragma once

#include <optional>
#include <string>

#include "answer/answer.hpp"

/// Sentences of the draft answer to a letter, about several lines at once.
namespace pricetalk {

/// A price of a line, in the decimals of the line; the words of one that is not known.
std::string answer_price(const AnsweredPrice& of, const Outcome<Ratio>& value, Language language);

/// The name of a price inside a sentence: "Huur koffiemachine" in its quotation marks.
std::string quoted_name(const AnsweredPrice& of, Language language);

/// Per price that seems to be a sum, of another unit or with VAT, what we ask: a list. Empty: none.
std::string meaning_questions(const AnsweredLetter& answer, Language language);

/// Why we ask for the calculation of the others, without pleading for the other side.
std::string asking_reasons(const AnsweredLetter& answer, Language language);

/// What we agree with: never more than the letter asks, nor than the contract allows.
std::optional<Ratio> agreed_price(const AnsweredPrice& of);

/// The prices that we agree with in a letter that does not accept all; empty: none.
std::string agreed_part(const AnsweredLetter& answer, Language language);

/// The prices that are asked about and would be paid lower than now, by the contract or by the
/// letter itself, each a sentence behind a blank; empty: none.
std::string paid_lower(const AnsweredLetter& answer, Language language);

/// Why a letter came too late, and what the contract says of the step then.
std::string late_outcome(const AnsweredLetter& answer, Language language);

}  // namespace pricetalk
