#pragma once

#include <string>

#include "answer/answer.hpp"
#include "pricetalk/page/page.hpp"

namespace pricetalk {

/// The draft answer to a letter of the supplier: accepting, asking for the calculation, disputing,
/// or saying that it came too late; where it disputes, with the calculation as an annex. What the
/// contract file does not say of people and addresses stands in brackets, to be filled in.
Page answer_letter(const AnsweredLetter& answer, Language language);

/// "You write that the price of office cleaning rises by 5.62% on 1 January 2026."
std::string announced_sentence(const AnsweredLetter& answer, Language language);

/// The calculation behind the prices that are not accepted: of each clause the first line.
void add_calculations(Page& page, const AnsweredLetter& answer, Language language);

}  // namespace pricetalk
