#pragma once

#include <string>
#include <vector>

#include "contract/formula_token.hpp"

namespace pricetalk {

/// Puts what only a printed formula or a cell of a spreadsheet has into the words of the language:
/// a label before the formula ("a) P ="), a leading `=`, `==`, `**`, `²`, a point at the end, lines
/// that go on behind a sign, "percent", `=AFRONDEN(…)`, `ROUND(x;2)` for two decimals, `S'` beside
/// `P'
/// =`, `Pn-1` beside `Pn =`, and "S nieuw" or `S-oud`, which become S_nieuw and S_oud. Answers
/// whether anything was written in another way than here.
bool settle_printed(std::vector<Token>& tokens);

}  // namespace pricetalk
