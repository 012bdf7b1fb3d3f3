#pragma once

#include <vector>

#include "contract/formula_token.hpp"

namespace pricetalk {

/// Settles what commas, semicolons and line ends mean, as a printed formula uses them: `0,40` is a
/// number; between brackets a semicolon separates values and a line end is a space. A comma between
/// two digits in the brackets of a function is a separator where the formula has decimal points,
/// and a decimal sign where it has decimal commas; where nothing tells, both numbers become one
/// token of kind `unknown` ("0,03"). Answers whether anything was written in another way than here.
bool settle_commas(std::vector<Token>& tokens);

/// Whether a name is a function of the language in any case: "MAX".
bool is_function_word(std::string_view name);

}  // namespace pricetalk
