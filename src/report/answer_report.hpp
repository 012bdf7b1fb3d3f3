#pragma once

#include <string>

#include "answer/answer.hpp"
#include "pricetalk/diagnostic/language.hpp"

namespace pricetalk {

/// The answer to a letter as a person reads it: verdict and amount, the prices, why, the
/// calculation of what is disputed, by when to answer and what silence means.
std::string answer_text(const AnsweredLetter& answer, Language language);

/// The verdict and its amount in one line: "DISPUTE: €5,335.20 a year more than …".
std::string verdict_line(const AnsweredLetter& answer, Language language);

/// The same for machines. `draft`: the letter in Markdown.
std::string answer_json(const AnsweredLetter& answer, const std::string& draft,
                        bool today_from_clock);

}  // namespace pricetalk
