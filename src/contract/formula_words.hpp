#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace pricetalk {

// Words of people that stand in printed formulas, in any case.

/// A sign that is written as a word where a sign is expected: "x", "times", "maal", "plus".
std::optional<char> sign_word(std::string_view word);

/// "the", "de": may stand before "greater of".
bool is_article(std::string_view word);

/// "greater", "hoogste": the largest of the values that follow; "lesser", "laagste": the smallest.
enum class Choice : std::uint8_t { largest, smallest };
std::optional<Choice> choice_word(std::string_view word);

/// What stands between "greater" and its values: "of", "van".
bool is_of_english(std::string_view word);
bool is_of_dutch(std::string_view word);

/// "or", "and", "en": between values. `dutch`: "of" as well.
bool separates_values(std::string_view word, bool dutch);

/// "if", "als", "indien": begins a condition.
bool is_condition_word(std::string_view word);

/// "then", "else", "whichever" and the others above: a name in its place ends an expression.
bool ends_expression(std::string_view word);

}  // namespace pricetalk
